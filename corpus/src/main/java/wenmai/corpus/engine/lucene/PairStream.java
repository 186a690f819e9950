package wenmai.corpus.engine.lucene;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Each character of a folded text with the next one, a position apart (字对); the last character
 * stands alone. A run of characters occurs exactly where its pairs follow each other.
 */
final class PairStream extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final String folded;
  private final int from;
  private final int to;
  private int at;

  PairStream(String folded, int from, int to) {
    this.folded = folded;
    this.from = from;
    this.to = to;
    this.at = from;
  }

  @Override
  public boolean incrementToken() {
    if (at >= to) {
      return false;
    }
    clearAttributes();
    int second = at + Character.charCount(folded.codePointAt(at));
    int end = second < to ? second + Character.charCount(folded.codePointAt(second)) : second;
    term.append(folded, at, Math.min(end, to));
    at = second;
    return true;
  }

  @Override
  public void reset() {
    at = from;
  }
}
