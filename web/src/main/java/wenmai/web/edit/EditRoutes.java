package wenmai.web.edit;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.util.Optional;
import wenmai.corpus.Dossier;
import wenmai.corpus.EditProblem;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.Workroom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.store.Publication;
import wenmai.web.page.Pages;
import wenmai.web.render.Messages;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;
import wenmai.web.site.Visitor;

/** What staff do, on a page: every button is a form of its own. */
public final class EditRoutes implements Site.Routes {
  private static final String PATH = "/documents/{id}/edit";

  private final Workrooms rooms;
  private final Pages pages;
  private final Messages messages;
  private final ZoneId zone;

  /**
   * @param zone in which times are shown
   */
  public EditRoutes(Workrooms rooms, Pages pages, ZoneId zone) {
    this.rooms = rooms;
    this.pages = pages;
    this.messages = pages.messages();
    this.zone = zone;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get(PATH, this::look);
    config.routes.post(PATH, this::act);
  }

  /** What a fact or a warning is called. */
  static String named(String key, Messages messages) {
    return messages.has("fact." + key)
        ? messages.get("fact." + key)
        : messages.has("warning." + key) ? messages.get("warning." + key) : key;
  }

  private void look(Context context) {
    Workroom room = rooms.openFor(Visitor.atLeast(Role.STAFF, context).reader());
    show(context, room, "");
  }

  private void show(Context context, Workroom room, String problem) {
    EditPage page = EditPage.of(dossier(room, id(context)), problem, messages, zone);
    pages.answer(context, "edit.ftlh", messages.get("edit.title.of", page.title()), "", page);
  }

  private Dossier dossier(Workroom room, DocumentId id) {
    try {
      return room.dossier(id);
    } catch (EditProblem problem) {
      throw EditApi.refusal(problem, messages);
    }
  }

  private void act(Context context) {
    Workroom room = rooms.openFor(Visitor.changing(Role.STAFF, context).reader());
    DocumentId id = id(context);
    try {
      act(context, room, id);
    } catch (EditProblem problem) {
      if (problem.reason() == EditProblem.Reason.ABSENT) {
        throw EditApi.refusal(problem, messages);
      }
      context.status(422).attribute("refused", true);
      show(context, room, String.valueOf(EditApi.refusal(problem, messages).getMessage()));
      return;
    }
    context.redirect("/documents/" + id + "/edit", HttpStatus.SEE_OTHER);
  }

  private void act(Context context, Workroom room, DocumentId id) {
    switch (field(context, "act")) {
      case "correct" ->
          room.correct(
              id,
              field(context, "fact"),
              Optional.of(field(context, "value")).filter(value -> !value.isBlank()));
      case "as-read" -> room.leaveAsRead(id, field(context, "fact"));
      case "clear" -> room.clear(id, code(context));
      case "unclear" -> room.unclear(id, code(context));
      case "publish" ->
          room.publish(
              id, Publication.ofKey(field(context, "state")).orElseThrow(EditRoutes::nonsense));
      case "undo" -> room.undo(id, step(context));
      default -> throw nonsense();
    }
  }

  private static WarningCode code(Context context) {
    return WarningCode.ofKey(field(context, "code")).orElseThrow(EditRoutes::nonsense);
  }

  private static long step(Context context) {
    String step = field(context, "step");
    if (!step.matches("\\d{1,18}")) {
      throw nonsense();
    }
    return Long.parseLong(step);
  }

  private static RequestProblem nonsense() {
    return new RequestProblem(422, "bad-value", "");
  }

  private static String field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("");
  }

  /** The document of the path. */
  static DocumentId id(Context context) {
    String id = context.pathParam("id");
    if (!DocumentId.isValid(id)) {
      throw new RequestProblem(404, "not-found", "");
    }
    return new DocumentId(id);
  }
}
