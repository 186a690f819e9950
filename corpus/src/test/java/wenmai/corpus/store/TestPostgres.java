package wenmai.corpus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL server for the tests of one process, of the binaries that the system has
 * installed; started when it is first asked for, gone with the process. Where there are none, the
 * tests that ask for it are skipped and say so.
 */
public final class TestPostgres {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  /** It ends by itself, should this process be killed before it can end it. */
  private static final String LONGEST_SECONDS = "900";

  /** Where migrations have been run, once; copying it is quicker by far. */
  private static final String MADE = "made";

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static Optional<TestPostgres> running = Optional.empty();

  private final Path binaries;
  private final Path folder;
  private final int port;
  private Process process;

  private TestPostgres(Path binaries) throws IOException, InterruptedException {
    this.binaries = binaries;
    this.folder = Files.createTempDirectory("wenmai-postgres");
    if (isRoot()) {
      Process owned = new ProcessBuilder("chown", "nobody", folder.toString()).start();
      owned.waitFor(10, TimeUnit.SECONDS);
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    run("initdb", initdb());
    this.process = start();
    create(MADE);
    PostgresSchema.on(database(MADE)).migrate();
    Runtime.getRuntime().addShutdownHook(new Thread(this::clear));
  }

  /** A server that runs, or the test is skipped. */
  static synchronized TestPostgres running() {
    if (running.isEmpty()) {
      Optional<Path> binaries = binaries();
      Assumptions.assumeTrue(
          binaries.isPresent(),
          "no PostgreSQL is installed (Debian: postgresql), so nothing was tried with it");
      try {
        running = Optional.of(new TestPostgres(binaries.orElseThrow()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return running.get();
  }

  /** An archive's tables that no other test has. */
  public static Premises premises(Path folder) {
    return new Premises(folder, Optional.of(running().tables()));
  }

  /** A database of its own with the tables in it, which belong to no folder yet. */
  DatabaseServer tables() {
    String name = "test_" + DATABASES.incrementAndGet();
    create(name + " TEMPLATE " + MADE);
    return database(name);
  }

  private DatabaseServer database(String name) {
    return new DatabaseServer(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + name,
        "wenmai",
        Optional.of("no password is asked for"),
        DatabaseServer.USUAL_SCHEMA);
  }

  /* Within no transaction. */
  private void create(String database) {
    try (Session session = PostgresSchema.on(database("postgres")).connect();
        Statement statement = session.connection().createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops it at once, whoever is connected, and starts it again. */
  void restart() throws IOException, InterruptedException {
    end();
    process = start();
  }

  void end() {
    try {
      // The server hears of SIGQUIT (immediate shutdown) by its own number, not by its watchdog's.
      List<String> postmaster = Files.readAllLines(data().resolve("postmaster.pid"));
      new ProcessBuilder("kill", "-QUIT", postmaster.getFirst()).start().waitFor();
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void clear() {
    end();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
      Files.deleteIfExists(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> binaries() {
    try (Stream<Path> versions =
        Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.<Path>empty()) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparing(bin -> bin.getParent().getFileName().toString()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  /* Of a locale that puts words in another order than their bytes: what must not matter. */
  private List<String> initdb() {
    List<String> arguments =
        new ArrayList<>(
            List.of("-D", data().toString(), "-U", "wenmai", "-A", "trust", "--no-sync"));
    arguments.addAll(List.of("-E", "UTF8", "--locale=C.UTF-8"));
    if (Integer.parseInt(binaries.getParent().getFileName().toString()) >= 15) {
      arguments.addAll(List.of("--locale-provider=icu", "--icu-locale=zh"));
    }
    return arguments;
  }

  private Process start() throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-D", data().toString(), "-p", "" + port));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=" + folder,
            "fsync=off",
            "synchronous_commit=off",
            "max_connections=60")) {
      arguments.addAll(List.of("-c", setting));
    }
    Process started = command("postgres", arguments).start();
    for (int i = 0; i < 400 && !answers(); i++) {
      started.waitFor(50, TimeUnit.MILLISECONDS);
      if (!started.isAlive()) {
        throw new IOException("PostgreSQL does not start: " + Files.readString(log()));
      }
    }
    return started;
  }

  private boolean answers() {
    try (Session session = PostgresSchema.on(database("postgres")).connect()) {
      return session.first("SELECT 1", row -> true).orElse(false);
    } catch (StoreUnavailable notYet) {
      return false;
    }
  }

  private void run(String program, List<String> arguments)
      throws IOException, InterruptedException {
    Process started = command(program, arguments).start();
    if (!started.waitFor(60, TimeUnit.SECONDS) || started.exitValue() != 0) {
      throw new IOException(program + " fails: " + Files.readString(log()));
    }
  }

  private Path log() {
    return folder.getParent().resolve(folder.getFileName() + ".log");
  }

  private ProcessBuilder command(String program, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("timeout", LONGEST_SECONDS));
    if (isRoot()) { // PostgreSQL refuses to run as root
      all.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
    }
    all.add(binaries.resolve(program).toString());
    all.addAll(arguments);
    return new ProcessBuilder(all)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }
}
