package wenmai.indexer;

import java.nio.file.Path;
import wenmai.indexer.worker.JavaRuntime;

/** Settings for tests: the configuration of the clone, this very JVM. */
public final class TestSettings {
  private TestSettings() {}

  public static Path config() {
    return Path.of(System.getProperty("wenmai.root"), "config");
  }

  public static IndexerSettings in(Path scratch) {
    return IndexerSettings.of(config(), scratch, java());
  }

  public static JavaRuntime java() {
    return new JavaRuntime(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        System.getProperty("java.class.path"));
  }
}
