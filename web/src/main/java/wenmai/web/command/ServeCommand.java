package wenmai.web.command;

import io.javalin.util.JavalinBindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wenmai.corpus.Archive;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.Intake;
import wenmai.corpus.IntakeStopped;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.semantic.Pace;
import wenmai.corpus.store.ArchiveLock;
import wenmai.corpus.store.StoreUnavailable;
import wenmai.web.Application;
import wenmai.web.render.Messages;
import wenmai.web.site.RebuildRoutes;
import wenmai.web.site.Site;
import wenmai.web.site.SiteSettings;

/** {@code serve}: opens the site, and is the archive's one writer while it runs. */
@Command(name = "serve", description = "打开网站")
public final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  private static final int TOKEN_BYTES = 24;
  private static final int SECONDS_BETWEEN_VECTORS = 20;
  private static final Duration BEFORE_MIDNIGHT = Duration.ofMinutes(5);

  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Option(names = "--port", description = "端口，默认按设置（8080）；0 表示任选一个空闲的")
  private Optional<Integer> port = Optional.empty();

  @Option(names = "--host", description = "监听的地址，默认按设置（127.0.0.1，只有本机能访问）")
  private Optional<String> host = Optional.empty();

  @Option(names = "--sample", description = "显示示例文献")
  private boolean sample;

  private final Wiring wiring;
  private final Console console;
  private final Messages messages;

  public ServeCommand(Wiring wiring, Console console, Messages messages) {
    this.wiring = wiring;
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Thread onExit =
        Thread.ofPlatform()
            .name("wenmai-shutdown")
            .unstarted(() -> {
              if (!isOver(stopped)) {
                console.remark(messages.get("cli.serve.stopping"));
              }
              asked.countDown();
              awaitQuietly(stopped);
            });
    try {
      Runtime.getRuntime().addShutdownHook(onExit);
    } catch (IllegalStateException alreadyOver) {
      console.remark(messages.get("cli.serve.stopping"));
      return Verb.DONE;
    }
    try (Archive archive = wiring.openForWriting(options, "serve");
        AccountBook accounts = wiring.accounts(options)) {
      Intake intake = wiring.intakeInto(archive, options);
      showSample(archive, intake, asked);
      return isOver(asked) ? Verb.DONE : serve(archive, accounts, intake, asked);
    } catch (RuntimeException | LinkageError e) {
      if (!isOver(asked)) {
        throw e;
      }
      // Libraries that want to tidy up at the end are refused that once it has come.
      LOG.debug("stopped before it was open: {}", e.getMessage());
      return Verb.DONE;
    } finally {
      stopped.countDown();
    }
  }

  private int serve(Archive archive, AccountBook accounts, Intake intake, CountDownLatch asked)
      throws InterruptedException {
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    Application application =
        new Application(
            archive::openFor,
            archive::isSample,
            Clock.system(ArchiveSettings.ZONE),
            options.fixedDay(),
            messages,
            wiring.version());
    SiteSettings settings = wiring.site(options, host, port);
    List<Site.Routes> routes =
        new ArrayList<>(
            application.routes(
                accounts,
                archive::workroomFor,
                archive::conditionFor,
                wiring.openId(options),
                settings));
    routes.add(
        application.intakeRoutes(intake, () -> clearSample(archive), () -> isOver(asked), token));
    routes.add(new RebuildRoutes(() -> rebuild(archive), archive::switchIndexBack, token));
    try (Site site = application.open(settings, routes)) {
      archive.announce(
          new ArchiveLock.Holder(ProcessHandle.current().pid(), "serve", site.port(), token));
      renewIndex(archive);
      if (!isOver(asked)) {
        archive.prepare(options.day());
      }
      startDays(archive, asked);
      console.printNow("ready http://" + settings.host() + ":" + site.port() + "/");
      startLater(archive, accounts, asked);
      asked.await();
      return Verb.DONE;
    } catch (JavalinBindException e) {
      console.remark(messages.get("cli.serve.taken", settings.port()));
      return Verb.FAILED;
    }
  }

  /** An index of other dictionaries or another version answers until a new one has been made. */
  private void renewIndex(Archive archive) {
    if (archive.isIndexOutdated()) {
      Thread.ofPlatform().name("wenmai-rebuild").daemon().start(() -> rebuild(archive));
    }
  }

  /** What is being built holds nothing in memory until it answers. */
  private void rebuild(Archive archive) {
    archive.rebuildIndex();
    archive.prepare(options.day());
  }

  /** Each day has values of its own, made before its first visitor would have to wait for them. */
  private void startDays(Archive archive, CountDownLatch asked) {
    if (options.fixedDay().isPresent()) {
      return;
    }
    Clock clock = Clock.system(ArchiveSettings.ZONE);
    Thread.ofPlatform()
        .name("wenmai-days")
        .daemon()
        .start(() -> {
          try {
            while (!asked.await(
                untilEve(ZonedDateTime.now(clock)).toNanos(), TimeUnit.NANOSECONDS)) {
              archive.prepare(options.day().plusDays(1));
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** How long it is until shortly before midnight. */
  static Duration untilEve(ZonedDateTime now) {
    ZonedDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
    ZonedDateTime eve = midnight.minus(BEFORE_MIDNIGHT);
    return Duration.between(now, eve.isAfter(now) ? eve : eve.plusDays(1));
  }

  /**
   * What may come after words: suggestions, sign-in, and vectors, which are looked for again now
   * and then.
   */
  private static void startLater(Archive archive, AccountBook accounts, CountDownLatch asked) {
    Thread.ofPlatform()
        .name("wenmai-later")
        .daemon()
        .priority(Thread.MIN_PRIORITY)
        .start(() -> {
          try {
            archive.prepareSuggestions();
            accounts.prepare();
            while (!asked.await(SECONDS_BETWEEN_VECTORS, TimeUnit.SECONDS)) {
              fillVectors(archive, asked);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void fillVectors(Archive archive, CountDownLatch asked) {
    try {
      archive.fillVectors(Pace.BESIDE_OTHERS, () -> !isOver(asked), done -> {});
    } catch (StoreUnavailable away) {
      LOG.info("the next look will make what is missing: {}", away.getMessage());
    }
  }

  private static void clearSample(Archive archive) {
    if (archive.isSample()) {
      archive.clearSample();
    }
  }

  /** An empty archive shows the sample papers, so that a first visitor sees what this is for. */
  private void showSample(Archive archive, Intake intake, CountDownLatch asked) {
    boolean empty = archive.isEmpty();
    Path folder = wiring.sample();
    boolean begun = archive.isSampleBegun();
    if (!Files.isDirectory(folder) || !(empty || begun || sample)) {
      return;
    }
    console.remark(messages.get("cli.serve.sample"));
    if (empty) {
      archive.beginSample();
    }
    try (Taking taking = new Taking(console, messages, Optional.empty(), () -> isOver(asked))) {
      intake.take(
          new Intake.Request(List.of(folder.resolve("public")), Visibility.PUBLIC, true), taking);
      intake.take(
          new Intake.Request(List.of(folder.resolve("internal")), Visibility.INTERNAL, true),
          taking);
    } catch (IntakeStopped asAsked) {
      return;
    }
    archive.completeSample();
  }

  private static boolean isOver(CountDownLatch asked) {
    return asked.getCount() == 0;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
