package wenmai.corpus.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.version.ArticleChange.Kept;

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
  public record Stand(DocumentId document, ArticleText article, Optional<Kept> change) {}

  /**
   * Follows an article of one version back through those before it and on through those after it.
   *
   * @param versions oldest first
   * @param at the version whose numbering the address is of, from 0
   * @param address the article's number in that version, such as {@code 12}
   * @return oldest first; empty where that version has no such article
   */
  public static List<Stand> of(List<VersionText> versions, int at, String address) {
    List<List<ArticleText>> texts =
        versions.stream()
            .map(version -> ArticleText.of(version.text(), version.outline()))
            .toList();
    Optional<ArticleText> own =
        texts.get(at).stream().filter(text -> text.address().equals(address)).findFirst();
    if (own.isEmpty()) {
      return List.of();
    }
    List<Stand> stands = new ArrayList<>();
    ArticleText later = own.get();
    int first = at;
    while (first >= 0) {
      String sought = later.address();
      Optional<Kept> change =
          first == 0
              ? Optional.empty()
              : kept(texts.get(first - 1), texts.get(first))
                  .filter(kept -> kept.right().address().equals(sought))
                  .findFirst();
      stands.addFirst(new Stand(versions.get(first).document(), later, change));
      if (change.isEmpty()) {
        break;
      }
      later = change.get().left();
      first--;
    }
    ArticleText former = own.get();
    for (int i = at + 1; i < texts.size(); i++) {
      String sought = former.address();
      Optional<Kept> change =
          kept(texts.get(i - 1), texts.get(i))
              .filter(kept -> kept.left().address().equals(sought))
              .findFirst();
      if (change.isEmpty()) {
        break;
      }
      former = change.get().right();
      stands.add(new Stand(versions.get(i).document(), former, change));
    }
    return List.copyOf(stands);
  }

  private static Stream<Kept> kept(List<ArticleText> before, List<ArticleText> after) {
    return ArticleDiff.of(before, after).stream()
        .filter(Kept.class::isInstance)
        .map(Kept.class::cast);
  }
}
