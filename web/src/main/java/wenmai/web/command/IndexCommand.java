package wenmai.web.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenmai.corpus.Archive;
import wenmai.corpus.Intake;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.semantic.Pace;
import wenmai.corpus.store.ArchiveHeld;
import wenmai.corpus.store.ArchiveLock;
import wenmai.corpus.store.StoreUnavailable;
import wenmai.web.render.Messages;

/** {@code index PATH…}: brings papers in, through the running site if there is one. */
@Command(name = "index", description = "收录文件、文件夹和 .jsonl[.gz]")
public final class IndexCommand implements Callable<Integer> {
  private static final String NOW = "now";
  private static final String LATER = "later";

  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "文件或者文件夹")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--visibility", description = "公开范围：public（默认）或者 internal")
  private String visibility = Visibility.PUBLIC.key();

  @Option(names = "--report", paramLabel = "FILE", description = "把收录报告（JSON）写到这个文件")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--log", paramLabel = "FILE", description = "每件文献落盘之后写一行 {\"path\",\"id\"}")
  private Optional<Path> log = Optional.empty();

  @Option(
      names = "--vectors",
      paramLabel = "now|later",
      description = "语义向量：now 收录后立即计算；later（默认）留给网站在后台计算")
  private String vectors = LATER;

  @Option(names = "--allow-removals", description = "即使一半以上的文件不见了，也照样移出")
  private boolean allowRemovals;

  @Option(names = "--follow", description = "收录之后继续守着这些文件夹，有新的、改动的文件就收录，直到按 Ctrl-C")
  private boolean follow;

  private final Wiring wiring;
  private final Console console;
  private final Messages messages;

  public IndexCommand(Wiring wiring, Console console, Messages messages) {
    this.wiring = wiring;
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    Optional<Visibility> shown = Visibility.ofKey(visibility);
    if (shown.isEmpty()) {
      console.remark(
          messages.get(
              "problem.bad-parameter",
              "--visibility",
              visibility,
              messages.get("problem.choice", "public、internal")));
      return Verb.WRONG_USAGE;
    }
    if (!vectors.equals(NOW) && !vectors.equals(LATER)) {
      console.remark(
          messages.get(
              "problem.bad-parameter",
              "--vectors",
              vectors,
              messages.get("problem.choice", NOW + "、" + LATER)));
      return Verb.WRONG_USAGE;
    }
    Intake.Request request =
        new Intake.Request(
            paths.stream().map(path -> path.toAbsolutePath().normalize()).toList(),
            shown.get(),
            allowRemovals,
            follow ? wiring.settled() : Duration.ZERO);
    try (Taking taking = new Taking(console, messages, log)) {
      if (!follow) {
        return take(request, taking);
      }
      console.remark(messages.get("cli.index.follow"));
      wiring.follow(request.paths(), () -> look(request, taking));
      return Verb.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One look of many: whoever writes the archive meanwhile, or a site that stops, is waited for.
   */
  private boolean look(Intake.Request request, Taking taking) {
    try {
      take(request, taking);
      console.flush();
      return true;
    } catch (IllegalStateException | ArchiveHeld | StoreUnavailable | UncheckedIOException e) {
      console.remark(messages.get("cli.index.again", messages.told(e)));
      return false;
    }
  }

  private int take(Intake.Request request, Taking taking) {
    Optional<ArchiveLock.Holder> site =
        ArchiveLock.holder(wiring.data(options)).filter(holder -> holder.port() > 0);
    if (site.isPresent()) {
      console.remark(messages.get("cli.index.handover", site.get().port()));
      return taking.tell(new Handover(site.get(), messages).take(request, taking), report);
    }
    return takeHere(request, taking);
  }

  private int takeHere(Intake.Request request, Taking taking) {
    try (Archive archive = wiring.openForWriting(options, "index")) {
      if (archive.isIndexOutdated()) {
        console.remark(messages.get("cli.index.outdated"));
        archive.rebuildIndex();
      }
      if (archive.isSample()) {
        archive.clearSample();
        console.remark(messages.get("cli.index.sample"));
      }
      Intake intake = wiring.intakeInto(archive, options);
      int status = taking.tell(intake.take(request, taking), report);
      if (vectors.equals(NOW)) {
        archive.fillVectors(Pace.WITH_ALL_CORES, () -> true, done -> {});
      }
      return status;
    }
  }
}
