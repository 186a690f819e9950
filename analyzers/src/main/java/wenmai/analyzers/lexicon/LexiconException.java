package wenmai.analyzers.lexicon;

/**
 * A lexicon that cannot be read: the message names the file, the line and what is wrong with it.
 */
public final class LexiconException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LexiconException(String message, Throwable cause) {
    super(message, cause);
  }

  LexiconException(String message) {
    super(message);
  }
}
