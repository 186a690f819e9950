package wenmai.web.edit;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.EditProblem;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.Workroom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.store.Audit;
import wenmai.corpus.store.Publication;
import wenmai.web.render.Messages;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;
import wenmai.web.site.Visitor;

/** What staff do, for programs. Every answer is the document's dossier as it stands afterwards. */
public final class EditApi implements Site.Routes {
  private static final int MOST_ENTRIES = 1_000;
  private static final int USUAL_ENTRIES = 100;
  private static final String DOCUMENT = "/api/v1/documents/{id}";

  private final Workrooms rooms;
  private final Messages messages;
  private final JsonMapper json;

  public EditApi(Workrooms rooms, Messages messages, JsonMapper json) {
    this.rooms = rooms;
    this.messages = messages;
    this.json = json;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get(DOCUMENT + "/editing", this::dossier);
    config.routes.put(
        DOCUMENT + "/facts/{fact}",
        context ->
            change(
                context,
                (room, id) ->
                    room.correct(id, context.pathParam("fact"), textOrNull(context, "value"))));
    config.routes.delete(
        DOCUMENT + "/facts/{fact}",
        context -> change(context, (room, id) -> room.leaveAsRead(id, context.pathParam("fact"))));
    config.routes.put(
        DOCUMENT + "/clearances/{code}",
        context -> change(context, (room, id) -> room.clear(id, code(context))));
    config.routes.delete(
        DOCUMENT + "/clearances/{code}",
        context -> change(context, (room, id) -> room.unclear(id, code(context))));
    config.routes.put(
        DOCUMENT + "/publication",
        context -> change(context, (room, id) -> room.publish(id, state(context))));
    config.routes.post(
        DOCUMENT + "/undo", context -> change(context, (room, id) -> room.undo(id, step(context))));
    config.routes.get("/api/v1/audit", this::audit);
  }

  private void dossier(Context context) {
    Workroom room = rooms.openFor(Visitor.atLeast(Role.STAFF, context).reader());
    answer(context, of(room, EditRoutes.id(context), (same, id) -> {}));
  }

  private void change(Context context, BiConsumer<Workroom, DocumentId> act) {
    Workroom room = rooms.openFor(Visitor.changing(Role.STAFF, context).reader());
    answer(context, of(room, EditRoutes.id(context), act));
  }

  private Map<String, @Nullable Object> of(
      Workroom room, DocumentId id, BiConsumer<Workroom, DocumentId> act) {
    try {
      act.accept(room, id);
      return DossierJson.of(room.dossier(id));
    } catch (EditProblem problem) {
      throw refusal(problem, messages);
    }
  }

  private void audit(Context context) {
    Workroom room = rooms.openFor(Visitor.atLeast(Role.ADMIN, context).reader());
    String asked = Optional.ofNullable(context.queryParam("size")).orElse("" + USUAL_ENTRIES);
    int size = asked.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(asked) : 0;
    if (size < 1 || size > MOST_ENTRIES) {
      throw new RequestProblem(400, "bad-parameter", messages.get("edit.audit.size"));
    }
    List<Map<String, @Nullable Object>> entries = new ArrayList<>();
    for (Audit.Entry entry : room.latest(size)) {
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      out.put("step", entry.seq());
      out.put("at", entry.at().toString());
      out.put("who", entry.act().who());
      out.put("act", entry.act().act());
      out.put("subject", entry.act().subject());
      out.put("before", entry.act().before().orElse(null));
      out.put("after", entry.act().after().orElse(null));
      out.put("hash", entry.hash());
      entries.add(out);
    }
    answer(context, Map.of("entries", entries));
  }

  private void answer(Context context, Object body) {
    context.contentType("application/json; charset=utf-8").result(json.writeValueAsString(body));
  }

  private static WarningCode code(Context context) {
    return WarningCode.ofKey(context.pathParam("code"))
        .filter(WarningCode::keepsFromPublic)
        .orElseThrow(() -> new RequestProblem(404, "not-found", ""));
  }

  private JsonNode body(Context context) {
    return body(context, json, messages);
  }

  /**
   * The object that a request carries.
   *
   * @throws RequestProblem 400 if it carries none
   */
  static JsonNode body(Context context, JsonMapper json, Messages messages) {
    try {
      JsonNode body = json.readTree(context.body());
      if (body.isObject()) {
        return body;
      }
    } catch (JacksonException e) {
      throw new RequestProblem(400, "no-json", messages.get("problem.no-json"));
    }
    throw new RequestProblem(400, "no-json", messages.get("problem.no-json"));
  }

  /** A text, or null to say that there is none; anything else is refused. */
  private Optional<String> textOrNull(Context context, String field) {
    JsonNode value = body(context).path(field);
    if (value.isMissingNode() || !(value.isNull() || value.isString())) {
      throw new RequestProblem(422, "bad-value", messages.get("edit.problem.field", field));
    }
    return value.isNull() ? Optional.empty() : Optional.of(value.asString());
  }

  private Publication state(Context context) {
    return Publication.ofKey(body(context).path("state").asString(""))
        .orElseThrow(() ->
            new RequestProblem(422, "bad-value", messages.get("edit.problem.field", "state")));
  }

  private long step(Context context) {
    JsonNode step = body(context).path("step");
    if (!step.isIntegralNumber() || !step.canConvertToLong()) {
      throw new RequestProblem(422, "bad-value", messages.get("edit.problem.field", "step"));
    }
    return step.asLong();
  }

  /** What a person is told, and a program by its status: 404 or 422. */
  static RequestProblem refusal(EditProblem problem, Messages messages) {
    int status =
        switch (problem.reason()) {
          case ABSENT, NO_MATTER -> 404;
          default -> 422;
        };
    List<String> details =
        problem.details().stream().map(detail -> EditRoutes.named(detail, messages)).toList();
    String told = messages.get("edit.problem." + problem.reason().key(), String.join("、", details));
    return new RequestProblem(status, problem.reason().key(), told);
  }
}
