package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.document.OfficialDocument;

/**
 * The trails of {@code trails.txt}, each mechanism in more than one style and all in one archive: a
 * trail is one matter, and no two trails are. A line {@code @} is a paper (title, kind, organ,
 * region, number, date, session), a line {@code &} names one that stands in another trail too.
 */
final class MechanismsTest {
  private static final Path FILE = Path.of("src/test/resources/wenmai/matters/trails.txt");
  private static final List<String> CELLS =
      List.of("title", "kind", "organ", "region", "number", "date", "session");

  private static final Map<String, Set<String>> TRAILS = new LinkedHashMap<>();
  private static List<MatterDraft> drafts = List.of();
  private static Map<String, String> names = Map.of();

  private record Paper(String id, Map<String, String> cells, StringBuilder body) {}

  @BeforeAll
  static void build() throws IOException {
    List<Paper> papers = papers(Files.readAllLines(FILE.toAbsolutePath()));
    CitationFinder finder =
        new CitationFinder(CitationWords.read(SampleSet.CONFIG.resolve("citation")));
    List<OfficialDocument> documents = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    for (Paper paper : papers) {
      OfficialDocument document =
          LabelledSet.document(paper.id(), text(paper), LabelledSet.facts(paper.cells()), finder);
      ids.put(document.id().value(), paper.id());
      documents.add(document);
    }
    names = ids;
    drafts = SampleSet.drafts(documents, new MatterBuilder(MatterTemplates.load(SampleSet.CONFIG)));
  }

  private static String text(Paper paper) {
    return Stream.of("title", "number")
            .map(key -> paper.cells().getOrDefault(key, ""))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"))
        + "\n"
        + paper.body();
  }

  private static List<Paper> papers(List<String> lines) {
    List<Paper> papers = new ArrayList<>();
    String trail = "";
    for (String line : lines) {
      if (line.startsWith("== ")) {
        trail = line.substring(3);
        TRAILS.put(trail, new LinkedHashSet<>());
      } else if (line.startsWith("@ ")) {
        String id = "p" + papers.size();
        papers.add(new Paper(id, cells(line.substring(2)), new StringBuilder()));
        TRAILS.getOrDefault(trail, Set.of()).add(id);
      } else if (line.startsWith("& ")) {
        papers.stream()
            .filter(each -> line.substring(2).equals(each.cells().get("title")))
            .map(Paper::id)
            .forEach(TRAILS.getOrDefault(trail, Set.of())::add);
      } else {
        papers.getLast().body().append(line).append('\n');
      }
    }
    return papers;
  }

  private static Map<String, String> cells(String line) {
    Map<String, String> cells = new LinkedHashMap<>();
    String[] values = line.split("\\|", -1);
    for (int i = 0; i < values.length; i++) {
      if (!values[i].isEmpty()) {
        cells.put(CELLS.get(i), values[i]);
      }
    }
    if (cells.containsKey("session")) {
      String organ = cells.getOrDefault("organ", "");
      boolean congress = organ.isEmpty() || organ.endsWith("人民代表大会") || organ.contains("次会议");
      cells.put("session_body", congress ? "大会" : "常委会");
    }
    return cells;
  }

  private static Set<String> papersOf(MatterDraft draft) {
    return draft.stages().stream()
        .map(stage -> names.getOrDefault(stage.document().value(), ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> aTrailIsOneMatter() {
    return TRAILS.entrySet().stream()
        .map(trail ->
            DynamicTest.dynamicTest(
                trail.getKey(),
                () -> {
                  Set<String> papers = new TreeSet<>(trail.getValue());
                  List<Set<String>> touching =
                      drafts.stream()
                          .map(MechanismsTest::papersOf)
                          .filter(each -> each.stream().anyMatch(papers::contains))
                          .toList();
                  assertTrue(touching.contains(papers), () -> papers + " of " + touching);
                }));
  }

  @Test
  void noMatterHoldsPapersOfTwoTrails() {
    for (MatterDraft draft : drafts) {
      Set<String> papers = papersOf(draft);
      assertTrue(
          TRAILS.values().stream().anyMatch(trail -> trail.containsAll(papers)),
          () -> draft.subject() + " " + papers);
    }
  }

  @Test
  void theDayAPaperSetsIsTheDayOfTheMatter() {
    assertEquals(
        Map.of(
            "commission, long titles", LocalDate.of(2025, 2, 28),
            "an inquiry, its list and what came of it", LocalDate.of(2024, 12, 20),
            "an audit, what was mended and the vote with its list", LocalDate.of(2024, 5, 31),
            "projects of a town", LocalDate.of(2023, 12, 10),
            "a suggestion that a street's working committee presses", LocalDate.of(2025, 10, 31),
            "projects handed over with a list of who watches them", LocalDate.of(2025, 12, 20),
            "an appraisal of a bureau, with its plan to mend what was found",
                LocalDate.of(2025, 11, 30),
            "a person appointed and appraised", LocalDate.of(2024, 11, 30)),
        dues(
            Set.of(
                "commission, long titles",
                "an inquiry, its list and what came of it",
                "an audit, what was mended and the vote with its list",
                "projects of a town",
                "a suggestion that a street's working committee presses",
                "projects handed over with a list of who watches them",
                "an appraisal of a bureau, with its plan to mend what was found",
                "a person appointed and appraised")));
  }

  @Test
  void theDayIsOfTheItemAndOfWhatWasPromisedOrAskedForLast() {
    Map<String, LocalDate> days =
        Map.of(
            "a suggestion of a form, handed over by a form and told of in a list of results",
                LocalDate.of(2024, 9, 15),
            "an opinion of residents that a street's committee forwards, its answer and the minutes that close it",
                LocalDate.of(2024, 6, 30),
            "an audit that the committee presses with a letter without a title",
                LocalDate.of(2025, 4, 30),
            "two opinions on one vote, the first of them closed by its ledger",
                LocalDate.of(2025, 3, 31),
            "the other of two opinions on one vote", LocalDate.of(2025, 6, 30));
    assertEquals(days, dues(days.keySet()));
  }

  @Test
  void theDayIsThatOfItsOwnItemAndOfTheLastPromise() {
    Map<String, LocalDate> days =
        Map.ofEntries(
            Map.entry(
                "a suggestion handed over by a form with labels in brackets",
                LocalDate.of(2024, 9, 20)),
            Map.entry(
                "one notice of votes on several papers, with what is ordered of each below: closed",
                LocalDate.of(2024, 11, 20)),
            Map.entry(
                "one notice of votes on several papers, with what is ordered of each below: open",
                LocalDate.of(2025, 4, 15)),
            Map.entry(
                "a table of votes with what is ordered of each row below: of a government, closed",
                LocalDate.of(2023, 11, 15)),
            Map.entry(
                "a table of votes with what is ordered of each row below: of a court, open",
                LocalDate.of(2024, 6, 30)),
            Map.entry("an audit that a form with fields presses", LocalDate.of(2024, 12, 31)),
            Map.entry(
                "a report put on the agenda by a form, pressed by a letter without a title",
                LocalDate.of(2024, 9, 27)),
            Map.entry(
                "a rule that is named without its place, and by no marks of a title",
                LocalDate.of(2022, 9, 30)),
            Map.entry(
                "projects of a township that reports what became of them",
                LocalDate.of(2024, 11, 30)));
    assertEquals(days, dues(days.keySet()));
  }

  @Test
  void whatIsSaidToHaveEndedIsClosed() {
    for (String name :
        List.of(
            "an appraisal of a bureau, with its plan to mend what was found",
            "a suggestion of a form, handed over by a form and told of in a list of results",
            "an opinion of residents that a street's committee forwards, its answer and the minutes that close it",
            "two opinions on one vote, the first of them closed by its ledger",
            "a suggestion handed over by a form with labels in brackets",
            "a suggestion of another congress under the same number, answered again",
            "one notice of votes on several papers, with what is ordered of each below: closed",
            "a table of votes with what is ordered of each row below: of a government, closed",
            "a regulation that is called otherwise from its second reading on")) {
      assertTrue(isClosed(name), name);
    }
    for (String name :
        List.of(
            "the other of two opinions on one vote",
            "one notice of votes on several papers, with what is ordered of each below: open",
            "a table of votes with what is ordered of each row below: of a court, open")) {
      assertFalse(isClosed(name), name);
    }
  }

  private static boolean isClosed(String name) {
    Set<String> trail = new TreeSet<>(TRAILS.getOrDefault(name, Set.of()));
    return drafts.stream()
        .filter(draft -> papersOf(draft).equals(trail))
        .anyMatch(draft -> draft.closing().isPresent());
  }

  private static Map<String, LocalDate> dues(Collection<String> trails) {
    Map<String, LocalDate> dues = new HashMap<>();
    for (String trail : trails) {
      Set<String> papers = new HashSet<>(TRAILS.getOrDefault(trail, Set.of()));
      drafts.stream()
          .filter(draft -> papersOf(draft).equals(papers))
          .map(draft -> Ledger.on(draft, LocalDate.of(2026, 1, 1)))
          .flatMap(matter -> matter.due().stream())
          .forEach(due -> dues.merge(trail, due, (a, b) -> a.isAfter(b) ? a : b));
    }
    return dues;
  }
}
