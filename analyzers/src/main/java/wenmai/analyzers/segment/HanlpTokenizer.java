package wenmai.analyzers.segment;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.util.AttributeFactory;

/**
 * Makes Lucene tokens of a {@link Segmenter}'s segments (分词). It only tokenizes: folding comes
 * before it, filters after it.
 *
 * <p>Positions count atoms, so punctuation leaves a hole and white space none; see the package.
 */
public final class HanlpTokenizer extends Tokenizer {

  /** What position lengths say. */
  public enum Positions {
    /** A token is as long as it is wide: right for an index, where words lie inside words. */
    GRAPH,
    /** Each token is one long and the next follows at its distance: what a phrase query needs. */
    FLAT
  }

  private final Segmenter segmenter;
  private final Positions positions;
  private final JoinedText joined = new JoinedText();
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private boolean started;
  private int lastPosition;

  public HanlpTokenizer(Segmentation segmentation, Positions positions) {
    this(DEFAULT_TOKEN_ATTRIBUTE_FACTORY, segmentation, positions);
  }

  public HanlpTokenizer(AttributeFactory factory, Segmentation segmentation, Positions positions) {
    super(factory);
    this.segmenter = segmentation.newSegmenter();
    this.positions = positions;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!started) {
      joined.read(input);
      segmenter.reset(joined.text(), joined.length());
      started = true;
    }
    clearAttributes();
    if (!segmenter.next()) {
      return false;
    }
    segmenter.term(term);
    offset.setOffset(
        correctOffset(joined.sourceStart(segmenter.start())),
        correctOffset(joined.sourceEnd(segmenter.end())));
    increment.setPositionIncrement(segmenter.position() - lastPosition);
    lastPosition = segmenter.position();
    length.setPositionLength(positions == Positions.GRAPH ? segmenter.width() : 1);
    type.setType(segmenter.type().label());
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int last = correctOffset(joined.sourceLength());
    offset.setOffset(last, last);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    started = false;
    joined.clear();
    // A first token at place 0 has the increment 1.
    lastPosition = -1;
  }

  @Override
  public void close() throws IOException {
    super.close();
    joined.clear();
  }
}
