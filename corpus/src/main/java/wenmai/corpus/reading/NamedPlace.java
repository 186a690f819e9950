package wenmai.corpus.reading;

import wenmai.corpus.text.Span;

/** A place with its weight in the text and where it is named first, in the compact text (地名). */
final class NamedPlace {
  private final Span first;
  private int weight;
  private int mentions;
  private int certain;
  private boolean ofOrgan;

  NamedPlace(Span first) {
    this.first = first;
  }

  /**
   * Counts a mention.
   *
   * @param sure whether it is certain where the name begins
   * @param beforeOrgan whether the word of an organ follows
   */
  void mention(int worth, boolean sure, boolean beforeOrgan) {
    weight += worth;
    mentions++;
    certain += sure ? 1 : 0;
    ofOrgan |= beforeOrgan && sure;
  }

  int weight() {
    return weight;
  }

  Span first() {
    return first;
  }

  /** Whether the word of an organ follows where it is certain where the name begins. */
  boolean isOfOrgan() {
    return ofOrgan;
  }

  /** A name that an organ bears, or that is named again and again. */
  boolean isSure() {
    return ofOrgan || certain > 0 || mentions > 2;
  }
}
