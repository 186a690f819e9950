package wenmai.analyzers;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.util.AttributeFactory;
import wenmai.analyzers.fold.Invisible;
import wenmai.analyzers.segment.SegmentType;

/** Makes every visible code point a token (逐字切分); invisible ones take no place. */
public final class CharacterTokenizer extends Tokenizer {
  private static final int BLOCK = 4096;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final char[] block = new char[BLOCK];
  private int at;
  private int end;
  private int before;

  public CharacterTokenizer() {
    this(DEFAULT_TOKEN_ATTRIBUTE_FACTORY);
  }

  public CharacterTokenizer(AttributeFactory factory) {
    super(factory);
  }

  @Override
  public boolean incrementToken() throws IOException {
    clearAttributes();
    while (at < end || fill()) {
      int start = before;
      int codePoint = readCodePoint();
      if (!Invisible.is(codePoint)) {
        write(codePoint);
        offset.setOffset(correctOffset(start), correctOffset(before));
        type.setType(SegmentType.CHARACTER.label());
        return true;
      }
    }
    return false;
  }

  private int readCodePoint() throws IOException {
    char c = block[at++];
    before++;
    if (Character.isHighSurrogate(c)
        && (at < end || fill())
        && Character.isLowSurrogate(block[at])) {
      before++;
      return Character.toCodePoint(c, block[at++]);
    }
    return c;
  }

  private void write(int codePoint) {
    char[] buffer = term.resizeBuffer(2);
    term.setLength(Character.toChars(codePoint, buffer, 0));
  }

  private boolean fill() throws IOException {
    int got;
    do {
      got = input.read(block, 0, BLOCK);
    } while (got == 0);
    at = 0;
    end = Math.max(got, 0);
    return got > 0;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int last = correctOffset(before);
    offset.setOffset(last, last);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    at = 0;
    end = 0;
    before = 0;
  }
}
