package wenmai.corpus.condition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.store.RefusedFiles;
import wenmai.corpus.store.Setbacks;

/**
 * How the archive fares at one moment (运行状况).
 *
 * @param backup when it was copied last
 * @param refused the latest files that could not be taken in, newest first
 * @param refusedInAll how many are known of
 * @param setbacks the latest papers of which something could not be worked out, newest first
 */
public record Condition(
    Papers papers,
    Queue queue,
    Optional<Vectors> vectors,
    Disk disk,
    Optional<Instant> backup,
    Optional<Check> check,
    List<RefusedFiles.Refused> refused,
    long refusedInAll,
    List<Setbacks.Setback> setbacks,
    SearchTally.Summary searches) {

  public Condition {
    refused = List.copyOf(refused);
    setbacks = List.copyOf(setbacks);
  }

  /**
   * What is held.
   *
   * @param withdrawn of which the page still says that they are gone
   * @param characters of the texts held
   */
  public record Papers(long open, long internal, long withdrawn, long originals, long characters) {
    public long held() {
      return open + internal;
    }
  }

  /**
   * How far what follows from the records has come.
   *
   * @param journal number of the last change
   * @param indexed number of the last change that searching knows
   * @param derived number of the last change that links, copies and matters know
   * @param outdated whether the index was made with other dictionaries and is being made anew
   */
  public record Queue(long journal, long indexed, long derived, boolean outdated) {
    public long toIndex() {
      return Math.max(0, journal - indexed);
    }

    public long toDerive() {
      return Math.max(0, journal - derived);
    }
  }

  /** Documents with vectors, for searching by meaning, and those that still wait for them. */
  public record Vectors(long made, long waiting) {}

  /**
   * Room, in bytes.
   *
   * @param database of the records, with its log
   * @param free what the archive's disk still takes
   */
  public record Disk(long database, long index, long vectors, long free, long total) {}

  /** The last time index, records and originals were held against each other. */
  public record Check(Instant at, long faults) {}
}
