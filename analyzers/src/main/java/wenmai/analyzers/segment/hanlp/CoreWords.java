package wenmai.analyzers.segment.hanlp;

import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.utility.Predefine;

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
  private final int total;
  private final double floor;

  private CoreWords(Trie trie, int[] frequencies, int total, double myu) {
    this.trie = trie;
    this.frequencies = frequencies;
    this.total = total;
    this.floor = 1 - myu;
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
    for (int id = 0; id < size; id++) {
      frequencies[id] = CoreDictionary.get(id).totalFrequency;
    }
    return new CoreWords(
        Trie.of(CoreDictionary.trie), frequencies, Predefine.TOTAL_FREQUENCY, Predefine.myu);
  }

  Trie trie() {
    return trie;
  }

  int frequency(int id) {
    return frequencies[id];
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
