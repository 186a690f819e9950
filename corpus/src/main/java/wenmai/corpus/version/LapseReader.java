package wenmai.corpus.version;

import java.time.LocalDate;
import java.util.Optional;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.Numeral;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.Span;

/**
 * Reads when a text says that it lapses: 有效期五年, 有效期至2028年3月31日, 试行两年. Only what stands near its end
 * is looked at, for elsewhere 有效期 is that of a licence. Pure; linear.
 */
public final class LapseReader {
  /** Closing articles and the note of the issuer, in characters. */
  private static final int TAIL = 600;

  private static final int LONGEST_YEARS = 30;

  private LapseReader() {}

  /**
   * The lapse a text names.
   *
   * @param effective since when it is in force, from which a term is counted
   */
  public static Optional<Lapse> read(String text, Optional<LocalDate> effective) {
    int from = Math.max(0, text.length() - TAIL);
    int start = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    CompactText tail = CompactText.of(text.substring(start));
    for (int i = tail.length() - 2; i >= 0; i--) {
      Optional<Found> found = at(tail, i, effective).filter(it -> speaksOfItself(tail, it.start()));
      if (found.isPresent()) {
        var local = tail.span(found.get().start(), found.get().end());
        var span = Span.of(local.start() + start, local.end() + start);
        return Optional.of(
            new Lapse(found.get().from(), Quote.of(text, span, CodePointIndex.of(text))));
      }
    }
    return Optional.empty();
  }

  private record Found(int start, int end, LocalDate from) {}

  private static Optional<Found> at(CompactText text, int at, Optional<LocalDate> effective) {
    boolean valid = text.startsAt(at, "有效期");
    boolean trial = text.startsAt(at, "试行期") || text.startsAt(at, "试行");
    if (!valid && !trial) {
      return Optional.empty();
    }
    int behind = at + (text.startsAt(at, "试行") && !text.startsAt(at, "试行期") ? 2 : 3);
    for (String filler : new String[] {"限", "为", "是", ":", "截至", "截止到", "至", "到"}) {
      behind = text.startsAt(behind, filler) ? behind + filler.length() : behind;
    }
    Optional<PrintedDay> day = valid ? PrintedDay.at(text, behind) : Optional.empty();
    if (day.isPresent()) {
      return Optional.of(new Found(at, day.get().end(), day.get().date().plusDays(1)));
    }
    Numeral years = Numeral.at(text, behind);
    boolean term =
        years.exists()
            && years.value() > 0
            && years.value() <= LONGEST_YEARS
            && text.at(years.end()) == '年';
    return term && effective.isPresent()
        ? Optional.of(new Found(at, years.end() + 1, effective.get().plusYears(years.value())))
        : Optional.empty();
  }

  /** In the sentence that says since when the text is in force, or names it 本办法. */
  private static boolean speaksOfItself(CompactText text, int at) {
    for (int i = at; i > Math.max(0, at - 60); i--) {
      if (text.at(i) == '。') {
        return false;
      }
      if (text.startsAt(i, "施行") || text.startsAt(i, "实施") || text.startsAt(i, "执行")) {
        return true;
      }
      if (text.at(i) == '本' && i < at) {
        return true;
      }
    }
    return false;
  }
}
