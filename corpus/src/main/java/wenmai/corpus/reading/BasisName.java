package wenmai.corpus.reading;

import java.util.Optional;
import wenmai.corpus.citation.Citation;

/** How a paper's basis is named (依据的写法): 《…法》第十八条, or a number where no title is given. */
final class BasisName {
  private BasisName() {}

  /** As the citation names it; empty where it names nothing by itself (前款). */
  static Optional<String> of(Citation citation) {
    if (citation.isInner()) {
      return Optional.empty();
    }
    String words = citation.place().words().replaceAll("[\\s\\u3000]+", "");
    int closed = Math.max(words.lastIndexOf('》'), words.lastIndexOf('〉'));
    String article = closed >= 0 ? words.substring(closed + 1) : articleOf(words);
    return citation
        .title()
        .map(title -> "《" + title + "》" + article)
        .or(() -> citation.number().map(Object::toString));
  }

  /** The part of a short form that names the article: 监督法第十八条. */
  private static String articleOf(String words) {
    int article = words.indexOf('第');
    return article > 0 && words.substring(article).matches("第[^第]{1,8}条.*")
        ? words.substring(article)
        : "";
  }
}
