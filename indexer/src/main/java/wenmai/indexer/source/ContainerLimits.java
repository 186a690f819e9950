package wenmai.indexer.source;

/**
 * What may come out of one container.
 *
 * @param expandedBytes of all its members together
 * @param members their number
 */
public record ContainerLimits(long expandedBytes, int members) {
  /** What may come out of any container, however small. */
  private static final long FREE_BYTES = 100L << 20;

  /** Chinese text shrinks to a third, a spreadsheet to a twentieth; more is a bomb. */
  private static final long MOST_EXPANSION = 200;

  /** Bytes that may come out of one of so many bytes. */
  long mayExpandTo(long packedBytes) {
    return Math.min(expandedBytes, FREE_BYTES + packedBytes * MOST_EXPANSION);
  }
}
