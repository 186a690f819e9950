package wenmai.corpus.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.analyzers.fold.Folded;
import wenmai.analyzers.fold.Folding;
import wenmai.corpus.text.Span;

/** Pins that marks are what stands there, whatever is looked for. */
class MarksTest {
  private static final Folding FOLDING = Folding.of(Map.of());

  private static List<Span> in(String text, List<String> exact) {
    Folded folded = FOLDING.fold(text);
    return Marks.in(folded, new Needles(exact, List.of(), List.of(), List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "预算", "\u200b"})
  void whatFoldsToNothingMarksNothing(String text) {
    assertEquals(List.of(), in(text, List.of("")));
    assertEquals(List.of(), Marks.of(FOLDING.fold(text), ""));
  }

  /** Against a search of every place, of texts where runs overlap, touch and repeat. */
  @Test
  void everyUnitOfARunIsMarkedAndNoOther() {
    Random random = new Random(20260712);
    for (int round = 0; round < 2_000; round++) {
      String text = random(random, random.nextInt(30));
      List<String> runs = List.of(random(random, random.nextInt(4)), random(random, 1));
      boolean[] expected = new boolean[text.length()];
      for (String run : runs) {
        for (int at = text.indexOf(run); at >= 0 && !run.isEmpty(); ) {
          Arrays.fill(expected, at, at + run.length(), true);
          at = text.indexOf(run, at + run.length());
        }
      }
      boolean[] marked = new boolean[text.length()];
      int last = 0;
      for (Span span : in(text, runs)) {
        assertTrue(span.start() >= last && span.start() < span.end(), text + runs);
        Arrays.fill(marked, span.start(), span.end(), true);
        last = span.end();
      }
      assertEquals(units(expected), units(marked), text + runs);
    }
  }

  private static String random(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("预算法".charAt(random.nextInt(3)));
    }
    return text.toString();
  }

  private static List<Integer> units(boolean[] marked) {
    List<Integer> units = new ArrayList<>();
    for (int at = 0; at < marked.length; at++) {
      if (marked[at]) {
        units.add(at);
      }
    }
    return units;
  }
}
