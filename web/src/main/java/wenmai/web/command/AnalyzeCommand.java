package wenmai.web.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenmai.web.render.Messages;

/** {@code analyze TEXT}: the terms of a text. */
@Command(name = "analyze", description = "显示一段文字的分词")
public final class AnalyzeCommand implements Callable<Integer> {
  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Parameters(paramLabel = "TEXT", description = "文字")
  private String text = "";

  @Option(names = "--field", description = "words（默认，词语）或者 exact（单字）")
  private String field = "words";

  @Option(names = "--json", description = "输出 JSON")
  private boolean json;

  private final Wiring wiring;
  private final Console console;
  private final Messages messages;

  public AnalyzeCommand(Wiring wiring, Console console, Messages messages) {
    this.wiring = wiring;
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    if (!field.equals("words") && !field.equals("exact")) {
      console.remark(
          messages.get(
              "problem.bad-parameter",
              "--field",
              field,
              messages.get("problem.choice", "words、exact")));
      return Verb.WRONG_USAGE;
    }
    for (String line : wiring.analyze(options, text, field, json)) {
      console.print(line);
    }
    return Verb.DONE;
  }
}
