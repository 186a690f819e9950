package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.SiftedPattern;
import wenmai.corpus.text.Span;

/**
 * Entries that a web page prints over a paper (页面抬头): 发布时间:2022-12-09 13:53:35作者: … 来源: |. An entry
 * ends where the next label begins, also without any blank between; an empty one stays empty.
 */
final class WebHeader {
  /** A label that no list has, with its value: 公开程度:主动公开. */
  private static final Pattern UNKNOWN = Pattern.compile("[\\u4e00-\\u9fff ]{2,10}:[^:。]*");

  /** The end of the bracket in which label and value stand. */
  private static final Pattern CLOSED = Pattern.compile("^[^\\[【]*[\\]】]$");

  /** Of the bracket in which the next label stands. */
  private static final String OPENING = "【[(";

  private static final int FEWEST_BARS = 2;

  private final Phrases phrases;
  private final SiftedPattern label;

  /** A label of a table of particulars, which may stand in a cell of its own without a colon. */
  private final Pattern cell;

  private final Pattern byline;

  /** One entry and where its value stands in the line. */
  record Entry(String label, String value, Span span) {

    /**
     * Without the buttons of the page behind it: 县财政局　　打印　收藏.
     *
     * @param buttons what they begin with
     */
    Entry withoutButtons(Pattern buttons) {
      Matcher gap = Pattern.compile(" +(?=" + buttons + ")").matcher(value);
      return gap.find()
          ? new Entry(
              label,
              value.substring(0, gap.start()),
              Span.of(span.start(), span.start() + gap.start()))
          : this;
    }
  }

  WebHeader(Phrases phrases) {
    this.phrases = phrases;
    String labels = spread(phrases.any("page-labels"));
    this.label =
        SiftedPattern.compile(
            "(?<!"
                + phrases.any("labels-of-others")
                + ")(?<label>"
                + labels
                + ") ?:|[\\[【] *(?<boxed>"
                + labels
                + ") *[\\]】] ?:?");
    String all = "(?:" + spread(phrases.any("block-labels")) + "|" + labels + ")";
    this.cell =
        Pattern.compile(
            "(?<label>"
                + all
                + ") ?:|[\\[【](?<boxed>"
                + all
                + ")[\\]】] ?:?|(?<bare>"
                + all
                + ")(?= |$)");
    this.byline = phrases.any("bylines");
  }

  /** The letters of a label may be set apart: 标　　题. */
  private static String spread(Pattern labels) {
    return labels.pattern().replaceAll("(?<=[\\u4e00-\\u9fff])(?=[\\u4e00-\\u9fff])", " *");
  }

  boolean isHeader(Line line) {
    if (!label.mayBeIn(line.words())) {
      return false;
    }
    Matcher matcher = label.pattern().matcher(line.words());
    return matcher.find()
        && (matcher.start() == 0 || beginsWithDay(line.words()) || matcher.find());
  }

  /** 本报记者 某某　通讯员 某某. */
  boolean namesWriters(Line line) {
    return byline.matcher(line.words()).matches();
  }

  /** A line under a title that gives a day with a source or an author, or an author alone. */
  boolean isByline(String words) {
    return words.length() <= 60
        && (byline.matcher(words).matches()
            || phrases.any("dated-bylines").matcher(words).matches());
  }

  /** 2022-07-15 来源: 法工委, 某某日报 2024年6月28日 第01版 作者:某某: the day has no label. */
  boolean beginsWithDay(String folded) {
    return DayReader.first(folded)
        .filter(day ->
            phrases
                .any("before-page-days")
                .matcher(folded.substring(0, day.span().start()))
                .matches())
        .isPresent();
  }

  /**
   * The entries of a line of a table of particulars, with spans in the text; none where the line
   * does not begin with a label.
   */
  List<Entry> cells(Line line) {
    List<Entry> entries = new ArrayList<>();
    Optional<String> open = Optional.empty();
    int valueStart = 0;
    Matcher matcher = cell.matcher(line.words());
    while (matcher.find()) {
      String before = line.words().substring(0, matcher.start()).replaceFirst("^[| ]+", "");
      boolean begins = before.isEmpty() || UNKNOWN.matcher(before).matches();
      Optional<String> bare = Optional.ofNullable(matcher.group("bare"));
      boolean whole =
          bare.isEmpty()
              || isCell(line, bare.get())
              || isBetweenBars(line.words(), matcher.start(), matcher.end())
              || beginsCell(line.words(), matcher.start(), matcher.end());
      if (begins && !whole) {
        return List.of();
      }
      if (whole && (begins || open.isPresent())) {
        add(entries, open, line.words(), valueStart, matcher.start());
        open = bare.or(() -> Optional.of(colon(matcher))).map(words -> words.replace(" ", ""));
        valueStart = matcher.end();
      }
    }
    add(entries, open, line.words(), valueStart, line.words().length());
    return entries.stream()
        .map(entry ->
            new Entry(
                entry.label(),
                entry.value(),
                Span.of(line.start() + entry.span().start(), line.start() + entry.span().end())))
        .toList();
  }

  /**
   * A line that begins with the label of a cell and, behind a blank, has its value: 名称 关于…的答复.
   * Among the lines of a table alone this is one of its rows.
   */
  Optional<Entry> row(Line line) {
    Matcher matcher = cell.matcher(line.words());
    if (!matcher.lookingAt() || matcher.group("bare") == null) {
      return Optional.empty();
    }
    List<Entry> entries = new ArrayList<>();
    String label = matcher.group("bare").replace(" ", "");
    add(entries, Optional.of(label), line.words(), matcher.end(), line.words().length());
    return entries.stream()
        .filter(entry -> !entry.value().isEmpty())
        .map(entry ->
            new Entry(
                label,
                entry.value(),
                Span.of(line.start() + entry.span().start(), line.start() + entry.span().end())))
        .findFirst();
  }

  /** Whether one of the cells of a row, or the line, is this label. */
  private static boolean isCell(Line line, String label) {
    String words = label.replace(" ", "");
    return line.columns().contains(words) || line.compact().equals(words);
  }

  /** 索引号 | jq00129 | 发文字号 | 靖交函〔2024〕19号. */
  private static boolean isBetweenBars(String words, int start, int end) {
    String before = words.substring(0, start).stripTrailing();
    String behind = words.substring(end).stripLeading();
    return (before.isEmpty() || before.endsWith("|")) && behind.startsWith("|");
  }

  /** 索引号 jq00129 | 发文字号 靖交函〔2024〕19号 | 成文日期 2024-05-06: in a row of cells. */
  private static boolean beginsCell(String words, int start, int end) {
    String before = words.substring(0, start).stripTrailing();
    return (before.isEmpty() || before.endsWith("|"))
        && words.startsWith(" ", end)
        && words.chars().filter(c -> c == '|').limit(FEWEST_BARS).count() == FEWEST_BARS;
  }

  /** The label that a colon follows, or that stands in brackets ([文号] …). */
  private static String colon(Matcher matcher) {
    return matcher.group("label") != null ? matcher.group("label") : matcher.group("boxed");
  }

  /** The entries of a stretch of folded text, with spans in it. */
  List<Entry> entries(String folded) {
    List<Entry> entries = new ArrayList<>();
    Matcher matcher = label.pattern().matcher(folded);
    Optional<String> open = Optional.empty();
    int valueStart = 0;
    while (matcher.find()) {
      add(entries, open, folded, valueStart, matcher.start());
      open = Optional.of(colon(matcher).replace(" ", ""));
      valueStart = matcher.end();
    }
    add(entries, open, folded, valueStart, folded.length());
    return entries;
  }

  private static void add(
      List<Entry> entries, Optional<String> label, String folded, int start, int end) {
    if (label.isEmpty()) {
      return;
    }
    int from = start;
    int to = end;
    while (from < to && isEdge(folded.charAt(from))) {
      from++;
    }
    while (to > from
        && (isEdge(folded.charAt(to - 1)) || OPENING.indexOf(folded.charAt(to - 1)) >= 0)) {
      to--;
    }
    String value = folded.substring(from, to);
    if (CLOSED.matcher(value).find()) {
      to--; // [文号:某人常〔2023〕39号]
    }
    entries.add(new Entry(label.get(), folded.substring(from, to), Span.of(from, to)));
  }

  private static boolean isEdge(char c) {
    return c == ' ' || c == '|' || c == '·' || c == ';';
  }
}
