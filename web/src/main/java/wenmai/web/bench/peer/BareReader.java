package wenmai.web.bench.peer;

import java.io.IOException;
import java.nio.file.Path;

/** A library that reads one kind of file, used as its manual says and no further (裸库). */
public interface BareReader {
  /** What it is, for the table. */
  String name();

  /**
   * How many pages the file has.
   *
   * @throws IOException if it cannot be read
   */
  int pages(Path file) throws IOException;

  /**
   * What the library makes of it.
   *
   * @throws IOException if it cannot be read
   */
  String text(Path file) throws IOException;
}
