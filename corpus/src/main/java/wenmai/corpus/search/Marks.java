package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.List;
import wenmai.analyzers.fold.Folded;
import wenmai.analyzers.number.DigitForm;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.text.Span;

/**
 * Finds what matched in a stretch of text (标记): by plain comparison of folded characters, so that a
 * mark is exactly what stands there.
 */
final class Marks {
  private Marks() {}

  /** Marks in order, not overlapping, in units of the source of {@code folded}. */
  static List<Span> in(Folded folded, Needles needles) {
    List<Span> found = new ArrayList<>();
    needles.exact().forEach(run -> addAll(folded, run, found));
    needles.cited().forEach(name -> addAll(folded, name, found));
    needles.words().forEach(word -> addAll(folded, word, found));
    if (!needles.numbers().isEmpty()) {
      Folded digits = DigitForm.of(folded);
      needles.numbers().forEach(number -> addNumber(digits, number, found));
    }
    needles.patterns().forEach(pattern -> addPattern(folded, pattern, found));
    return merged(found);
  }

  /** Where one folded run stands. */
  static List<Span> of(Folded folded, String run) {
    List<Span> found = new ArrayList<>();
    addAll(folded, run, found);
    return found;
  }

  /** Nothing where nothing is looked for: a run of signs alone folds to none. */
  private static void addAll(Folded folded, String run, List<Span> found) {
    if (run.isEmpty()) {
      return;
    }
    String text = folded.text();
    for (int at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length())) {
      found.add(source(folded, at, at + run.length()));
    }
  }

  /** Whole numbers alone: 1件 is not in 11件. */
  private static void addNumber(Folded digits, String number, List<Span> found) {
    String text = digits.text();
    for (int at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
      int end = at + number.length();
      if (!DigitForm.isInsideNumber(digits, at) && !DigitForm.isInsideNumber(digits, end)) {
        found.add(source(digits, at, end));
      }
    }
  }

  private static void addPattern(Folded folded, EngineQuery.Wildcard pattern, List<Span> found) {
    String text = folded.text();
    String first = pattern.pieces().getFirst().run();
    int at = text.indexOf(first);
    while (at >= 0) {
      int end = endOf(text, at, pattern.pieces());
      if (end > 0) {
        found.add(source(folded, at, end));
      }
      at = text.indexOf(first, Math.max(end, at + 1));
    }
  }

  /** The end of the shortest match that begins here, or -1; each piece is tried at few places. */
  private static int endOf(String text, int at, List<EngineQuery.Piece> pieces) {
    int end = at + pieces.getFirst().run().length();
    for (EngineQuery.Piece piece : pieces.subList(1, pieces.size())) {
      int next = text.indexOf(piece.run(), Math.min(text.length(), end + piece.least()));
      if (next < 0 || next - end > piece.most()) {
        return -1;
      }
      end = next + piece.run().length();
    }
    return end;
  }

  private static Span source(Folded folded, int from, int to) {
    return Span.of(folded.sourceStart(from), folded.sourceEnd(to));
  }

  private static List<Span> merged(List<Span> found) {
    List<Span> sorted = found.stream().sorted().toList();
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      if (!merged.isEmpty() && span.start() < merged.getLast().end()) {
        Span last = merged.removeLast();
        merged.add(Span.of(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
