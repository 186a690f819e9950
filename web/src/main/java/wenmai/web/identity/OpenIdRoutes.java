package wenmai.web.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.account.Attempt;
import wenmai.web.account.AccountRoutes;
import wenmai.web.render.Messages;
import wenmai.web.site.Gate;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;

/**
 * Signing in with an identity provider (统一身份认证登录): off to it, and back. What was begun is kept here
 * under its state; the browser that began it holds the state in a cookie, so that nobody can make
 * another's browser finish it.
 */
public final class OpenIdRoutes implements Site.Routes {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdRoutes.class);
  private static final String BEGIN = AccountRoutes.LOGIN + "/openid";
  private static final String END = BEGIN + "/callback";
  private static final String SOURCE = "openid";
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_BEGUN = 10_000;

  private final OpenIdProvider provider;
  private final AccountBook book;
  private final Gate gate;
  private final Messages messages;
  private final Cache<String, OpenIdProvider.Begun> begun =
      Caffeine.newBuilder().maximumSize(MOST_BEGUN).expireAfterWrite(LONGEST).build();

  public OpenIdRoutes(OpenIdProvider provider, AccountBook book, Gate gate, Messages messages) {
    this.provider = provider;
    this.book = book;
    this.gate = gate;
    this.messages = messages;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get(BEGIN, this::begin);
    config.routes.get(END, this::end);
  }

  private void begin(Context context) {
    OpenIdProvider.Begun now =
        OpenIdProvider.Begun.goingTo(AccountRoutes.back(context.queryParam("back")));
    try {
      String there = provider.begin(now).toString();
      begun.put(now.state().getValue(), now);
      gate.remember(context, SOURCE, now.state().getValue(), LONGEST);
      context.header("Cache-Control", "private, no-store");
      context.redirect(there, HttpStatus.SEE_OTHER);
    } catch (OpenIdProblem problem) {
      throw refusal(problem);
    }
  }

  private void end(Context context) {
    context.header("Cache-Control", "private, no-store");
    String state = Optional.ofNullable(context.queryParam("state")).orElse("");
    boolean sameBrowser = gate.remembered(context, SOURCE).filter(state::equals).isPresent();
    OpenIdProvider.Begun was = sameBrowser ? begun.asMap().remove(state) : null;
    gate.forget(context, SOURCE);
    try {
      if (was == null) {
        throw new OpenIdProblem(OpenIdProblem.Reason.EXPIRED, "not begun here");
      }
      OpenIdProvider.Person person = provider.finish(context.queryParamMap(), was);
      enter(context, person, was.back());
    } catch (OpenIdProblem problem) {
      throw refusal(problem);
    }
  }

  private void enter(Context context, OpenIdProvider.Person person, String back) {
    String device = Optional.ofNullable(context.userAgent()).orElse("");
    Attempt attempt =
        person
            .role()
            .map(role -> book.admit(SOURCE, person.name(), role, device))
            .orElseGet(Attempt.NotEntitled::new);
    if (attempt instanceof Attempt.Granted granted) {
      gate.admit(context, granted.token());
      context.redirect(back, HttpStatus.SEE_OTHER);
      return;
    }
    throw new RequestProblem(403, "not-entitled", messages.get("login.not-entitled"));
  }

  private RequestProblem refusal(OpenIdProblem problem) {
    LOG.info("signing in with {} failed: {}", provider.label(), problem.getMessage());
    String key = problem.reason().name().toLowerCase(Locale.ROOT);
    return problem.reason() == OpenIdProblem.Reason.UNREACHABLE
        ? new RequestProblem(503, key, messages.get("login.unreachable"))
        : new RequestProblem(
            400,
            key,
            messages.get(
                "login.outside.failed", provider.label(), messages.get("login.outside." + key)));
  }
}
