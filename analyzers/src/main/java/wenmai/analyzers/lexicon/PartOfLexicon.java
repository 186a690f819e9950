package wenmai.analyzers.lexicon;

import java.util.Arrays;
import java.util.Optional;

/** The parts of the lexicon (词典分部): one file each, {@code words-NAME.txt}. */
public enum PartOfLexicon {
  /** 机构: organs and offices, without the name of a place. */
  INSTITUTIONS("institutions"),
  /** 程序: what organs do, and the instruments they do it with. */
  PROCEDURES("procedures"),
  /** 文种: kinds of documents and their parts. */
  DOCUMENTS("documents"),
  /** 法律: common names of laws and regulations. */
  LAWS("laws"),
  /** 术语: other terms of law and administration. */
  TERMS("terms");

  private final String label;

  PartOfLexicon(String label) {
    this.label = label;
  }

  static Optional<PartOfLexicon> named(String label) {
    return Arrays.stream(values()).filter(part -> part.label.equals(label)).findFirst();
  }

  String fileName() {
    return "words-" + label + ".txt";
  }
}
