package wenmai.analyzers.segment.hanlp;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.utility.Predefine;
import java.util.BitSet;

/**
 * HanLP's core dictionary and bigram model (核心词典与二元语言模型) as flat arrays, read once for all
 * segmentations; the costs are those of HanLP's own Viterbi segmenter.
 */
final class CoreWords {
  private static final double LAMBDA = 0.9;

  private static final CoreWords INSTANCE = load();

  private final Trie trie;
  private final int[] frequencies;
  private final float[] alone;
  private final BitSet places;
  private final int[] singles = new int[1 << Character.SIZE];
  private final PairCosts pairs = new PairCosts(this::ask);
  private final int total;
  private final double floor;

  private CoreWords(Trie trie, int[] frequencies, BitSet places, int total, double myu) {
    this.trie = trie;
    this.places = places;
    this.frequencies = frequencies;
    this.total = total;
    this.floor = 1 - myu;
    for (int c = 0; c < singles.length; c++) {
      int state = trie.next(Trie.ROOT, (char) c);
      singles[c] = state == Trie.NONE ? Trie.NONE : trie.word(state);
    }
    this.alone = new float[frequencies.length];
    for (int id = 0; id < alone.length; id++) {
      alone[id] = (float) -Math.log((1 - LAMBDA) * frequencies[id] / total + LAMBDA * floor);
    }
  }

  static CoreWords instance() {
    return INSTANCE;
  }

  private static CoreWords load() {
    HanlpRuntime.ensure();
    int size = CoreDictionary.trie.size();
    int[] frequencies = new int[size];
    BitSet places = new BitSet(size);
    for (int id = 0; id < size; id++) {
      CoreDictionary.Attribute attribute = CoreDictionary.get(id);
      frequencies[id] = attribute.totalFrequency;
      places.set(id, attribute.nature[0] == Nature.ns);
    }
    return new CoreWords(
        Trie.of(CoreDictionary.trie),
        frequencies,
        places,
        Predefine.TOTAL_FREQUENCY,
        Predefine.myu);
  }

  Trie trie() {
    return trie;
  }

  /** The number of a single character as a word, or {@link Trie#NONE}. */
  int single(char c) {
    return singles[c];
  }

  /** Whether the word is first of all the name of a place. */
  boolean isPlace(int id) {
    return places.get(id);
  }

  /** The cost of a word after one that was never seen before it. */
  float alone(int id) {
    return alone[id];
  }

  /** The cost of a word that the model does not know, of this frequency. */
  float unknown(int frequency) {
    return (float) -Math.log((1 - LAMBDA) * frequency / total + LAMBDA * floor);
  }

  /** The cost of {@code to} behind {@code from}, as HanLP computes it. */
  float after(int from, int to) {
    return pairs.get(from, to);
  }

  private int ask(int from, int to) {
    return Float.floatToRawIntBits(compute(from, to));
  }

  private float compute(int from, int to) {
    int together = CoreBiGramTableDictionary.getBiFrequency(from, to);
    return together == 0
        ? alone[to]
        : (float)
            -Math.log(
                (1 - LAMBDA) * frequencies[to] / total
                    + LAMBDA * ((1 - floor) * together / (frequencies[from] + 1) + floor));
  }

  static int begin() {
    return CoreDictionary.BEGIN_WORD_ID;
  }

  static int end() {
    return CoreDictionary.END_WORD_ID;
  }

  static int number() {
    return CoreDictionary.M_WORD_ID;
  }

  static int letters() {
    return CoreDictionary.X_WORD_ID;
  }
}
