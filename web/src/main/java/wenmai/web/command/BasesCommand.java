package wenmai.web.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Lineage;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.version.VersionStep;
import wenmai.web.api.LineageAnswer;
import wenmai.web.render.Messages;

/** {@code bases [ID]}: what a document rests on, or all documents whose ground has moved. */
@Command(name = "bases", description = "依据体检：一件文献的依据，或者所有依据已经变动的文献")
public final class BasesCommand extends Verb {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Parameters(paramLabel = "ID", arity = "0..1", description = "文献编号；不写就列出所有依据已经变动的文献")
  private Optional<String> id = Optional.empty();

  @Option(names = "--json", description = "每行输出一个 JSON")
  private boolean json;

  public BasesCommand(Wiring wiring, Console console, Messages messages) {
    super(wiring, console, messages);
  }

  @Override
  int answer(ReadingRoom room) {
    if (id.isEmpty()) {
      List<Lineage.Shaken> shaken = room.lineage().shaken();
      shaken.forEach(this::print);
      if (shaken.isEmpty()) {
        console().remark(messages().get("cli.bases.none"));
      }
      return DONE;
    }
    Optional<List<Lineage.Basis>> bases = id(id.get()).flatMap(room.lineage()::bases);
    if (bases.isEmpty()) {
      return notFound(id.get());
    }
    if (json) {
      LineageAnswer.of(bases.get(), messages())
          .forEach(basis -> console().print(JSON.writeValueAsString(basis)));
    } else {
      bases.get().forEach(basis -> print(basis, ""));
    }
    return DONE;
  }

  private void print(Lineage.Shaken shaken) {
    if (json) {
      console().print(JSON.writeValueAsString(LineageAnswer.Shaken.of(shaken, messages())));
      return;
    }
    console()
        .print(
            shaken.document().id()
                + "  "
                + shaken.document().date().map(Object::toString).orElse("")
                + "  "
                + shaken.document().title().orElseGet(() -> messages().get("search.untitled")));
    shaken.bases().forEach(basis -> print(basis, "    "));
  }

  private void print(Lineage.Basis basis, String indent) {
    console()
        .print(
            indent
                + basis.text().title().orElseGet(() -> messages().get("search.untitled"))
                + "  "
                + messages().label("status", basis.text().status().key()));
    for (VersionStep step : basis.since()) {
      console()
          .print(
              indent
                  + "  "
                  + step.date().map(Object::toString).orElse("")
                  + " "
                  + step.event().label()
                  + step.by().map(by -> " " + by).orElse(""));
    }
  }
}
