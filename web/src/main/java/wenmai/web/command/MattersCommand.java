package wenmai.web.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.matter.MatterStatus;
import wenmai.corpus.matter.MatterType;
import wenmai.corpus.record.MatterJson;
import wenmai.web.render.Messages;

/** {@code matters}: the ledger. */
@Command(name = "matters", description = "列出事项台账")
public final class MattersCommand extends Verb {
  private static final int PAGE = 100;

  @Option(names = "--type", description = "类型，例如 supervision、suggestion、budget")
  private Optional<String> type = Optional.empty();

  @Option(names = "--status", description = "状态：open、overdue、closed")
  private Optional<String> status = Optional.empty();

  @Option(names = "--json", description = "每行输出一个 JSON")
  private boolean json;

  public MattersCommand(Wiring wiring, Console console, Messages messages) {
    super(wiring, console, messages);
  }

  @Override
  int answer(ReadingRoom room) {
    Optional<MatterType> wantedType = type.flatMap(MatterType::ofKey);
    Optional<MatterStatus> wantedStatus = status.flatMap(MatterStatus::ofKey);
    if (type.isPresent() && wantedType.isEmpty() || status.isPresent() && wantedStatus.isEmpty()) {
      console()
          .remark(
              messages()
                  .get(
                      "problem.bad-parameter",
                      type.isPresent() && wantedType.isEmpty() ? "--type" : "--status",
                      type.orElse("") + status.orElse(""),
                      ""));
      return WRONG_USAGE;
    }
    long shown = 0;
    for (int page = 1; ; page++) {
      ReadingRoom.MatterPage answer =
          room.matters(
              new ReadingRoom.MatterRequest(
                  wantedType, wantedStatus, Optional.empty(), Optional.empty(), "", page, PAGE));
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
}
