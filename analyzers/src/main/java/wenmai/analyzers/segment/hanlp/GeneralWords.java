package wenmai.analyzers.segment.hanlp;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import java.util.BitSet;

/**
 * The words in HanLP's jar beside its core dictionary (补充词典): names of places and organs, idioms,
 * terms. Read, never written to; one for all.
 */
final class GeneralWords {
  private static final GeneralWords INSTANCE = load();

  private final Trie trie;
  private final float[] familiarity;
  private final BitSet places;

  private GeneralWords(Trie trie, float[] familiarity, BitSet places) {
    this.trie = trie;
    this.familiarity = familiarity;
    this.places = places;
  }

  static GeneralWords instance() {
    return INSTANCE;
  }

  private static GeneralWords load() {
    HanlpRuntime.ensure();
    DoubleArrayTrie<CoreDictionary.Attribute> words = CustomDictionary.DEFAULT.dat;
    float[] familiarity = new float[words.size()];
    BitSet places = new BitSet();
    for (int id = 0; id < words.size(); id++) {
      familiarity[id] = (float) Math.log(words.get(id).totalFrequency + 1);
      if (words.get(id).nature[0] == Nature.ns) {
        places.set(id);
      }
    }
    return new GeneralWords(Trie.of(words), familiarity, places);
  }

  Trie trie() {
    return trie;
  }

  /** The more frequent, the cheaper. */
  float price(int word, int width) {
    return Prices.general(width) - familiarity[word];
  }

  boolean isPlace(int word) {
    return places.get(word);
  }
}
