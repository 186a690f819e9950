package wenmai.indexer.extract;

import java.nio.file.Path;

/**
 * Reads formats whose parsers are not ours (外来解析器). In a run they work in processes of their own;
 * {@link Parsers} is what those processes do.
 */
public interface ForeignParser extends AutoCloseable {

  /**
   * Does not throw for anything a file may hold.
   *
   * @param name the file's own name, whatever the path is
   */
  Extraction parse(Path file, String name, Format format);

  @Override
  void close();
}
