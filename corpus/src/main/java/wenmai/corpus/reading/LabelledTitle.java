package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import wenmai.corpus.text.Span;

/** Reads a title that a label names (案由：…, a portal's 名称), where it is that of the paper itself. */
final class LabelledTitle {
  /** 案由：城市更新缺少资金。 under the title tells why it was made. */
  private static final String SENTENCE = "。";

  private static final int SHORTEST = 6;

  private static final int WITHIN_LINES = 16;

  private final ReadingRules rules;
  private final Sheet sheet;
  private final Head head;

  LabelledTitle(ReadingRules rules, Sheet sheet, Head head) {
    this.rules = rules;
    this.sheet = sheet;
    this.head = head;
  }

  /** 案由：… of a form that proposes it. */
  Optional<Title> stated() {
    return head.lines(Role.LABEL)
        .flatMap(
            line -> afterLabel(line).or(() -> isNamed() ? Optional.empty() : inCell(line)).stream())
        .filter(title -> !(title.compact().endsWith(SENTENCE) && isNamed()))
        .findFirst()
        .or(() -> head.lines(Role.WORDS).flatMap(line -> besideLabel(line).stream()).findFirst())
        .filter(title -> !isAboutAnother(title));
  }

  /** Something in the heading names a paper, by itself or behind 标题：. */
  private boolean isNamed() {
    return ofEntries().isPresent()
        || head.lines(Role.WORDS).anyMatch(line -> rules.kinds().isComplete(line.compact()));
  }

  /** The same further down, below what a form says of itself first: 主送, 抄送, 交办意见. */
  Optional<Title> statedBelow() {
    return sheet.lines().stream()
        .limit(WITHIN_LINES)
        .flatMap(line -> afterLabel(line).or(() -> inCell(line)).stream())
        .filter(title -> isComplete(title.compact()) || title.compact().startsWith("关于"))
        .findFirst();
  }

  /** 建议题目：… in the 反馈表 whose name stands over it is the title of what the form speaks of. */
  private boolean isAboutAnother(Title stated) {
    return head.entries().stream()
        .filter(entry -> entry.role() == Role.WORDS && entry.line().index() < stated.lastLine())
        .anyMatch(
            entry -> rules.phrases().any("forms-about").matcher(entry.line().compact()).find());
  }

  /** Beside its label in a table with walls. */
  private Optional<Title> inCell(Line line) {
    Matcher walled = rules.phrases().any("walled-titles").matcher(line.compact());
    if (!walled.matches()) {
      return Optional.empty();
    }
    int base = sheet.compactStart(line);
    Span cell = sheet.spanOfCompact(base + walled.start("title"), base + walled.end("title"));
    return Optional.of(
        new Title(
            TitleWords.printed(cell.in(sheet.text())), walled.group("title"), cell, line.index()));
  }

  private Optional<Title> afterLabel(Line line) {
    Matcher matcher = rules.phrases().any("labelled-titles").matcher(line.compact());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int start = sheet.compactStart(line) + matcher.start("title");
    int last = lastOfLabelled(line, matcher.group("title"));
    Span span = sheet.spanOfCompact(start, sheet.compactEnd(sheet.lines().get(last)));
    String compact = sheet.compact().substring(start, sheet.compactEnd(sheet.lines().get(last)));
    return Optional.of(new Title(TitleWords.printed(span.in(sheet.text())), compact, span, last));
  }

  /** 标题 ⇥ …工作方案, as a system lists what it exports. */
  private Optional<Title> besideLabel(Line line) {
    List<String> columns = line.columns();
    String label = String.join("", columns.subList(0, columns.size() - 1)); // 题　目
    if (!rules.phrases().any("title-cells").matcher(label).matches()) {
      return Optional.empty();
    }
    int start = sheet.compactStart(line) + label.length();
    String compact = sheet.compact().substring(start, sheet.compactEnd(line));
    Span span = sheet.spanOfCompact(start, sheet.compactEnd(line));
    return compact.length() < SHORTEST || !isComplete(compact)
        ? Optional.empty()
        : Optional.of(
            new Title(TitleWords.printed(span.in(sheet.text())), compact, span, line.index()));
  }

  /** The line on which a labelled title ends: the next one where only both name a paper. */
  private int lastOfLabelled(Line line, String title) {
    int next = line.index() + 1;
    boolean goesOn =
        !isComplete(title)
            && next < sheet.lines().size()
            && !sheet.lines().get(next).apart()
            && sheet.lines().get(next).compact().indexOf(':') < 0
            && isComplete(title + sheet.lines().get(next).compact());
    return goesOn ? next : line.index();
  }

  private boolean isComplete(String title) {
    return TitleWords.isBalanced(title) && rules.kinds().isComplete(title);
  }

  /** 主题：关于…的建议 of a message that is the paper itself. */
  Optional<Title> subject() {
    return head.lines(Role.CLUTTER)
        .flatMap(line -> {
          Matcher subject = rules.phrases().any("mail-titles").matcher(line.compact());
          return subject.matches() && isComplete(subject.group("title"))
              ? Stream.of(titleAt(line, subject.start("title")))
              : Stream.empty();
        })
        .findFirst();
  }

  private Title titleAt(Line line, int from) {
    Span span = sheet.spanOfCompact(sheet.compactStart(line) + from, sheet.compactEnd(line));
    return new Title(
        TitleWords.printed(span.in(sheet.text())),
        line.compact().substring(from),
        span,
        line.index());
  }

  /** The 名称 of a portal's table of particulars, or of its entries over the paper. */
  Optional<Title> named() {
    return head.particulars()
        .first(rules, "page-titles", value -> value.length() >= 4)
        .map(entry ->
            new Title(
                TitleWords.printed(entry.span().in(sheet.text())),
                entry.value().replace(" ", "").replace("\n", ""),
                entry.span(),
                0))
        .or(this::ofEntries)
        .filter(title -> !isAboutAnother(title));
  }

  private Optional<Title> ofEntries() {
    return head.lines(Role.META)
        .flatMap(line ->
            rules.webHeader().entries(line.words()).stream()
                .filter(
                    entry -> rules.phrases().any("title-entries").matcher(entry.label()).matches())
                .filter(entry -> entry.value().length() >= 4)
                .map(entry -> {
                  Span span =
                      Span.of(
                          line.start() + entry.span().start(), line.start() + entry.span().end());
                  return new Title(
                      TitleWords.printed(span.in(sheet.text())),
                      entry.value().replace(" ", ""),
                      span,
                      line.index());
                }))
        .findFirst();
  }
}
