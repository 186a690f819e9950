package wenmai.corpus.document;

/**
 * Something known of a document, with what shows it.
 *
 * @param confidence in [0, 1]
 * @param origin whether the value stands there or follows from what stands there
 */
public record Fact<T>(T value, Evidence evidence, double confidence, Origin origin) {

  /** Whether a value was read as it stands or inferred from it. */
  public enum Origin {
    READ,
    INFERRED
  }

  public Fact {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is in [0, 1], not " + confidence);
    }
  }

  public static <T> Fact<T> read(T value, Evidence evidence, double confidence) {
    return new Fact<>(value, evidence, confidence, Origin.READ);
  }

  public static <T> Fact<T> inferred(T value, Evidence evidence, double confidence) {
    return new Fact<>(value, evidence, confidence, Origin.INFERRED);
  }

  public boolean inferred() {
    return origin == Origin.INFERRED;
  }
}
