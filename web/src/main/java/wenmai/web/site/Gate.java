package wenmai.web.site;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.Reader;
import wenmai.corpus.account.Account;
import wenmai.corpus.account.AccountBook;

/**
 * The one place that turns a request into who sent it (门卫): by the cookie of a browser, or by the
 * bearer token of a program. Whoever shows nothing, or what is no longer good, is the public.
 */
public final class Gate implements Site.Routes {
  private static final String BEARER = "Bearer ";
  private static final int LONGEST_TOKEN = 200;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final AccountBook book;
  private final Set<String> proxies;

  /**
   * @param proxies addresses whose word on how the visitor came counts
   */
  public Gate(AccountBook book, Set<String> proxies) {
    this.book = book;
    this.proxies = Set.copyOf(proxies);
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.before(this::receive);
    config.routes.after(Gate::keepFromCaches);
  }

  private void receive(Context context) {
    if (!READING.contains(context.method().name())) {
      refuseFromElsewhere(context);
    }
    visitor(context).enter(context);
  }

  private Visitor visitor(Context context) {
    String header = context.header("Authorization");
    if (header != null && header.startsWith(BEARER)) {
      String token = header.substring(BEARER.length()).strip();
      return holder(token)
          .map(account -> new Visitor(account.reader(), token, Visitor.Via.BEARER))
          .orElseThrow(() -> new RequestProblem(401, "bad-token", ""));
    }
    String cookie = Optional.ofNullable(context.cookie(cookieName(context))).orElse("");
    return holder(cookie)
        .map(account -> new Visitor(account.reader(), cookie, Visitor.Via.COOKIE))
        .orElse(new Visitor(Reader.anonymous(), "", Visitor.Via.NOTHING));
  }

  private Optional<Account> holder(String token) {
    return token.isEmpty() || token.length() > LONGEST_TOKEN
        ? Optional.empty()
        : book.holderOf(token);
  }

  /**
   * Browsers say where a request comes from; one that changes something must come from here. This
   * also guards the form by which one signs in, which can carry no proof yet.
   */
  private static void refuseFromElsewhere(Context context) {
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    boolean here =
        site != null
            ? site.equals("same-origin") || site.equals("none")
            : origin == null || isHere(origin, String.valueOf(context.host()));
    if (!here) {
      throw new RequestProblem(403, "from-elsewhere", "");
    }
  }

  private static boolean isHere(String origin, String host) {
    try {
      return host.equals(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false; // "null", or nothing that could be an origin
    }
  }

  /** What depends on who asks is nobody else's to keep. */
  private static void keepFromCaches(Context context) {
    if (context.path().startsWith("/assets/")) {
      return;
    }
    context.header("Vary", "Cookie, Authorization, Accept-Encoding");
    if (Visitor.of(context).isSignedIn()) {
      context.header("Cache-Control", "private, no-store");
    }
  }

  /** Gives the browser what shows from now on who it is. */
  public void admit(Context context, String token) {
    context.cookie(
        new Cookie(
            cookieName(context), token, "/", -1, isSecure(context), true, null, SameSite.LAX));
  }

  /** Gives the browser something to bring back soon, such as what it has begun elsewhere. */
  public void remember(Context context, String what, String value, Duration longest) {
    context.cookie(passing(context, what, value, (int) longest.toSeconds()));
  }

  /** What it brings back. */
  public Optional<String> remembered(Context context, String what) {
    return Optional.ofNullable(context.cookie(cookieName(context) + "-" + what));
  }

  public void forget(Context context, String what) {
    context.cookie(passing(context, what, "", 0));
  }

  private Cookie passing(Context context, String what, String value, int seconds) {
    String name = cookieName(context) + "-" + what;
    return new Cookie(name, value, "/", seconds, isSecure(context), true, null, SameSite.LAX);
  }

  /** Takes it back. */
  public void dismiss(Context context) {
    context.cookie(
        new Cookie(cookieName(context), "", "/", 0, isSecure(context), true, null, SameSite.LAX));
  }

  /** The prefix makes browsers refuse a cookie of that name that came without encryption. */
  private String cookieName(Context context) {
    return isSecure(context) ? "__Host-wenmai" : "wenmai";
  }

  private boolean isSecure(Context context) {
    return context.scheme().equals("https")
        || (proxies.contains(context.ip())
            && "https".equalsIgnoreCase(context.header("X-Forwarded-Proto")));
  }
}
