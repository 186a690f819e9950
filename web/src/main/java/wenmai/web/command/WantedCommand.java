package wenmai.web.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.web.render.Messages;

/** {@code wanted}: cited papers that are not held. */
@Command(name = "wanted", description = "列出被引用但没有收录的文献")
public final class WantedCommand extends Verb {
  private static final int CHUNK = 1000;

  @Option(names = "--json", description = "每行输出一个 JSON")
  private boolean json;

  public WantedCommand(Wiring wiring, Console console, Messages messages) {
    super(wiring, console, messages);
  }

  private record Line(String name, int documents, List<String> examples) {}

  @Override
  int answer(ReadingRoom room) {
    JsonMapper mapper = JsonMapper.builder().build();
    List<ReadingRoom.Wanted> some;
    if (room.wanted(0, 1).isEmpty()) {
      console().remark(messages().get("cli.wanted.none"));
    }
    for (long from = 0; !(some = room.wanted(from, CHUNK)).isEmpty(); from += CHUNK) {
      for (ReadingRoom.Wanted wanted : some) {
        Line line =
            new Line(
                wanted.name(),
                wanted.documents(),
                wanted.examples().stream().map(DocumentId::value).toList());
        console()
            .print(
                json ? mapper.writeValueAsString(line) : wanted.documents() + "\t" + wanted.name());
      }
    }
    return DONE;
  }
}
