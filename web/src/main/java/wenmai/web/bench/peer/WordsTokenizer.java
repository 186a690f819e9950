package wenmai.web.bench.peer;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Gives the words of a foreign segmenter, one after another (外部分词), without their places. */
final class WordsTokenizer extends Tokenizer {
  private final Function<String, List<String>> segmenter;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private Iterator<String> words = List.<String>of().iterator();

  WordsTokenizer(Function<String, List<String>> segmenter) {
    this.segmenter = segmenter;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    StringWriter text = new StringWriter();
    input.transferTo(text);
    words =
        segmenter.apply(text.toString()).stream()
            .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
            .iterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!words.hasNext()) {
      return false;
    }
    term.setEmpty().append(words.next());
    return true;
  }
}
