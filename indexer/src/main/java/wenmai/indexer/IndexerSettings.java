package wenmai.indexer;

import java.nio.file.Path;
import wenmai.indexer.extract.Limits;

/**
 * What the indexer needs to know (收录设置), read once at the edge.
 *
 * @param config the configuration folder
 * @param scratch a folder for temporary files; best on the disk of the archive, so that they can be
 *     moved into it
 * @param java how to start parser processes
 * @param cores how many files are read at a time
 */
public record IndexerSettings(
    Path config, Path scratch, JavaRuntime java, int cores, Limits limits) {

  public IndexerSettings {
    if (cores < 1) {
      throw new IllegalArgumentException("cores must be 1 or more, not " + cores);
    }
  }

  public static IndexerSettings of(Path config, Path scratch, JavaRuntime java) {
    return new IndexerSettings(
        config, scratch, java, Runtime.getRuntime().availableProcessors(), Limits.defaults());
  }

  /**
   * How to start a JVM like this one.
   *
   * @param executable {@code java}
   * @param classPath that holds the indexer and its parsers
   */
  public record JavaRuntime(Path executable, String classPath) {}
}
