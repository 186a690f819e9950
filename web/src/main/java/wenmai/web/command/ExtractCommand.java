package wenmai.web.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenmai.corpus.Intake;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.record.DocumentJson;
import wenmai.web.render.Messages;

/** {@code extract PATH…}: what would be made of files, taking nothing in. */
@Command(name = "extract", description = "看一看文件会被读成什么，不收录")
public final class ExtractCommand implements Callable<Integer> {
  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "文件或者文件夹")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--json", description = "每行输出一个 JSON，其中 raw 是原样提取的文字")
  private boolean json;

  private final Wiring wiring;
  private final Console console;
  private final Messages messages;

  public ExtractCommand(Wiring wiring, Console console, Messages messages) {
    this.wiring = wiring;
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    List<Intake.Rejected> rejected = new ArrayList<>();
    wiring
        .examiner(options)
        .examine(
            paths,
            examined -> {
              switch (examined) {
                case Intake.Examined.Readable readable -> print(readable);
                case Intake.Examined.Unreadable unreadable -> rejected.add(unreadable.rejected());
              }
            });
    rejected.forEach(
        r -> console.remark(messages.get("cli.index.rejected", r.path(), r.reason(), r.remedy())));
    return rejected.isEmpty() ? Verb.DONE : Verb.SOME_REJECTED;
  }

  private void print(Intake.Examined.Readable readable) {
    if (json) {
      console.print(DocumentJson.withRaw(readable.document(), readable.rawText()));
      return;
    }
    console.print("== " + readable.document().provenance().source());
    for (FactKey<?> key : FactKey.all()) {
      printFacts(key, readable);
    }
    console.print(readable.document().content().text());
  }

  private <T> void printFacts(FactKey<T> key, Intake.Examined.Readable readable) {
    readable
        .document()
        .facts()
        .values(key)
        .forEach(v -> console.print(messages.get("fact." + key.name()) + "：" + key.print(v)));
  }
}
