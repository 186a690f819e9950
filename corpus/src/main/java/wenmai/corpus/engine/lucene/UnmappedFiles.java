package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * The folder of an index as its writer opens it (写索引的文件). What is mapped counts as the memory of
 * the process, and a writer that merges segments or packs them reads all of them: where there is
 * little memory it reads with buffers. Whoever searches maps as usual.
 */
final class UnmappedFiles {
  /** Where there is more memory than this, speed is worth it. */
  private static final long SHORT = 2L << 30;

  private UnmappedFiles() {}

  /** As the memory there is allows. */
  static Directory open(Path folder) throws IOException {
    return Runtime.getRuntime().maxMemory() <= SHORT
        ? new NIOFSDirectory(folder)
        : FSDirectory.open(folder);
  }
}
