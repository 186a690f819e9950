package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * A folder of which merges read with buffers instead of mapping it (段合并不映射文件): what is mapped
 * counts as the memory of the process, and a merge maps all it merges. Whoever searches maps as
 * usual.
 */
final class UnmappedMerges extends FilterDirectory {
  /** Where there is more memory than this, speed is worth it. */
  private static final long SHORT = 2L << 30;

  private final Directory buffered;

  private UnmappedMerges(Directory mapped, Directory buffered) {
    super(mapped);
    this.buffered = buffered;
  }

  /** The folder of an index as its writer opens it, which follows the memory there is. */
  static Directory open(Path folder) throws IOException {
    Directory mapped = FSDirectory.open(folder);
    return Runtime.getRuntime().maxMemory() <= SHORT
        ? new UnmappedMerges(mapped, new NIOFSDirectory(folder))
        : mapped;
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    return context.context() == IOContext.Context.MERGE
        ? buffered.openInput(name, context)
        : super.openInput(name, context);
  }

  @Override
  public void close() throws IOException {
    buffered.close();
    super.close();
  }
}
