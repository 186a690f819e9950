package wenmai.web.page;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.version.ArticleHistory.Stand;
import wenmai.web.render.ComparedWords;
import wenmai.web.render.Markup;
import wenmai.web.render.Messages;

/** The page of one article through the versions of its work (条文沿革), the latest first. */
public record ArticlePage(String title, String url, String label, List<Row> rows) {

  /**
   * The article in one version.
   *
   * @param note how it came from the version before
   * @param compareUrl both versions side by side, or empty
   */
  public record Row(
      Titles.PaperRow version,
      boolean self,
      String label,
      String articleUrl,
      String note,
      Markup words,
      String compareUrl) {}

  static ArticlePage of(DocumentId self, List<Stand> stands, Titles titles, Messages messages) {
    List<Row> rows = new ArrayList<>();
    String label = "";
    for (int i = 0; i < stands.size(); i++) {
      Stand stand = stands.get(i);
      boolean own = stand.document().equals(self);
      label = own ? stand.article().label() : label;
      rows.addFirst(
          new Row(
              titles.row(stand.document()),
              own,
              stand.article().label(),
              Addresses.article(stand.document(), stand.article().address()),
              note(stand, messages),
              stand
                  .change()
                  .map(change -> ComparedWords.right(change.pieces()))
                  .orElseGet(() -> ComparedWords.plain(stand.article().words())),
              i > 0 ? Addresses.compare(stands.get(i - 1).document(), stand.document()) : ""));
    }
    return new ArticlePage(titles.title(self), Addresses.document(self), label, rows);
  }

  private static String note(Stand stand, Messages messages) {
    if (stand.change().isEmpty()) {
      return messages.get("article.first");
    }
    String words =
        messages.get(stand.change().get().sameWords() ? "article.same" : "article.changed");
    return switch (stand.change().get().place()) {
      case SAME -> words;
      case RENUMBERED -> words + "；" + messages.get("compare.renumbered");
      case MOVED -> words + "；" + messages.get("compare.moved");
    };
  }
}
