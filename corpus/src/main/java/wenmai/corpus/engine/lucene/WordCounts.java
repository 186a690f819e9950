package wenmai.corpus.engine.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
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

  private record Counted(String text, Map<String, Integer> words) {
    int weight() {
      return 1 + words.size() + text.length() / CHARACTERS_A_WORD;
    }
  }

  /** Words of two characters or more with how often they stand there. */
  Map<String, Integer> of(DocumentId id, String text) throws IOException {
    Counted known = latest.getIfPresent(id);
    if (known == null || !known.text().equals(text)) {
      known = new Counted(text, count(text));
      latest.put(id, known);
    }
    return known.words();
  }

  private Map<String, Integer> count(String text) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    try (TokenStream stream = CapturedWords.of(analysis.words(), text).stream()) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (term.length() > 1 && Character.isIdeographic(term.charAt(0))) {
          counts.merge(term.toString(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }
}
