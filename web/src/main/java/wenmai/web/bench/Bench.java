package wenmai.web.bench;

import java.nio.file.Path;
import java.util.Map;

/**
 * One benchmark: takes a folder of data, gives its figures in the order in which they are to be
 * printed.
 */
@FunctionalInterface
public interface Bench {
  Map<String, Object> run(Path folder);

  /**
   * The same at another size, where a benchmark makes what it measures.
   *
   * @param papers how many papers
   */
  default Bench sized(int papers) {
    return this;
  }

  /**
   * The same with an archive that is kept in a folder of its own for the next run, where a
   * benchmark has use for one.
   */
  default Map<String, Object> runKeeping(Path folder, Path kept) {
    return run(folder);
  }
}
