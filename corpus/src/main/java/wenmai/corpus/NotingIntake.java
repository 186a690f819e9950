package wenmai.corpus;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.RefusedFiles;
import wenmai.corpus.store.RefusedFiles.Refused;
import wenmai.corpus.store.Setbacks;

/** A way in that leaves a note of the files that could not be taken, until they can. */
final class NotingIntake implements Intake {
  /** More than the table ever holds of one run. */
  private static final int MOST_KNOWN = 10_000;

  private final Intake intake;
  private final Depot depot;

  NotingIntake(Intake intake, Depot depot) {
    this.intake = intake;
    this.depot = depot;
  }

  @Override
  public IntakeReport take(Request request, Listener listener) {
    Set<String> known =
        depot.read(session -> new RefusedFiles(session).latest(MOST_KNOWN)).stream()
            .map(Refused::path)
            .collect(Collectors.toSet());
    Set<String> mended = new HashSet<>();
    Instant begun = depot.clock().instant();
    IntakeReport report =
        intake.take(
            request,
            new Listener() {
              @Override
              public void accepted(String path, DocumentId id) {
                if (known.contains(path)) {
                  mended.add(path);
                }
                listener.accepted(path, id);
              }

              @Override
              public void progress(long done, long total) {
                listener.progress(done, total);
              }

              @Override
              public boolean wantsNoMore() {
                return listener.wantsNoMore();
              }
            });
    note(request, report, known, mended);
    return report.withIncomplete(incomplete(begun));
  }

  /** What could not be worked out meanwhile; the remedy is for who tells people of it. */
  private List<Incomplete> incomplete(Instant begun) {
    return depot.read(session -> new Setbacks(session).latest(MOST_KNOWN)).stream()
        .filter(each -> !each.at().isBefore(begun))
        .map(each -> new Incomplete(each.path(), each.step(), each.reason(), ""))
        .toList();
  }

  private void note(Request request, IntakeReport report, Set<String> known, Set<String> mended) {
    String given =
        request.paths().stream()
            .map(path -> path.toAbsolutePath().normalize())
            .map(Path::toString)
            .sorted()
            .collect(Collectors.joining("\n"));
    Instant now = depot.clock().instant();
    List<Refused> refused =
        report.rejected().stream()
            .map(one -> new Refused(one.path(), given, one.code(), one.reason(), one.remedy(), now))
            .toList();
    if (known.isEmpty() && refused.isEmpty()) {
      return;
    }
    depot.<Object>write(session -> {
      RefusedFiles files = new RefusedFiles(session);
      mended.forEach(files::forget);
      files.replace(given, refused);
      return session;
    });
  }

  @Override
  public void examine(List<Path> paths, Consumer<Examined> consumer) {
    intake.examine(paths, consumer);
  }
}
