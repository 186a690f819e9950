package wenmai.analyzers.segment.hanlp;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.util.List;

/**
 * HanLP's own segmenter (基线), to measure ours against; nothing that serves a reader uses it.
 * Immutable after making, safe to share.
 */
public final class HanlpBaseline {

  /** How HanLP is set. */
  public enum Setting {
    /** The same search as ours: no names, no tags, no further dictionary. */
    VITERBI,
    /** As {@code HanLP.newSegment()} gives it, with personal names and the further dictionary. */
    AS_IT_COMES
  }

  private final Segment segment;

  public HanlpBaseline(Setting setting) {
    HanlpRuntime.ensure();
    segment =
        switch (setting) {
          case AS_IT_COMES -> new ViterbiSegment().enableOffset(true);
          case VITERBI ->
              new ViterbiSegment()
                  .enableAllNamedEntityRecognize(false)
                  .enableCustomDictionary(false)
                  .enablePartOfSpeechTagging(false)
                  .enableOffset(true);
        };
  }

  /** The words of a text, in order. */
  public List<String> words(String text) {
    return segment.seg(text).stream().map(term -> term.word).toList();
  }

  /** A bare loop over the words of a text; returns how many they are. */
  public int count(String text) {
    int words = 0;
    for (var term : segment.seg(text)) {
      words += term.word.isEmpty() ? 0 : 1;
    }
    return words;
  }
}
