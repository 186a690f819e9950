package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import wenmai.corpus.document.OfficialDocument;

/**
 * The trails of {@code trails.txt}, each mechanism in more than one style and all in one archive: a
 * trail is one matter, and no two trails are.
 */
final class MechanismsTest {
  private static final Map<String, Set<String>> TRAILS = new LinkedHashMap<>();
  private static List<MatterDraft> drafts = List.of();
  private static Map<String, String> names = Map.of();

  @BeforeAll
  static void build() throws IOException {
    CitationFinder finder = Trails.finder();
    List<Trails.Trail> trails = Trails.read("trails.txt").trails();
    List<OfficialDocument> documents = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    Map<String, String> titled = new HashMap<>();
    for (Trails.Trail trail : trails) {
      for (Trails.Paper paper : trail.papers()) {
        OfficialDocument document = paper.document(finder);
        ids.put(document.id().value(), paper.id());
        titled.put(paper.cells().getOrDefault("title", ""), paper.id());
        documents.add(document);
      }
    }
    for (Trails.Trail trail : trails) {
      Set<String> papers = new LinkedHashSet<>();
      trail.papers().forEach(paper -> papers.add(paper.id()));
      trail.alsoOf().forEach(title -> papers.add(titled.getOrDefault(title, title)));
      TRAILS.put(trail.name(), papers);
    }
    names = ids;
    drafts = SampleSet.drafts(documents, new MatterBuilder(MatterTemplates.load(SampleSet.CONFIG)));
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
  void theDayIsOfItsOwnRowAndOfWhatWasAskedOrPromisedAndNotArranged() {
    Map<String, LocalDate> days =
        Map.of(
            "a petition handed on, pressed, answered and looked into", LocalDate.of(2024, 8, 20),
            "a committee of investigation, from the bill that asks for it to what was done",
                LocalDate.of(2024, 5, 31),
            "a table hands over two opinions with a day for each: the first",
                LocalDate.of(2024, 3, 20),
            "a table hands over two opinions with a day for each: the second",
                LocalDate.of(2024, 6, 20),
            "a suggestion on which another bureau gives its part", LocalDate.of(2024, 11, 30),
            "an appraisal with the ballot of its vote", LocalDate.of(2024, 12, 5));
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
            "a petition handed on, pressed, answered and looked into",
            "a regulation that is called otherwise from its second reading on")) {
      assertTrue(isClosed(name), name);
    }
    for (String name :
        List.of(
            "an appraisal with the ballot of its vote",
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
