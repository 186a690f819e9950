package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** 汀人常发【2021】第07号, 汀人常发〔二〇二一〕七号; 机关代字 may hold a bracket of its own: 国办发（明电）〔2020〕1号. */
  static final Pattern FULL =
      Pattern.compile(
          "(?<code>[\\u4e00-\\u9fff][\\u4e00-\\u9fffA-Za-z]{0,14}(?:[(〔][\\u4e00-\\u9fff]{1,4}[)〕])?[\\u4e00-\\u9fff]{0,6})"
              + "[\\[(〔【{〈「『](?<year>"
              + YEAR
              + ")年?[\\])〕】}〉」』](?:第|字第)?0{0,5}(?<serial>[0-9]{1,6}|[一二三四五六七八九十百〇零]{1,5})号");

  /** 〔2024〕沅人督字第5号: the year stands first. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<![\\u4e00-\\u9fff])[\\[(〔【{〈](?<year>"
              + YEAR
              + ")年?[\\])〕】}〉]"
              + "(?<code>[\\u4e00-\\u9fff]{2,12}?)第0{0,5}(?<serial>[0-9]{1,6})号");

  static final Pattern SERIAL =
      Pattern.compile(
          "(?:第|^[\\u4e00-\\u9fff]{0,4}编号:?第?)0{0,4}(?<serial>[0-9]{1,5}|[〇零一二三四五六七八九十百]{1,7})(?:号|$)");

  /**
   * 棠州市人民政府棠政函: the printed head or a cell's label runs into the number where a line end was lost.
   */
  private static final Pattern ISSUER =
      Pattern.compile(
          "^.*(?:(?:人民政府|委员会|办公室|办公厅|人民代表大会)(?:文件|[(].{1,4}[)])?|(?:常委会|人大|政府)文件|文号|字号|编号)(?=[\\u4e00-\\u9fff]{2})");

  /**
   * What stands before a number on its line: a label, a mark in brackets, 份号, urgency, the head.
   */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:(?:发文字号|发文|文号|文件编号|发文号|字号|(?:督办|转办|交办|通知单?)?编号|索引号?)[:]?|(?:办理结果|答复类别|类别标记|类别|等级|密级):?[A-Ea-e]类?|公开(?:方式|属性|类型):?|【[^】]{1,8}】|\\[[^\\]]{1,8}\\]|[(][^()]{1,8}[)]"
              + "|[0-9]{3,8}|特急|加急|急件|平急|特提|[★☆]|[\\u4e00-\\u9fff]{2,30}文件)*[(【\\[]?");

  /** What may follow it without a gap; after a gap any short mark may. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:(?:绝密|机密|秘密).{0,16}|(?:签发人|签发|会签人|会签|办理结果|答复类别|类别标记|类别|等级|密级|份号|公开方式|公开属性)[:]?.{0,40}"
              + "|[(【\\[★☆].{1,16}|[A-Ea-e]类?|[)】\\]])?");

  private static final Pattern SIGNED_OFF = Pattern.compile("(?:签发|会签)人?:?.{1,12}");

  /** Of each of the two forms. */
  private static final String END = "号";

  private static final int LONGEST_MARK = 20;
  private static final Pattern URGENT =
      Pattern.compile("^(?:绝密|机密|秘密|特急|加急|急件|平急|特提|主动公开|依申请公开|不予公开)(?=.)");

  /** 特急〔2023〕5号: how urgent a paper is tells nobody who made it. 答复文号 is another paper's. */
  private static final Pattern NO_CODE =
      Pattern.compile("[函字发办号]|特急|加急|急件|平急|特提|(?:答复|来文|来函|收文|原|转办|交办|督办|回复|对应)(?:文号|字号|函号).*|关于.*");

  private static final Pattern PASSED = Pattern.compile("(?:通过|公布|发布|印发)[)]?$");

  private static final Pattern SERIAL_BEHIND =
      Pattern.compile("(?<=公告|的建议|的议案)\\((?:编号:?)?第?[0-9〇零一二三四五六七八九十百]{1,5}号\\)$");

  /** Behind other titles stands the number of the paper that they speak of. */
  private static final Pattern REPLY = Pattern.compile("(?:建议|议案|提案)(?:办理情况)?的(?:答复|回复|复函)$");

  private static final Pattern SERIAL_END = Pattern.compile("^.*\\((?:编号:?)?第?([^()第]{1,5})号\\)$");

  private static final Pattern NAMED_PAPER =
      Pattern.compile("(?:审议意见|评议意见|决议|决定|建议|议案|文件)(?:名称|题目|标题):");

  private NumberReader() {}

  /** Whether a line gives the paper's number, perhaps among other marks of the printed head. */
  static boolean bears(Line line) {
    if (line.compact().indexOf('号') < 0) {
      return false;
    }
    if (isSignedOff(line) || isBesideDay(line)) {
      return true;
    }
    Matcher matcher = matcher(line.compact());
    if (!matcher.find() || !hasCode(matcher) || !BEFORE.matcher(before(line, matcher)).matches()) {
      return false;
    }
    String behind = line.compact().substring(matcher.end());
    return BEHIND.matcher(behind).matches()
        || (behind.length() <= LONGEST_MARK
            && behind.indexOf('。') < 0
            && line.columns().stream()
                .anyMatch(column -> column.startsWith(behind.substring(0, 1))));
  }

  /** 签发：某某　　裕澄检〔2024〕15号, in either order. */
  private static boolean isSignedOff(Line line) {
    List<String> columns = line.columns();
    return columns.size() == 2
        && columns.stream().anyMatch(column -> SIGNED_OFF.matcher(column).matches())
        && columns.stream().anyMatch(column -> whole(column).isPresent());
  }

  /** 隆府函〔2023〕96号　2023-11-09 16:44　来源:某办公室, as a portal prints them on one line. */
  private static boolean isBesideDay(Line line) {
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

  private static boolean hasCode(Matcher full) {
    return !NO_CODE.matcher(full.group("code")).matches();
  }

  private static String before(Line line, Matcher full) {
    return line.compact().substring(0, full.start());
  }

  static Optional<DocumentNumber> full(String compact) {
    Matcher matcher = matcher(compact);
    return matcher.find() && hasCode(matcher) ? Optional.of(number(matcher)) : Optional.empty();
  }

  static DocumentNumber number(Matcher full) {
    String code = URGENT.matcher(full.group("code")).replaceFirst("");
    return new DocumentNumber(
        ISSUER.matcher(code).replaceFirst(""),
        number(full.group("year")),
        Math.max(1, number(full.group("serial"))));
  }

  /** Long serials are beyond what papers write in characters. */
  private static int number(String written) {
    return Character.digit(written.charAt(0), 10) >= 0
        ? Integer.parseInt(written)
        : ChineseNumeral.parse(written).orElse(0);
  }

  static Optional<DocumentNumber> serial(String compact) {
    Matcher matcher = SERIAL.matcher(compact);
    if (!matcher.find()) {
      return Optional.empty();
    }
    OptionalInt serial = ChineseNumeral.parse(matcher.group("serial"));
    return serial.isPresent() && serial.getAsInt() > 0
        ? Optional.of(DocumentNumber.serial(serial.getAsInt()))
        : Optional.empty();
  }

  /** The number that a cell holds and nothing else. */
  static Optional<DocumentNumber> whole(String cell) {
    String compact = cell.replace(" ", "");
    if (!compact.endsWith(END)) {
      return Optional.empty();
    }
    Matcher matcher = matcher(compact);
    return matcher.matches() && hasCode(matcher) ? Optional.of(number(matcher)) : Optional.empty();
  }

  static Optional<Fact<DocumentNumber>> read(Sheet sheet, Head head, Tail tail, PageFacts page) {
    return head.lines(Role.NUMBER)
        .filter(line -> !isOfNamedPaper(head, line))
        .flatMap(line -> in(FULL, sheet, line).stream())
        .findFirst()
        .or(() -> ofNote(sheet, head))
        .or(page::number)
        .or(() ->
            head.lines(Role.SERIAL).flatMap(line -> in(SERIAL, sheet, line).stream()).findFirst())
        .or(() -> ofTitle(sheet, head))
        .or(() -> ofTail(sheet, tail))
        .or(() -> ofEnd(sheet, tail));
  }

  /** （木政规〔2023〕5号　2023年10月24日…会议通过）: the note under the title begins with it. */
  private static Optional<Fact<DocumentNumber>> ofNote(Sheet sheet, Head head) {
    return head.entries().stream()
        .map(Head.Entry::line)
        .filter(line -> line.compact().startsWith("("))
        .flatMap(line -> {
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

  /**
   * …第二次会议公告（第三号）, 关于…的建议（第58号）, …的答复（某发改复〔2024〕33号）: what stands behind the title is none of it.
   */
  static String withoutSerial(String title) {
    return ofBracketBehind(title).isPresent()
        ? title.substring(0, title.lastIndexOf('('))
        : SERIAL_BEHIND.matcher(title).replaceFirst("");
  }

  /** The whole number in a last bracket of a reply. */
  private static Optional<DocumentNumber> ofBracketBehind(String title) {
    int open = title.lastIndexOf('(');
    return open > 0 && title.endsWith(")") && REPLY.matcher(title.substring(0, open)).find()
        ? whole(title.substring(open + 1, title.length() - 1))
        : Optional.empty();
  }

  /** Whether a line of a title ends with the paper's number in brackets. */
  static boolean bearsBehind(Line line) {
    return ofBracketBehind(line.compact()).isPresent();
  }

  private static Optional<Fact<DocumentNumber>> ofTitle(Sheet sheet, Head head) {
    Optional<Fact<DocumentNumber>> full =
        head.lines(Role.WORDS)
            .flatMap(line ->
                ofBracketBehind(line.compact())
                    .map(number -> Fact.read(number, sheet.evidence(line), 0.9))
                    .stream())
            .findFirst();
    return full.isPresent() ? full : ofSerialBehind(sheet, head);
  }

  private static Optional<Fact<DocumentNumber>> ofSerialBehind(Sheet sheet, Head head) {
    return head.lines(Role.WORDS)
        .filter(line -> SERIAL_BEHIND.matcher(line.compact()).find())
        .flatMap(line ->
            serial(SERIAL_END.matcher(line.compact()).replaceFirst("第$1号"))
                .map(number -> Fact.read(number, sheet.evidence(line), 0.9))
                .stream())
        .findFirst();
  }

  /** A line of its own beside who signs and the day. */
  private static Optional<Fact<DocumentNumber>> ofTail(Sheet sheet, Tail tail) {
    return tail.number()
        .flatMap(line ->
            whole(line.compact()).map(number -> Fact.read(number, sheet.evidence(line), 0.85)));
  }

  /** （某教函〔2024〕42号） in brackets below the signature, as the last words. */
  private static Optional<Fact<DocumentNumber>> ofEnd(Sheet sheet, Tail tail) {
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
  private static boolean isDated(Line line, Matcher number) {
    String behind = line.compact().substring(number.end());
    return DayReader.first(behind).filter(day -> day.span().start() <= 1).isPresent()
        && PASSED.matcher(behind).find();
  }

  /** 审议意见名称：… over 文号：…: a form gives the number of the paper it is about. */
  private static boolean isOfNamedPaper(Head head, Line line) {
    return head.lines(Role.LABEL)
        .anyMatch(label ->
            label.index() == line.index() - 1 && NAMED_PAPER.matcher(label.compact()).lookingAt());
  }

  private static Optional<Fact<DocumentNumber>> in(Pattern pattern, Sheet sheet, Line line) {
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
