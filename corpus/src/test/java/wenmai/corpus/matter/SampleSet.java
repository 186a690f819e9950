package wenmai.corpus.matter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.citation.CitationResolver;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;

/** One half of the sample corpus with its gold tables: {@code city} or {@code county}. */
final class SampleSet {
  static final Path CONFIG =
      Path.of(Objects.requireNonNullElse(System.getProperty("wenmai.root"), ".."), "config");

  private static final CitationWords WORDS = CitationWords.read(CONFIG.resolve("citation"));

  private final String half;
  private final List<OfficialDocument> documents;

  private SampleSet(String half, List<OfficialDocument> documents) {
    this.half = half;
    this.documents = documents;
  }

  static SampleSet read(String half) throws IOException {
    CitationFinder finder = new CitationFinder(WORDS);
    Map<String, String> texts = texts(half);
    List<OfficialDocument> documents = new ArrayList<>();
    for (Map<String, String> row : table(half + "-facts")) {
      if (!row.containsKey("duplicateOf")) {
        String path = Objects.requireNonNull(row.get("path"));
        String text = Objects.requireNonNull(texts.get(path), path);
        documents.add(LabelledSet.document(path, text, LabelledSet.facts(row), finder));
      }
    }
    return new SampleSet(half, documents);
  }

  List<OfficialDocument> documents() {
    return documents;
  }

  List<Map<String, String>> trails() throws IOException {
    return table(half + "-trails");
  }

  /** Internal papers that no trail names: of those the tables do not tell where they belong. */
  Set<DocumentId> internalUnnamed() throws IOException {
    Set<DocumentId> unnamed =
        table(half + "-facts").stream()
            .map(row -> Objects.requireNonNull(row.get("path")))
            .filter(path -> path.startsWith("internal/"))
            .map(LabelledSet::id)
            .collect(Collectors.toCollection(HashSet::new));
    trails()
        .forEach(row -> unnamed.remove(LabelledSet.id(Objects.requireNonNull(row.get("path")))));
    return unnamed;
  }

  List<Map<String, String>> demands() throws IOException {
    return table(half + "-demands");
  }

  String text(DocumentId id) {
    return documents.stream()
        .filter(document -> document.id().equals(id))
        .map(document -> document.content().text())
        .findFirst()
        .orElseThrow();
  }

  /** The papers of each jurisdiction. */
  static Map<String, List<MatterPaper>> partitions(
      List<OfficialDocument> documents, MatterBuilder builder) {
    CitationResolver resolver = new CitationResolver(WORDS);
    ListedCatalogue catalogue = new ListedCatalogue(documents);
    Map<String, List<MatterPaper>> partitions = new TreeMap<>();
    for (OfficialDocument document : documents) {
      MatterPaper paper = MatterPaper.of(document, resolver.resolve(document, catalogue));
      for (String partition : builder.partitions(paper)) {
        partitions.computeIfAbsent(partition, each -> new ArrayList<>()).add(paper);
      }
    }
    return partitions;
  }

  static List<MatterDraft> drafts(List<OfficialDocument> documents, MatterBuilder builder) {
    List<MatterDraft> drafts = new ArrayList<>();
    partitions(documents, builder)
        .forEach(
            (name, papers) -> drafts.addAll(builder.build(name, papers, StaffDecisions.none())));
    return drafts;
  }

  private static List<Map<String, String>> table(String name) throws IOException {
    return LabelledSet.rows(
        Path.of("src/test/resources/wenmai/sample").resolve(name + ".tsv").toAbsolutePath());
  }

  private static Map<String, String> texts(String half) throws IOException {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    try (var in =
        Objects.requireNonNull(
            SampleSet.class.getResourceAsStream("/wenmai/sample/" + half + "-texts.txt"))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.lines().toList()) {
        if (line.startsWith("=== ")) {
          text = new StringBuilder();
          texts.put(line.substring(4), text);
        } else {
          text.append(line).append('\n');
        }
      }
    }
    Map<String, String> out = new LinkedHashMap<>();
    texts.forEach((path, words) -> out.put(path, words.toString().stripTrailing()));
    return out;
  }
}
