package wenmai.analyzers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * One term that an analyzer makes of a text (词项), with its place.
 *
 * @param term what is searched for
 * @param start where it stands in the text, in UTF-16 units
 * @param end where it ends
 * @param position its place in the text, counted from 0; a phrase is terms at places as far apart
 * @param positionLength how many places it covers
 * @param type what sort of term it is, a label of {@link wenmai.analyzers.segment.SegmentType}
 */
public record AnalyzedTerm(
    String term, int start, int end, int position, int positionLength, String type) {

  private static final String ANY_FIELD = "";

  /** The terms of a text in the order the analyzer gives them. */
  public static List<AnalyzedTerm> of(Analyzer analyzer, String text) {
    try (TokenStream stream = analyzer.tokenStream(ANY_FIELD, text)) {
      return collect(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }

  private static List<AnalyzedTerm> collect(TokenStream stream) throws IOException {
    TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
    OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
    PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
    PositionLengthAttribute length = stream.addAttribute(PositionLengthAttribute.class);
    TypeAttribute type = stream.addAttribute(TypeAttribute.class);
    List<AnalyzedTerm> terms = new ArrayList<>();
    int position = -1;
    stream.reset();
    while (stream.incrementToken()) {
      position += increment.getPositionIncrement();
      terms.add(
          new AnalyzedTerm(
              term.getBytesRef().utf8ToString(),
              offset.startOffset(),
              offset.endOffset(),
              position,
              length.getPositionLength(),
              type.type()));
    }
    stream.end();
    return List.copyOf(terms);
  }
}
