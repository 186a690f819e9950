package wenmai.analyzers.segment.hanlp;

import java.util.List;
import java.util.Map;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.analyzers.lexicon.PartOfLexicon;

/**
 * Where the words of a lattice come from (词源).
 *
 * @param core HanLP's core dictionary with its language model
 * @param general HanLP's dictionary of further words, which the model does not know
 * @param field words of the field
 * @param seats those of them that are organs which take a place or a level before their name
 * @param measures what makes one word with the number before it
 * @param ordinals what makes one word with 第 and a number before it
 */
record WordSources(
    CoreWords core,
    GeneralWords general,
    Trie field,
    Trie seats,
    Trie measures,
    Trie ordinals,
    NameRules names) {

  static void readDictionaries() {
    // Each is read when it is first asked for, once.
    CoreWords.instance();
    GeneralWords.instance();
  }

  static WordSources of(Lexicon lexicon) {
    List<String> seats =
        lexicon.words().entrySet().stream()
            .filter(word -> word.getValue().part() == PartOfLexicon.INSTITUTIONS)
            .map(Map.Entry::getKey)
            .filter(lexicon.names()::isSeat)
            .toList();
    return new WordSources(
        CoreWords.instance(),
        GeneralWords.instance(),
        Trie.of(lexicon.words().keySet()),
        Trie.of(seats),
        Trie.of(lexicon.measures()),
        Trie.of(lexicon.ordinals()),
        NameRules.of(lexicon.names()));
  }
}
