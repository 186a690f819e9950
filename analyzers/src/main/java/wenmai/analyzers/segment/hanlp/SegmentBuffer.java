package wenmai.analyzers.segment.hanlp;

import java.util.Arrays;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import wenmai.analyzers.number.Numeral;
import wenmai.analyzers.segment.Atoms;
import wenmai.analyzers.segment.Detail;
import wenmai.analyzers.segment.SegmentType;

/** The segments of one stretch in the order they are handed out. Reused; not thread-safe. */
final class SegmentBuffer {
  /** A bigram is no node of the lattice. */
  private static final byte BIGRAM = 100;

  private final Lattice lattice;
  private final Atoms atoms;
  private char[] text = {};
  private int position;
  private int[] first = new int[512];
  private int[] last = new int[512];
  private byte[] kinds = new byte[512];
  private boolean[] inner = new boolean[512];
  private int count;

  SegmentBuffer(Lattice lattice, Atoms atoms) {
    this.lattice = lattice;
    this.atoms = atoms;
  }

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  /**
   * @param before how many atoms the text has ahead of this stretch
   * @param path the nodes of the best way, of which the first {@code words} count
   */
  void fill(char[] source, int before, int[] path, int words, Detail detail) {
    text = source;
    position = before;
    count = 0;
    for (int i = 0; i < words; i++) {
      int node = path[i];
      if (lattice.kind(node) == LatticeBuilder.SIGN) {
        continue;
      }
      if (detail == Detail.WORDS) {
        add(lattice.from(node), lattice.to(node), lattice.kind(node), false);
      } else {
        addWithin(node, detail);
      }
    }
  }

  private void addWithin(int word, Detail detail) {
    int end = lattice.to(word);
    for (int atom = lattice.from(word); atom < end; atom++) {
      int mark = count;
      for (int node = lattice.firstAt(atom + 1) - 1; node >= lattice.firstAt(atom); node--) {
        int to = lattice.to(node);
        boolean whole = atom == lattice.from(word) && to == end;
        if (to <= end && (whole ? node == word : isWorthwhile(node))) {
          insert(mark, atom, to, lattice.kind(node), !whole);
        }
      }
      if (detail == Detail.WORDS_AND_BIGRAMS && isIdeograph(atom) && isIdeograph(atom + 1)) {
        insert(mark, atom, atom + 2, BIGRAM, true);
      }
    }
  }

  /** Inside a word a single character says nothing; a number of more than one digit does. */
  private boolean isWorthwhile(int node) {
    byte kind = lattice.kind(node);
    return kind != LatticeBuilder.SIGN
        && (lattice.to(node) - lattice.from(node) > 1
            || kind == LatticeBuilder.NUMBER
            || kind == LatticeBuilder.LETTERS);
  }

  private boolean isIdeograph(int atom) {
    return atom < atoms.count() && atoms.kind(atom) == Atoms.Kind.IDEOGRAPH;
  }

  /** Keeps the segments of one atom in order, the longest first, each stretch once. */
  private void insert(int mark, int from, int to, byte kind, boolean isInner) {
    int at = count;
    while (at > mark && last[at - 1] <= to) {
      at--;
      if (last[at] == to) {
        return;
      }
    }
    add(from, to, kind, isInner);
    for (int i = count - 1; i > at; i--) {
      first[i] = first[i - 1];
      last[i] = last[i - 1];
      kinds[i] = kinds[i - 1];
      inner[i] = inner[i - 1];
    }
    first[at] = from;
    last[at] = to;
    kinds[at] = kind;
    inner[at] = isInner;
  }

  private void add(int from, int to, byte kind, boolean isInner) {
    if (count == first.length) {
      first = Arrays.copyOf(first, count * 2);
      last = Arrays.copyOf(last, count * 2);
      kinds = Arrays.copyOf(kinds, count * 2);
      inner = Arrays.copyOf(inner, count * 2);
    }
    first[count] = from;
    last[count] = to;
    kinds[count] = kind;
    inner[count++] = isInner;
  }

  int start(int segment) {
    return atoms.start(first[segment]);
  }

  int end(int segment) {
    return atoms.end(last[segment] - 1);
  }

  int position(int segment) {
    return position + first[segment];
  }

  int width(int segment) {
    return last[segment] - first[segment];
  }

  SegmentType type(int segment) {
    return switch (kinds[segment]) {
      case BIGRAM -> SegmentType.BIGRAM;
      case LatticeBuilder.NUMBER, LatticeBuilder.MEASURE -> SegmentType.NUMBER;
      case LatticeBuilder.DOCUMENT_NUMBER -> SegmentType.DOCUMENT_NUMBER;
      case LatticeBuilder.LETTERS -> SegmentType.LETTERS;
      default -> inner[segment] ? SegmentType.INNER : SegmentType.WORD;
    };
  }

  void term(int segment, CharTermAttribute term) {
    byte kind = kinds[segment];
    term.setEmpty();
    switch (kind) {
      case LatticeBuilder.DOCUMENT_NUMBER -> documentNumber(segment, term);
      case LatticeBuilder.NUMBER, LatticeBuilder.MEASURE -> {
        for (int atom = first[segment]; atom < last[segment]; atom++) {
          appendNumeral(atom, term);
        }
      }
      default -> {
        int start = start(segment);
        term.copyBuffer(text, start, end(segment) - start);
      }
    }
  }

  /** Brackets and 第 are written one way: 〔2022〕12号. */
  private void documentNumber(int segment, CharTermAttribute term) {
    int serial = last[segment] - 2;
    term.append('〔').append(atoms.value(first[segment] + 1)).append('〕');
    appendNumeral(serial, term);
    term.append('号');
  }

  private void appendNumeral(int atom, CharTermAttribute term) {
    if (atoms.kind(atom) == Atoms.Kind.NUMBER) {
      atoms.appendValue(atom, term::append);
      return;
    }
    char digit = Numeral.single(text[atoms.start(atom)]);
    if (digit != 0) {
      term.append(digit);
    } else {
      term.append(
          new StringBuilder().append(text, atoms.start(atom), atoms.end(atom) - atoms.start(atom)));
    }
  }
}
