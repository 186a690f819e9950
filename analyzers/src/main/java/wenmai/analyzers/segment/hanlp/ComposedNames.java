package wenmai.analyzers.segment.hanlp;

/**
 * Puts places, the organs that sit there and persons into a lattice (地名、机关全称与人名): 棠州市, 区人大常委会,
 * 汀浦区人民检察院. An organ's name begins with a place that a dictionary knows, one that is built like a
 * place, or the word for a level.
 */
final class ComposedNames {
  private static final int LONGEST_NAME = 3;

  private final WordSources sources;
  private final AtomText text;
  private final Lattice lattice;

  ComposedNames(WordSources sources, AtomText text, Lattice lattice) {
    this.sources = sources;
    this.text = text;
    this.lattice = lattice;
  }

  /** Adds organs, unknown places and persons that start at this atom. */
  void add(int atom) {
    char c = text.charOf(atom);
    NameRules names = sources.names();
    if (names.levelStarts().get(c) && !followsList(atom) && !followsWhole(atom)) {
      int level = text.longest(names.levels(), atom);
      if (level != AtomText.NONE) {
        addOrgan(atom, level);
      }
    }
    if (mayBeName(atom)) {
      addUnknownPlace(atom);
    }
    if (names.surnameStarts().get(c)) {
      addPerson(atom);
    }
  }

  /** In 市、县人民政府 the organ belongs to the whole list of levels. */
  private boolean followsList(int atom) {
    return atom > 1
        && sources.names().listSigns().get(text.charOf(atom - 1))
        && sources.names().levelEnds().get(text.charOf(atom - 2));
  }

  private boolean followsWhole(int atom) {
    return atom > 0 && sources.names().wholes().get(text.charOf(atom - 1));
  }

  /** Adds the organ whose place is the known one in {@code [atom, end)}. */
  void addSeatOf(int atom, int end) {
    addOrgan(atom, end);
    int level = text.longest(sources.names().levels(), end);
    if (level != AtomText.NONE) {
      addOrgan(atom, level);
    }
  }

  private void addOrgan(int atom, int placeEnd) {
    addOrgans(atom, placeEnd, 0, NodeKind.ORGAN);
  }

  /** Every organ behind the place, for 区人大 stands in 区人大常委会. */
  private void addOrgans(int atom, int placeEnd, float placePrice, byte kind) {
    if (placeEnd >= text.atoms().count()) {
      return;
    }
    int state = Trie.ROOT;
    for (int at = text.atoms().start(placeEnd); at < text.end(); at++) {
      state = sources.seats().next(state, text.text()[at]);
      if (state == Trie.NONE) {
        return;
      }
      int end = text.atomBehind(at + 1);
      if (end != AtomText.NONE && sources.seats().word(state) != Trie.NONE) {
        float price = placePrice + Prices.organOfPlace(end - placeEnd);
        lattice.add(atom, end, Lattice.NONE, price, kind);
      }
    }
  }

  private void addPerson(int atom) {
    int surname = text.longest(sources.names().surnames(), atom);
    if (surname != AtomText.NONE && mayBeName(surname) && mayBeName(surname + 1)) {
      lattice.add(atom, surname + 2, Lattice.NONE, Prices.PERSON, NodeKind.GUESS);
    }
  }

  private void addUnknownPlace(int atom) {
    for (int length = 2; length <= LONGEST_NAME && mayBeName(atom + length - 1); length++) {
      if (sources.names().suffixStarts().get(text.charOf(atom + length))
          && !(length == 2 && isWord(atom))) {
        int end = text.longest(sources.names().suffixes(), atom + length);
        if (end != AtomText.NONE) {
          float price = Prices.unknownPlace(length);
          lattice.add(atom, end, Lattice.NONE, price, NodeKind.GUESS);
          addOrgans(atom, end, price, NodeKind.GUESS);
        }
      }
    }
  }

  /** Whether two characters are a word of the core dictionary: 完善县 is no county. */
  private boolean isWord(int atom) {
    Trie trie = sources.core().trie();
    int state = trie.next(Trie.ROOT, text.charOf(atom));
    state = state == Trie.NONE ? state : trie.next(state, text.charOf(atom + 1));
    return state != Trie.NONE && trie.word(state) != Trie.NONE;
  }

  private boolean mayBeName(int atom) {
    return text.isIdeograph(atom) && !sources.names().never().get(text.charOf(atom));
  }
}
