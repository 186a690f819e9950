package wenmai.corpus.matter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.structure.Outline;

/**
 * A labelled set (a folder with {@code docs/} and {@code docs.tsv}) read with the facts of its
 * table, so that tracing is measured by itself.
 */
final class LabelledSet {
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("法规", Kind.REGULATION),
          Map.entry("规范性文件", Kind.NORMATIVE_DOCUMENT),
          Map.entry("决议", Kind.RESOLUTION),
          Map.entry("决定", Kind.DECISION),
          Map.entry("审议意见", Kind.REVIEW_OPINION),
          Map.entry("报告", Kind.REPORT),
          Map.entry("讲话", Kind.SPEECH),
          Map.entry("议案", Kind.BILL),
          Map.entry("建议", Kind.SUGGESTION),
          Map.entry("答复", Kind.REPLY),
          Map.entry("公告", Kind.ANNOUNCEMENT),
          Map.entry("任免", Kind.APPOINTMENT),
          Map.entry("函", Kind.LETTER),
          Map.entry("说明", Kind.EXPLANATION),
          Map.entry("新闻", Kind.NEWS),
          Map.entry("其他", Kind.OTHER));

  private LabelledSet() {}

  static DocumentId id(String file) {
    return DocumentId.ofExternal(file);
  }

  static List<Map<String, String>> rows(Path table) throws IOException {
    List<String> lines = Files.readAllLines(table, StandardCharsets.UTF_8);
    List<String> names = List.of(lines.getFirst().split("\t", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> cells = new LinkedHashMap<>();
      String[] values = line.split("\t", -1);
      for (int i = 0; i < values.length; i++) {
        if (!values[i].equals("null")) {
          cells.put(names.get(i), values[i]);
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  /** The documents of a set but for its copies. */
  static List<OfficialDocument> read(Path set, CitationFinder finder) throws IOException {
    List<OfficialDocument> documents = new ArrayList<>();
    for (Map<String, String> cells : rows(set.resolve("docs.tsv"))) {
      if (!cells.containsKey("duplicate_of")) {
        String file = Objects.requireNonNull(cells.get("file"));
        documents.add(
            document(
                file, Files.readString(set.resolve("docs").resolve(file)), facts(cells), finder));
      }
    }
    return documents;
  }

  static OfficialDocument document(String file, String text, Facts facts, CitationFinder finder) {
    Content content =
        new Content(
            text,
            List.of(),
            Outline.none(),
            finder.find(text, Outline.none(), facts),
            List.of(),
            List.of(),
            Optional.empty(),
            "zh-Hans");
    return new OfficialDocument(
        id(file),
        new Provenance(Optional.of(file), file, "", 0, "text/plain", Optional.empty()),
        facts,
        content,
        Visibility.PUBLIC);
  }

  static Facts facts(Map<String, String> cells) {
    Facts facts = Facts.none();
    facts = put(facts, FactKey.TITLE, cells.get("title"));
    facts = put(facts, FactKey.ORGAN, cells.get("organ"));
    facts = put(facts, FactKey.REGION, cells.get("region"));
    facts = put(facts, FactKey.NUMBER, cells.get("number"));
    facts = put(facts, FactKey.SESSION, cells.get("session"));
    facts = put(facts, FactKey.DATE, cells.get("date"));
    facts = put(facts, FactKey.EFFECTIVE, cells.get("effective"));
    String body = cells.getOrDefault("session_body", "");
    if (!body.isEmpty()) {
      facts =
          facts.with(
              FactKey.SESSION_BODY,
              fact(body.equals("大会") ? SessionBody.CONGRESS : SessionBody.STANDING_COMMITTEE));
    }
    String kind = cells.getOrDefault("kind", "other");
    Optional<Kind> read = Optional.ofNullable(KINDS.get(kind)).or(() -> Kind.ofKey(kind));
    return facts.with(FactKey.KIND, read.map(LabelledSet::fact));
  }

  private static <T> Facts put(
      Facts facts, FactKey<T> key, @org.jspecify.annotations.Nullable String printed) {
    return printed == null ? facts : facts.with(key, key.parse(printed).map(LabelledSet::fact));
  }

  private static <T> Fact<T> fact(T value) {
    return Fact.read(value, new Evidence.Given("docs.tsv"), 1);
  }
}
