package wenmai.corpus.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the signature (落款), the copies and the end of the body. */
final class TailReader {
  private static final Pattern COPIES = Pattern.compile("^(?:抄送|抄报|主送|分送|报|送|发)(?:单位)?:.*");
  private static final Pattern ADDED =
      Pattern.compile(
          "^(?:附件?(?:[0-9一二三四五六七八九十]{0,3})?(?:[:.、].*|$)|[(]?(?:联系人|联系电话|电话|此件|此表|公开方式|信息公开).*|.{2,40}(?:办公室|办公厅|局|委)[12][0-9]{3}年.{2,8}日印发|.{0,12}(?:共印|印发)[0-9]{0,4}份?.*|[(](?:代?章|盖章|公章|印章|签章|此章)[)])");

  /** What was done on the day that a signature gives. */
  private static final Pattern DEED =
      Pattern.compile(
          "(?<=[日号])(?:印发|印|发|制|整理|发布|公布|[于在](?:[\\u4e00-\\u9fff]{2,6}|[\\u4e00-\\u9fff0-9]{4,30}会议)|[(](?:印|印章|章|盖章|公章)[)])$");

  private static final Pattern YEARLESS =
      Pattern.compile("[(]?(?:[0-9]{1,2}月[0-9]{1,2}日|[12][0-9]{3}年[0-9]{0,2}月[0-9]{0,2}日)[)]?");

  /** （区政府办存稿） under what was signed. */
  private static final Pattern KEPT = Pattern.compile("[(][^()。]{0,14}(?:存稿|存档|留存|归档)[)]");

  /** 代表签名：某某 of a form. */
  private static final Pattern LABELLED_PERSON =
      Pattern.compile(
          "(?:代表|建议人|签名|签字|[^:]{1,8})[(]?(?:签名|签字|签章)[)]?[:].{2,8}"
              + "|(?:(?:登记|填表|制表|复核|审核|记录|经办|核对|统计|填报)人?[:][^:]{2,8}){1,4}");

  private static final int LONGEST_SIGNATURE = 3;
  private static final int SHORTEST_SEALED = 6;

  private final ReadingRules rules;

  TailReader(ReadingRules rules) {
    this.rules = rules;
  }

  Tail read(Sheet sheet, Head head) {
    List<Line> lines = sheet.lines();
    Optional<Signature> signature = signature(lines, head.body());
    List<Line> copies = new ArrayList<>();
    for (int i = Math.max(head.body(), lines.size() - 30); i < lines.size(); i++) {
      if (lines.get(i).isShort() && COPIES.matcher(lines.get(i).compact()).matches()) {
        copies.add(lines.get(i));
      }
    }
    int end = bodyEnd(lines, head.body(), signature);
    int ownEnd = lines.size();
    while (ownEnd > head.body() && isClutter(lines.get(ownEnd - 1))) {
      ownEnd--;
    }
    List<Line> organs = signature.map(Signature::organs).orElse(List.of());
    return new Tail(
        organs.isEmpty() ? undated(lines, head.body(), ownEnd) : organs,
        signature.flatMap(Signature::person),
        signature.map(Signature::day),
        signature.map(Signature::date),
        signature.flatMap(Signature::number),
        copies,
        end,
        ownEnd);
  }

  /**
   * An organ that stands last and alone has signed, though no day follows, or one without a year.
   */
  private List<Line> undated(List<Line> lines, int from, int end) {
    int own = end;
    while (own - 1 > from && KEPT.matcher(lines.get(own - 1).compact()).matches()) {
      own--;
    }
    boolean yearless = own > 1 && YEARLESS.matcher(lines.get(own - 1).compact()).matches();
    int last = yearless ? own - 2 : own - 1;
    while (last > from && isAddedBelow(lines.get(last))) {
      last--;
    }
    boolean alone = last > from && last >= 0 && lines.get(last).isShort();
    return alone
            && (!rules.organs().names(lines.get(last)).isEmpty()
                || isSealed(lines.get(last).compact()))
        ? List.of(lines.get(last))
        : List.of();
  }

  /** Of a whole name: （农工委） says nothing of whose it is. */
  private boolean isSealed(String words) {
    String inner = withoutBrackets(words);
    return inner.length() >= SHORTEST_SEALED && rules.organs().isName(inner);
  }

  /** （某县人民政府办公室） below the day, as a form is sealed. */
  static String withoutBrackets(String words) {
    return words.startsWith("(") && words.endsWith(")")
        ? words.substring(1, words.length() - 1)
        : words;
  }

  /** 经办：某某, 抄送：… below a signature. */
  private boolean isAddedBelow(Line line) {
    return line.isShort()
        && (rules.phrases().any("handlers").matcher(line.compact()).matches()
            || ADDED.matcher(line.compact()).matches()
            || COPIES.matcher(line.compact()).matches());
  }

  private record Signature(
      List<Line> organs,
      Optional<Line> person,
      Line day,
      LocalDate date,
      Optional<Line> number,
      int first) {
    /** On one line with the day. */
    static Signature onOneLine(
        List<Line> organs, Optional<Line> person, Line line, LocalDate date) {
      return new Signature(organs, person, line, date, Optional.empty(), line.index());
    }

    boolean isSigned() {
      return !organs.isEmpty() || person.isPresent();
    }
  }

  /** The first signed day after the heading, else the last day that stands alone near the end. */
  private Optional<Signature> signature(List<Line> lines, int from) {
    Optional<Signature> alone = Optional.empty();
    for (int i = from; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.length() > 90 || !endsWithDay(line.compact())) {
        continue;
      }
      Optional<Signature> found = signedAt(lines, i, from);
      if (found.filter(Signature::isSigned).isPresent()) {
        return found;
      }
      boolean late = lines.size() - i <= 16;
      if (found.isPresent() && late) {
        alone = found;
      }
    }
    return alone;
  }

  /** 二〇二四年六月十二日印发 under an organ. */
  private static String withoutDeed(String compact) {
    boolean dated = compact.indexOf('日') >= 0 || compact.indexOf('号') >= 0;
    return dated ? DEED.matcher(compact).replaceFirst("") : compact;
  }

  private static boolean endsWithDay(String line) {
    String compact = withoutDeed(line);
    char last = compact.isEmpty() ? ' ' : compact.charAt(compact.length() - 1);
    return last == '日' || last == '号' || last == ')' || (last >= '0' && last <= '9');
  }

  private Optional<Signature> signedAt(List<Line> lines, int at, int from) {
    Line line = lines.get(at);
    Optional<LocalDate> only = DayReader.only(withoutDeed(line.compact()));
    if (only.isEmpty()) {
      return oneLine(line);
    }
    List<Line> organs = new ArrayList<>();
    Optional<Line> person = Optional.empty();
    Optional<Line> number = Optional.empty();
    int first = at;
    for (int i = at - 1; i >= from && at - i <= LONGEST_SIGNATURE; i--) {
      Line above = lines.get(i);
      if (above.isShort() && !rules.organs().names(above).isEmpty()) {
        organs.addFirst(above);
        first = i;
      } else if (organs.isEmpty() && isNumber(above)) {
        number = Optional.of(above); // 梅农〔2024〕76号
        first = i;
      } else if (organs.isEmpty() && person.isEmpty() && isPerson(above)) {
        person = Optional.of(above);
        first = i;
      } else {
        break;
      }
    }
    int top = first;
    Optional<Line> between = number;
    Optional<Line> own =
        between
            .or(() -> numberAt(lines, at + 1))
            .or(() -> numberAt(lines, top - 1))
            .filter(found -> !isOfNamedPaper(lines, found));
    return Optional.of(new Signature(organs, person, line, only.get(), own, first));
  }

  private static Optional<Line> numberAt(List<Line> lines, int index) {
    return index >= 0 && index < lines.size() && isNumber(lines.get(index))
        ? Optional.of(lines.get(index))
        : Optional.empty();
  }

  private static boolean isNumber(Line line) {
    return NumberReader.whole(line.compact()).isPresent();
  }

  /** …的审议意见 | 云人常发〔2024〕9号 at the end of a list: the number of the paper named over it. */
  private boolean isOfNamedPaper(List<Line> lines, Line number) {
    return number.index() > 0 && rules.kinds().isComplete(lines.get(number.index() - 1).compact());
  }

  /** 棠州市人民政府　2023年7月10日 on one line. */
  private Optional<Signature> oneLine(Line line) {
    String words = withoutDeed(line.compact());
    Optional<DayReader.Day> day = DayReader.first(words);
    if (day.isEmpty() || day.get().span().end() < words.length() - (isBracketed(words) ? 1 : 0)) {
      return Optional.empty();
    }
    String before = DayReader.before(words, day.get());
    if (rules.organs().isName(before)) {
      return Optional.of(
          Signature.onOneLine(List.of(line), Optional.empty(), line, day.get().date()));
    }
    return LABELLED_PERSON.matcher(before).matches()
        ? Optional.of(Signature.onOneLine(List.of(), Optional.of(line), line, day.get().date()))
        : Optional.empty();
  }

  /** （区人大常委会办公室记录整理，二〇二四年十月三十日）. */
  private static boolean isBracketed(String words) {
    return words.startsWith("(") && words.endsWith(")");
  }

  private boolean isPerson(Line line) {
    String words = line.words();
    return line.isShort()
        && (LABELLED_PERSON.matcher(words.replace(" ", "")).matches()
            || rules.people().isSpeaker(line));
  }

  private int bodyEnd(List<Line> lines, int from, Optional<Signature> signature) {
    int end = lines.size();
    while (end > from) {
      Line line = lines.get(end - 1);
      boolean added =
          line.length() <= 200
              && (rules.isClutter(line.words())
                  || ADDED.matcher(line.compact()).matches()
                  || COPIES.matcher(line.compact()).matches());
      if (!added) {
        break;
      }
      end--;
    }
    if (signature.isPresent() && signature.get().isSigned()) {
      int signed = signature.get().day().index();
      boolean last = end - signed <= 3 || onlyAdditions(lines, signed + 1, end);
      return last ? Math.min(end, signature.get().first()) : end;
    }
    return signature.isPresent() && signature.get().day().index() == end - 1 ? end - 1 : end;
  }

  private boolean isClutter(Line line) {
    return line.length() <= 200 && rules.isClutter(line.words());
  }

  private boolean onlyAdditions(List<Line> lines, int from, int to) {
    Matcher annex = ADDED.matcher("");
    return from < to && annex.reset(lines.get(from).compact()).matches();
  }
}
