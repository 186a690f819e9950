package wenmai.analyzers.segment.hanlp;

import java.util.Arrays;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import wenmai.analyzers.number.Numeral;
import wenmai.analyzers.segment.Atoms;
import wenmai.analyzers.segment.Detail;
import wenmai.analyzers.segment.SegmentType;

/** The segments of one stretch in the order they are handed out. Reused; not thread-safe. */
final class SegmentBuffer {
  private final Lattice lattice;
  private final Atoms atoms;
  private final AtomText stretch;
  private int position;
  private int[] first = new int[512];
  private int[] last = new int[512];
  private byte[] kinds = new byte[512];
  private boolean[] inner = new boolean[512];
  private int count;

  SegmentBuffer(Lattice lattice, AtomText stretch) {
    this.lattice = lattice;
    this.stretch = stretch;
    this.atoms = stretch.atoms();
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
  void fill(int before, int[] path, int words, Detail detail) {
    position = before;
    count = 0;
    for (int i = 0; i < words; i++) {
      int node = path[i];
      if (lattice.kind(node) == NodeKind.SIGN) {
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
    int start = lattice.from(word);
    int end = lattice.to(word);
    for (int atom = start; atom < end; atom++) {
      int mark = count;
      if (atom == start) {
        add(start, end, lattice.kind(word), false);
      }
      for (int node = lattice.firstAt(atom); node < lattice.firstAt(atom + 1); node++) {
        if (node != word && isFound(node, word, detail)) {
          insert(mark, atom, lattice.to(node), lattice.kind(node));
        }
      }
    }
  }

  private boolean isFound(int node, int word, Detail detail) {
    byte kind = lattice.kind(node);
    if (NodeKind.isAlwaysFound(kind)) {
      return true;
    }
    boolean inside =
        lattice.from(node) >= lattice.from(word) && lattice.to(node) <= lattice.to(word);
    boolean inName = NodeKind.isComposed(lattice.kind(word));
    return (inside || detail == Detail.ALL_WORDS)
        && (kind != NodeKind.GUESS || inName)
        && (isWorthwhile(node) || (inside && inName));
  }

  /** Inside a word a single character says nothing; a number of more than one digit does. */
  private boolean isWorthwhile(int node) {
    byte kind = lattice.kind(node);
    return kind != NodeKind.SIGN
        && (lattice.to(node) - lattice.from(node) > 1
            || kind == NodeKind.NUMBER
            || kind == NodeKind.LETTERS);
  }

  /** Keeps the segments of one atom in order, the longest first, each stretch once. */
  private void insert(int mark, int from, int to, byte kind) {
    int at = count;
    while (at > mark && last[at - 1] <= to) {
      at--;
      if (last[at] == to) {
        return;
      }
    }
    add(from, to, kind, true);
    for (int i = count - 1; i > at; i--) {
      first[i] = first[i - 1];
      last[i] = last[i - 1];
      kinds[i] = kinds[i - 1];
      inner[i] = inner[i - 1];
    }
    first[at] = from;
    last[at] = to;
    kinds[at] = kind;
    inner[at] = true;
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
      case NodeKind.NUMBER, NodeKind.MEASURE -> SegmentType.NUMBER;
      case NodeKind.DOCUMENT_NUMBER -> SegmentType.DOCUMENT_NUMBER;
      case NodeKind.LETTERS -> SegmentType.LETTERS;
      default -> inner[segment] ? SegmentType.INNER : SegmentType.WORD;
    };
  }

  void term(int segment, CharTermAttribute term) {
    byte kind = kinds[segment];
    term.setEmpty();
    switch (kind) {
      case NodeKind.DOCUMENT_NUMBER -> documentNumber(segment, term);
      case NodeKind.NUMBER, NodeKind.MEASURE -> {
        for (int atom = first[segment]; atom < last[segment]; atom++) {
          appendNumeral(atom, term);
        }
      }
      default -> {
        int start = start(segment);
        term.copyBuffer(stretch.text(), start, end(segment) - start);
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
    char c = stretch.charOf(atom);
    if (c == '(' || c == ')') {
      return; // 第（一）项 is 第1项.
    }
    String digit = Numeral.single(c);
    if (!digit.isEmpty()) {
      term.append(digit);
    } else {
      term.append(
          new StringBuilder()
              .append(stretch.text(), atoms.start(atom), atoms.end(atom) - atoms.start(atom)));
    }
  }
}
