package wenmai.web.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.Hit;
import wenmai.web.api.SearchAnswer;
import wenmai.web.render.Messages;

/** {@code similar ID}: what is like a document. */
@Command(name = "similar", description = "列出与一件文献相近的文献")
public final class SimilarCommand extends Verb {
  private static final int SIZE = 10;

  @Parameters(paramLabel = "ID", description = "文献编号")
  private String id = "";

  @Option(names = "--json", description = "输出 JSON")
  private boolean json;

  public SimilarCommand(Wiring wiring, Console console, Messages messages) {
    super(wiring, console, messages);
  }

  @Override
  int answer(ReadingRoom room) {
    Optional<DocumentId> wanted = id(id).filter(known -> !room.summaries(List.of(known)).isEmpty());
    if (wanted.isEmpty()) {
      return notFound(id);
    }
    List<Hit> hits = room.similar(wanted.get(), SIZE);
    if (json) {
      console()
          .print(
              JsonMapper.builder()
                  .build()
                  .writeValueAsString(Map.of("hits", SearchAnswer.hits(hits, messages()))));
    } else {
      hits.forEach(hit -> console().print(Lines.of(hit, messages())));
    }
    return DONE;
  }
}
