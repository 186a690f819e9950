package wenmai.web.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Holding;
import wenmai.corpus.Lineage;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.structure.Provision;
import wenmai.web.render.Messages;
import wenmai.web.site.Desk;
import wenmai.web.site.JsonBody;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;

/** The routes of the JSON API that tell of a text's standing among others (沿革接口). */
public final class LineageRoutes implements Site.Routes {
  private final Desk desk;
  private final Messages messages;
  private final SearchParameters parameters;
  private final JsonMapper json;

  public LineageRoutes(Desk desk, Messages messages, JsonMapper json) {
    this.desk = desk;
    this.messages = messages;
    this.parameters = new SearchParameters(messages);
    this.json = json;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/api/v1/bases", this::shaken);
    config.routes.get("/api/v1/wanted", this::wanted);
    config.routes.get("/api/v1/documents/{id}/bases", this::bases);
    config.routes.get("/api/v1/documents/{id}/cited-by", this::citedBy);
    config.routes.get("/api/v1/documents/{id}/in-force", this::inForce);
    config.routes.get("/api/v1/articles/{id}/{article}/history", this::history);
  }

  private void shaken(Context context) {
    int page = parameters.number(context.queryParamMap(), "page", 1, 1_000_000, 1, "problem.page");
    int size = parameters.number(context.queryParamMap(), "size", 1, 100, 20, "problem.size");
    List<Lineage.Shaken> all = desk.roomFor(context).lineage().shaken();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("total", all.size());
    body.put("page", page);
    body.put("size", size);
    body.put(
        "documents",
        all.stream()
            .skip((page - 1L) * size)
            .limit(size)
            .map(one -> LineageAnswer.Shaken.of(one, messages))
            .toList());
    answer(context, body);
  }

  private record WantedAnswer(String name, int documents, List<String> examples) {}

  private void wanted(Context context) {
    int page = parameters.number(context.queryParamMap(), "page", 1, 1_000_000, 1, "problem.page");
    int size = parameters.number(context.queryParamMap(), "size", 1, 100, 20, "problem.size");
    ReadingRoom room = desk.roomFor(context);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("total", room.wanted());
    body.put("page", page);
    body.put("size", size);
    body.put(
        "wanted",
        room.wanted((page - 1L) * size, size).stream()
            .map(one ->
                new WantedAnswer(
                    one.name(),
                    one.documents(),
                    one.examples().stream().map(DocumentId::value).toList()))
            .toList());
    answer(context, body);
  }

  private void bases(Context context) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = id(context);
    List<Lineage.Basis> bases = room.lineage().bases(id).orElseThrow(() -> absence(room, id));
    answer(context, Map.of("bases", LineageAnswer.of(bases, messages)));
  }

  private void citedBy(Context context) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = id(context);
    CitedByList.CitedByRequest request =
        CitedByList.read(context.queryParamMap(), parameters, messages);
    List<Lineage.CitedBy> all = room.lineage().citedBy(id).orElseThrow(() -> absence(room, id));
    answer(context, LineageAnswer.of(CitedByList.of(request, all, messages), messages));
  }

  private void inForce(Context context) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = id(context);
    LocalDate day = day(context.queryParamMap(), messages).orElseGet(desk::today);
    Lineage.OnDay onDay = room.lineage().inForce(id, day).orElseThrow(() -> absence(room, id));
    answer(context, LineageAnswer.OnDay.of(onDay, messages));
  }

  private void history(Context context) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = id(context);
    String article = article(context, messages);
    if (room.summaries(List.of(id)).isEmpty()) {
      throw absence(room, id);
    }
    answer(context, Map.of("history", LineageAnswer.history(stands(room, id, article, messages))));
  }

  /** The article through the versions; at least one. */
  public static List<wenmai.corpus.version.ArticleHistory.Stand> stands(
      ReadingRoom room, DocumentId id, String article, Messages messages) {
    var stands = room.lineage().article(id, article);
    if (stands.isEmpty()) {
      throw new RequestProblem(404, "no-such-article", messages.get("compare.article"));
    }
    return stands;
  }

  /** The article of the path. */
  public static String article(Context context, Messages messages) {
    String article = context.pathParam("article");
    if (Provision.parse(article).isEmpty()) {
      throw new RequestProblem(404, "no-such-article", messages.get("compare.article"));
    }
    return article;
  }

  /**
   * The day that {@code on=} names.
   *
   * @throws RequestProblem 400 if it is none
   */
  public static Optional<LocalDate> day(Map<String, List<String>> values, Messages messages) {
    Optional<String> on = SearchParameters.first(values, "on").filter(day -> !day.isBlank());
    try {
      return on.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new RequestProblem(
          400,
          "bad-parameter",
          messages.get("problem.bad-parameter", "on", on.orElse(""), messages.get("problem.date")));
    }
  }

  private DocumentId id(Context context) {
    return id(context, messages);
  }

  /**
   * The document of the path.
   *
   * @throws RequestProblem 404 if it can be none
   */
  public static DocumentId id(Context context, Messages messages) {
    String id = context.pathParam("id");
    if (!DocumentId.isValid(id)) {
      throw new RequestProblem(404, "not-found", messages.get("problem.not-found"));
    }
    return new DocumentId(id);
  }

  private RequestProblem absence(ReadingRoom room, DocumentId id) {
    return absence(room, id, messages);
  }

  /** Why a document is not there: it was withdrawn, or never was for this reader. */
  public static RequestProblem absence(ReadingRoom room, DocumentId id, Messages messages) {
    return room.holding(id) instanceof Holding.Withdrawn gone
        ? new RequestProblem(410, "withdrawn", messages.get("document.withdrawn", gone.since()))
        : new RequestProblem(404, "not-found", messages.get("problem.not-found"));
  }

  private void answer(Context context, Object body) {
    JsonBody.answer(context, json.writeValueAsBytes(body));
  }
}
