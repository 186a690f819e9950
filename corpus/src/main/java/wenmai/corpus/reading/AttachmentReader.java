package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Fact;
import wenmai.corpus.text.Span;

/**
 * Reads which attachments a paper announces (附件说明, GB/T 9704 7.3.5): 附件：1.… 2.…, on one line or on
 * several below its body, before the signature or after it.
 */
final class AttachmentReader {
  private static final Pattern LABEL =
      Pattern.compile("^[(]?附件?(?<number>[0-9一二三四五六七八九十]{0,3})[:](?<rest>.*)$");
  private static final Pattern OVER_ONE =
      Pattern.compile("附[件表录]?:?[0-9一二三四五六七八九十]{0,3}(?:之[0-9一二三四五六七八九十]{1,2})?:?");

  private static final Pattern NUMBERED =
      Pattern.compile("^(?<number>[0-9]{1,2})[.、．](?<rest>.+)$");
  private static final Pattern NEXT = Pattern.compile("[;,。]?(?<number>[0-9]{1,2})[.、．](?![0-9])");
  private static final Pattern END = Pattern.compile("[;,。)]+$");
  private static final int LONGEST = 120;
  private static final int MOST = 40;

  private final Draft draft;

  AttachmentReader(Draft draft) {
    this.draft = draft;
  }

  /** 附件2 on a line of its own: an attachment begins, whose title stands below. */
  static boolean isLabel(String compact) {
    return OVER_ONE.matcher(compact).matches();
  }

  List<Fact<String>> read() {
    List<Fact<String>> found = new ArrayList<>();
    List<Line> lines = draft.sheet().lines();
    for (int i = Math.max(1, draft.head().body()); i < lines.size() && found.size() < MOST; i++) {
      Matcher label = LABEL.matcher(lines.get(i).compact());
      if (lines.get(i).compact().length() > LONGEST * 3 || !label.matches()) {
        continue;
      }
      add(lines.get(i), label.start("rest"), found);
      int expected = found.size() + 1;
      while (i + 1 < lines.size() && continues(lines.get(i + 1), expected)) {
        i++;
        add(lines.get(i), 0, found);
        expected = found.size() + 1;
      }
    }
    return found;
  }

  private static boolean continues(Line line, int expected) {
    Matcher numbered = NUMBERED.matcher(line.compact());
    return numbered.matches()
        && line.compact().length() <= LONGEST
        && Integer.parseInt(numbered.group("number")) == expected;
  }

  /** The names on one line: 1.甲 2.乙, each after its number, which must count on. */
  private void add(Line line, int from, List<Fact<String>> found) {
    String words = line.compact();
    int number = found.size() + 1;
    int nameStart = from;
    Matcher first = NUMBERED.matcher(words).region(from, words.length());
    if (first.lookingAt() && Integer.parseInt(first.group("number")) == number) {
      nameStart = first.start("rest");
      number++;
    }
    Matcher next = NEXT.matcher(words).region(nameStart, words.length());
    while (next.find()) {
      if (Integer.parseInt(next.group("number")) == number) {
        name(line, nameStart, next.start(), found);
        nameStart = next.end();
        number++;
      }
    }
    name(line, nameStart, words.length(), found);
  }

  private void name(Line line, int from, int to, List<Fact<String>> found) {
    String words = line.compact().substring(from, to);
    Matcher end = END.matcher(words);
    int length = end.find() ? end.start() : words.length();
    if (length < 2 || length > LONGEST) {
      return;
    }
    int base = draft.sheet().compactStart(line) + from;
    Span span = draft.sheet().spanOfCompact(base, base + length);
    String name = span.in(draft.sheet().text()).replaceAll("[\\s\\u3000]+", "");
    found.add(Fact.read(name, draft.sheet().evidence(span), 0.9));
  }
}
