package wenmai.web.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.DocumentView;
import wenmai.corpus.Holding;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.version.ArticleChange;
import wenmai.corpus.version.ArticleDiff;
import wenmai.corpus.version.ArticleText;
import wenmai.web.render.Messages;
import wenmai.web.site.RequestProblem;

/**
 * Two documents, or two articles of documents, side by side (对照).
 *
 * @param changes every article of both sides once; where articles were named, these alone
 */
public record Comparison(DocumentView left, DocumentView right, List<ArticleChange> changes) {
  /** Longer texts are not compared: it would take too long, and nobody could read it. */
  private static final int LONGEST = 400_000;

  /** One side as it was asked for: {@code ID} or {@code ID:article}. */
  private record Side(DocumentId id, Optional<String> article) {}

  /**
   * What {@code left=} and {@code right=} ask for.
   *
   * @throws RequestProblem 400, 404, 410 or 422
   */
  public static Comparison of(
      Map<String, List<String>> parameters, ReadingRoom room, Messages messages) {
    Side left = side(parameters, "left", messages);
    Side right = side(parameters, "right", messages);
    DocumentView before = view(left, room, messages);
    DocumentView after = view(right, room, messages);
    List<ArticleChange> changes =
        ArticleDiff.of(
            articles(before, left, right, messages), articles(after, right, left, messages));
    return new Comparison(
        before, after, changes.stream().filter(change -> concerns(change, left, right)).toList());
  }

  private static Side side(Map<String, List<String>> parameters, String name, Messages messages) {
    String value =
        SearchParameters.first(parameters, name)
            .orElseThrow(
                () -> new RequestProblem(400, "bad-parameter", messages.get("compare.how")));
    int colon = value.indexOf(':');
    String id = colon < 0 ? value : value.substring(0, colon);
    if (!DocumentId.isValid(id)) {
      throw new RequestProblem(404, "not-found", messages.get("problem.not-found"));
    }
    return new Side(
        new DocumentId(id), colon < 0 ? Optional.empty() : Optional.of(value.substring(colon + 1)));
  }

  private static DocumentView view(Side side, ReadingRoom room, Messages messages) {
    return switch (room.holding(side.id())) {
      case Holding.Held held -> held.document();
      case Holding.Withdrawn gone ->
          throw new RequestProblem(
              410, "withdrawn", messages.get("document.withdrawn", gone.since()));
      case Holding.Absent absent ->
          throw new RequestProblem(404, "not-found", messages.get("problem.not-found"));
    };
  }

  /** All articles, or the one that was named where both sides name one. */
  private static List<ArticleText> articles(
      DocumentView view, Side side, Side other, Messages messages) {
    Content content = view.document().content();
    if (content.text().length() > LONGEST) {
      throw new RequestProblem(422, "too-long", messages.get("compare.long"));
    }
    List<ArticleText> all = ArticleText.of(content.text(), content.outline());
    if (side.article().isEmpty()) {
      return all;
    }
    List<ArticleText> named =
        all.stream().filter(text -> text.address().equals(side.article().get())).toList();
    if (named.isEmpty()) {
      throw new RequestProblem(404, "no-such-article", messages.get("compare.article"));
    }
    return other.article().isPresent() ? named : all;
  }

  /** Where one side alone names an article, what became of that article is shown. */
  private static boolean concerns(ArticleChange change, Side left, Side right) {
    if (left.article().isPresent() == right.article().isPresent()) {
      return true;
    }
    return switch (change) {
      case ArticleChange.Kept kept -> named(left, kept.left()) || named(right, kept.right());
      case ArticleChange.Added added -> named(right, added.right());
      case ArticleChange.Removed removed -> named(left, removed.left());
    };
  }

  private static boolean named(Side side, ArticleText text) {
    return side.article().filter(text.address()::equals).isPresent();
  }
}
