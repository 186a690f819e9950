package wenmai.web.edit;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.EditProblem;
import wenmai.corpus.Holding;
import wenmai.corpus.MatterReview;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.record.MatterJson;
import wenmai.web.page.MatterPages;
import wenmai.web.render.Messages;
import wenmai.web.site.Desk;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;
import wenmai.web.site.Visitor;

/**
 * Staff confirm, join and divide matters (事项核定): forms of the matter's page, and the same for
 * programs, which get the matter as it stands afterwards.
 */
public final class MatterReviewRoutes implements Site.Routes {
  private static final String API = "/api/v1/matters/{id}";
  private static final int MOST_DOCUMENTS = 200;

  private final Workrooms rooms;
  private final Desk desk;
  private final MatterPages page;
  private final Messages messages;
  private final JsonMapper json;

  public MatterReviewRoutes(
      Workrooms rooms, Desk desk, MatterPages page, Messages messages, JsonMapper json) {
    this.rooms = rooms;
    this.desk = desk;
    this.page = page;
    this.messages = messages;
    this.json = json;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post("/matters/{id}", this::form);
    config.routes.post(
        API + "/confirm", context -> answer(context, review -> review.confirm(matter(context))));
    config.routes.post(
        API + "/merge",
        context ->
            answer(context, review -> review.merge(matter(context), text(context, "matter"))));
    config.routes.post(
        API + "/join",
        context ->
            answer(
                context,
                review -> review.join(matter(context), document(text(context, "document")))));
    config.routes.post(
        API + "/split",
        context -> answer(context, review -> review.split(matter(context), documents(context))));
    config.routes.delete(
        API + "/decisions", context -> answer(context, review -> review.release(matter(context))));
  }

  private MatterReview review(Context context) {
    return rooms.openFor(Visitor.changing(Role.STAFF, context).reader()).matters();
  }

  private void answer(Context context, Function<MatterReview, String> act) {
    MatterReview review = review(context);
    String id;
    try {
      id = act.apply(review);
    } catch (EditProblem problem) {
      throw EditApi.refusal(problem, messages);
    }
    String body =
        desk.roomFor(context)
            .matter(id)
            .map(MatterJson::string)
            .orElseThrow(() -> new RequestProblem(404, "not-found", ""));
    context.contentType("application/json; charset=utf-8").result(body);
  }

  /** What cannot be done is told on the matter's page, where the person is. */
  private void form(Context context) {
    MatterReview review = review(context);
    try {
      String id = decided(context, review);
      context.redirect(
          "/matters/" + URLEncoder.encode(id, StandardCharsets.UTF_8), HttpStatus.SEE_OTHER);
    } catch (EditProblem problem) {
      refuse(context, String.valueOf(EditApi.refusal(problem, messages).getMessage()));
    } catch (UnknownName unknown) {
      refuse(context, messages.get(unknown.message, unknown.typed));
    }
  }

  private void refuse(Context context, String told) {
    context.status(422).attribute("refused", true);
    page.show(context, told);
  }

  private String decided(Context context, MatterReview review) {
    return switch (field(context, "act")) {
      case "confirm" -> review.confirm(matter(context));
      case "merge" -> review.merge(matter(context), otherMatter(context));
      case "join" -> review.join(matter(context), otherDocument(context));
      case "split" -> review.split(matter(context), List.of(document(field(context, "document"))));
      case "release" -> review.release(matter(context));
      default -> throw new RequestProblem(422, "bad-value", "");
    };
  }

  private String otherMatter(Context context) {
    String typed = field(context, "matter");
    return desk.roomFor(context)
        .matter(last(typed))
        .map(Matter::id)
        .orElseThrow(() -> new UnknownName("review.merge.unknown", typed));
  }

  private DocumentId otherDocument(Context context) {
    String typed = field(context, "document");
    String id = last(typed);
    if (!DocumentId.isValid(id)
        || !(desk.roomFor(context).holding(new DocumentId(id)) instanceof Holding.Held)) {
      throw new UnknownName("review.join.unknown", typed);
    }
    return new DocumentId(id);
  }

  /** Somebody typed what names nothing that is held. */
  private static final class UnknownName extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String message;
    private final String typed;

    UnknownName(String message, String typed) {
      super(message);
      this.message = message;
      this.typed = typed;
    }
  }

  /** People paste addresses where an id is asked for: what stands behind the last stroke. */
  private static String last(String typed) {
    String bare = typed.strip().replaceAll("[?#].*$", "");
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  private static String matter(Context context) {
    return context.pathParam("id");
  }

  private static String field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("");
  }

  private static DocumentId document(String id) {
    if (!DocumentId.isValid(id)) {
      throw new RequestProblem(404, "not-found", "");
    }
    return new DocumentId(id);
  }

  private JsonNode body(Context context) {
    try {
      return json.readTree(context.body());
    } catch (JacksonException e) {
      throw new RequestProblem(400, "no-json", messages.get("problem.no-json"));
    }
  }

  private String text(Context context, String field) {
    JsonNode value = body(context).path(field);
    if (!value.isString()) {
      throw new RequestProblem(422, "bad-value", messages.get("edit.problem.field", field));
    }
    return value.asString();
  }

  private List<DocumentId> documents(Context context) {
    JsonNode values = body(context).path("documents");
    if (!values.isArray() || values.size() > MOST_DOCUMENTS) {
      throw new RequestProblem(422, "bad-value", messages.get("edit.problem.field", "documents"));
    }
    List<DocumentId> documents = new ArrayList<>();
    values.forEach(value -> documents.add(document(value.asString(""))));
    return documents;
  }
}
