package wenmai.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Processor time of this process and of all it started, ended ones included (处理器时间). */
final class ProcessorTime {
  /** Ticks a second in which Linux tells it to programs, on every machine that Java runs on. */
  private static final double TICKS = 100;

  /** Where the figures stand after the name, which may hold blanks: own and of ended children. */
  private static final int FIRST = 11;

  private static final int LAST = 14;

  private ProcessorTime() {}

  /** In seconds; nothing where the system does not tell. */
  static OptionalDouble seconds() {
    ProcessHandle self = ProcessHandle.current();
    if (!Files.isReadable(stat(self))) {
      return OptionalDouble.empty();
    }
    try (Stream<ProcessHandle> children = self.descendants()) {
      return OptionalDouble.of(
          Stream.concat(Stream.of(self), children).mapToLong(ProcessorTime::ticks).sum() / TICKS);
    }
  }

  private static Path stat(ProcessHandle process) {
    return Path.of("/proc", String.valueOf(process.pid()), "stat");
  }

  private static long ticks(ProcessHandle process) {
    try {
      String line = Files.readString(stat(process));
      String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
      long ticks = 0;
      for (int i = FIRST; i <= LAST; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks;
    } catch (IOException e) {
      return 0; // it has ended meanwhile: its parent has its time
    }
  }
}
