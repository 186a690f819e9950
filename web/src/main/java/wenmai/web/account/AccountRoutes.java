package wenmai.web.account;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.account.AccountProblem;
import wenmai.corpus.account.Attempt;
import wenmai.web.page.Pages;
import wenmai.web.render.Messages;
import wenmai.web.site.Gate;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;
import wenmai.web.site.Visitor;

/** The pages by which people sign in and out and look after their account. */
public final class AccountRoutes implements Site.Routes {
  public static final String LOGIN = "/login";
  private static final String ACCOUNT = "/account";

  /** An address on this site: one slash, and nothing that could leave the header. */
  private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]{0,4000}");

  private final AccountBook book;
  private final Gate gate;
  private final Pages pages;
  private final Messages messages;
  private final ZoneId zone;
  private final String outside;

  /**
   * @param zone in which times are shown
   * @param outside what the identity provider is called that one may sign in with, or empty
   */
  public AccountRoutes(AccountBook book, Gate gate, Pages pages, ZoneId zone, String outside) {
    this.book = book;
    this.gate = gate;
    this.pages = pages;
    this.messages = pages.messages();
    this.zone = zone;
    this.outside = outside;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get(LOGIN, this::form);
    config.routes.post(LOGIN, this::signIn);
    config.routes.post("/logout", this::signOut);
    config.routes.get(ACCOUNT, this::account);
    config.routes.post("/account/devices", this::signOutDevice);
    config.routes.post("/account/password", this::changePassword);
  }

  private void form(Context context) {
    show(context, new LoginPage(back(context.queryParam("back")), "", "", outside));
  }

  private void show(Context context, LoginPage page) {
    pages.answer(context, "login.ftlh", messages.get("login.title"), "login", page);
  }

  /** Where to go on this site, or to its first page. */
  public static String back(@org.jspecify.annotations.Nullable String asked) {
    return Optional.ofNullable(asked).filter(to -> HERE.matcher(to).matches()).orElse("/");
  }

  private void signIn(Context context) {
    String name = field(context, "name").strip();
    String back = back(context.formParam("back"));
    String device = Optional.ofNullable(context.userAgent()).orElse("");
    switch (book.signIn(name, field(context, "password"), device)) {
      case Attempt.Granted granted -> {
        gate.admit(context, granted.token());
        context.redirect(back, HttpStatus.SEE_OTHER);
      }
      case Attempt.Refused refused -> {
        context.status(401).attribute("refused", true);
        show(context, new LoginPage(back, name, messages.get("login.refused"), outside));
      }
      case Attempt.NotEntitled none -> {
        context.status(403).attribute("refused", true);
        show(context, new LoginPage(back, name, messages.get("login.not-entitled"), outside));
      }
      case Attempt.Unreachable silent -> {
        context.status(503).attribute("refused", true);
        show(context, new LoginPage(back, name, messages.get("login.unreachable"), outside));
      }
      case Attempt.Locked locked -> {
        context.status(429).attribute("refused", true);
        context.header("Retry-After", seconds(locked.after()));
        String told = messages.get("login.locked", seconds(locked.after()));
        show(context, new LoginPage(back, name, told, outside));
      }
    }
  }

  static String seconds(Duration wait) {
    return Long.toString(wait.toSeconds() + 1);
  }

  private static String field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("");
  }

  private void signOut(Context context) {
    book.signOut(Visitor.changing(Role.READER, context).token());
    gate.dismiss(context);
    context.redirect("/", HttpStatus.SEE_OTHER);
  }

  private void account(Context context) {
    Visitor visitor = Visitor.of(context);
    if (!visitor.isSignedIn()) {
      context.redirect(LOGIN + "?back=/account", HttpStatus.SEE_OTHER);
      return;
    }
    show(context, visitor, "");
  }

  private void show(Context context, Visitor visitor, String problem) {
    pages.answer(
        context,
        "account.ftlh",
        messages.get("account.title"),
        "account",
        new AccountPage(
            visitor.name(),
            messages.label("role", visitor.roleKey()),
            book.signIns(visitor.name()).stream()
                .map(signIn -> AccountPage.Device.of(signIn, zone))
                .toList(),
            book.isLocal(visitor.name()),
            problem));
  }

  /** One device, or all of them. */
  private void signOutDevice(Context context) {
    Visitor visitor = Visitor.changing(Role.READER, context);
    String number = field(context, "number");
    if (number.equals("all")) {
      book.signOutEverywhere(visitor.name());
      gate.dismiss(context);
      context.redirect("/", HttpStatus.SEE_OTHER);
      return;
    }
    if (!number.matches("\\d{1,18}")) {
      throw new RequestProblem(422, "bad-number", "");
    }
    book.signOut(visitor.name(), Long.parseLong(number));
    context.redirect(ACCOUNT, HttpStatus.SEE_OTHER);
  }

  private void changePassword(Context context) {
    Visitor visitor = Visitor.changing(Role.READER, context);
    try {
      book.changePassword(visitor.name(), field(context, "old"), field(context, "password"));
    } catch (AccountProblem problem) {
      context.status(422).attribute("refused", true);
      show(context, visitor, messages.get("account.problem." + problem.reason().key()));
      return;
    }
    gate.dismiss(context);
    context.redirect(LOGIN, HttpStatus.SEE_OTHER);
  }
}
