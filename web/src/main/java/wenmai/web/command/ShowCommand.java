package wenmai.web.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenmai.corpus.DocumentView;
import wenmai.corpus.Holding;
import wenmai.corpus.Lineage;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.record.DocumentJson;
import wenmai.web.render.Messages;

/** {@code show ID}: one document. */
@Command(name = "show", description = "显示一件文献")
public final class ShowCommand extends Verb {
  @Parameters(paramLabel = "ID", description = "文献编号")
  private String id = "";

  @Option(names = "--json", description = "输出 JSON")
  private boolean json;

  public ShowCommand(Wiring wiring, Console console, Messages messages) {
    super(wiring, console, messages);
  }

  @Override
  int answer(ReadingRoom room) {
    Optional<DocumentId> wanted = id(id);
    if (wanted.isEmpty()) {
      return notFound(id);
    }
    return switch (room.holding(wanted.get())) {
      case Holding.Held held -> show(held.document(), room);
      case Holding.Withdrawn gone -> {
        console().remark(messages().get("document.withdrawn", gone.since()));
        yield FAILED;
      }
      case Holding.Absent absent -> notFound(id);
    };
  }

  private int show(DocumentView view, ReadingRoom room) {
    if (json) {
      console().print(DocumentJson.withNeighbours(view));
      return DONE;
    }
    for (FactKey<?> key : FactKey.all()) {
      printFacts(key, view);
    }
    console()
        .print(
            messages().get("fact.status") + "：" + messages().label("status", view.status().key()));
    room.lineage()
        .inForce(view.document().id(), room.asOf())
        .ifPresent(onDay -> console().print(inForce(onDay)));
    console().print("");
    console().print(view.document().content().text());
    return DONE;
  }

  /** Which version was in force on the day that is asked for. */
  private String inForce(Lineage.OnDay onDay) {
    return onDay
        .text()
        .map(text -> messages().get("cli.in-force", onDay.day(), text.id()))
        .orElseGet(() -> messages().get("cli.in-force.none", onDay.day()));
  }

  private <T> void printFacts(FactKey<T> key, DocumentView view) {
    for (T value : view.document().facts().values(key)) {
      String group = key == FactKey.SESSION_BODY ? "session-body" : key.name();
      console()
          .print(
              messages().get("fact." + key.name())
                  + "："
                  + messages().label(group, key.print(value)));
    }
  }
}
