package wenmai.web.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import wenmai.corpus.Archive;
import wenmai.corpus.EditProblem;
import wenmai.corpus.MatterReview;
import wenmai.corpus.document.DocumentId;
import wenmai.web.render.Messages;

/**
 * {@code matter ACT ID …}: confirms, joins and divides matters as the owner. Prints the id under
 * which the matter is found afterwards.
 */
@Command(name = "matter", description = "核定事项：确认、合并、补入文献、移出文献、撤回核定")
public final class MatterCommand implements Callable<Integer> {
  /** What can be done. */
  enum Act {
    /** confirm ID. */
    CONFIRM,
    /** merge ID OTHER. */
    MERGE,
    /** join ID DOCUMENT. */
    JOIN,
    /** split ID DOCUMENT …. */
    SPLIT,
    /** release ID. */
    RELEASE
  }

  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Parameters(
      index = "0",
      paramLabel = "ACT",
      description = "confirm | merge | join | split | release")
  private Act act = Act.CONFIRM;

  @Parameters(index = "1", paramLabel = "MATTER", description = "事项编号")
  private String matter = "";

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "merge：另一个事项；join、split：文献")
  private List<String> others = List.of();

  private final Wiring wiring;
  private final Console console;
  private final Messages messages;

  public MatterCommand(Wiring wiring, Console console, Messages messages) {
    this.wiring = wiring;
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    boolean alone = act == Act.CONFIRM || act == Act.RELEASE;
    boolean one = act == Act.MERGE || act == Act.JOIN;
    boolean papers = act == Act.JOIN || act == Act.SPLIT;
    boolean counts = alone ? others.isEmpty() : one ? others.size() == 1 : !others.isEmpty();
    if (!counts || (papers && !others.stream().allMatch(DocumentId::isValid))) {
      console.remark(messages.get("cli.matter.usage"));
      return Verb.WRONG_USAGE;
    }
    try (Archive archive = wiring.openForWriting(options, "matter")) {
      console.print(decide(archive.workroomFor(options.reader()).matters()));
      return Verb.DONE;
    } catch (EditProblem problem) {
      console.remark(
          messages.get(
              "edit.problem." + problem.reason().key(), String.join("、", problem.details())));
      return Verb.FAILED;
    }
  }

  private String decide(MatterReview review) {
    return switch (act) {
      case CONFIRM -> review.confirm(matter);
      case MERGE -> review.merge(matter, others.getFirst());
      case JOIN -> review.join(matter, new DocumentId(others.getFirst()));
      case SPLIT -> review.split(matter, others.stream().map(DocumentId::new).toList());
      case RELEASE -> review.release(matter);
    };
  }
}
