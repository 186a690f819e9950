package wenmai.web.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.store.StoreProblem;
import wenmai.corpus.store.StoreUnavailable;
import wenmai.web.render.Messages;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;

/**
 * Turns what cannot be answered into a page or into {@code application/problem+json} (RFC 9457):
 * one mapper for all routes, never a stack trace.
 */
public final class Refusals implements Site.Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  /** Seconds; a database server starts in fewer. */
  private static final String AGAIN = "10";

  private final Messages messages;
  private final Pages pages;
  private final JsonMapper json;

  public Refusals(Messages messages, Pages pages, JsonMapper json) {
    this.messages = messages;
    this.pages = pages;
    this.json = json;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.exception(RequestProblem.class, this::refuse);
    config.routes.exception(QueryProblem.class, this::refuseQuery);
    config.routes.exception(
        HttpResponseException.class,
        (e, context) -> refuse(context, e.getStatus(), "http-" + e.getStatus(), ""));
    config.routes.exception(StoreUnavailable.class, this::putOff);
    config.routes.exception(StoreProblem.class, this::keepNothing);
    config.routes.exception(Exception.class, this::fail);
    config.router.javaLangErrorHandler(this::collapse);
    for (int status : new int[] {400, 401, 403, 404, 405, 413, 414, 415, 422, 429, 503}) {
      config.routes.error(status, "*", context -> answerIfSilent(context, status));
    }
  }

  /** A page that needs a login leads to it; everything else says what is wrong. */
  private void refuse(RequestProblem problem, Context context) {
    boolean page = context.method() == HandlerType.GET && !context.path().startsWith("/api/");
    if (problem.status() == 401 && page) {
      context.redirect("/login?back=" + Addresses.encode(context.path()), HttpStatus.SEE_OTHER);
      return;
    }
    String told = String.valueOf(problem.getMessage());
    String known = "error." + problem.code();
    refuse(
        context,
        problem.status(),
        problem.code(),
        told.isEmpty() && messages.has(known) ? messages.get(known) : told);
  }

  /** What the site cannot do now is its own fault, all else is the query's. */
  static int status(QueryProblem problem) {
    return problem.code().equals("no-model") || problem.code().equals("too-slow") ? 503 : 400;
  }

  private void refuseQuery(QueryProblem problem, Context context) {
    context.attribute("problem.position", problem.position());
    refuse(context, status(problem), problem.code(), messages.get(problem));
  }

  /** A status that some handler set without a word. */
  private void answerIfSilent(Context context, int status) {
    if (context.attribute("refused") == null) {
      refuse(context, status, status == 404 ? "not-found" : "http-" + status, "");
    }
  }

  /** The database server is away for a moment. */
  private void putOff(StoreUnavailable e, Context context) {
    LOG.warn(
        "request {} cannot be answered now: {}",
        context.res().getHeader(Site.REQUEST_ID),
        e.getMessage());
    context.header("Retry-After", AGAIN);
    refuse(context, 503, "not-ready", messages.get("error.not-ready"));
  }

  /** A change that cannot be written: only who runs the archive may know where it lies. */
  private void keepNothing(StoreProblem e, Context context) {
    String known = "error." + e.reason().key();
    if (!messages.has(known)) {
      fail(e, context);
      return;
    }
    LOG.error(
        "request {} changed nothing: {}", context.res().getHeader(Site.REQUEST_ID), e.getMessage());
    refuse(context, 503, e.reason().key(), messages.get(known));
  }

  private void fail(Exception e, Context context) {
    String number = String.valueOf(context.res().getHeader(Site.REQUEST_ID));
    if (e instanceof EOFException && context.res().isCommitted()) {
      LOG.debug("request {} was broken off by who asked: {}", number, context.method(), e);
      return;
    }
    LOG.error("request {} failed: {}", number, context.method(), e);
    refuse(context, 500, "internal", messages.get("error.500.hint", number));
  }

  /** For what should never be caught, such as a lack of memory: few words, and no page. */
  private void collapse(HttpServletResponse response, Error error) {
    LOG.error("request {} collapsed", response.getHeader(Site.REQUEST_ID), error);
    response.setStatus(500);
    response.setContentType("text/plain; charset=utf-8");
    try {
      response.getOutputStream().write(messages.get("error.500").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.debug("nobody is listening", e);
    }
  }

  private void refuse(Context context, int status, String code, String detail) {
    context.attribute("refused", true);
    context.status(status);
    String heading =
        messages.has("error." + status)
            ? messages.get("error." + status)
            : messages.get("error.400");
    if (context.path().startsWith("/api/")) {
      Map<String, Object> problem = new LinkedHashMap<>();
      problem.put("type", "about:blank");
      problem.put("title", heading);
      problem.put("status", status);
      problem.put("detail", detail.isEmpty() ? heading : detail);
      problem.put("code", code);
      Integer position = context.attribute("problem.position");
      if (position != null) {
        problem.put("position", position);
      }
      context
          .contentType("application/problem+json; charset=utf-8")
          .result(json.writeValueAsString(problem));
    } else {
      String hint =
          messages.has("error." + status + ".hint") && status != 500
              ? messages.get("error." + status + ".hint")
              : "";
      answer(context, new PlainPage(heading, detail, hint));
    }
  }

  /** A page also says whether these are the sample papers; without the tables nobody knows. */
  private void answer(Context context, PlainPage page) {
    try {
      pages.answer(context, "plain.ftlh", page.heading(), "", page);
    } catch (StoreUnavailable away) {
      context.contentType("text/plain; charset=utf-8");
      context.result(page.heading() + "\n" + messages.get("error.not-ready") + "\n");
    }
  }
}
