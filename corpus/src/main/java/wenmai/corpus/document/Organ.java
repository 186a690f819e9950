package wenmai.corpus.document;

/**
 * The body that made a document (发文机关), by its full name: 人民代表大会常务委员会, not 人大常委会.
 *
 * @param name not blank
 */
public record Organ(String name) {
  public Organ {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an organ has a name");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
