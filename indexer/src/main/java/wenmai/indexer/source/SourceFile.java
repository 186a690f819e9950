package wenmai.indexer.source;

import java.nio.file.Path;
import wenmai.corpus.Accessions.FileLocation;

/**
 * A file to be read (来源文件): where it is registered, and where its bytes lie.
 *
 * @param location its place within the root that was given; a member of a container as {@code
 *     a.zip!/b.docx}
 * @param file where the bytes are
 * @param modifiedMillis time stamp, in milliseconds since 1970
 */
public record SourceFile(
    FileLocation location, Path file, long bytes, long modifiedMillis, Ownership ownership)
    implements Source {

  /** Whose the bytes are. */
  public enum Ownership {
    /** A file of the user's: never touched. */
    THEIRS,
    /** A temporary file of this run: moved away or deleted. */
    OURS
  }

  /** Its own name, without folders and containers. */
  public String name() {
    String path = location.path();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
