package wenmai.corpus.version;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.version.ArticleChange.Added;
import wenmai.corpus.version.ArticleChange.Kept;
import wenmai.corpus.version.ArticleChange.Piece;
import wenmai.corpus.version.ArticleChange.Place;
import wenmai.corpus.version.ArticleChange.Removed;

/**
 * Compares two versions article by article (逐条对照): layout, width, script and spellings of marks
 * count for nothing, and an article that moved is shown as moved, not as gone and new. A pure
 * function.
 */
public final class ArticleDiff {
  /** Above this many characters a side, an article is compared by clauses instead of characters. */
  private static final int LONGEST_BY_CHARACTER = 4000;

  private ArticleDiff() {}

  /**
   * Every article of both sides once, in the order of the right side; removed ones at their place.
   */
  public static List<ArticleChange> of(List<ArticleText> left, List<ArticleText> right) {
    int[] partner = ArticlePairing.of(left, right);
    boolean[] moved = Order.outOfOrder(partner);
    boolean[] taken = new boolean[left.size()];
    for (int mate : partner) {
      if (mate >= 0) {
        taken[mate] = true;
      }
    }
    List<ArticleChange> changes = new ArrayList<>();
    int shown = 0;
    for (int r = 0; r < right.size(); r++) {
      int mate = partner[r];
      if (mate >= 0 && !moved[r]) {
        shown = addRemoved(left, taken, shown, mate, changes);
      }
      changes.add(
          mate < 0 ? new Added(right.get(r)) : kept(left.get(mate), right.get(r), moved[r]));
    }
    addRemoved(left, taken, shown, left.size(), changes);
    return changes;
  }

  private static int addRemoved(
      List<ArticleText> left, boolean[] taken, int from, int to, List<ArticleChange> changes) {
    for (int i = from; i < to; i++) {
      if (!taken[i]) {
        changes.add(new Removed(left.get(i)));
      }
    }
    return Math.max(from, to);
  }

  private static Kept kept(ArticleText left, ArticleText right, boolean moved) {
    Place place =
        moved
            ? Place.MOVED
            : left.address().equals(right.address()) ? Place.SAME : Place.RENUMBERED;
    return new Kept(left, right, place, pieces(left.words(), right.words()));
  }

  /** The words of two texts side by side. */
  public static List<Piece> pieces(String left, String right) {
    ComparedText before = new ComparedText(left);
    ComparedText after = new ComparedText(right);
    boolean isLong = Math.max(left.length(), right.length()) > LONGEST_BY_CHARACTER;
    return isLong ? byClause(left, right) : byCharacter(before, after);
  }

  private static List<Piece> byCharacter(ComparedText before, ComparedText after) {
    List<Piece> pieces = new ArrayList<>();
    int left = 0;
    int right = 0;
    for (AbstractDelta<String> delta :
        DiffUtils.diff(before.letters(), after.letters()).getDeltas()) {
      int l = delta.getSource().getPosition();
      int r = delta.getTarget().getPosition();
      addSame(pieces, before.printed(left, l), after.printed(right, r));
      left = l + delta.getSource().size();
      right = r + delta.getTarget().size();
      pieces.add(piece(delta.getType(), before.printed(l, left), after.printed(r, right)));
    }
    addSame(
        pieces,
        before.printed(left, before.letters().size()),
        after.printed(right, after.letters().size()));
    return pieces;
  }

  private static void addSame(List<Piece> pieces, String left, String right) {
    if (!left.isEmpty() || !right.isEmpty()) {
      pieces.add(new Piece.Same(left, right));
    }
  }

  private static Piece piece(DeltaType type, String left, String right) {
    return switch (type) {
      case INSERT -> new Piece.Inserted(right);
      case DELETE -> new Piece.Deleted(left);
      case CHANGE, EQUAL -> new Piece.Replaced(left, right);
    };
  }

  private static List<Piece> byClause(String left, String right) {
    List<String> before = clauses(left);
    List<String> after = clauses(right);
    List<String> beforeKeys = before.stream().map(it -> new ComparedText(it).joined()).toList();
    List<String> afterKeys = after.stream().map(it -> new ComparedText(it).joined()).toList();
    List<Piece> pieces = new ArrayList<>();
    int l = 0;
    int r = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(beforeKeys, afterKeys).getDeltas()) {
      int source = delta.getSource().getPosition();
      int target = delta.getTarget().getPosition();
      addSame(pieces, join(before, l, source), join(after, r, target));
      l = source + delta.getSource().size();
      r = target + delta.getTarget().size();
      pieces.add(piece(delta.getType(), join(before, source, l), join(after, target, r)));
    }
    addSame(pieces, join(before, l, before.size()), join(after, r, after.size()));
    return pieces;
  }

  private static String join(List<String> clauses, int from, int to) {
    return String.join("", clauses.subList(from, to));
  }

  private static List<String> clauses(String text) {
    List<String> clauses = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if ("。；，;,\n".indexOf(text.charAt(i)) >= 0) {
        clauses.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      clauses.add(text.substring(start));
    }
    return clauses;
  }
}
