package wenmai.web.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Holding;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.record.DocumentJson;
import wenmai.corpus.record.MatterJson;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchResult;
import wenmai.corpus.trace.Trace;
import wenmai.web.render.Messages;
import wenmai.web.site.Desk;
import wenmai.web.site.JsonBody;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;

/** The routes of the JSON API, with what each asks of the reading room. */
public final class ApiRoutes implements Site.Routes {
  private static final int SIMILAR = 10;

  private final Desk desk;
  private final Messages messages;
  private final SearchParameters parameters;
  private final JsonMapper json;
  private final String description = read("/openapi.json");

  public ApiRoutes(Desk desk, Messages messages, JsonMapper json) {
    this.desk = desk;
    this.messages = messages;
    this.parameters = new SearchParameters(messages);
    this.json = json;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/api/v1/documents", this::search);
    config.routes.get("/api/v1/documents/{id}", this::document);
    config.routes.get("/api/v1/documents/{id}/raw", this::raw);
    config.routes.get("/api/v1/documents/{id}/repairs", this::repairs);
    config.routes.get("/api/v1/documents/{id}/original", this::original);
    config.routes.get("/api/v1/documents/{id}/trace", this::trace);
    config.routes.get("/api/v1/documents/{id}/similar", this::similar);
    config.routes.get("/api/v1/matters", this::matters);
    config.routes.get("/api/v1/matters/{id}", this::matter);
    config.routes.get("/api/v1/suggest", this::suggest);
    config.routes.get("/api/v1/compare", this::compare);
    config.routes.get("/api/v1/openapi.json", this::description);
  }

  private void search(Context context) {
    SearchRequest request = parameters.read(context.queryParamMap(), Copies.SHOW);
    long start = System.nanoTime();
    SearchResult result = desk.roomFor(context).search(request);
    long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    answer(context, SearchAnswer.of(request, result, tookMs, messages));
  }

  private void document(Context context) {
    switch (desk.roomFor(context).holding(id(context))) {
      case Holding.Held held ->
          JsonBody.answer(context, DocumentJson.withNeighbours(held.document()));
      case Holding.Withdrawn gone -> throw withdrawn(gone);
      case Holding.Absent absent -> throw notFound();
    }
  }

  private void raw(Context context) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = id(context);
    String text = room.rawText(id).orElseThrow(() -> absence(room, id));
    context.contentType("text/plain; charset=utf-8").result(text);
  }

  private void repairs(Context context) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = id(context);
    answer(context, RepairAnswer.of(room.layers(id).orElseThrow(() -> absence(room, id))));
  }

  private void original(Context context) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = id(context);
    OriginalAnswer.save(context, OriginalAnswer.find(room, id, messages, () -> absence(room, id)));
  }

  private void trace(Context context) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = id(context);
    int depth = parameters.number(context.queryParamMap(), "depth", 1, 5, 2, "problem.depth");
    Trace trace = room.trace(id, depth).orElseThrow(() -> absence(room, id));
    answer(context, TraceAnswer.of(trace));
  }

  private void similar(Context context) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = id(context);
    if (room.summaries(List.of(id)).isEmpty()) {
      throw absence(room, id);
    }
    answer(context, Map.of("hits", SearchAnswer.hits(room.similar(id, SIMILAR), messages)));
  }

  private void matters(Context context) {
    ReadingRoom.MatterRequest request =
        new MatterParameters(parameters, messages).read(context.queryParamMap());
    ReadingRoom.MatterPage page = desk.roomFor(context).matters(request);
    String matters = String.join(",", page.matters().stream().map(MatterJson::string).toList());
    JsonBody.answer(
        context,
        "{\"total\":"
            + page.total()
            + ",\"page\":"
            + request.page()
            + ",\"size\":"
            + request.size()
            + ",\"matters\":["
            + matters
            + "]}");
  }

  private void matter(Context context) {
    JsonBody.answer(
        context,
        desk.roomFor(context)
            .matter(context.pathParam("id"))
            .map(MatterJson::string)
            .orElseThrow(() ->
                new RequestProblem(404, "not-found", messages.get("problem.matter-not-found"))));
  }

  private void compare(Context context) {
    answer(
        context,
        CompareAnswer.of(Comparison.of(context.queryParamMap(), desk.roomFor(context), messages)));
  }

  private void description(Context context) {
    JsonBody.answer(context, description);
  }

  private void suggest(Context context) {
    String prefix = SearchParameters.first(context.queryParamMap(), "q").orElse("");
    List<Map<String, @Nullable String>> suggestions =
        desk.roomFor(context).suggest(prefix).stream().map(ApiRoutes::suggestion).toList();
    answer(context, Map.of("suggestions", suggestions));
  }

  private static Map<String, @Nullable String> suggestion(ReadingRoom.Suggestion suggestion) {
    Map<String, @Nullable String> out = new LinkedHashMap<>();
    out.put("text", suggestion.text());
    out.put("type", suggestion.type());
    out.put("id", suggestion.id().map(DocumentId::value).orElse(null));
    return out;
  }

  private void answer(Context context, Object body) {
    JsonBody.answer(context, json.writeValueAsBytes(body));
  }

  private DocumentId id(Context context) {
    String id = context.pathParam("id");
    if (!DocumentId.isValid(id)) {
      throw notFound();
    }
    return new DocumentId(id);
  }

  /** Why there is nothing under an id: it was withdrawn, or it never was for this reader. */
  private RequestProblem absence(ReadingRoom room, DocumentId id) {
    return switch (room.holding(id)) {
      case Holding.Withdrawn gone -> withdrawn(gone);
      case Holding.Absent absent -> notFound();
      case Holding.Held held ->
          new RequestProblem(
              404,
              "no-such-part",
              messages.get(
                  "problem.no-part",
                  held.document().document().facts().value(FactKey.TITLE).orElse("")));
    };
  }

  private RequestProblem withdrawn(Holding.Withdrawn gone) {
    return new RequestProblem(410, "withdrawn", messages.get("document.withdrawn", gone.since()));
  }

  private RequestProblem notFound() {
    return new RequestProblem(404, "not-found", messages.get("problem.not-found"));
  }

  private static String read(String resource) {
    try (InputStream in = Objects.requireNonNull(ApiRoutes.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
