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
  private final int[] frequencies;
  private final BitSet places;

  private GeneralWords(Trie trie, int[] frequencies, BitSet places) {
    this.trie = trie;
    this.frequencies = frequencies;
    this.places = places;
  }

  static GeneralWords instance() {
    return INSTANCE;
  }

  private static GeneralWords load() {
    HanlpRuntime.ensure();
    DoubleArrayTrie<CoreDictionary.Attribute> words = CustomDictionary.DEFAULT.dat;
    int[] frequencies = new int[words.size()];
    BitSet places = new BitSet();
    for (int id = 0; id < words.size(); id++) {
      frequencies[id] = words.get(id).totalFrequency;
      if (words.get(id).nature[0] == Nature.ns) {
        places.set(id);
      }
    }
    return new GeneralWords(Trie.of(words), frequencies, places);
  }

  Trie trie() {
    return trie;
  }

  float price(int word, int width) {
    return Prices.general(width, frequencies[word]);
  }

  boolean isPlace(int word) {
    return places.get(word);
  }
}
