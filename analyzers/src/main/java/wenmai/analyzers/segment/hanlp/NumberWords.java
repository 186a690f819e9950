package wenmai.analyzers.segment.hanlp;

import wenmai.analyzers.segment.Atoms;

/**
 * Puts numbers, numbers with their measures and document numbers into a lattice (数量与发文字号). What
 * they are follows from the characters alone, so that texts and queries agree.
 */
final class NumberWords {
  private static final String OPENING = "〔[(【﹝";
  private static final String CLOSING = "〕])】﹞";
  private static final int YEAR_DIGITS = 4;

  private final WordSources sources;
  private final AtomText text;
  private final Lattice lattice;

  NumberWords(WordSources sources, AtomText text, Lattice lattice) {
    this.sources = sources;
    this.text = text;
    this.lattice = lattice;
  }

  /** Adds what starts at this atom; returns where the longest ends, or {@link AtomText#NONE}. */
  int add(int atom) {
    Atoms.Kind kind = text.atoms().kind(atom);
    if (kind == Atoms.Kind.NUMBER) {
      int id = CoreWords.number();
      lattice.add(atom, atom + 1, id, sources.core().alone(id), NodeKind.NUMBER);
    }
    if (kind == Atoms.Kind.SIGN) {
      return addDocumentNumber(atom);
    }
    int end = AtomText.NONE;
    if (text.isNumber(atom)) {
      end = text.longest(sources.measures(), atom + 1);
    } else if (text.charOf(atom) == '第') {
      end = ordinalEnd(atom + 1);
    }
    if (end != AtomText.NONE) {
      lattice.add(atom, end, Lattice.NONE, Prices.MEASURE, NodeKind.MEASURE);
    }
    return end;
  }

  /** 第十二条 and 第（一）项. */
  private int ordinalEnd(int atom) {
    if (text.isNumber(atom)) {
      return text.longest(sources.ordinals(), atom + 1);
    }
    return text.charOf(atom) == '(' && text.isNumber(atom + 1) && text.charOf(atom + 2) == ')'
        ? text.longest(sources.ordinals(), atom + 3)
        : AtomText.NONE;
  }

  /** 〔2022〕12号, in whatever brackets and with or without 第. */
  private int addDocumentNumber(int atom) {
    if (!isBracketedYear(atom)) {
      return AtomText.NONE;
    }
    int serial = text.charOf(atom + 3) == '第' ? atom + 4 : atom + 3;
    if (!text.isNumber(serial) || text.charOf(serial + 1) != '号') {
      return AtomText.NONE;
    }
    lattice.add(atom, serial + 2, Lattice.NONE, Prices.DOCUMENT_NUMBER, NodeKind.DOCUMENT_NUMBER);
    return serial + 2;
  }

  private boolean isBracketedYear(int atom) {
    return atom + 2 < text.atoms().count()
        && OPENING.indexOf(text.charOf(atom)) >= 0
        && CLOSING.indexOf(text.charOf(atom + 2)) >= 0
        && text.atoms().kind(atom + 1) == Atoms.Kind.NUMBER
        && text.atoms().value(atom + 1).length() == YEAR_DIGITS;
  }
}
