package wenmai.indexer;

import java.nio.file.Path;
import wenmai.indexer.extract.Extractor;
import wenmai.indexer.extract.Limits;
import wenmai.indexer.extract.ParserSettings;
import wenmai.indexer.worker.JavaRuntime;
import wenmai.indexer.worker.WorkerPool;

/**
 * What the indexer needs to know (收录设置), read once at the edge.
 *
 * @param config the configuration folder
 * @param scratch a folder for temporary files; best on the disk of the archive, so that they can be
 *     moved into it
 * @param java how to start parser processes
 * @param cores how many files are read at a time
 * @param tesseract name or path of the program for OCR
 */
public record IndexerSettings(
    Path config, Path scratch, JavaRuntime java, int cores, String tesseract, Limits limits) {

  public static final String TESSERACT = "tesseract";

  public IndexerSettings {
    if (cores < 1) {
      throw new IllegalArgumentException("cores must be 1 or more, not " + cores);
    }
  }

  public static IndexerSettings of(Path config, Path scratch, JavaRuntime java) {
    return new IndexerSettings(
        config,
        scratch,
        java,
        Runtime.getRuntime().availableProcessors(),
        TESSERACT,
        Limits.defaults());
  }

  /** An extractor by these settings, with its own parser processes. */
  public Extractor extractor() {
    return new Extractor(config, limits, new WorkerPool(java, parsers(), cores));
  }

  ParserSettings parsers() {
    return new ParserSettings(config, scratch, tesseract, limits);
  }
}
