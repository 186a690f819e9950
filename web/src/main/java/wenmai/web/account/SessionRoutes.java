package wenmai.web.account;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.account.Attempt;
import wenmai.web.render.Messages;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;
import wenmai.web.site.Visitor;

/** How programs sign in: name and password for a token, which they then show as a bearer. */
public final class SessionRoutes implements Site.Routes {
  private static final String PATH = "/api/v1/session";

  private final AccountBook book;
  private final Messages messages;
  private final JsonMapper json;

  public SessionRoutes(AccountBook book, Messages messages, JsonMapper json) {
    this.book = book;
    this.messages = messages;
    this.json = json;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get(PATH, this::whoAmI);
    config.routes.post(PATH, this::signIn);
    config.routes.delete(PATH, this::signOut);
  }

  private void whoAmI(Context context) {
    Visitor visitor = Visitor.of(context);
    answer(context, visitor.reader().name(), visitor.roleKey(), Optional.empty());
  }

  private void signIn(Context context) {
    JsonNode asked = body(context);
    String device = Optional.ofNullable(context.userAgent()).orElse("");
    switch (book.signIn(
        asked.path("name").asString(""), asked.path("password").asString(""), device)) {
      case Attempt.Granted granted ->
          answer(
              context,
              Optional.of(granted.account().name()),
              granted.account().roleKey(),
              Optional.of(granted.token()));
      case Attempt.Refused refused ->
          throw new RequestProblem(401, "refused", messages.get("login.refused"));
      case Attempt.NotEntitled none ->
          throw new RequestProblem(403, "not-entitled", messages.get("login.not-entitled"));
      case Attempt.Unreachable silent ->
          throw new RequestProblem(503, "unreachable", messages.get("login.unreachable"));
      case Attempt.Locked locked -> {
        String seconds = AccountRoutes.seconds(locked.after());
        context.header("Retry-After", seconds);
        throw new RequestProblem(429, "locked", messages.get("login.locked", seconds));
      }
    }
  }

  private JsonNode body(Context context) {
    try {
      return json.readTree(context.body());
    } catch (JacksonException e) {
      throw new RequestProblem(400, "no-json", messages.get("problem.no-json"));
    }
  }

  private void signOut(Context context) {
    book.signOut(Visitor.changing(Role.READER, context).token());
    context.status(204);
  }

  private void answer(Context context, Optional<String> name, String role, Optional<String> token) {
    Map<String, @Nullable String> out = new LinkedHashMap<>();
    out.put("name", name.orElse(null));
    out.put("role", role);
    token.ifPresent(shown -> out.put("token", shown));
    context.header("Cache-Control", "private, no-store");
    context.contentType("application/json; charset=utf-8").result(json.writeValueAsString(out));
  }
}
