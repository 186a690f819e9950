package wenmai.corpus.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.structure.Outline;

/** The life of one article through the held versions of a work (条文沿革). */
public final class ArticleHistory {
  private ArticleHistory() {}

  /** A version with its text, oldest first in a list of them. */
  public record VersionText(DocumentId document, String text, Outline outline) {}

  /**
   * The article in one version.
   *
   * @param change how it came from the version before; empty in the first version that has it
   */
  public record Stand(
      DocumentId document, ArticleText article, Optional<ArticleChange.Kept> change) {}

  /**
   * Follows an article of the last version back through the versions before it.
   *
   * @param versions oldest first
   * @param address the article's number in the last version, such as {@code 12}
   * @return oldest first; empty where the last version has no such article
   */
  public static List<Stand> of(List<VersionText> versions, String address) {
    List<Stand> stands = new ArrayList<>();
    String sought = address;
    for (int i = versions.size() - 1; i >= 0; i--) {
      VersionText version = versions.get(i);
      List<ArticleText> articles = ArticleText.of(version.text(), version.outline());
      String wanted = sought;
      Optional<ArticleText> article =
          articles.stream().filter(each -> each.address().equals(wanted)).findFirst();
      if (article.isEmpty()) {
        break;
      }
      Optional<ArticleChange.Kept> change =
          i == 0 ? Optional.empty() : change(versions.get(i - 1), articles, wanted);
      stands.addFirst(new Stand(version.document(), article.get(), change));
      if (change.isEmpty()) {
        break;
      }
      sought = change.get().left().address();
    }
    return List.copyOf(stands);
  }

  private static Optional<ArticleChange.Kept> change(
      VersionText before, List<ArticleText> articles, String address) {
    List<ArticleText> former = ArticleText.of(before.text(), before.outline());
    return ArticleDiff.of(former, articles).stream()
        .flatMap(change ->
            change instanceof ArticleChange.Kept kept && kept.right().address().equals(address)
                ? Stream.of(kept)
                : Stream.empty())
        .findFirst();
  }
}
