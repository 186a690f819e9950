package wenmai.indexer.worker;

import java.nio.file.Path;

/**
 * How to start a JVM like this one (Java 运行环境).
 *
 * @param executable {@code java}
 * @param classPath that holds the indexer and its parsers
 */
public record JavaRuntime(Path executable, String classPath) {}
