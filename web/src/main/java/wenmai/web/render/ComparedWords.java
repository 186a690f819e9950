package wenmai.web.render;

import java.util.List;
import wenmai.corpus.version.ArticleChange.Piece;

/** The words of one side of a comparison, with what differs marked. */
public final class ComparedWords {
  private ComparedWords() {}

  /** The earlier side: what is gone is marked as deleted. */
  public static Markup left(List<Piece> pieces) {
    StringBuilder html = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Same same -> html.append(Html.escape(same.left()));
        case Piece.Replaced both -> append(html, "del", both.left());
        case Piece.Deleted gone -> append(html, "del", gone.left());
        case Piece.Inserted fresh -> {
          // It stands on the other side alone.
        }
      }
    }
    return new Markup(html.toString());
  }

  /** The later side: what is new is marked as inserted. */
  public static Markup right(List<Piece> pieces) {
    StringBuilder html = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Same same -> html.append(Html.escape(same.right()));
        case Piece.Replaced both -> append(html, "ins", both.right());
        case Piece.Inserted fresh -> append(html, "ins", fresh.right());
        case Piece.Deleted gone -> {
          // It stands on the other side alone.
        }
      }
    }
    return new Markup(html.toString());
  }

  public static Markup plain(String words) {
    return new Markup(Html.escape(words));
  }

  private static void append(StringBuilder html, String tag, String words) {
    if (!words.isEmpty()) {
      html.append('<').append(tag).append('>').append(Html.escape(words));
      html.append("</").append(tag).append('>');
    }
  }
}
