package wenmai.web.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.record.MatterJson;
import wenmai.web.api.MatterParameters;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Messages;
import wenmai.web.site.RequestProblem;

/** {@code matters}: the ledger. */
@Command(name = "matters", description = "列出事项台账")
public final class MattersCommand extends Verb {
  @Option(names = "--type", description = "类型，例如 supervision、suggestion、budget；可以多次")
  private List<String> types = List.of();

  @Option(names = "--status", description = "状态：open、overdue、closed；可以多次")
  private List<String> statuses = List.of();

  @Option(names = "--outcome", description = "结果：满意、基本满意、不满意、通过、未通过、A类、B类、C类；可以多次")
  private List<String> outcomes = List.of();

  @Option(names = "--json", description = "每行输出一个 JSON")
  private boolean json;

  public MattersCommand(Wiring wiring, Console console, Messages messages) {
    super(wiring, console, messages);
  }

  @Override
  int answer(ReadingRoom room) {
    Map<String, List<String>> asked =
        Map.of("type", types, "status", statuses, "outcome", outcomes);
    ReadingRoom.MatterRequest request;
    try {
      request = new MatterParameters(new SearchParameters(messages()), messages()).read(asked);
    } catch (RequestProblem problem) {
      console().remark(String.valueOf(problem.getMessage()));
      return WRONG_USAGE;
    }
    AtomicBoolean any = new AtomicBoolean();
    room.eachMatter(
        request,
        matter -> {
          any.set(true);
          console().print(json ? MatterJson.string(matter) : Lines.of(matter, messages()));
        });
    if (!any.get()) {
      console().remark(messages().get("cli.matters.none"));
    }
    return DONE;
  }
}
