package wenmai.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.version.ArticleChange;
import wenmai.corpus.version.ArticleChange.Piece;
import wenmai.corpus.version.ArticleText;

/** The answer of {@code GET /api/v1/compare}, as the contract prints it. */
public record CompareAnswer(List<Pair> pairs) {

  /**
   * An article of both sides, or of one.
   *
   * @param change what became of it: same, changed, added or removed
   * @param place {@code same}, {@code renumbered} or {@code moved}; null where it stands in one
   */
  public record Pair(
      @Nullable Side left,
      @Nullable Side right,
      String change,
      @Nullable String place,
      List<Difference> differences) {}

  /** An article as it stands in one document. */
  public record Side(String document, String article, String label, String text) {}

  /**
   * A stretch where both differ.
   *
   * @param type {@code replaced}, {@code deleted} or {@code inserted}
   */
  public record Difference(String type, @Nullable String left, @Nullable String right) {}

  public static CompareAnswer of(Comparison comparison) {
    DocumentId left = comparison.left().document().id();
    DocumentId right = comparison.right().document().id();
    return new CompareAnswer(
        comparison.changes().stream().map(change -> pair(change, left, right)).toList());
  }

  private static Pair pair(ArticleChange change, DocumentId left, DocumentId right) {
    return switch (change) {
      case ArticleChange.Kept kept ->
          new Pair(
              side(left, kept.left()),
              side(right, kept.right()),
              kept.sameWords() ? "same" : "changed",
              place(kept.place()),
              differences(kept));
      case ArticleChange.Added added ->
          new Pair(null, side(right, added.right()), "added", null, List.of());
      case ArticleChange.Removed removed ->
          new Pair(side(left, removed.left()), null, "removed", null, List.of());
    };
  }

  static List<Difference> differences(ArticleChange.Kept kept) {
    return kept.pieces().stream().flatMap(piece -> difference(piece).stream()).toList();
  }

  static String place(ArticleChange.Place place) {
    return switch (place) {
      case SAME -> "same";
      case RENUMBERED -> "renumbered";
      case MOVED -> "moved";
    };
  }

  private static Side side(DocumentId document, ArticleText text) {
    return new Side(document.value(), text.address(), text.label(), text.words());
  }

  private static List<Difference> difference(Piece piece) {
    return switch (piece) {
      case Piece.Same same -> List.of();
      case Piece.Replaced both -> List.of(new Difference("replaced", both.left(), both.right()));
      case Piece.Deleted gone -> List.of(new Difference("deleted", gone.left(), null));
      case Piece.Inserted fresh -> List.of(new Difference("inserted", null, fresh.right()));
    };
  }
}
