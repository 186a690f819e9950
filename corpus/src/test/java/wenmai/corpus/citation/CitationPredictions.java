package wenmai.corpus.citation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.structure.Outline;

/**
 * Writes what finder and resolver make of a labelled set (a folder with {@code docs/} and {@code
 * docs.tsv}) as predictions for its scorer. The facts of each document are taken from the set, so
 * that citation is measured by itself. Positions ({@code relative}) and sessions are left out,
 * which such a set does not label.
 */
public final class CitationPredictions {
  /** The set's words for kinds, as far as resolving asks for them. */
  private static final Map<String, Kind> KINDS =
      Map.of(
          "法规", Kind.REGULATION,
          "规范性文件", Kind.NORMATIVE_DOCUMENT,
          "公告", Kind.ANNOUNCEMENT,
          "建议", Kind.SUGGESTION,
          "议案", Kind.BILL,
          "决议", Kind.RESOLUTION,
          "决定", Kind.DECISION,
          "审议意见", Kind.REVIEW_OPINION);

  private CitationPredictions() {}

  /** Arguments: the set's folder, the file to write, the folder {@code config/citation}. */
  public static void main(String[] args) throws IOException {
    Path set = Path.of(args[0]);
    CitationWords words = CitationWords.read(Path.of(args[2]));
    CitationFinder finder = new CitationFinder(words);
    List<OfficialDocument> documents = new ArrayList<>();
    Map<DocumentId, String> originals = new HashMap<>();
    List<String> rows = Files.readAllLines(set.resolve("docs.tsv"), StandardCharsets.UTF_8);
    List<String> names = List.of(rows.getFirst().split("\t", -1));
    for (String row : rows.subList(1, rows.size())) {
      Map<String, String> cells = cells(names, row);
      documents.add(document(set, cells, finder));
      if (cells.containsKey("duplicate_of")) {
        originals.put(id(cells.get("file")), cells.get("duplicate_of"));
      }
    }
    MapCatalogue catalogue =
        new MapCatalogue(
            documents.stream().filter(each -> !originals.containsKey(each.id())).toList());
    List<Map<String, Object>> citations = new ArrayList<>();
    CitationResolver resolver = new CitationResolver(words);
    for (OfficialDocument document : documents) {
      for (Resolution resolution : resolver.resolve(document, catalogue)) {
        row(document, resolution).ifPresent(citations::add);
      }
    }
    ObjectMapper json = JsonMapper.builder().build();
    try (PrintStream out = new PrintStream(args[1], StandardCharsets.UTF_8)) {
      out.print(json.writeValueAsString(Map.of("citations", citations)));
    }
  }

  private static DocumentId id(String file) {
    return DocumentId.ofExternal(file);
  }

  private static Map<String, String> cells(List<String> names, String row) {
    Map<String, String> cells = new LinkedHashMap<>();
    String[] values = row.split("\t", -1);
    for (int i = 0; i < values.length; i++) {
      if (!values[i].equals("null")) {
        cells.put(names.get(i), values[i]);
      }
    }
    return cells;
  }

  private static OfficialDocument document(
      Path set, Map<String, String> cells, CitationFinder finder) throws IOException {
    String file = Objects.requireNonNull(cells.get("file"));
    String text = Files.readString(set.resolve("docs").resolve(file));
    Evidence given = new Evidence.Given("docs.tsv");
    Facts facts = Facts.none();
    facts = put(facts, FactKey.TITLE, Optional.ofNullable(cells.get("title")), given);
    facts = put(facts, FactKey.KIND, Optional.ofNullable(KINDS.get(cells.get("kind"))), given);
    facts =
        put(facts, FactKey.ORGAN, Optional.ofNullable(cells.get("organ")).map(Organ::new), given);
    facts =
        put(facts, FactKey.REGION, Optional.ofNullable(cells.get("region")).map(Region::of), given);
    facts =
        put(
            facts,
            FactKey.NUMBER,
            Optional.ofNullable(cells.get("number")).flatMap(DocumentNumber::parse),
            given);
    facts =
        put(
            facts,
            FactKey.SESSION,
            Optional.ofNullable(cells.get("session")).flatMap(CongressSession::parse),
            given);
    facts =
        put(
            facts,
            FactKey.DATE,
            Optional.ofNullable(cells.get("date")).map(LocalDate::parse),
            given);
    List<Citation> citations = finder.find(text, Outline.none(), facts);
    Content content =
        new Content(
            text,
            List.of(),
            Outline.none(),
            citations,
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

  private static <T> Facts put(Facts facts, FactKey<T> key, Optional<T> value, Evidence evidence) {
    return facts.with(key, value.map(it -> Fact.read(it, evidence, 1)));
  }

  private static Optional<Map<String, Object>> row(
      OfficialDocument document, Resolution resolution) {
    Citation citation = resolution.citation();
    if (citation.type() == CitationType.RELATIVE || citation.type() == CitationType.SESSION) {
      return Optional.empty();
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", document.provenance().source());
    row.put("start", citation.place().span().start());
    row.put("end", citation.place().span().end());
    citation.title().ifPresent(title -> row.put("title", title));
    citation.provision().ifPresent(provision -> row.put("article", provision.toString()));
    if (citation.title().isEmpty()) {
      citation.number().ifPresent(number -> row.put("title", number.toString()));
    }
    if (resolution instanceof Resolution.Resolved resolved) {
      row.put("resolved_file", MapCatalogue.source(resolved.target()));
    }
    return Optional.of(row);
  }

  /** A catalogue of documents in hand. */
  private static final class MapCatalogue implements Catalogue {
    private static final Map<DocumentId, String> SOURCES = new HashMap<>();
    private final List<OfficialDocument> documents;

    MapCatalogue(List<OfficialDocument> documents) {
      this.documents = documents;
      documents.forEach(each -> SOURCES.put(each.id(), each.provenance().source()));
    }

    static String source(DocumentId id) {
      return SOURCES.getOrDefault(id, "");
    }

    @Override
    public List<Entry> withTitle(TitleKey key) {
      return documents.stream()
          .filter(each ->
              each.facts().value(FactKey.TITLE).map(TitleKey::of).filter(key::equals).isPresent())
          .map(MapCatalogue::entry)
          .toList();
    }

    @Override
    public List<Entry> withNumber(DocumentNumber number) {
      return documents.stream()
          .filter(each -> each.facts().value(FactKey.NUMBER).filter(number::equals).isPresent())
          .map(MapCatalogue::entry)
          .toList();
    }

    @Override
    public List<Entry> ofSession(Organ organ, CongressSession session) {
      return documents.stream()
          .filter(each -> each.facts().value(FactKey.SESSION).filter(session::equals).isPresent())
          .filter(each -> each.facts().value(FactKey.ORGAN).filter(organ::equals).isPresent())
          .map(MapCatalogue::entry)
          .toList();
    }

    private static Entry entry(OfficialDocument document) {
      Facts facts = document.facts();
      return new Entry(
          document.id(),
          facts.value(FactKey.TITLE).orElse(""),
          facts.value(FactKey.KIND).orElse(Kind.OTHER),
          facts.value(FactKey.NUMBER),
          facts.value(FactKey.ORGAN),
          facts.value(FactKey.REGION),
          facts.value(FactKey.SESSION),
          facts.value(FactKey.DATE),
          facts.value(FactKey.EFFECTIVE));
    }
  }
}
