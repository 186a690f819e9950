package wenmai.corpus.duplicate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.Span;

/** The first sentence of a copy that its original has as well (首个相同语句), which proves the link. */
public final class FirstSharedSentence {
  private static final Pattern SENTENCE = Pattern.compile("[^。！？!?\\n]{1,2000}+[。！？!?]?");

  /** A heading of a few words may stand in any paper. */
  private static final int ENOUGH_LETTERS = 12;

  private FirstSharedSentence() {}

  public static Optional<Quote> of(String copy, String original) {
    String letters = Letters.of(original).text();
    Matcher sentences = SENTENCE.matcher(copy);
    while (sentences.find()) {
      String words = sentences.group().strip();
      String bare = Letters.of(words).text();
      if (bare.length() >= ENOUGH_LETTERS && letters.contains(bare)) {
        int start = sentences.start() + sentences.group().indexOf(words);
        return Optional.of(
            Quote.of(copy, Span.of(start, start + words.length()), CodePointIndex.of(copy)));
      }
    }
    return Optional.empty();
  }
}
