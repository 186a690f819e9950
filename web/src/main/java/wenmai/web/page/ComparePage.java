package wenmai.web.page;

import java.util.List;
import wenmai.corpus.DocumentView;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.version.ArticleChange;
import wenmai.web.api.Comparison;
import wenmai.web.render.ComparedWords;
import wenmai.web.render.Markup;
import wenmai.web.render.Messages;

/**
 * The page that sets two texts side by side (对照).
 *
 * @param unchanged how many articles are the same on both sides
 */
public record ComparePage(
    PaperHead left,
    PaperHead right,
    int changed,
    int added,
    int removed,
    int unchanged,
    List<Row> rows) {

  /** The head of a column. */
  public record PaperHead(String title, String date, String url) {}

  /**
   * One article.
   *
   * @param change what became of it: same, changed, added or removed
   * @param note where its number or its place changed, or empty
   * @param inLeft whether it stands on the left side
   * @param inRight whether it stands on the right side
   */
  public record Row(
      String change,
      String note,
      boolean inLeft,
      String leftLabel,
      Markup left,
      boolean inRight,
      String rightLabel,
      Markup right) {}

  static ComparePage of(Comparison comparison, Messages messages) {
    List<Row> rows = comparison.changes().stream().map(change -> row(change, messages)).toList();
    return new ComparePage(
        head(comparison.left(), messages),
        head(comparison.right(), messages),
        count(rows, "changed"),
        count(rows, "added"),
        count(rows, "removed"),
        count(rows, "same"),
        rows);
  }

  private static int count(List<Row> rows, String change) {
    return (int) rows.stream().filter(row -> row.change().equals(change)).count();
  }

  private static PaperHead head(DocumentView view, Messages messages) {
    var facts = view.document().facts();
    return new PaperHead(
        facts.value(FactKey.TITLE).orElseGet(() -> messages.get("search.untitled")),
        facts.value(FactKey.DATE).map(Object::toString).orElse(""),
        Addresses.document(view.document().id()));
  }

  private static Row row(ArticleChange change, Messages messages) {
    return switch (change) {
      case ArticleChange.Kept kept ->
          new Row(
              kept.sameWords() ? "same" : "changed",
              switch (kept.place()) {
                case SAME -> "";
                case RENUMBERED -> messages.get("compare.renumbered");
                case MOVED -> messages.get("compare.moved");
              },
              true,
              kept.left().label(),
              ComparedWords.left(kept.pieces()),
              true,
              kept.right().label(),
              ComparedWords.right(kept.pieces()));
      case ArticleChange.Added added ->
          new Row(
              "added",
              "",
              false,
              "",
              ComparedWords.plain(""),
              true,
              added.right().label(),
              ComparedWords.plain(added.right().words()));
      case ArticleChange.Removed removed ->
          new Row(
              "removed",
              "",
              true,
              removed.left().label(),
              ComparedWords.plain(removed.left().words()),
              false,
              "",
              ComparedWords.plain(""));
    };
  }
}
