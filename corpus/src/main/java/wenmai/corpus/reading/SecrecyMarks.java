package wenmai.corpus.reading;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.text.OffsetMap;
import wenmai.corpus.text.Span;

/**
 * Finds the mark of secrecy that a paper bears (密级): in its heading, in that of an attachment that
 * follows in the same text, in that of another paper further down ({@link InnerHeads}), or on a
 * line of its own wherever a starred one stands. What says 秘密 in its running text bears none.
 */
final class SecrecyMarks {
  private static final String IN_EVERY_GRADE = "密";

  /** The heading of a paper, if nothing else says where it ends. */
  private static final int LINES_OF_A_HEADING = 8;

  private static final int LINES_OF_AN_ATTACHMENT = 3;
  private static final int LINES_OF_AN_END = 4;

  /** Where a mark was found, by its name in {@code config/reading/secrecy-places.tsv}. */
  enum Place {
    HEADING,
    ATTACHMENT,
    TEXT,
    END,
    REMOVED,
    STRUCK,
    REMARK,
    OTHER_FORM;

    /** What is said before the mark, for each place. */
    static Map<Place, String> words(RuleFile file) {
      Map<Place, String> words = new EnumMap<>(Place.class);
      for (List<String> row : file.rows(2)) {
        words.put(valueOf(row.getFirst().toUpperCase(Locale.ROOT)), row.getLast());
      }
      if (words.size() < values().length) {
        throw new IllegalArgumentException(
            "a place of secrecy-places.tsv lacks: " + words.keySet());
      }
      return words;
    }
  }

  /**
   * A mark.
   *
   * @param words without blanks
   * @param span of the line it stands on
   */
  record Mark(String words, Span span, Place where) {}

  private final ReadingRules rules;
  private final Sheet sheet;
  private final Head head;
  private final InnerHeads inner;
  private final GradeTables tables;

  /** How many lines at the beginning are nothing but marks. */
  private final int onlyMarks;

  /**
   * @param tops where the pages begin
   */
  SecrecyMarks(ReadingRules rules, Sheet sheet, Head head, PageTops tops) {
    this.rules = rules;
    this.sheet = sheet;
    this.head = head;
    this.inner = new InnerHeads(rules, sheet.lines(), head, tops);
    this.tables = new GradeTables(rules, sheet.lines(), head);
    this.onlyMarks = (int) sheet.lines().stream().takeWhile(rules.secrecy()::goesWithMark).count();
  }

  /** The first mark, the heading's before any other. */
  Optional<Mark> read() {
    if (!sheet.compact().contains(IN_EVERY_GRADE)) {
      return Optional.empty();
    }
    return heading()
        .or(this::attachment)
        .or(this::starred)
        .or(this::closing)
        .or(() -> inner.mark().flatMap(line -> on(line, Place.TEXT)));
  }

  /** A mark in what a repair took out of the text: a line that is nothing else. */
  Optional<Mark> removed(OffsetMap map) {
    for (OffsetMap.Edit edit : map.edits()) {
      if (edit.was().indexOf('密') < 0) {
        continue;
      }
      for (Line line : Sheet.of(edit.was(), rules.folding()).lines()) {
        if (rules.secrecy().isAlone(line)) {
          int at = edit.repaired().start();
          return Optional.of(new Mark(line.compact(), Span.of(at, at), Place.REMOVED));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A mark among lines that show in the file and are none of the text, as those that a change which
   * nobody accepted strikes out; a bare grade may be a word of a sentence.
   */
  Optional<Mark> outside(String lines, Place where) {
    return Sheet.of(lines, rules.folding()).lines().stream()
        .filter(line -> rules.secrecy().isStarred(line) || rules.secrecy().isLabelled(line))
        .findFirst()
        .map(line -> new Mark(line.compact(), Span.of(0, 0), where));
  }

  /** The mark of another form of the same mail, which was not read. */
  static Optional<Mark> ofOtherForm(ReadingRules rules, String text) {
    Sheet sheet = Sheet.of(text, rules.folding());
    Head head = new HeadReader(rules).read(sheet);
    return new SecrecyMarks(rules, sheet, head, new PageTops(Set.of()))
        .read()
        .map(mark -> new Mark(mark.words(), Span.of(0, 0), Place.OTHER_FORM));
  }

  private Optional<Mark> heading() {
    List<Line> lines = sheet.lines();
    int end = Math.min(Math.max(head.body(), LINES_OF_A_HEADING), lines.size());
    for (Line line : lines.subList(0, end)) {
      if (line.index() >= head.body() && line.compact().indexOf('。') >= 0) {
        break;
      }
      if (tables.namesOther(line) || isInText(line)) {
        continue;
      }
      Optional<Mark> mark = on(line, Place.HEADING).or(() -> ofOffice(line));
      if (mark.isPresent()) {
        return mark;
      }
    }
    return Optional.empty();
  }

  /** 人大工作秘密 over a letterhead. */
  private Optional<Mark> ofOffice(Line line) {
    return line.index() <= onlyMarks
            && rules.secrecy().isOfSomeOffice(line)
            && inner.beginsWithOrganOrNumber(line.index() + 1)
        ? Optional.of(new Mark(line.compact(), Span.of(line.start(), line.end()), Place.HEADING))
        : Optional.empty();
  }

  /** 附件1 | 秘密★5年 | 代表名单, also with the mark above. */
  private Optional<Mark> attachment() {
    List<Line> lines = sheet.lines();
    for (Line label : lines) {
      if (!AttachmentReader.isLabel(label.columns().getFirst())) {
        continue;
      }
      int from = Math.max(0, label.index() - 1);
      int to = Math.min(lines.size(), label.index() + 1 + LINES_OF_AN_ATTACHMENT);
      Optional<Mark> mark =
          lines.subList(from, to).stream()
              .flatMap(line -> on(line, Place.ATTACHMENT).stream())
              .findFirst();
      if (mark.isPresent()) {
        return mark;
      }
    }
    return Optional.empty();
  }

  private Optional<Mark> starred() {
    return sheet.lines().stream()
        .filter(rules.secrecy()::isStarred)
        .findFirst()
        .flatMap(line -> on(line, Place.TEXT));
  }

  /** 密级：机密 below the signature. */
  private Optional<Mark> closing() {
    List<Line> lines = sheet.lines();
    return lines.subList(Math.max(0, lines.size() - LINES_OF_AN_END), lines.size()).stream()
        .filter(rules.secrecy()::isLabelled)
        .findFirst()
        .flatMap(line -> on(line, Place.END));
  }

  /**
   * 一、表决方式 | 秘密: what the paper says under a heading or a sentence of its own. Whether another
   * paper begins there {@link InnerHeads} tells.
   */
  private boolean isInText(Line line) {
    if (line.index() == 0 || !rules.secrecy().isBare(line)) {
      return false;
    }
    Line above = sheet.lines().get(line.index() - 1);
    boolean isTitled =
        head.first(Role.WORDS).filter(title -> title.index() < line.index()).isPresent();
    return (line.index() > head.body() && rules.secrecy().isNumberedHeading(above))
        || (isTitled && above.compact().endsWith("。"));
  }

  /**
   * A word of a list: over all of the paper it is a mark, but beside others of its kind, or where
   * it names no grade, below that none.
   */
  private boolean isListed(Line line) {
    List<Line> lines = sheet.lines();
    int at = line.index();
    if (!rules.secrecy().isBare(line) || at <= onlyMarks) {
      return false;
    }
    boolean isBeside =
        isOther(lines.get(at - 1), line)
            || (at + 1 < lines.size() && isOther(lines.get(at + 1), line));
    return isBeside || rules.secrecy().namesNoGrade(line);
  }

  private boolean isOther(Line beside, Line line) {
    return rules.secrecy().isKindOfSecret(beside) && !beside.compact().equals(line.compact());
  }

  private Optional<Mark> on(Line line, Place where) {
    if (isListed(line) || tables.hasRow(line)) {
      return Optional.empty();
    }
    return rules
        .secrecy()
        .inHeading(line)
        .map(words -> new Mark(words, Span.of(line.start(), line.end()), where));
  }
}
