package wenmai.corpus;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;

/**
 * The port through which papers come in (收录). {@code corpus} declares it, the indexer implements
 * it, and only the wiring knows both. Every accepted paper is durable before it is reported.
 */
public interface Intake {

  /**
   * The code of the {@link Rejected} entry that tells of a run which stopped before it did
   * anything, because more than half of what lies under a path is gone.
   */
  String REMOVALS_REFUSED = "removals-refused";

  /**
   * Brings in what is new and changed.
   *
   * @throws IntakeStopped if the listener wants no more; nothing has been withdrawn then
   */
  IntakeReport take(Request request, Listener listener);

  /** Shows what would be made of these files, taking nothing in. */
  void examine(List<Path> paths, Consumer<Examined> consumer);

  /** What was made of one file, or of one part of it. */
  sealed interface Examined {

    /**
     * It can be read.
     *
     * @param rawText the untouched extraction
     */
    record Readable(OfficialDocument document, String rawText) implements Examined {}

    /** It cannot. */
    record Unreadable(Rejected rejected) implements Examined {}
  }

  /**
   * What to bring in.
   *
   * @param paths files and folders; removal concerns only what lies under them
   * @param allowRemovals go on although more than half of what lies under the paths is gone
   * @param settled a file changed less than this before the run is still being written and is
   *     passed over this time
   */
  record Request(List<Path> paths, Visibility visibility, boolean allowRemovals, Duration settled) {
    public Request {
      paths = List.copyOf(paths);
    }

    /** Every file as it is now. */
    public Request(List<Path> paths, Visibility visibility, boolean allowRemovals) {
      this(paths, visibility, allowRemovals, Duration.ZERO);
    }
  }

  /** Hears how a run goes on; called from one thread at a time. */
  interface Listener {
    /** A paper is durable. */
    void accepted(String path, DocumentId id);

    /**
     * @param done files seen so far
     * @param total files in all, 0 while still counting
     */
    void progress(long done, long total);

    /** Whether the run is to stop at the next paper. */
    default boolean wantsNoMore() {
      return false;
    }

    static Listener silent() {
      return new Listener() {
        @Override
        public void accepted(String path, DocumentId id) {}

        @Override
        public void progress(long done, long total) {}
      };
    }
  }

  /**
   * What came of a run.
   *
   * @param seen files and lines looked at
   * @param unchanged as they were at the last run
   * @param duplicates accepted documents whose text another one already has
   * @param removed withdrawn because their file is gone
   * @param incomplete taken in, and something of them could not be worked out
   * @param internal became internal although public was asked for
   */
  record IntakeReport(
      long seen,
      long added,
      long updated,
      long unchanged,
      long duplicates,
      long removed,
      List<MadeInternal> internal,
      List<Rejected> rejected,
      List<Incomplete> incomplete,
      double seconds) {
    public IntakeReport {
      internal = List.copyOf(internal);
      rejected = List.copyOf(rejected);
      incomplete = List.copyOf(incomplete);
    }

    /** The same with what could not be worked out of accepted papers. */
    public IntakeReport withIncomplete(List<Incomplete> found) {
      return new IntakeReport(
          seen, added, updated, unchanged, duplicates, removed, internal, rejected, found, seconds);
    }
  }

  /** A paper that was taken in and of which something could not be worked out, and what to do. */
  record Incomplete(String path, String code, String reason, String remedy) {}

  /** A paper that was kept from the public, and why. */
  record MadeInternal(String path, String reason) {}

  /** A file that could not be taken, why, and what to do. */
  record Rejected(String path, String code, String reason, String remedy) {}
}
