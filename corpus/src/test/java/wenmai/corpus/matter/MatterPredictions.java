package wenmai.corpus.matter;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.citation.CitationResolver;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;

/**
 * Writes the matters found in a labelled set as predictions for its scorer, and beside them what
 * was made of each.
 */
public final class MatterPredictions {
  private MatterPredictions() {}

  /**
   * Arguments: the set's folder, the file to write, the folder {@code config}, the day, {@code
   * facts} for the facts of the set's table.
   */
  public static void main(String[] args) throws IOException {
    Path config = Path.of(args[2]);
    CitationFinder finder = new CitationFinder(CitationWords.read(config.resolve("citation")));
    boolean given = args.length > 4 && args[4].equals("facts");
    List<OfficialDocument> documents =
        given
            ? LabelledSet.read(Path.of(args[0]), finder)
            : ReadSet.read(Path.of(args[0]), config, finder);
    List<MatterDraft> drafts = drafts(documents, config, StaffDecisions.none());
    Map<DocumentId, String> files = new HashMap<>();
    documents.forEach(each -> files.put(each.id(), each.provenance().source()));
    Map<DocumentId, OfficialDocument> byId = new HashMap<>();
    documents.forEach(each -> byId.put(each.id(), each));
    LocalDate day = LocalDate.parse(args[3]);
    List<Map<String, Object>> matters = new ArrayList<>();
    try (PrintStream log = new PrintStream(args[1] + ".txt", StandardCharsets.UTF_8)) {
      for (MatterDraft draft : drafts) {
        Matter matter = Ledger.on(draft, day);
        print(log, matter, files, byId);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(
            "stages", matter.stages().stream().map(stage -> files.get(stage.document())).toList());
        row.put("closed", matter.status() == MatterStatus.CLOSED);
        matter.due().ifPresent(due -> row.put("due", due.toString()));
        row.put("type", matter.type().key());
        matters.add(row);
      }
    }
    try (PrintStream out = new PrintStream(args[1], StandardCharsets.UTF_8)) {
      out.print(JsonMapper.builder().build().writeValueAsString(Map.of("matters", matters)));
    }
  }

  static List<MatterDraft> drafts(
      List<OfficialDocument> documents, Path config, StaffDecisions decisions) {
    CitationResolver resolver =
        new CitationResolver(CitationWords.read(config.resolve("citation")));
    ListedCatalogue catalogue = new ListedCatalogue(documents);
    MatterBuilder builder = new MatterBuilder(MatterTemplates.load(config));
    List<MatterPaper> papers = new ArrayList<>();
    Map<DocumentId, Set<String>> places = new HashMap<>();
    for (OfficialDocument document : documents) {
      MatterPaper paper = MatterPaper.of(document, resolver.resolve(document, catalogue));
      papers.add(paper);
      places.put(paper.id(), builder.partitions(paper));
    }
    Map<DocumentId, Set<String>> linked = new HashMap<>();
    for (MatterPaper paper : papers) {
      for (Resolution resolution : paper.resolutions()) {
        if (resolution instanceof Resolution.Resolved(Citation citation, DocumentId target)) {
          place(paper.id(), target, places, linked);
          place(target, paper.id(), places, linked);
        }
      }
    }
    Map<String, List<MatterPaper>> partitions = new TreeMap<>();
    for (MatterPaper paper : papers) {
      Set<String> all = new TreeSet<>(places.getOrDefault(paper.id(), Set.of()));
      all.addAll(linked.getOrDefault(paper.id(), Set.of()));
      all.forEach(each -> partitions.computeIfAbsent(each, name -> new ArrayList<>()).add(paper));
    }
    List<MatterDraft> drafts = new ArrayList<>();
    partitions.forEach((name, each) -> drafts.addAll(builder.build(name, each, decisions)));
    return drafts;
  }

  /** A paper of no known place belongs where the papers are that it names or that name it. */
  private static void place(
      DocumentId paper,
      DocumentId other,
      Map<DocumentId, Set<String>> places,
      Map<DocumentId, Set<String>> linked) {
    if (places.getOrDefault(paper, Set.of()).isEmpty()) {
      linked
          .computeIfAbsent(paper, each -> new TreeSet<>())
          .addAll(places.getOrDefault(other, Set.of()));
    }
  }

  private static void print(
      PrintStream log,
      Matter matter,
      Map<DocumentId, String> files,
      Map<DocumentId, OfficialDocument> byId) {
    log.println(
        matter.id()
            + " "
            + matter.type().key()
            + " "
            + matter.subject()
            + " "
            + matter.region().map(Object::toString).orElse("-")
            + " "
            + matter.status().key()
            + " due="
            + matter.due().map(Object::toString).orElse("-")
            + " closed="
            + matter.closed().map(Object::toString).orElse("-")
            + " outcome="
            + matter.outcome().orElse("-"));
    for (Matter.StageEntry stage : matter.stages()) {
      OfficialDocument document = Objects.requireNonNull(byId.get(stage.document()));
      log.printf(
          "   %d %s %s %s %.2f %s%n      “%s”%n",
          stage.rank(),
          files.get(stage.document()),
          stage.stage(),
          stage.date().map(Object::toString).orElse("-"),
          stage.score(),
          document.facts().value(FactKey.TITLE).orElse("-"),
          stage.evidence().quote().words());
    }
    matter
        .missing()
        .forEach(each ->
            log.println(
                "   - missing "
                    + each.stage()
                    + " "
                    + each.due().map(Object::toString).orElse("-")
                    + " "
                    + each.rule()));
    matter
        .demands()
        .forEach(each ->
            log.println(
                "   * "
                    + each.id()
                    + " "
                    + each.state().key()
                    + " "
                    + each.quote().quote().words()
                    + " => "
                    + each.answer().map(answer -> answer.quote().words()).orElse("-")));
    matter.related().forEach(each -> log.println("   ~ " + each.matter() + " " + each.why()));
  }
}
