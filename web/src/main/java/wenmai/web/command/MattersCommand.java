package wenmai.web.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.matter.MatterStatus;
import wenmai.corpus.matter.MatterType;
import wenmai.corpus.matter.OutcomeFilter;
import wenmai.corpus.record.MatterJson;
import wenmai.web.api.MatterParameters;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Messages;

/** {@code matters}: the ledger. */
@Command(name = "matters", description = "列出事项台账")
public final class MattersCommand extends Verb {
  private static final int PAGE = 100;

  @Option(names = "--type", description = "类型，例如 supervision、suggestion、budget")
  private Optional<String> type = Optional.empty();

  @Option(names = "--status", description = "状态：open、overdue、closed")
  private Optional<String> status = Optional.empty();

  @Option(names = "--outcome", description = "结果：满意、基本满意、不满意、通过、未通过、A类、B类、C类")
  private Optional<String> outcome = Optional.empty();

  @Option(names = "--json", description = "每行输出一个 JSON")
  private boolean json;

  public MattersCommand(Wiring wiring, Console console, Messages messages) {
    super(wiring, console, messages);
  }

  @Override
  int answer(ReadingRoom room) {
    Optional<MatterType> wantedType = type.flatMap(MatterType::ofKey);
    Optional<MatterStatus> wantedStatus = status.flatMap(MatterStatus::ofKey);
    MatterParameters parameters =
        new MatterParameters(new SearchParameters(messages()), messages());
    Optional<OutcomeFilter> wantedOutcome = outcome.flatMap(parameters::outcome);
    if (isWrong("--type", type, wantedType)
        || isWrong("--status", status, wantedStatus)
        || isWrong("--outcome", outcome, wantedOutcome)) {
      return WRONG_USAGE;
    }
    ReadingRoom.MatterRequest request =
        ReadingRoom.MatterRequest.all(PAGE)
            .of(wantedType)
            .standing(wantedStatus)
            .ended(wantedOutcome);
    long shown = 0;
    for (int page = 1; ; page++) {
      ReadingRoom.MatterPage answer = room.matters(request.at(page, PAGE));
      answer
          .matters()
          .forEach(matter ->
              console().print(json ? MatterJson.string(matter) : Lines.of(matter, messages())));
      shown += answer.matters().size();
      if (answer.matters().isEmpty() || shown >= answer.total()) {
        return DONE;
      }
    }
  }

  /** Whether what was typed means nothing; then it is said. */
  private boolean isWrong(String name, Optional<String> typed, Optional<?> meant) {
    boolean wrong = typed.isPresent() && meant.isEmpty();
    if (wrong) {
      console().remark(messages().get("problem.bad-parameter", name, typed.get(), ""));
    }
    return wrong;
  }
}
