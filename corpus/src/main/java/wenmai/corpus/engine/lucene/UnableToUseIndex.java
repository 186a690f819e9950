package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The index could not be read or written; says what was being done. */
public final class UnableToUseIndex extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  UnableToUseIndex(String doing, IOException cause) {
    super("unable to " + doing + ": " + cause.getMessage(), cause);
  }
}
