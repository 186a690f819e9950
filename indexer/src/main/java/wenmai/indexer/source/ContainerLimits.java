package wenmai.indexer.source;

import java.time.Duration;

/**
 * What may come out of one container.
 *
 * @param expandedBytes of all its members together
 * @param members their number
 * @param time that reading all its members may take, however small it is
 */
public record ContainerLimits(long expandedBytes, int members, Duration time) {
  /** What may come out of any container, however small. */
  private static final long FREE_BYTES = 100L << 20;

  /** Chinese text shrinks to a third, a spreadsheet to a twentieth; more is a bomb. */
  private static final long MOST_EXPANSION = 200;

  /** How many members any container may have, however small. */
  private static final long FREE_MEMBERS = 10_000;

  /** No paper shrinks to less, whatever lies beside it. */
  private static final long BYTES_OF_A_MEMBER = 8;

  /** A page of a scan has some 20 KB and takes ten seconds to recognise. */
  private static final long BYTES_OF_A_SECOND = 1 << 10;

  /** Bytes that may come out of one of so many bytes. */
  long mayExpandTo(long packedBytes) {
    return Math.min(expandedBytes, FREE_BYTES + packedBytes * MOST_EXPANSION);
  }

  /** Files that may lie in one of so many bytes, in all that lies in it together. */
  long mayHold(long packedBytes) {
    return Math.min(members, mayHoldLines(packedBytes));
  }

  /** Lines of JSON, of which an export of an archive has millions. */
  long mayHoldLines(long packedBytes) {
    return FREE_MEMBERS + packedBytes / BYTES_OF_A_MEMBER;
  }

  /** How long reading all of one of so many bytes may take. */
  Duration mayTake(long packedBytes) {
    return time.plusSeconds(packedBytes / BYTES_OF_A_SECOND);
  }
}
