package wenmai.analyzers.segment.hanlp;

import java.util.BitSet;
import java.util.Set;
import wenmai.analyzers.lexicon.NameWords;

/** {@link NameWords} made fast (名称规则): tries of words, bit sets of characters. */
record NameRules(
    Trie levels,
    BitSet levelStarts,
    BitSet levelEnds,
    Trie suffixes,
    BitSet suffixStarts,
    BitSet never,
    BitSet listSigns,
    BitSet wholes,
    Trie surnames,
    BitSet surnameStarts) {

  static NameRules of(NameWords words) {
    return new NameRules(
        Trie.of(words.levels()),
        starts(words.levels()),
        characters(words.levels()),
        Trie.of(words.suffixes()),
        starts(words.suffixes()),
        characters(words.never()),
        characters(words.listSigns()),
        characters(words.wholes()),
        Trie.of(words.surnames()),
        starts(words.surnames()));
  }

  /** The last character of each: 以及 parts a list as its 及 does. */
  private static BitSet characters(Set<String> words) {
    BitSet characters = new BitSet();
    words.forEach(word -> characters.set(word.charAt(word.length() - 1)));
    return characters;
  }

  private static BitSet starts(Set<String> words) {
    BitSet characters = new BitSet();
    words.forEach(word -> characters.set(word.charAt(0)));
    return characters;
  }
}
