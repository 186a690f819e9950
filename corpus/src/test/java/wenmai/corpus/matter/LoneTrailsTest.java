package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import wenmai.corpus.citation.CitationFinder;

/**
 * The trails of {@code lone-trails.txt}, each an archive of its own, as they stand on 20 April
 * 2025. A line {@code =} names a matter by its type and a part of its subject, and what must be so
 * of it: {@code due} (a day or none), {@code status}, {@code missing} (a step, or none), {@code
 * has} and {@code lacks} (a step); with {@code absent} there is no such matter.
 */
final class LoneTrailsTest {
  private static final LocalDate DAY = LocalDate.of(2025, 4, 20);
  private static final MatterBuilder BUILDER =
      new MatterBuilder(MatterTemplates.load(SampleSet.CONFIG));

  @TestFactory
  Stream<DynamicTest> aTrailStandsAsItsPapersSay() throws IOException {
    CitationFinder finder = Trails.finder();
    return Trails.read("lone-trails.txt").trails().stream()
        .map(trail -> DynamicTest.dynamicTest(trail.name(), () -> stands(trail, finder)));
  }

  private static void stands(Trails.Trail trail, CitationFinder finder) {
    List<Matter> matters =
        SampleSet.drafts(
                trail.papers().stream().map(paper -> paper.document(finder)).toList(), BUILDER)
            .stream()
            .map(draft -> Ledger.on(draft, DAY))
            .toList();
    assertFalse(trail.expected().isEmpty(), "nothing expected");
    for (String line : trail.expected()) {
      String[] said = line.split("; ");
      String[] whose = said[0].split(" ", 2);
      List<Matter> those =
          matters.stream()
              .filter(matter -> matter.type().key().equals(whose[0]))
              .filter(matter -> whose.length == 1 || matter.subject().contains(whose[1]))
              .toList();
      if (said[1].equals("absent")) {
        assertEquals(List.of(), those, line);
      } else {
        assertEquals(1, those.size(), () -> line + " of " + subjects(matters));
        for (String each : List.of(said).subList(1, said.length)) {
          int at = each.indexOf('=');
          check(each.substring(0, at), each.substring(at + 1), those.getFirst(), line);
        }
      }
    }
  }

  private static void check(String what, String expected, Matter matter, String line) {
    List<String> missing = matter.missing().stream().map(Matter.MissingStage::stage).toList();
    List<String> steps = matter.stages().stream().map(Matter.StageEntry::stage).toList();
    switch (what) {
      case "due" ->
          assertEquals(expected, matter.due().map(LocalDate::toString).orElse("none"), line);
      case "status" -> assertEquals(expected, matter.status().key(), line);
      case "missing" ->
          assertTrue(
              expected.equals("none") ? missing.isEmpty() : missing.contains(expected),
              () -> line + " of " + missing);
      case "has" -> assertTrue(steps.contains(expected), () -> line + " of " + steps);
      case "lacks" -> assertFalse(steps.contains(expected), () -> line + " of " + steps);
      default -> throw new IllegalArgumentException(line);
    }
  }

  private static String subjects(List<Matter> matters) {
    return matters.stream()
        .map(matter -> matter.type().key() + " " + matter.subject())
        .collect(Collectors.joining(", "));
  }
}
