package wenmai.corpus.engine.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import wenmai.corpus.document.DocumentId;

/**
 * How often each word stands in a text (词频), kept for the texts asked about last: segmenting a long
 * one takes as long as everything else on its page together, and what comes in meanwhile changes
 * none of it. For many threads.
 */
final class WordCounts {
  /** Words kept over all texts: some 20 MB at most, of 100 bytes each. */
  private static final long KEPT = 200_000;

  /** What takes as much room as one word. */
  private static final int CHARACTERS_A_WORD = 50;

  private final Analysis analysis;
  private final Cache<DocumentId, Counted> latest =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .weigher((DocumentId id, Counted counted) -> counted.weight())
          .build();

  WordCounts(Analysis analysis) {
    this.analysis = analysis;
  }

  private record Counted(String text, Map<String, Count> words) {
    int weight() {
      return 1 + words.size() + text.length() / CHARACTERS_A_WORD;
    }
  }

  /**
   * @param alone whether it stands somewhere that is no part of a longer word: 算草 of 决算草案 helps to
   *     find and tells nobody anything
   */
  record Count(int times, boolean alone) {
    private Count and(Count other) {
      return new Count(times + other.times, alone || other.alone);
    }
  }

  /** Words of two characters or more with how often they stand there. */
  Map<String, Count> of(DocumentId id, String text) throws IOException {
    Counted known = latest.getIfPresent(id);
    if (known == null || !known.text().equals(text)) {
      known = new Counted(text, count(text));
      latest.put(id, known);
    }
    return known.words();
  }

  private record Word(String term, int start, int end) {}

  private Map<String, Count> count(String text) throws IOException {
    Map<String, Count> counts = new HashMap<>();
    int covered = 0;
    for (Word word : words(text)) {
      counts.merge(word.term, new Count(1, word.end > covered), Count::and);
      covered = Math.max(covered, word.end);
    }
    return counts;
  }

  /** In order of the text; of those that begin together the longest first. */
  private List<Word> words(String text) throws IOException {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analysis.words().tokenStream(Fields.TITLE, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (term.length() > 1 && Character.isIdeographic(term.charAt(0))) {
          words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
        }
      }
      stream.end();
    }
    words.sort(
        Comparator.comparingInt(Word::start)
            .thenComparing(Comparator.comparingInt(Word::end).reversed()));
    return words;
  }
}
