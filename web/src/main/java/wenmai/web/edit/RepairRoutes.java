package wenmai.web.edit;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.EditProblem;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.TextLayers;
import wenmai.corpus.Workroom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.text.Repair;
import wenmai.web.api.RepairAnswer;
import wenmai.web.page.RepairPages;
import wenmai.web.render.Messages;
import wenmai.web.site.Desk;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;
import wenmai.web.site.Visitor;

/**
 * Staff undo repairs of a text, and take that back (撤销修复): a form of the page that sets both layers
 * side by side, and the same for programs, which get all repairs as they stand afterwards.
 */
public final class RepairRoutes implements Site.Routes {
  private static final int MOST = 5_000;

  private final Workrooms rooms;
  private final Desk desk;
  private final RepairPages page;
  private final Messages messages;
  private final JsonMapper json;

  public RepairRoutes(
      Workrooms rooms, Desk desk, RepairPages page, Messages messages, JsonMapper json) {
    this.rooms = rooms;
    this.desk = desk;
    this.page = page;
    this.messages = messages;
    this.json = json;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post("/documents/{id}/repairs", this::form);
    config.routes.post("/api/v1/documents/{id}/repairs", this::program);
  }

  private void form(Context context) {
    Workroom room = rooms.openFor(Visitor.changing(Role.STAFF, context).reader());
    DocumentId id = EditRoutes.id(context);
    String act = Optional.ofNullable(context.formParam("act")).orElse("");
    Set<String> chosen = chosen(context, id, act);
    if (chosen.isEmpty()) {
      refuse(context, messages.get("repairs.nothing"));
      return;
    }
    try {
      act(room, id, act, chosen);
    } catch (EditProblem problem) {
      if (problem.reason() == EditProblem.Reason.ABSENT) {
        throw EditApi.refusal(problem, messages);
      }
      refuse(context, String.valueOf(EditApi.refusal(problem, messages).getMessage()));
      return;
    }
    String query = Optional.ofNullable(context.queryString()).map(q -> "?" + q).orElse("");
    context.redirect("/documents/" + id + "/repairs" + query, HttpStatus.SEE_OTHER);
  }

  private void refuse(Context context, String told) {
    context.status(422).attribute("refused", true);
    page.show(context, told);
  }

  private static void act(Workroom room, DocumentId id, String act, Set<String> names) {
    switch (act) {
      case "undo", "undo-all" -> room.undoRepairs(id, names);
      case "redo", "redo-all" -> room.redoRepairs(id, names);
      default -> throw new RequestProblem(422, "bad-value", "");
    }
  }

  /** The repairs that were ticked, or all of the reason that is shown. */
  private Set<String> chosen(Context context, DocumentId id, String act) {
    if (!act.endsWith("-all")) {
      return new LinkedHashSet<>(context.formParams("repair"));
    }
    Optional<Repair.Reason> why =
        Optional.ofNullable(context.queryParam("why")).flatMap(Repair.Reason::ofKey);
    boolean undo = act.startsWith("undo");
    Predicate<TextLayers.Mend> meant =
        mend -> why.filter(mend.why()::equals).isPresent() && mend.undone() != undo;
    return desk.roomFor(context).layers(id).map(TextLayers::repairs).orElse(List.of()).stream()
        .filter(meant)
        .map(TextLayers.Mend::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void program(Context context) {
    Workroom room = rooms.openFor(Visitor.changing(Role.STAFF, context).reader());
    DocumentId id = EditRoutes.id(context);
    JsonNode body = EditApi.body(context, json, messages);
    Set<String> undo = names(body, "undo");
    Set<String> redo = names(body, "redo");
    if (undo.isEmpty() && redo.isEmpty()) {
      throw new RequestProblem(422, "bad-value", messages.get("edit.problem.field", "undo"));
    }
    try {
      if (!undo.isEmpty()) {
        room.undoRepairs(id, undo);
      }
      if (!redo.isEmpty()) {
        room.redoRepairs(id, redo);
      }
    } catch (EditProblem problem) {
      throw EditApi.refusal(problem, messages);
    }
    TextLayers layers =
        desk.roomFor(context)
            .layers(id)
            .orElseThrow(() -> new RequestProblem(404, "not-found", ""));
    Map<String, Object> answer = RepairAnswer.of(layers);
    context.contentType("application/json; charset=utf-8").result(json.writeValueAsString(answer));
  }

  private Set<String> names(JsonNode body, String field) {
    JsonNode values = body.path(field);
    boolean fits = values.isMissingNode() || (values.isArray() && values.size() <= MOST);
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode value : values) {
      fits &= value.isString();
      names.add(value.asString(""));
    }
    if (!fits) {
      throw new RequestProblem(422, "bad-value", messages.get("edit.problem.field", field));
    }
    return names;
  }
}
