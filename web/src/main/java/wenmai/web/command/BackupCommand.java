package wenmai.web.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.custody.Backup;
import wenmai.web.render.Messages;

/** {@code backup FILE}: copies an archive, also while a site is running. */
@Command(name = "backup", description = "备份，网站运行时也可以")
public final class BackupCommand implements Callable<Integer> {
  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Parameters(paramLabel = "FILE", description = "写到这个文件；如果是已有的文件夹，只补其中缺少的原件")
  private Path file = Path.of("");

  private final Wiring wiring;
  private final Console console;
  private final Messages messages;

  public BackupCommand(Wiring wiring, Console console, Messages messages) {
    this.wiring = wiring;
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    Backup.Summary summary =
        Backup.write(
            wiring.premises(options),
            file.toAbsolutePath().normalize(),
            Clock.system(ArchiveSettings.ZONE));
    summary.lost().forEach(sha256 -> console.remark(messages.get("cli.backup.lost", sha256)));
    console.remark(
        messages.get(
            "cli.backup.done", summary.documents(), summary.originals(), summary.copied()));
    return summary.lost().isEmpty() ? Verb.DONE : Verb.FAILED;
  }
}
