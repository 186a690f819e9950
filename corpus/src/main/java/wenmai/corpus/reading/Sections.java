package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Warning;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.structure.Division;
import wenmai.corpus.structure.Level;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Span;

/**
 * Finds missing sections (缺少部分): numbering that jumps, and fewer points than a text announces
 * (讲四点意见, two found).
 */
final class Sections {
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:第|[(（])?(?<n>" + ChineseNumeral.CLASS + "{1,6})(?:条|章|编|節|节|條|、|[.．]|[)）]|[,，])");
  private static final Clue ANNOUNCED =
      Clue.of(
          "点意见 点要求 点希望 点看法 点建议 点体会 点认识 点问题 方面意见 方面要求 方面的意见 方面的要求 方面的建议 方面的问题",
          Pattern.compile(
              "(?:讲|谈|提|说|提出|强调)(?:以下|如下|下面)?[两二三四五六七八九十2-9](?:点|个方面(?:的)?)(?:意见|要求|希望|看法|建议|体会|认识|问题)"));
  private static final Pattern NUMBER = Pattern.compile("(?<n>[两二三四五六七八九十2-9])(?:点|个方面)");
  private static final int MOST = 20;

  private final Sheet sheet;
  private final Outline outline;

  Sections(Sheet sheet, Outline outline) {
    this.sheet = sheet;
    this.outline = outline;
  }

  List<Warning> read() {
    List<Warning> warnings = new ArrayList<>(jumps());
    if (warnings.isEmpty()) {
      warnings.addAll(announced());
    }
    return warnings;
  }

  /** Neighbours of one level and one form of number must follow one another. */
  private List<Warning> jumps() {
    List<Warning> warnings = new ArrayList<>();
    for (Level level : List.of(Level.CHAPTER, Level.ARTICLE, Level.HEADING)) {
      String form = "";
      int last = 0;
      String lastLabel = "";
      for (Division division : outline.divisions()) {
        Matcher leading = LEADING.matcher(division.label());
        if (division.level() != level || !leading.find()) {
          continue;
        }
        int number = ChineseNumeral.parse(leading.group("n")).orElse(0);
        String own = form(leading);
        if (form.isEmpty()) {
          form = own;
        }
        if (!own.equals(form)) {
          continue;
        }
        if (last > 0 && number > last + 1 && warnings.size() < MOST) {
          String detail = lastLabel + "之后是" + leading.group() + "，中间缺少" + (number - last - 1) + "个";
          warnings.add(new Warning(WarningCode.MISSING_SECTION, start(division), detail));
        }
        last = number;
        lastLabel = leading.group();
      }
    }
    return warnings;
  }

  /** 一、 and （一） are two series. */
  private static String form(Matcher leading) {
    String figures = Character.isDigit(leading.group("n").charAt(0)) ? "0" : "一";
    return leading.group().replace(leading.group("n"), figures);
  }

  private static CodePointSpan start(Division division) {
    int start = division.span().start();
    return new CodePointSpan(start, Math.min(division.span().end(), start + 12));
  }

  private List<Warning> announced() {
    String compact = sheet.compact();
    Optional<Span> found = ANNOUNCED.find(compact);
    if (found.isEmpty()) {
      return List.of();
    }
    Matcher matcher = NUMBER.matcher(found.get().in(compact));
    if (!matcher.find()) {
      return List.of();
    }
    Span place = found.get();
    OptionalInt number = ChineseNumeral.parse(matcher.group("n"));
    if (number.isEmpty() || hasPoint(compact, place.end(), number.getAsInt())) {
      return List.of();
    }
    Span span = sheet.spanOfCompact(place.start(), place.end());
    String detail = "文中说" + place.in(compact) + "，未见第" + number.getAsInt() + "点";
    return List.of(new Warning(WarningCode.MISSING_SECTION, sheet.quote(span).span(), detail));
  }

  /** Whether the last of the points announced is there, in whatever form points are numbered. */
  private static boolean hasPoint(String compact, int from, int number) {
    String chinese = "零一二三四五六七八九十".substring(number, number + 1);
    for (String form :
        List.of(
            chinese + "、",
            chinese + "是",
            "第" + chinese,
            "(" + chinese + ")",
            chinese + "要",
            number + ".",
            number + "、",
            "(" + number + ")")) {
      if (compact.indexOf(form, from) >= 0) {
        return true;
      }
    }
    return false;
  }
}
