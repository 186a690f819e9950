package wenmai.web.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Intake;
import wenmai.corpus.document.DocumentId;
import wenmai.web.render.Messages;

/**
 * Shows how a run of intake goes on: a bar for a person, a line in the log for each paper once it
 * is durable.
 */
final class Taking implements Intake.Listener, AutoCloseable {
  /** So many refused members of one container are told one by one. */
  private static final int MOST_TOLD = 10;

  private final Console console;
  private final Messages messages;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Optional<BufferedWriter> log;
  private final boolean bar;
  private final BooleanSupplier stopping;

  Taking(Console console, Messages messages, Optional<Path> logFile) {
    this(console, messages, logFile, () -> false);
  }

  /**
   * @param stopping whether the run is to stop
   */
  Taking(Console console, Messages messages, Optional<Path> logFile, BooleanSupplier stopping) {
    this.console = console;
    this.messages = messages;
    this.bar = console.isTerminal();
    this.stopping = stopping;
    this.log = logFile.map(Taking::open);
  }

  private static BufferedWriter open(Path file) {
    try {
      boolean cut = endsWithinALine(file);
      BufferedWriter log =
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      if (cut) {
        log.newLine();
      }
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A run that was killed may have left half a line; the next one must not be written onto it. */
  private static boolean endsWithinALine(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) == 0) {
      return false;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.position(channel.size() - 1).read(last);
      return last.get(0) != '\n';
    }
  }

  @Override
  public void accepted(String path, DocumentId id) {
    if (log.isEmpty()) {
      return;
    }
    Map<String, String> line = new LinkedHashMap<>();
    line.put("path", path);
    line.put("id", id.value());
    try {
      log.get().write(json.writeValueAsString(line));
      log.get().newLine();
      log.get().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void progress(long done, long total) {
    if (bar) {
      console.progress(messages.get("cli.index.progress", done, total));
    }
  }

  @Override
  public boolean wantsNoMore() {
    return stopping.getAsBoolean();
  }

  /** Tells what came of it; the exit status. */
  int tell(Intake.IntakeReport taken, Optional<Path> reportFile) {
    Intake.IntakeReport report =
        taken.withIncomplete(taken.incomplete().stream().map(this::withRemedy).toList());
    String printed = json.writeValueAsString(report);
    if (reportFile.isPresent()) {
      try {
        Files.writeString(reportFile.get(), printed + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else {
      console.print(printed);
    }
    report
        .internal()
        .forEach(paper ->
            console.remark(messages.get("cli.index.internal", paper.path(), paper.reason())));
    report
        .incomplete()
        .forEach(paper ->
            console.remark(
                messages.get(
                    "cli.index.incomplete",
                    paper.path(),
                    messages.get("setback." + paper.code()),
                    paper.reason(),
                    paper.remedy())));
    report.rejected().stream()
        .collect(groupingBy(Taking::kind, LinkedHashMap::new, toList()))
        .values()
        .forEach(this::tellRejected);
    console.remark(
        messages.get(
            "cli.index.done",
            report.seen(),
            report.added(),
            report.updated(),
            report.unchanged(),
            report.duplicates(),
            report.removed(),
            Math.round(report.seconds() * 10) / 10.0));
    return report.rejected().isEmpty() ? Verb.DONE : Verb.SOME_REJECTED;
  }

  private Intake.Incomplete withRemedy(Intake.Incomplete paper) {
    return new Intake.Incomplete(
        paper.path(), paper.code(), paper.reason(), messages.get("setback.remedy"));
  }

  /** Members of one container with one fault are alike; all of them stand in the report. */
  private static List<String> kind(Intake.Rejected rejected) {
    int member = rejected.path().indexOf("!/");
    return List.of(rejected.code(), member < 0 ? "" : rejected.path().substring(0, member));
  }

  private void tellRejected(List<Intake.Rejected> alike) {
    boolean many = alike.size() > MOST_TOLD && !kind(alike.getFirst()).getLast().isEmpty();
    for (Intake.Rejected r : many ? alike.subList(0, MOST_TOLD) : alike) {
      console.remark(messages.get("cli.index.rejected", r.path(), r.reason(), r.remedy()));
    }
    if (many) {
      console.remark(
          messages.get(
              "cli.index.rejected.more",
              kind(alike.getFirst()).getLast(),
              alike.size() - MOST_TOLD));
    }
  }

  @Override
  public void close() {
    if (bar) {
      console.endProgress();
    }
    if (log.isPresent()) {
      try {
        log.get().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
