package wenmai.web.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The product as a person starts it (成品网站): {@code serve}, in a process of its own. */
final class ServedSite implements AutoCloseable {
  private static final String READY = "ready ";
  private static final long SECONDS_TO_STOP = 30;

  private final Process process;
  private final String address;

  private ServedSite(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Serves an archive on any free port of this machine; waits until it answers.
   *
   * @param launcher what starts the product
   * @param data the folder of the archive, beside which the log goes
   */
  static ServedSite start(Path launcher, Path data, LocalDate day) throws IOException {
    Process process =
        new ProcessBuilder(
                launcher.toString(),
                "serve",
                "--port",
                "0",
                "--data",
                data.toString(),
                "--as-of",
                day.toString())
            .redirectError(data.resolve("serve.log").toFile())
            .start();
    Optional<String> address = Optional.empty();
    try {
      address = address(process.inputReader(StandardCharsets.UTF_8));
      return new ServedSite(
          process, address.orElseThrow(() -> new IOException("the site did not start")));
    } finally {
      if (address.isEmpty()) {
        process.destroy();
      }
    }
  }

  private static Optional<String> address(BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return Optional.of(line.substring(READY.length(), line.length() - 1));
      }
    }
    return Optional.empty();
  }

  /** Without the last slash. */
  String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
