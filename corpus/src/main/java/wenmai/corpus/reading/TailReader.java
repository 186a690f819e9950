package wenmai.corpus.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Finds the signature (落款), the copies and the end of the body. */
final class TailReader {
  private static final int LONGEST_SIGNATURE = 3;
  private static final int SHORTEST_SEALED = 6;

  private final ReadingRules rules;
  private final Phrases phrases;

  TailReader(ReadingRules rules) {
    this.phrases = rules.phrases();
    this.rules = rules;
  }

  Tail read(Sheet sheet, Head head) {
    List<Line> lines = sheet.lines();
    Optional<Signature> signature = signature(lines, head.body());
    List<Line> copies = new ArrayList<>();
    for (int i = Math.max(head.body(), lines.size() - 30); i < lines.size(); i++) {
      if (lines.get(i).isShort()
          && phrases.any("copy-lines").matcher(lines.get(i).compact()).matches()) {
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
    while (own - 1 > from
        && phrases.any("kept-lines").matcher(lines.get(own - 1).compact()).matches()) {
      own--;
    }
    boolean yearless =
        own > 1 && phrases.any("yearless-days").matcher(lines.get(own - 1).compact()).matches();
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
            || phrases.any("added-lines").matcher(line.compact()).matches()
            || phrases.any("copy-lines").matcher(line.compact()).matches());
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
  private String withoutDeed(String compact) {
    boolean dated = compact.indexOf('日') >= 0 || compact.indexOf('号') >= 0;
    return dated ? phrases.any("signed-deeds").matcher(compact).replaceFirst("") : compact;
  }

  private boolean endsWithDay(String line) {
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

  private Optional<Line> numberAt(List<Line> lines, int index) {
    return index >= 0 && index < lines.size() && isNumber(lines.get(index))
        ? Optional.of(lines.get(index))
        : Optional.empty();
  }

  private boolean isNumber(Line line) {
    return rules.numbers().whole(line.compact()).isPresent();
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
    return phrases.any("labelled-persons").matcher(before).matches()
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
        && (phrases.any("labelled-persons").matcher(words.replace(" ", "")).matches()
            || rules.people().isSpeaker(line));
  }

  private int bodyEnd(List<Line> lines, int from, Optional<Signature> signature) {
    int end = lines.size();
    while (end > from) {
      Line line = lines.get(end - 1);
      boolean added =
          line.length() <= 200
              && (rules.isClutter(line.words())
                  || phrases.any("added-lines").matcher(line.compact()).matches()
                  || phrases.any("copy-lines").matcher(line.compact()).matches());
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
    Matcher annex = phrases.any("added-lines").matcher("");
    return from < to && annex.reset(lines.get(from).compact()).matches();
  }
}
