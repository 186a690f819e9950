package wenmai.web.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import wenmai.corpus.Archive;
import wenmai.corpus.custody.Restore;
import wenmai.web.render.Messages;

/** {@code restore FILE}: brings a backup back and makes its index. */
@Command(name = "restore", description = "从备份恢复")
public final class RestoreCommand implements Callable<Integer> {
  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Parameters(paramLabel = "FILE", description = "备份的文件或者文件夹")
  private Path file = Path.of("");

  private final Wiring wiring;
  private final Console console;
  private final Messages messages;

  public RestoreCommand(Wiring wiring, Console console, Messages messages) {
    this.wiring = wiring;
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    Restore.Summary summary =
        Restore.of(file.toAbsolutePath().normalize(), wiring.premises(options));
    try (Archive archive = wiring.openForWriting(options, "restore")) {
      console.remark(
          messages.get(
              "cli.restore.done",
              summary.documents(),
              summary.originals(),
              archive.openFor(options.reader(), options.day()).statistics().documents()));
    }
    return Verb.DONE;
  }
}
