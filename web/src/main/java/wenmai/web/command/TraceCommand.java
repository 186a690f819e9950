package wenmai.web.command;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.DocumentView;
import wenmai.corpus.Holding;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.text.Quote;
import wenmai.corpus.trace.Trace;
import wenmai.web.api.TraceAnswer;
import wenmai.web.render.Messages;

/** {@code trace ID}: what leads to a document and from it. */
@Command(name = "trace", description = "列出一件文献的来龙去脉，每一处附有原句")
public final class TraceCommand extends Verb {
  @Parameters(paramLabel = "ID", description = "文献编号")
  private String id = "";

  @Option(names = "--depth", description = "层数，1 到 5，默认 2")
  private int depth = 2;

  @Option(names = "--json", description = "输出 JSON")
  private boolean json;

  public TraceCommand(Wiring wiring, Console console, Messages messages) {
    super(wiring, console, messages);
  }

  @Override
  int answer(ReadingRoom room) {
    if (depth < 1 || depth > 5) {
      console()
          .remark(
              messages()
                  .get("problem.bad-parameter", "--depth", depth, messages().get("problem.depth")));
      return WRONG_USAGE;
    }
    Optional<Trace> trace = id(id).flatMap(wanted -> room.trace(wanted, depth));
    if (trace.isEmpty()) {
      return notFound(id);
    }
    if (json) {
      console().print(JsonMapper.builder().build().writeValueAsString(TraceAnswer.of(trace.get())));
      return DONE;
    }
    Map<DocumentId, String> titles = new HashMap<>();
    trace
        .get()
        .nodes()
        .forEach(n -> titles.put(n.id(), n.title().orElse(messages().get("search.untitled"))));
    for (Trace.Edge edge : trace.get().edges()) {
      print(
          titles.getOrDefault(edge.from(), ""),
          messages().label("edge", edge.type().key()),
          titles.getOrDefault(edge.to(), ""),
          edge.evidence().quote());
    }
    List<Citation> wanted =
        room.holding(new DocumentId(id)) instanceof Holding.Held held
            ? wanted(held.document())
            : List.of();
    for (Citation citation : wanted) {
      print(
          titles.getOrDefault(new DocumentId(id), ""),
          messages().label("relation", citation.relation().key()),
          messages().get("cli.trace.wanted", citation.place().words().replaceAll("\\s+", "")),
          citation.sentence());
    }
    if (trace.get().edges().isEmpty() && wanted.isEmpty()) {
      console().remark(messages().get("cli.trace.none"));
    }
    return DONE;
  }

  /** What the paper cites that is not held, each once. */
  private static List<Citation> wanted(DocumentView view) {
    Map<String, Citation> wanted = new LinkedHashMap<>();
    for (Resolution resolution : view.resolutions()) {
      if (resolution instanceof Resolution.Wanted && !resolution.citation().isInner()) {
        Citation citation = resolution.citation();
        wanted.putIfAbsent(
            citation.title().orElse("") + citation.number().map(Object::toString).orElse(""),
            citation);
      }
    }
    return List.copyOf(wanted.values());
  }

  private void print(String from, String relation, String to, Quote evidence) {
    console().print(from + " —" + relation + "→ " + to);
    console().print("  “" + evidence.words().replaceAll("\\s+", " ").strip() + "”");
  }
}
