package wenmai.web.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenmai.corpus.DocumentView;
import wenmai.corpus.Holding;
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
      case Holding.Held held -> show(held.document());
      case Holding.Withdrawn gone -> {
        console().remark(messages().get("document.withdrawn", gone.since()));
        yield FAILED;
      }
      case Holding.Absent absent -> notFound(id);
    };
  }

  private int show(DocumentView view) {
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
    console().print("");
    console().print(view.document().content().text());
    return DONE;
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
