package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
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
          "^(?:第|[(（])?(?<n>" + ChineseNumeral.CLASS + "{1,9})(?:条|章|编|節|节|條|、|[.．]|[)）]|[,，])");

  private static final int MOST = 20;
  private static final String DIGITS = "一二三四五六七八九十";
  private static final String CLAUSE_ENDS = "。；;：:，,！!？?）)”";

  private final Phrases phrases;
  private final List<String> forms;
  private final List<Clue> announced;
  private final Sheet sheet;
  private final Outline outline;
  private final BitSet lineStarts = new BitSet();

  Sections(ReadingRules rules, Sheet sheet, Outline outline) {
    this.phrases = rules.phrases();
    this.forms = phrases.words("point-forms");
    this.announced = rules.announced();
    this.sheet = sheet;
    this.outline = outline;
    sheet.lines().forEach(line -> lineStarts.set(sheet.compactStart(line)));
  }

  List<Warning> read() {
    List<Warning> warnings = new ArrayList<>(jumps());
    warnings.addAll(inlineJumps());
    List<Warning> announced = announced();
    warnings.addAll(announced.isEmpty() ? listed() : announced);
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
        if (division.level() != level) {
          continue;
        }
        Matcher leading = LEADING.matcher(division.label());
        if (!leading.find()) {
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

  /** 一是…三是…: a series within sentences that begins at its first and passes one over. */
  private List<Warning> inlineJumps() {
    List<Warning> warnings = new ArrayList<>();
    String compact = sheet.compact();
    int last = 0;
    for (int at = compact.indexOf('是'); at >= 0; at = compact.indexOf('是', at + 1)) {
      int number = at == 0 ? -1 : DIGITS.indexOf(compact.charAt(at - 1)) + 1;
      if (number < 1 || !beginsClause(compact, at - 1)) {
        continue;
      }
      if (last > 0 && number > last + 1 && warnings.size() < MOST) {
        String detail =
            DIGITS.charAt(last - 1)
                + "是之后为"
                + DIGITS.charAt(number - 1)
                + "是，中间缺少"
                + (number - last - 1)
                + "个";
        warnings.add(warning(at - 1, at + 1, detail));
      }
      last = number;
    }
    return warnings;
  }

  private boolean beginsClause(String compact, int at) {
    return at == 0 || CLAUSE_ENDS.indexOf(compact.charAt(at - 1)) >= 0 || lineStarts.get(at);
  }

  private Warning warning(int from, int to, String detail) {
    return new Warning(
        WarningCode.MISSING_SECTION, sheet.quote(sheet.spanOfCompact(from, to)).span(), detail);
  }

  /** Fewer points than announced, in the form the first of them has. */
  private List<Warning> announced() {
    String compact = sheet.compact();
    Optional<Span> found = Clue.findAny(announced, compact);
    if (found.isEmpty()) {
      return List.of();
    }
    Span place = found.get();
    OptionalInt number = number(place.in(compact));
    if (number.isEmpty() || number.getAsInt() > DIGITS.length()) {
      return List.of();
    }
    List<Integer> missing = missing(compact, place.end(), number.getAsInt());
    if (missing.isEmpty()) {
      return List.of();
    }
    return List.of(missing(place, missing));
  }

  /** Fewer points than a list has that begins right behind the words that announce it. */
  private List<Warning> listed() {
    String compact = sheet.compact();
    Optional<MatchResult> listed = phrases.sifted("listed-points").in(compact).from(0);
    if (listed.isEmpty()) {
      return List.of();
    }
    Span place = Span.of(listed.get().start(), listed.get().end());
    OptionalInt number = number(place.in(compact));
    if (number.isEmpty() || number.getAsInt() > DIGITS.length()) {
      return List.of();
    }
    return forms.stream()
        .filter(form -> point(compact, form, 1, place.end()) == place.end())
        .findFirst()
        .map(form -> absent(compact, form, number.getAsInt(), place.end()))
        .filter(missing -> !missing.isEmpty())
        .map(missing -> List.of(missing(place, missing)))
        .orElse(List.of());
  }

  private OptionalInt number(String words) {
    Matcher matcher = phrases.any("number-of-points").matcher(words);
    return matcher.find() ? ChineseNumeral.parse(matcher.group("n")) : OptionalInt.empty();
  }

  private Warning missing(Span place, List<Integer> missing) {
    String names = String.join("、", missing.stream().map(n -> DIGITS.substring(n - 1, n)).toList());
    String words = place.in(sheet.compact()).replaceFirst(":$", "");
    return warning(place.start(), place.end(), "文中说" + words + "，未见第" + names + "点");
  }

  /** Which of so many points are not there: none where any form has all of them. */
  private List<Integer> missing(String compact, int from, int count) {
    String first = "";
    int firstAt = compact.length();
    for (String form : forms) {
      int at = point(compact, form, 1, from);
      if (at >= 0 && absent(compact, form, count, at).isEmpty()) {
        return List.of();
      }
      if (at >= 0 && at < firstAt) {
        first = form;
        firstAt = at;
      }
    }
    boolean lastIsThere = forms.stream().anyMatch(form -> point(compact, form, count, from) >= 0);
    if (first.isEmpty()) {
      return lastIsThere ? List.of() : List.of(count);
    }
    return absent(compact, first, count, firstAt);
  }

  private List<Integer> absent(String compact, String form, int count, int from) {
    List<Integer> absent = new ArrayList<>();
    for (int number = 2; number <= count; number++) {
      if (point(compact, form, number, from) < 0) {
        absent.add(number);
      }
    }
    return absent;
  }

  /** Where the point of a form and number stands, -1 where it does not: 统一、协调 is no 一、. */
  private int point(String compact, String form, int number, int from) {
    String printed =
        form.replace("一", DIGITS.substring(number - 1, number))
            .replace("1", String.valueOf(number));
    boolean bare = printed.charAt(0) != '第' && printed.charAt(0) != '(';
    int at = compact.indexOf(printed, from);
    while (bare && at > 0 && !beginsClause(compact, at)) {
      at = compact.indexOf(printed, at + 1);
    }
    return at;
  }
}
