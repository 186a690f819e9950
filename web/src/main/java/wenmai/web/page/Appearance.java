package wenmai.web.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The size of type a visitor has chosen (字号), kept in a cookie that says nothing of the visitor.
 */
enum Appearance {
  NORMAL("normal"),
  LARGE("large");

  static final String PATH = "/appearance";
  private static final String COOKIE = "appearance";
  private static final int A_YEAR_IN_SECONDS = 31_536_000;

  /** An address on this site: one slash, and nothing that could leave the header. */
  private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]{0,4000}");

  private final String key;

  Appearance(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  static Appearance of(Context context) {
    return ofKey(Optional.ofNullable(context.cookie(COOKIE)).orElse("")).orElse(NORMAL);
  }

  private static Optional<Appearance> ofKey(String key) {
    return switch (key) {
      case "normal" -> Optional.of(NORMAL);
      case "large" -> Optional.of(LARGE);
      default -> Optional.empty();
    };
  }

  private Appearance other() {
    return this == NORMAL ? LARGE : NORMAL;
  }

  /** The address that changes to the other size and comes back to this page. */
  String otherAddress(Context context) {
    String query = context.queryString();
    String here = query == null ? context.path() : context.path() + "?" + query;
    return PATH + "?size=" + other().key + "&back=" + Addresses.encode(here);
  }

  /** Keeps the choice and goes back to where it was made. */
  static void choose(Context context) {
    String wanted = Optional.ofNullable(context.queryParam("size")).orElse("");
    String back = Optional.ofNullable(context.queryParam("back")).orElse("/");
    Appearance choice = ofKey(wanted).orElse(NORMAL);
    context.cookie(
        new Cookie(COOKIE, choice.key, "/", A_YEAR_IN_SECONDS, false, true, null, SameSite.LAX));
    context.redirect(HERE.matcher(back).matches() ? back : "/", HttpStatus.SEE_OTHER);
  }
}
