package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineQuery.Piece;

/**
 * Reads {@code *} and {@code ?} within a word (通配符), in both widths. A question mark that ends a
 * word ends a question; a star there says what is so anyway, for words are looked for inside
 * others.
 */
final class WildcardReader {
  /** So many characters a {@code *} may stand for. */
  static final int WIDEST = 20;

  /** A longer run with a question mark in it is prose, not a pattern. */
  private static final int LONGEST_PATTERN = 40;

  private WildcardReader() {}

  /** The pattern, or empty where the run holds none. */
  static Optional<EngineQuery> read(String run, Vocabulary vocabulary) {
    int[] signs = run.codePoints().toArray();
    if (signs.length > LONGEST_PATTERN || run.codePoints().noneMatch(WildcardReader::isSign)) {
      return Optional.empty();
    }
    List<Piece> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int least = 0;
    int most = 0;
    for (int c : signs) {
      if (isSign(c)) {
        if (add(pieces, piece, least, most, vocabulary)) {
          least = 0;
          most = 0;
        }
        least += isOne(c) ? 1 : 0;
        most = Math.min(WIDEST, most + (isOne(c) ? 1 : WIDEST));
      } else {
        piece.appendCodePoint(c);
      }
    }
    add(pieces, piece, least, most, vocabulary);
    if (pieces.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        pieces.size() == 1
            ? new EngineQuery.Exact(pieces.getFirst().run())
            : new EngineQuery.Wildcard(run, pieces));
  }

  private static boolean add(
      List<Piece> pieces, StringBuilder piece, int least, int most, Vocabulary vocabulary) {
    String run = vocabulary.folded(piece.toString());
    piece.setLength(0);
    if (run.isEmpty()) {
      return false;
    }
    boolean first = pieces.isEmpty();
    pieces.add(new Piece(first ? 0 : least, first ? 0 : Math.max(least, most), run));
    return true;
  }

  private static boolean isSign(int c) {
    return c == '*' || c == '＊' || isOne(c);
  }

  private static boolean isOne(int c) {
    return c == '?' || c == '？';
  }
}
