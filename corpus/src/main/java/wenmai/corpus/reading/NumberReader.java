package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Fact;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.corpus.text.Span;

/**
 * Reads the paper's own 发文字号 from its heading, in every bracket and spacing, as 机关代字〔年〕N号. A number
 * of another paper that the text names is none.
 */
final class NumberReader {
  private static final String YEAR = "[12][0-9]{3}|[一二][〇零○一二三四五六七八九]{3}";

  /**
   * 汀人常发【2021】第07号, 汀人常发〔二〇二一〕七号, 汀人常发<2021>7号; 机关代字 may hold a bracket of its own:
   * 国办发（明电）〔2020〕1号.
   */
  static final Pattern FULL =
      Pattern.compile(
          "(?<code>[\\u4e00-\\u9fff][\\u4e00-\\u9fffA-Za-z]{0,14}(?:[(〔][\\u4e00-\\u9fff]{1,4}[)〕])?[\\u4e00-\\u9fff]{0,6})"
              + "[\\[(〔【{〈<「『](?<year>"
              + YEAR
              + ")年?[\\])〕】}〉>」』](?:第|字第)?0{0,5}(?<serial>[0-9]{1,6}|[一二三四五六七八九十百〇零]{1,5})号");

  /** 〔2024〕沅人督字第5号: the year stands first. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<![\\u4e00-\\u9fff])[\\[(〔【{〈<](?<year>"
              + YEAR
              + ")年?[\\])〕】}〉>]"
              + "(?<code>[\\u4e00-\\u9fff]{2,12}?)第0{0,5}(?<serial>[0-9]{1,6})号");

  /** Of each of the two forms. */
  private static final String END = "号";

  private static final int LONGEST_MARK = 20;

  /** A number stands among few other marks; the patterns are not made for lines without end. */
  private static final int LONGEST_LINE = 400;

  private final Phrases phrases;

  NumberReader(Phrases phrases) {
    this.phrases = phrases;
  }

  /** Whether a line gives the paper's number, perhaps among other marks of the printed head. */
  boolean bears(Line line) {
    if (line.compact().indexOf('号') < 0) {
      return false;
    }
    if (isSignedOff(line) || isBesideDay(line)) {
      return true;
    }
    if (line.compact().length() > LONGEST_LINE) {
      return false;
    }
    Matcher matcher = matcher(line.compact());
    if (!matcher.find()
        || !hasCode(matcher)
        || !phrases.any("before-numbers").matcher(before(line, matcher)).matches()) {
      return false;
    }
    String behind = line.compact().substring(matcher.end());
    return phrases.any("behind-numbers").matcher(behind).matches()
        || (behind.length() <= LONGEST_MARK
            && behind.indexOf('。') < 0
            && line.columns().stream()
                .anyMatch(column -> column.startsWith(behind.substring(0, 1))));
  }

  /** 签发：某某　　裕澄检〔2024〕15号, in either order. */
  private boolean isSignedOff(Line line) {
    List<String> columns = line.columns();
    List<String> numbers = columns.stream().filter(column -> whole(column).isPresent()).toList();
    String signer = // 汤　某 is one name
        columns.stream().filter(column -> !numbers.contains(column)).collect(Collectors.joining());
    return numbers.size() == 1 && phrases.any("number-signed-off").matcher(signer).matches();
  }

  /** 隆府函〔2023〕96号　2023-11-09 16:44　来源:某办公室, as a portal prints them on one line. */
  private boolean isBesideDay(Line line) {
    List<String> columns = line.columns();
    return columns.size() > 1
        && whole(columns.getFirst()).isPresent()
        && DayReader.first(line.words()) // between their blanks: 2023-11-0916:44 is no day
            .filter(day ->
                line.words()
                    .startsWith(
                        columns.get(1).substring(0, Math.min(4, columns.get(1).length())),
                        day.span().start()))
            .isPresent();
  }

  /** Of a text that holds a number: by the usual form, else by the one with the year first. */
  private static Matcher matcher(String compact) {
    Matcher usual = FULL.matcher(compact);
    boolean found = usual.find();
    usual.reset();
    return found ? usual : YEAR_FIRST.matcher(compact);
  }

  private boolean hasCode(Matcher full) {
    return !phrases.any("no-codes").matcher(full.group("code")).matches();
  }

  private static String before(Line line, Matcher full) {
    return line.compact().substring(0, full.start());
  }

  Optional<DocumentNumber> full(String compact) {
    Matcher matcher = matcher(compact);
    return matcher.find() && hasCode(matcher) ? Optional.of(number(matcher)) : Optional.empty();
  }

  DocumentNumber number(Matcher full) {
    String code = phrases.any("urgent-before-code").matcher(full.group("code")).replaceFirst("");
    return new DocumentNumber(
        phrases.any("issuers-before-code").matcher(code).replaceFirst(""),
        number(full.group("year")),
        Math.max(1, number(full.group("serial"))));
  }

  /** Long serials are beyond what papers write in characters. */
  private static int number(String written) {
    return Character.digit(written.charAt(0), 10) >= 0
        ? Integer.parseInt(written)
        : ChineseNumeral.parse(written).orElse(0);
  }

  Optional<DocumentNumber> serial(String compact) {
    Matcher matcher = phrases.any("serials").matcher(compact);
    if (!matcher.find()) {
      return Optional.empty();
    }
    OptionalInt serial = ChineseNumeral.parse(matcher.group("serial"));
    return serial.isPresent() && serial.getAsInt() > 0
        ? Optional.of(DocumentNumber.serial(serial.getAsInt()))
        : Optional.empty();
  }

  /** The number that a cell holds and nothing else. */
  Optional<DocumentNumber> whole(String cell) {
    String compact = cell.replace(" ", "");
    if (!compact.endsWith(END)) {
      return Optional.empty();
    }
    Matcher matcher = matcher(compact);
    return matcher.matches() && hasCode(matcher) ? Optional.of(number(matcher)) : Optional.empty();
  }

  Optional<Fact<DocumentNumber>> read(Sheet sheet, Head head, Tail tail, PageFacts page) {
    return head.lines(Role.NUMBER)
        .filter(line -> !isOfNamedPaper(head, line))
        .flatMap(line -> in(FULL, sheet, line).stream())
        .findFirst()
        .or(() -> ofNote(sheet, head))
        .or(page::number)
        .or(() ->
            head.lines(Role.SERIAL)
                .flatMap(line -> in(phrases.any("serials"), sheet, line).stream())
                .findFirst())
        .or(() -> ofTitle(sheet, head))
        .or(() -> ofTail(sheet, tail))
        .or(() -> ofEnd(sheet, tail));
  }

  /** （木政规〔2023〕5号　2023年10月24日…会议通过）: the note under the title begins with it. */
  private Optional<Fact<DocumentNumber>> ofNote(Sheet sheet, Head head) {
    return head.entries().stream()
        .map(Head.Entry::line)
        .filter(line -> line.compact().startsWith("("))
        .flatMap(line -> {
          Optional<Fact<DocumentNumber>> beside = besideNote(sheet, line);
          if (beside.isPresent()) {
            return beside.stream();
          }
          Matcher matcher = FULL.matcher(line.compact());
          if (!matcher.find()
              || matcher.start() != 1
              || !hasCode(matcher)
              || !isDated(line, matcher)) {
            return Stream.<Fact<DocumentNumber>>empty();
          }
          int base = sheet.compactStart(line);
          Span span = sheet.spanOfCompact(base + 1, base + matcher.end());
          return Stream.of(Fact.read(number(matcher), sheet.evidence(span), 0.95));
        })
        .findFirst();
  }

  /** （2020年9月9日印发）　澜人常发〔2020〕24号: in a column of its own. */
  private Optional<Fact<DocumentNumber>> besideNote(Sheet sheet, Line line) {
    List<String> columns = line.columns();
    if (columns.size() < 2 || !columns.get(columns.size() - 2).endsWith(")")) {
      return Optional.empty();
    }
    int end = sheet.compactEnd(line);
    Span span = sheet.spanOfCompact(end - columns.getLast().length(), end);
    return whole(columns.getLast()).map(number -> Fact.read(number, sheet.evidence(span), 0.95));
  }

  /**
   * …第二次会议公告（第三号）, 关于…的建议（第58号）, …的答复（某发改复〔2024〕33号）: what stands behind the title is none of it.
   */
  String withoutSerial(String title) {
    return ofBracketBehind(title).isPresent()
        ? title.substring(0, title.lastIndexOf('('))
        : phrases.any("serials-behind").matcher(title).replaceFirst("");
  }

  /** The whole number in a last bracket of a reply. */
  private Optional<DocumentNumber> ofBracketBehind(String title) {
    int open = title.lastIndexOf('(');
    return open > 0
            && title.endsWith(")")
            && phrases.any("titles-of-replies").matcher(title.substring(0, open)).find()
        ? whole(title.substring(open + 1, title.length() - 1))
        : Optional.empty();
  }

  /** Whether a line of a title ends with the paper's number in brackets. */
  boolean bearsBehind(Line line) {
    return ofBracketBehind(line.compact()).isPresent();
  }

  private Optional<Fact<DocumentNumber>> ofTitle(Sheet sheet, Head head) {
    Optional<Fact<DocumentNumber>> full =
        head.lines(Role.WORDS)
            .flatMap(line ->
                ofBracketBehind(line.compact())
                    .map(number -> Fact.read(number, sheet.evidence(line), 0.9))
                    .stream())
            .findFirst();
    return full.isPresent() ? full : ofSerialBehind(sheet, head);
  }

  private Optional<Fact<DocumentNumber>> ofSerialBehind(Sheet sheet, Head head) {
    return head.lines(Role.WORDS)
        .filter(line -> phrases.any("serials-behind").matcher(line.compact()).find())
        .flatMap(line ->
            serial(phrases.any("serial-ends").matcher(line.compact()).replaceFirst("第$1号"))
                .map(number -> Fact.read(number, sheet.evidence(line), 0.9))
                .stream())
        .findFirst();
  }

  /** A line of its own beside who signs and the day. */
  private Optional<Fact<DocumentNumber>> ofTail(Sheet sheet, Tail tail) {
    return tail.number()
        .flatMap(line ->
            whole(line.compact()).map(number -> Fact.read(number, sheet.evidence(line), 0.85)));
  }

  /** （某教函〔2024〕42号） in brackets below the signature, as the last words. */
  private Optional<Fact<DocumentNumber>> ofEnd(Sheet sheet, Tail tail) {
    int last = tail.end() - 1;
    if (last < 0 || tail.day().filter(day -> day.index() < last).isEmpty()) {
      return Optional.empty();
    }
    Line line = sheet.lines().get(last);
    String words = TailReader.withoutBrackets(line.compact());
    return words.length() < line.compact().length()
        ? whole(words).map(number -> Fact.read(number, sheet.evidence(line), 0.8))
        : Optional.empty();
  }

  /** A day stands right behind it, on which the paper was passed or made known. */
  private boolean isDated(Line line, Matcher number) {
    String behind = line.compact().substring(number.end());
    return DayReader.first(behind).filter(day -> day.span().start() <= 1).isPresent()
        && phrases.any("number-passed").matcher(behind).find();
  }

  /** 审议意见名称：… over 文号：…: a form gives the number of the paper it is about. */
  private boolean isOfNamedPaper(Head head, Line line) {
    return head.lines(Role.LABEL)
        .anyMatch(label ->
            label.index() == line.index() - 1
                && phrases.any("numbers-of-named-papers").matcher(label.compact()).lookingAt());
  }

  private Optional<Fact<DocumentNumber>> in(Pattern pattern, Sheet sheet, Line line) {
    int base = sheet.compactStart(line);
    Matcher matcher = pattern == FULL ? matcher(line.compact()) : pattern.matcher(line.compact());
    if (pattern == FULL && isSignedOff(line)) {
      int at = 0;
      for (String column : line.columns()) {
        Optional<DocumentNumber> whole = whole(column);
        if (whole.isPresent()) {
          Span span = sheet.spanOfCompact(base + at, base + at + column.length());
          return Optional.of(Fact.read(whole.get(), sheet.evidence(span), 0.98));
        }
        at += column.length();
      }
    }
    if (!matcher.find()) {
      return Optional.empty();
    }
    Span span = sheet.spanOfCompact(base + matcher.start(), base + matcher.end());
    Optional<DocumentNumber> number =
        pattern == FULL ? Optional.of(number(matcher)) : serial(matcher.group());
    return number.map(value -> Fact.read(value, sheet.evidence(span), 0.98));
  }
}
