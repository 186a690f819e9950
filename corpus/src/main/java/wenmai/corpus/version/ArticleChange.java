package wenmai.corpus.version;

import java.util.List;

/** What became of an article between two versions. */
public sealed interface ArticleChange {

  /**
   * It stands in both, with the same words or with changed ones.
   *
   * @param place whether and how its number changed
   * @param pieces its words in order; all {@link Piece.Same} where nothing changed
   */
  record Kept(ArticleText left, ArticleText right, Place place, List<Piece> pieces)
      implements ArticleChange {
    public Kept {
      pieces = List.copyOf(pieces);
    }

    public boolean sameWords() {
      return pieces.stream().allMatch(piece -> piece instanceof Piece.Same);
    }
  }

  /** It is new. */
  record Added(ArticleText right) implements ArticleChange {}

  /** It is gone. */
  record Removed(ArticleText left) implements ArticleChange {}

  /** Where an article that stands in both versions stands in the later one. */
  enum Place {
    SAME,
    /** Another number because others before it came or went. */
    RENUMBERED,
    /** Before or behind others that it stood behind or before: moved. */
    MOVED
  }

  /** A stretch of two compared articles; the words are those printed. */
  sealed interface Piece {
    record Same(String left, String right) implements Piece {}

    record Replaced(String left, String right) implements Piece {}

    record Deleted(String left) implements Piece {}

    record Inserted(String right) implements Piece {}
  }
}
