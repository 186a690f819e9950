package wenmai.corpus.citation;

import wenmai.corpus.citation.Catalogue.Entry;
import wenmai.corpus.document.Kind;

/** Whether a document is of the kind that a serial names: 第3号公告 an announcement. */
final class SerialKind {
  private SerialKind() {}

  static boolean fits(String words, Entry entry) {
    if (words.endsWith("公告")) {
      boolean ofCongress = words.startsWith("大会");
      boolean ofCommittee =
          entry.organ().filter(organ -> organ.name().endsWith("常务委员会")).isPresent();
      return entry.kind() == Kind.ANNOUNCEMENT && !(ofCongress && ofCommittee);
    }
    if (words.endsWith("建议") || words.endsWith("建議")) {
      return entry.kind() == Kind.SUGGESTION;
    }
    if (words.endsWith("议案") || words.endsWith("議案") || words.endsWith("提案")) {
      return entry.kind() == Kind.BILL;
    }
    return false;
  }
}
