package wenmai.analyzers.segment.hanlp;

import wenmai.analyzers.segment.Atoms;

/** Fills a lattice with all words of a stretch of text. Reused; not thread-safe. */
final class LatticeBuilder {
  private final WordSources sources;
  private final AtomText text;
  private final Lattice lattice;
  private final NumberWords numbers;
  private final ComposedNames names;

  LatticeBuilder(WordSources sources, AtomText text, Lattice lattice) {
    this.sources = sources;
    this.text = text;
    this.lattice = lattice;
    this.numbers = new NumberWords(sources, text, lattice);
    this.names = new ComposedNames(sources, text, lattice);
  }

  /** Reads {@code source[from, to)} into atoms and words. */
  void build(char[] source, int from, int to) {
    text.read(source, from, to);
    int count = text.atoms().count();
    lattice.clear(count);
    for (int atom = 0; atom < count; atom++) {
      lattice.startAtom(atom);
      addWords(atom);
    }
    lattice.finish();
  }

  private void addWords(int atom) {
    int measured = numbers.add(atom);
    boolean alone = addCore(atom, measured);
    Atoms.Kind kind = text.atoms().kind(atom);
    if (kind == Atoms.Kind.IDEOGRAPH || kind == Atoms.Kind.NUMBER) {
      addGeneral(atom, measured);
      addField(atom, measured);
    }
    if (kind == Atoms.Kind.IDEOGRAPH) {
      names.add(atom);
    }
    if (!alone && kind != Atoms.Kind.NUMBER) {
      addSingle(atom);
    }
  }

  private void addSingle(int atom) {
    switch (text.atoms().kind(atom)) {
      case LETTERS -> {
        int id = CoreWords.letters();
        lattice.add(atom, atom + 1, id, sources.core().alone(id), NodeKind.LETTERS);
      }
      case SIGN -> lattice.add(atom, atom + 1, Lattice.NONE, unseen(), NodeKind.SIGN);
      case IDEOGRAPH, NUMBER -> lattice.add(atom, atom + 1, Lattice.NONE, unseen(), NodeKind.WORD);
    }
  }

  private float unseen() {
    return sources.core().unknown(Prices.UNSEEN_FREQUENCY);
  }

  /** Adds the words of the core dictionary; tells whether the atom alone is one. */
  private boolean addCore(int atom, int measured) {
    int start = text.atoms().start(atom);
    if (text.atoms().end(atom) - start > 1) {
      return addCoreFrom(atom, measured);
    }
    int word = sources.core().single(text.text()[start]);
    if (word != Trie.NONE && !isNumberAlone(atom, atom + 1)) {
      lattice.add(atom, atom + 1, word, sources.core().alone(word), kind(atom, atom + 1));
      if (sources.core().isPlace(word)) {
        names.addSeatOf(atom, atom + 1);
      }
    }
    if (mayBegin(sources.core().trie(), start)) {
      addCoreFrom(atom, measured);
    }
    return word != Trie.NONE;
  }

  private boolean mayBegin(Trie trie, int start) {
    return start + 1 < text.end() && trie.mayBegin(text.text()[start], text.text()[start + 1]);
  }

  private boolean addCoreFrom(int atom, int measured) {
    Trie trie = sources.core().trie();
    boolean alone = false;
    int state = Trie.ROOT;
    for (int at = text.atoms().start(atom); at < text.end(); at++) {
      state = trie.next(state, text.text()[at]);
      if (state == Trie.NONE) {
        break;
      }
      int end = text.atomBehind(at + 1);
      int word = end == AtomText.NONE ? Trie.NONE : trie.word(state);
      if (word != Trie.NONE && end != measured && !isNumberAlone(atom, end)) {
        alone |= end == atom + 1;
        lattice.add(atom, end, word, sources.core().alone(word), kind(atom, end));
        if (sources.core().isPlace(word)) {
          names.addSeatOf(atom, end);
        }
      }
    }
    return alone;
  }

  private boolean isNumberAlone(int atom, int end) {
    return end == atom + 1 && text.atoms().kind(atom) == Atoms.Kind.NUMBER;
  }

  private byte kind(int atom, int end) {
    return end > atom + 1
        ? NodeKind.WORD
        : switch (text.atoms().kind(atom)) {
          case IDEOGRAPH -> NodeKind.WORD;
          case NUMBER -> NodeKind.NUMBER;
          case LETTERS -> NodeKind.LETTERS;
          case SIGN -> NodeKind.SIGN;
        };
  }

  private void addGeneral(int atom, int measured) {
    Trie trie = sources.general().trie();
    if (!mayBegin(trie, text.atoms().start(atom))) {
      return;
    }
    int state = Trie.ROOT;
    for (int at = text.atoms().start(atom); at < text.end(); at++) {
      state = trie.next(state, text.text()[at]);
      if (state == Trie.NONE) {
        return;
      }
      int end = text.atomBehind(at + 1);
      int word = end > atom + 1 && end != measured ? trie.word(state) : Trie.NONE;
      if (word != Trie.NONE) {
        lattice.add(
            atom, end, Lattice.NONE, sources.general().price(word, end - atom), NodeKind.WORD);
        if (sources.general().isPlace(word)) {
          names.addSeatOf(atom, end);
        }
      }
    }
  }

  private void addField(int atom, int measured) {
    Trie trie = sources.field();
    if (!mayBegin(trie, text.atoms().start(atom))) {
      return;
    }
    int state = Trie.ROOT;
    for (int at = text.atoms().start(atom); at < text.end(); at++) {
      state = trie.next(state, text.text()[at]);
      if (state == Trie.NONE) {
        return;
      }
      int end = text.atomBehind(at + 1);
      if (end > atom + 1 && end != measured && trie.word(state) != Trie.NONE) {
        lattice.add(
            atom,
            end,
            Lattice.NONE,
            Prices.field(at + 1 - text.atoms().start(atom)),
            NodeKind.FIELD);
      }
    }
  }
}
