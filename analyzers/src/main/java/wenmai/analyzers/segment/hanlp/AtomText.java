package wenmai.analyzers.segment.hanlp;

import java.util.Arrays;
import wenmai.analyzers.number.Numeral;
import wenmai.analyzers.segment.Atoms;

/** A stretch of text with its atoms, and words looked up from atom to atom. Reused. */
final class AtomText {
  static final int NONE = -1;

  private final Atoms atoms = new Atoms();
  private int[] atomBehind = new int[512];
  private char[] text = {};
  private int from;
  private int to;

  void read(char[] source, int start, int end) {
    text = source;
    from = start;
    to = end;
    atoms.read(source, start, end);
    int length = end - start + 1;
    if (atomBehind.length < length) {
      atomBehind = new int[length * 2];
    }
    Arrays.fill(atomBehind, 0, length, NONE);
    for (int atom = 0; atom < atoms.count(); atom++) {
      atomBehind[atoms.end(atom) - start] = atom + 1;
    }
  }

  Atoms atoms() {
    return atoms;
  }

  char[] text() {
    return text;
  }

  int end() {
    return to;
  }

  /** The first unit of an atom; 0 behind the last atom. */
  char charOf(int atom) {
    return atom < atoms.count() ? text[atoms.start(atom)] : 0;
  }

  /** The atom that begins where an atom ends at this unit, or {@link #NONE} where none ends. */
  int atomBehind(int unit) {
    return atomBehind[unit - from];
  }

  boolean isIdeograph(int atom) {
    return atom < atoms.count() && atoms.kind(atom) == Atoms.Kind.IDEOGRAPH;
  }

  /** A number, in one atom of digits or numerals or in a single Chinese numeral. */
  boolean isNumber(int atom) {
    return atom < atoms.count()
        && (atoms.kind(atom) == Atoms.Kind.NUMBER
            || (atoms.kind(atom) == Atoms.Kind.IDEOGRAPH
                && !Numeral.single(text[atoms.start(atom)]).isEmpty()));
  }

  /** Where the longest word of the trie that starts at this atom ends, or {@link #NONE}. */
  int longest(Trie trie, int atom) {
    if (atom >= atoms.count()) {
      return NONE;
    }
    int longest = NONE;
    int state = Trie.ROOT;
    for (int at = atoms.start(atom); at < to; at++) {
      state = trie.next(state, text[at]);
      if (state == Trie.NONE) {
        break;
      }
      int behind = atomBehind(at + 1);
      if (behind != NONE && trie.word(state) != Trie.NONE) {
        longest = behind;
      }
    }
    return longest;
  }
}
