package wenmai.analyzers.segment.hanlp;

import java.util.Arrays;
import wenmai.analyzers.number.Numeral;
import wenmai.analyzers.segment.Atoms;
import wenmai.analyzers.segment.hanlp.HanlpSegmentation.WordSources;

/** Fills a lattice with all words of a stretch of text. Reused; not thread-safe. */
final class LatticeBuilder {
  static final byte CORE = 0;
  static final byte FIELD = 1;
  static final byte NUMBER = 2;
  static final byte MEASURE = 3;
  static final byte LETTERS = 4;
  static final byte SIGN = 5;
  static final byte DOCUMENT_NUMBER = 6;

  /** Prices of words that no language model has seen: the longer, the surer. */
  private static final float FIELD_OF_TWO = 6f;

  private static final float FIELD_OF_THREE = 3f;
  private static final float FIELD_LONG = 2f;
  private static final float MEASURE_PRICE = 3f;
  private static final float DOCUMENT_NUMBER_PRICE = 1f;

  /** As rare as a word can be. */
  private static final int UNSEEN = 1;

  private final WordSources sources;
  private final Atoms atoms;
  private final Lattice lattice;
  private int[] atomBefore = new int[512];
  private char[] text = {};
  private int from;
  private int to;

  LatticeBuilder(WordSources sources, Atoms atoms, Lattice lattice) {
    this.sources = sources;
    this.atoms = atoms;
    this.lattice = lattice;
  }

  /** Reads {@code text[from, to)} into atoms and words. */
  void build(char[] text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    atoms.read(text, from, to);
    mapEnds();
    int count = atoms.count();
    lattice.clear(count);
    for (int atom = 0; atom < count; atom++) {
      lattice.startAtom(atom);
      addWords(atom);
    }
    lattice.finish();
  }

  /** For each unit behind an atom's last: the number of the next atom. */
  private void mapEnds() {
    int length = to - from + 1;
    if (atomBefore.length < length) {
      atomBefore = new int[length * 2];
    }
    Arrays.fill(atomBefore, 0, length, Lattice.NONE);
    for (int atom = 0; atom < atoms.count(); atom++) {
      atomBefore[atoms.end(atom) - from] = atom + 1;
    }
  }

  private void addWords(int atom) {
    int measured = addNumbers(atom);
    boolean alone = addCore(atom, measured);
    addField(atom, measured);
    if (!alone && !(atoms.kind(atom) == Atoms.Kind.NUMBER)) {
      addSingle(atom);
    }
  }

  private void addSingle(int atom) {
    switch (atoms.kind(atom)) {
      case LETTERS -> {
        int id = CoreWords.letters();
        lattice.add(atom, atom + 1, id, sources.core().alone(id), LETTERS);
      }
      case SIGN -> lattice.add(atom, atom + 1, Lattice.NONE, unseen(), SIGN);
      case IDEOGRAPH, NUMBER -> lattice.add(atom, atom + 1, Lattice.NONE, unseen(), CORE);
    }
  }

  private float unseen() {
    return sources.core().unknown(UNSEEN);
  }

  /** Adds the words of the core dictionary; tells whether the atom alone is one. */
  private boolean addCore(int atom, int measured) {
    Trie trie = sources.core().trie();
    boolean alone = false;
    int state = Trie.ROOT;
    for (int at = atoms.start(atom); at < to && text[at] != ' '; at++) {
      state = trie.next(state, text[at]);
      if (state == Trie.NONE) {
        break;
      }
      int end = atomBefore[at + 1 - from];
      int word = end == Lattice.NONE ? Trie.NONE : trie.word(state);
      if (word != Trie.NONE && end != measured && !isNumberAlone(atom, end)) {
        alone |= end == atom + 1;
        lattice.add(atom, end, word, sources.core().alone(word), kind(atom, end));
      }
    }
    return alone;
  }

  private boolean isNumberAlone(int atom, int end) {
    return end == atom + 1 && atoms.kind(atom) == Atoms.Kind.NUMBER;
  }

  private byte kind(int atom, int end) {
    return end > atom + 1
        ? CORE
        : switch (atoms.kind(atom)) {
          case IDEOGRAPH -> CORE;
          case NUMBER -> NUMBER;
          case LETTERS -> LETTERS;
          case SIGN -> SIGN;
        };
  }

  private void addField(int atom, int measured) {
    Trie trie = sources.field();
    int state = Trie.ROOT;
    for (int at = atoms.start(atom); at < to && text[at] != ' '; at++) {
      state = trie.next(state, text[at]);
      if (state == Trie.NONE) {
        return;
      }
      int end = atomBefore[at + 1 - from];
      if (end > atom + 1 && end != measured && trie.word(state) != Trie.NONE) {
        lattice.add(atom, end, Lattice.NONE, fieldPrice(end - atom), FIELD);
      }
    }
  }

  private static float fieldPrice(int width) {
    return switch (width) {
      case 2 -> FIELD_OF_TWO;
      case 3 -> FIELD_OF_THREE;
      default -> FIELD_LONG;
    };
  }

  /** Adds what numbers start here; returns where the longest ends, or {@link Lattice#NONE}. */
  private int addNumbers(int atom) {
    if (atoms.kind(atom) == Atoms.Kind.NUMBER) {
      int id = CoreWords.number();
      lattice.add(atom, atom + 1, id, sources.core().alone(id), NUMBER);
    }
    int end = Lattice.NONE;
    if (isNumber(atom)) {
      end = measureEnd(atom + 1, sources.measures());
    } else if (text[atoms.start(atom)] == '第' && isNumber(atom + 1)) {
      end = measureEnd(atom + 2, sources.ordinals());
    } else if (atoms.kind(atom) == Atoms.Kind.SIGN) {
      return addDocumentNumber(atom);
    }
    if (end != Lattice.NONE) {
      lattice.add(atom, end, Lattice.NONE, MEASURE_PRICE, MEASURE);
    }
    return end;
  }

  private boolean isNumber(int atom) {
    return atom < atoms.count()
        && (atoms.kind(atom) == Atoms.Kind.NUMBER
            || (atoms.kind(atom) == Atoms.Kind.IDEOGRAPH
                && Numeral.single(text[atoms.start(atom)]) != 0));
  }

  private int measureEnd(int atom, Trie units) {
    if (atom >= atoms.count()) {
      return Lattice.NONE;
    }
    int longest = Lattice.NONE;
    int state = Trie.ROOT;
    for (int at = atoms.start(atom); at < to && state != Trie.NONE; at++) {
      state = units.next(state, text[at]);
      int end = state == Trie.NONE ? Lattice.NONE : atomBefore[at + 1 - from];
      if (end != Lattice.NONE && units.word(state) != Trie.NONE) {
        longest = end;
      }
    }
    return longest;
  }

  /** 〔2022〕12号, in whatever brackets and with or without 第. */
  private int addDocumentNumber(int atom) {
    if (!isBracketedYear(atom)) {
      return Lattice.NONE;
    }
    int serial =
        atom + 3 < atoms.count() && text[atoms.start(atom + 3)] == '第' ? atom + 4 : atom + 3;
    if (serial + 1 < atoms.count() && isNumber(serial) && text[atoms.start(serial + 1)] == '号') {
      lattice.add(atom, serial + 2, Lattice.NONE, DOCUMENT_NUMBER_PRICE, DOCUMENT_NUMBER);
      return serial + 2;
    }
    return Lattice.NONE;
  }

  private boolean isBracketedYear(int atom) {
    return atom + 2 < atoms.count()
        && "〔[(【﹝".indexOf(text[atoms.start(atom)]) >= 0
        && "〕])】﹞".indexOf(text[atoms.start(atom + 2)]) >= 0
        && atoms.kind(atom + 1) == Atoms.Kind.NUMBER
        && atoms.value(atom + 1).length() == 4;
  }
}
