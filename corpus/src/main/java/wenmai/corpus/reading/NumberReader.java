package wenmai.corpus.reading;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Fact;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.corpus.text.Span;

/**
 * Reads the paper's own 发文字号 from its heading, in every bracket and spacing, as 机关代字〔年〕N号. A number
 * of another paper that the text names is none.
 */
final class NumberReader {
  /** 汀人常发【2021】第07号; 机关代字 may hold a bracket of its own: 国办发（明电）〔2020〕1号. */
  static final Pattern FULL =
      Pattern.compile(
          "(?<code>[\\u4e00-\\u9fff][\\u4e00-\\u9fffA-Za-z]{0,14}(?:[(〔][\\u4e00-\\u9fff]{1,4}[)〕])?[\\u4e00-\\u9fff]{0,6})"
              + "[\\[(〔【{〈](?<year>[12][0-9]{3})年?[\\])〕】}〉](?:第|字第)?0{0,5}(?<serial>[0-9]{1,6})号");

  static final Pattern SERIAL =
      Pattern.compile("第0{0,4}(?<serial>[0-9]{1,5}|[〇零一二三四五六七八九十百]{1,7})号");

  /** 棠州市人民政府棠政函: the printed head runs into the number where a line end was lost. */
  private static final Pattern ISSUER =
      Pattern.compile("^.*(?:人民政府|委员会|办公室|办公厅|人民代表大会)(?:文件)?(?=[\\u4e00-\\u9fff]{2})");

  private NumberReader() {}

  static Optional<DocumentNumber> full(String compact) {
    Matcher matcher = FULL.matcher(compact);
    return matcher.find() ? Optional.of(number(matcher)) : Optional.empty();
  }

  static DocumentNumber number(Matcher full) {
    return new DocumentNumber(
        ISSUER.matcher(full.group("code")).replaceFirst(""),
        Integer.parseInt(full.group("year")),
        Math.max(1, Integer.parseInt(full.group("serial"))));
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

  static Optional<Fact<DocumentNumber>> read(Sheet sheet, Head head) {
    Optional<Fact<DocumentNumber>> full =
        head.lines(Role.NUMBER).flatMap(line -> in(FULL, sheet, line).stream()).findFirst();
    return full.isPresent()
        ? full
        : head.lines(Role.SERIAL).flatMap(line -> in(SERIAL, sheet, line).stream()).findFirst();
  }

  private static Optional<Fact<DocumentNumber>> in(Pattern pattern, Sheet sheet, Line line) {
    Matcher matcher = pattern.matcher(line.compact());
    if (!matcher.find()) {
      return Optional.empty();
    }
    int base = sheet.compactStart(line);
    Span span = sheet.spanOfCompact(base + matcher.start(), base + matcher.end());
    Optional<DocumentNumber> number =
        pattern == FULL ? Optional.of(number(matcher)) : serial(matcher.group());
    return number.map(value -> Fact.read(value, sheet.evidence(span), 0.98));
  }
}
