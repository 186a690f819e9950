package wenmai.corpus.reading;

import java.util.List;

/**
 * The lines that a mail program prints over a message (电子邮件信头): 发件人, 收件人, 时间, 主题. They are of the
 * message that carries a paper, not of the paper.
 */
final class MailHeader {
  /** So many lines up and down are looked at: a text of nothing else must not take long. */
  private static final int MOST_ENTRIES = 12;

  private final ReadingRules rules;

  MailHeader(ReadingRules rules) {
    this.rules = rules;
  }

  /** Whether a line is one of several that stand together and name sender or receiver. */
  boolean has(List<Line> lines, int at) {
    if (!isEntry(lines.get(at))) {
      return false;
    }
    int first = at;
    int reach = Math.max(0, at - MOST_ENTRIES);
    while (first > reach && isEntry(lines.get(first - 1))) {
      first--;
    }
    int end = at + 1;
    int limit = Math.min(lines.size(), at + MOST_ENTRIES);
    while (end < limit && isEntry(lines.get(end))) {
      end++;
    }
    return end - first > 1
        && lines.subList(first, end).stream()
            .anyMatch(line -> is("mail-parties", line) && line.isShort());
  }

  private boolean isEntry(Line line) {
    return line.isShort() && is("mail-lines", line);
  }

  private boolean is(String list, Line line) {
    return rules.phrases().any(list).matcher(line.compact()).lookingAt();
  }
}
