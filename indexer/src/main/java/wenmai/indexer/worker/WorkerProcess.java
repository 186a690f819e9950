package wenmai.indexer.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.Format;
import wenmai.indexer.extract.ParserSettings;

/** One running parser process, used by one thread at a time (解析进程的这一端). */
final class WorkerProcess implements AutoCloseable {
  /** What {@code -XX:+ExitOnOutOfMemoryError} ends with. */
  static final int OUT_OF_MEMORY = 3;

  private static final long SECONDS_TO_DIE = 5;

  private final Process process;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final int maxCharacters;
  private final AtomicInteger files = new AtomicInteger();

  private WorkerProcess(Process process, int maxCharacters) {
    this.process = process;
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.maxCharacters = maxCharacters;
  }

  static WorkerProcess start(JavaRuntime java, ParserSettings settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java.executable().toString());
    command.add("-Xmx" + (settings.limits().workerHeapBytes() >> 20) + "m");
    command.addAll(
        List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr", // what it says of that is no answer
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Djava.io.tmpdir=" + settings.scratch(),
            "-cp",
            java.classPath(),
            Worker.class.getName()));
    command.addAll(List.of(Worker.arguments(settings)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new WorkerProcess(builder.start(), settings.limits().textCharacters());
  }

  /**
   * @param onPage runs whenever it has recognised a page
   * @throws IOException if the process died of it
   */
  Extraction parse(Path file, String name, Format format, Runnable onPage) throws IOException {
    files.incrementAndGet();
    Wire.path(file, out);
    Wire.string(name, out);
    Wire.string(format.name(), out);
    out.flush();
    return Wire.read(in, maxCharacters, onPage);
  }

  /** How many files it has been given. */
  int files() {
    return files.get();
  }

  /** Waits until it can be asked. */
  void awaitReady() throws IOException {
    if (in.readByte() != Worker.READY) {
      throw new IOException("the parser process did not start");
    }
  }

  /** What it has used of the processor so far. */
  Duration processorTime() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  void kill() {
    process.destroyForcibly();
  }

  /** How it ended; waits a little for it to end. */
  int exitCode() {
    try {
      return process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
