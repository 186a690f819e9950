package wenmai.indexer.source;

/**
 * What may come out of one container.
 *
 * @param expandedBytes of all its members together
 * @param members their number
 */
public record ContainerLimits(long expandedBytes, int members) {}
