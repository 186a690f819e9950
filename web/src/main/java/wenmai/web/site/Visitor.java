package wenmai.web.site;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import wenmai.corpus.Reader;
import wenmai.corpus.Reader.Role;

/**
 * Who sent a request (来访者). {@link Gate} finds it out, once; everything else asks here.
 *
 * @param token what shows it; empty for the public
 */
public record Visitor(Reader reader, String token, Via via) {
  private static final String ATTRIBUTE = "visitor";
  private static final Visitor PUBLIC = new Visitor(Reader.anonymous(), "", Via.NOTHING);

  /** How one shows who one is. */
  public enum Via {
    /** One does not: the public. */
    NOTHING,
    /**
     * A browser does by itself, for whatever page makes it ask; so changes need a proof as well.
     */
    COOKIE,
    /** A program does on purpose. */
    BEARER
  }

  /** Who sent this request; the public where nobody has looked yet. */
  public static Visitor of(Context context) {
    Visitor visitor = context.attribute(ATTRIBUTE);
    return visitor == null ? PUBLIC : visitor;
  }

  void enter(Context context) {
    context.attribute(ATTRIBUTE, this);
  }

  public boolean isSignedIn() {
    return via != Via.NOTHING;
  }

  /** The account's name; empty for the public. */
  public String name() {
    return reader.name().orElse("");
  }

  /** The role as it is typed and labelled. */
  public String roleKey() {
    return reader.role().name().toLowerCase(Locale.ROOT);
  }

  public boolean is(Role least) {
    return reader.role().compareTo(least) >= 0;
  }

  /**
   * What a form of ours carries and a form from elsewhere cannot know; empty for the public. It
   * follows from the token and does not give it away.
   */
  public String proof() {
    return isSignedIn() ? sha256("proof:" + token) : "";
  }

  /**
   * Lets go on who has this role.
   *
   * @throws RequestProblem 401 for the public, 403 for who may not
   */
  public static Visitor atLeast(Role role, Context context) {
    Visitor visitor = of(context);
    if (!visitor.isSignedIn()) {
      throw new RequestProblem(401, "sign-in", "");
    }
    if (!visitor.is(role)) {
      throw new RequestProblem(403, "forbidden", "");
    }
    return visitor;
  }

  /**
   * The same for a request that changes something: a browser's must carry the proof too.
   *
   * @throws RequestProblem 401, or 403 also where the proof is missing
   */
  public static Visitor changing(Role role, Context context) {
    Visitor visitor = atLeast(role, context);
    if (visitor.via() == Via.COOKIE && !visitor.proves(context)) {
      throw new RequestProblem(403, "no-proof", "");
    }
    return visitor;
  }

  private boolean proves(Context context) {
    String shown =
        Optional.ofNullable(context.header("X-CSRF-Token"))
            .or(() -> Optional.ofNullable(context.formParam("proof")))
            .orElse("");
    return MessageDigest.isEqual(
        shown.getBytes(StandardCharsets.UTF_8), proof().getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
