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
}
