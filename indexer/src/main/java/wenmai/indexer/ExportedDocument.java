package wenmai.indexer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Page;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.RepairedText;
import wenmai.indexer.PaperLine.UnusableLine;

/**
 * A document as an export wrote it (导出记录), to be read back as it was: same id, same text with its
 * repairs. It is read anew; where the export says otherwise than today's reading, the export counts
 * as given.
 */
final class ExportedDocument {
  private static final String TOOL = "wenmai export";
  private static final Set<FactKey<?>> ANSWERS = Set.of(FactKey.STATED_STATUS, FactKey.AUTHORITY);
  private static final Set<FactKey<?>> PLACE =
      Set.of(FactKey.REGION, FactKey.ORGAN, FactKey.ORGAN_LEVEL);

  private final ReadingInput input;
  private final Map<FactKey<?>, List<String>> exported;

  private ExportedDocument(ReadingInput input, Map<FactKey<?>, List<String>> exported) {
    this.input = input;
    this.exported = exported;
  }

  static ExportedDocument of(JsonNode node) throws UnusableLine {
    String text = PaperLine.string(node, "text").orElseThrow(() -> UnusableLine.line("没有 text"));
    String id = PaperLine.string(node, "id").orElse("");
    if (!DocumentId.isValid(id)) {
      throw UnusableLine.line("id: " + id);
    }
    Visibility visibility =
        PaperLine.string(node, "visibility")
            .flatMap(Visibility::ofKey)
            .orElseThrow(() -> UnusableLine.line("没有 visibility"));
    ReadingInput input =
        new ReadingInput(
            new DocumentId(id),
            provenance(node),
            repaired(text, node),
            pages(node),
            Map.of(),
            Facts.none(),
            visibility);
    return new ExportedDocument(input.withCompany(company(node)), facts(node));
  }

  /** The papers that lay beside it need not be here. */
  private static List<Region> company(JsonNode node) {
    JsonNode evidence = node.path("evidence").path(FactKey.REGION.name());
    List<String> path = strings(node.path("regionPath"));
    boolean beside = evidence.path("source").asString("").equals("company");
    boolean sound =
        !path.isEmpty() && path.stream().noneMatch(name -> name.isBlank() || name.contains("/"));
    return beside && sound ? List.of(new Region(path)) : List.of();
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(one -> strings.add(one.asString("")));
    return strings;
  }

  Paper read(Function<ReadingInput, OfficialDocument> reader) throws UnusableLine {
    OfficialDocument document = reader.apply(input);
    Facts given = Facts.none();
    for (Map.Entry<FactKey<?>, List<String>> entry : exported.entrySet()) {
      if (!printed(document.facts(), entry.getKey()).equals(entry.getValue())) {
        for (String words : entry.getValue()) {
          given = PaperLine.with(given, entry.getKey(), words);
        }
      }
    }
    if (!given.equals(Facts.none())) {
      document =
          reader.apply(
              new ReadingInput(
                  input.id(),
                  input.provenance(),
                  input.text(),
                  input.pages(),
                  Map.of(),
                  given,
                  input.visibility(),
                  input.company()));
    }
    return new Paper(document, input.text().raw(), TOOL);
  }

  private static <T> List<String> printed(Facts facts, FactKey<T> key) {
    return facts.values(key).stream().map(key::print).toList();
  }

  private static Provenance provenance(JsonNode node) {
    return new Provenance(
        PaperLine.string(node, "externalId"),
        PaperLine.string(node, "source").orElse(""),
        PaperLine.string(node, "sha256").orElse(""),
        node.path("bytes").asLong(0),
        PaperLine.string(node, "mediaType").orElse("text/plain"),
        PaperLine.string(node, "parent").filter(DocumentId::isValid).map(DocumentId::new));
  }

  /** Both layers again, from the text and its list of repairs. */
  private static RepairedText repaired(String text, JsonNode node) throws UnusableLine {
    List<Repair> repairs = new ArrayList<>();
    for (JsonNode repair : node.path("repairs")) {
      String was = PaperLine.string(repair, "was").orElse("");
      repairs.add(new Repair(span(repair), was, reason(repair)));
    }
    try {
      return RepairedText.of(text, repairs);
    } catch (IllegalArgumentException e) {
      throw UnusableLine.line("repairs 次序颠倒或者超出正文");
    }
  }

  private static Repair.Reason reason(JsonNode repair) {
    String key = PaperLine.string(repair, "why").orElse("");
    for (Repair.Reason reason : Repair.Reason.values()) {
      if (reason.key().equals(key)) {
        return reason;
      }
    }
    return Repair.Reason.OTHER;
  }

  private static List<Page> pages(JsonNode node) throws UnusableLine {
    List<Page> pages = new ArrayList<>();
    for (JsonNode page : node.path("pages")) {
      pages.add(new Page(page.path("page").asInt(0), span(page)));
    }
    return pages;
  }

  private static CodePointSpan span(JsonNode node) throws UnusableLine {
    int start = node.path("start").asInt(-1);
    int end = node.path("end").asInt(-1);
    if (start < 0 || end < start) {
      throw UnusableLine.line("start/end 不成区间");
    }
    return new CodePointSpan(start, end);
  }

  /** Whether today's reading infers it again, or the papers around it do. */
  private static boolean isInferred(JsonNode evidence) {
    return evidence.path("inferred").asBoolean(false)
        && Set.of("text", "company", "other").contains(evidence.path("source").asString(""));
  }

  private static Map<FactKey<?>, List<String>> facts(JsonNode node) {
    Map<FactKey<?>, List<String>> facts = new LinkedHashMap<>();
    for (FactKey<?> key : FactKey.all()) {
      if (ANSWERS.contains(key) && !node.path("evidence").has(key.name())) {
        continue; // an answer of that day, or for want of one, and no fact of the paper
      }
      if (PLACE.contains(key) && isInferred(node.path("evidence").path(key.name()))) {
        continue; // from its words or from other papers, which may not be here or not be shown
      }
      JsonNode value =
          node.has(key.name()) ? node.get(key.name()) : node.path("dates").path(key.name());
      List<String> words = new ArrayList<>();
      if (key.equals(FactKey.REGION) && node.path("regionPath").isArray()) {
        words.add(String.join("/", strings(node.get("regionPath"))));
      } else if (value.isArray()) {
        value.forEach(one -> one.asStringOpt().ifPresent(words::add));
      } else if (value.isString()) {
        words.add(value.stringValue());
      }
      words.removeIf(String::isBlank);
      facts.put(key, words);
    }
    return facts;
  }
}
