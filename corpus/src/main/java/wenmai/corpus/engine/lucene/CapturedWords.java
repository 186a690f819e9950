package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The words of one text (分词结果), kept so that document and passages share one segmentation.
 * Positions are not kept, for words only rank.
 */
final class CapturedWords {
  private char[] characters = new char[256];
  private int[] ends = new int[64];
  private int[] offsets = new int[64];
  private int count;

  private CapturedWords() {}

  static CapturedWords of(Analyzer analyzer, String text) {
    CapturedWords words = new CapturedWords();
    try (TokenStream stream = analyzer.tokenStream(Fields.TITLE, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term, offset.startOffset());
      }
      stream.end();
    } catch (IOException e) {
      throw new UnableToUseIndex("segment a text", e);
    }
    return words;
  }

  private void add(CharTermAttribute term, int offset) {
    int start = count == 0 ? 0 : ends[count - 1];
    int end = start + term.length();
    characters = end > characters.length ? Arrays.copyOf(characters, end * 2) : characters;
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
      offsets = Arrays.copyOf(offsets, count * 2);
    }
    System.arraycopy(term.buffer(), 0, characters, start, term.length());
    ends[count] = end;
    offsets[count++] = offset;
  }

  /** All of them. */
  TokenStream stream() {
    return new Slice(0, count);
  }

  /** Those that begin in this stretch of the text. Words begin in order of the text. */
  TokenStream stream(int textFrom, int textTo) {
    return new Slice(firstAt(textFrom), firstAt(textTo));
  }

  private int firstAt(int offset) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (offsets[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private final class Slice extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final int from;
    private final int to;
    private int at;

    Slice(int from, int to) {
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
      int start = at == 0 ? 0 : ends[at - 1];
      term.copyBuffer(characters, start, ends[at] - start);
      at++;
      return true;
    }

    @Override
    public void reset() {
      at = from;
    }
  }
}
