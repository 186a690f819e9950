package wenmai.indexer.extract;

import java.time.Duration;
import wenmai.indexer.source.ContainerLimits;

/**
 * What one file may cost (限额).
 *
 * @param fileBytes size of a file
 * @param textCharacters length of what comes out of it
 * @param time of the processor for reading it, OCR apart; by the clock five times as much
 * @param ocrTimePerPage for recognising one page
 * @param expandedBytes what the members of one container may come to
 * @param members how many files one container may hold
 * @param depth containers in containers
 * @param workerHeapBytes memory of one parser process
 */
public record Limits(
    long fileBytes,
    int textCharacters,
    Duration time,
    Duration ocrTimePerPage,
    long expandedBytes,
    int members,
    int depth,
    long workerHeapBytes) {

  /** Larger files are scans of whole books or no documents at all. */
  public static final long FILE_BYTES = 500L << 20;

  /** The longest report of the corpus has 200,000 characters; a yearbook some 3 million. */
  public static final int TEXT_CHARACTERS = 20_000_000;

  public static final Duration TIME = Duration.ofSeconds(60);

  /** A page takes 3 to 10 seconds; a dirty scan of a newspaper page a minute. */
  public static final Duration OCR_TIME_PER_PAGE = Duration.ofSeconds(90);

  public static final long EXPANDED_BYTES = 4L << 30;
  public static final int MEMBERS = 100_000;
  public static final int DEPTH = 4;
  public static final long WORKER_HEAP_BYTES = 512L << 20;

  /** What may come out of any file, however small. */
  private static final long FREE_BYTES = 100L << 20;

  private static final long MOST_EXPANSION = 200;

  /** Reading all of a small container may take as long as that many files: two hours. */
  private static final int READINGS_OF_A_CONTAINER = 120;

  public Limits {
    atLeast("fileBytes", fileBytes, 1);
    atLeast("textCharacters", textCharacters, 1);
    atLeast("time, in milliseconds", time.toMillis(), 1);
    atLeast("ocrTimePerPage, in milliseconds", ocrTimePerPage.toMillis(), 1);
    atLeast("expandedBytes", expandedBytes, 1);
    atLeast("members", members, 1);
    atLeast("depth", depth, 0);
    atLeast("workerHeapBytes", workerHeapBytes, 32L << 20);
  }

  public static Limits defaults() {
    return new Limits(
        FILE_BYTES,
        TEXT_CHARACTERS,
        TIME,
        OCR_TIME_PER_PAGE,
        EXPANDED_BYTES,
        MEMBERS,
        DEPTH,
        WORKER_HEAP_BYTES);
  }

  /** Of one container. */
  public ContainerLimits container() {
    return new ContainerLimits(expandedBytes, members, time.multipliedBy(READINGS_OF_A_CONTAINER));
  }

  /** What may come out of a file of so many bytes. */
  static long expandedBytes(long fileBytes) {
    return FREE_BYTES + fileBytes * MOST_EXPANSION;
  }

  private static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be " + least + " or more, not " + value);
    }
  }
}
