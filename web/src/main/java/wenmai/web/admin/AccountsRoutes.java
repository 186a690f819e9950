package wenmai.web.admin;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.account.Account;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.account.AccountProblem;
import wenmai.web.page.Pages;
import wenmai.web.render.Messages;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;
import wenmai.web.site.Visitor;

/** The page on which admins add and remove accounts and sign them out. */
public final class AccountsRoutes implements Site.Routes {
  private static final String PATH = "/admin/accounts";

  private final AccountBook book;
  private final Pages pages;
  private final Messages messages;

  public AccountsRoutes(AccountBook book, Pages pages) {
    this.book = book;
    this.pages = pages;
    this.messages = pages.messages();
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get(PATH, context -> show(context, Visitor.atLeast(Role.ADMIN, context), ""));
    config.routes.post(PATH, this::act);
  }

  private void show(Context context, Visitor visitor, String problem) {
    pages.answer(
        context,
        "accounts.ftlh",
        messages.get("accounts.title"),
        "admin",
        new AccountsPage(
            book.accounts().stream().map(account -> row(account, visitor)).toList(), problem));
  }

  private AccountsPage.Row row(Account account, Visitor visitor) {
    return new AccountsPage.Row(
        account.name(),
        messages.label("role", account.roleKey()),
        account.since().toString(),
        book.signIns(account.name()).size(),
        account.name().equals(visitor.name()));
  }

  private void act(Context context) {
    Visitor visitor = Visitor.changing(Role.ADMIN, context);
    String name = field(context, "name").strip();
    try {
      switch (field(context, "act")) {
        case "add" -> {
          Role role = AccountBook.role(field(context, "role"));
          var unused = book.add(name, role, field(context, "password"), visitor.name());
        }
        case "remove" -> book.remove(name, visitor.name());
        case "sign-out" -> book.signOutEverywhere(name);
        default -> throw new RequestProblem(422, "unknown-act", "");
      }
    } catch (AccountProblem problem) {
      context.status(422).attribute("refused", true);
      show(context, visitor, messages.get("account.problem." + problem.reason().key()));
      return;
    }
    context.redirect(PATH, HttpStatus.SEE_OTHER);
  }

  private static String field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("");
  }
}
