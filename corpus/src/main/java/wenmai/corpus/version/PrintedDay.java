package wenmai.corpus.version;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.Numeral;

/**
 * A day printed at a place: 2019年4月23日, 二〇一九年四月二十三日, 2019-04-23.
 *
 * @param end one past its last character
 */
record PrintedDay(LocalDate date, int end) {
  private static final int EARLIEST = 1900;
  private static final int LATEST = 2100;

  static Optional<PrintedDay> at(CompactText text, int start) {
    if (isDigit(text.at(start - 1)) && text.gapBefore(start) == CompactText.Gap.NONE) {
      return Optional.empty();
    }
    Numeral year = Numeral.at(text, start);
    if (!year.exists() || year.value() < EARLIEST || year.value() > LATEST) {
      return Optional.empty();
    }
    char mark = text.at(year.end());
    boolean words = mark == '年';
    if (!words && mark != '-' && mark != '.' && mark != '/') {
      return Optional.empty();
    }
    Numeral month = Numeral.at(text, year.end() + 1);
    if (!month.exists() || text.at(month.end()) != (words ? '月' : mark)) {
      return Optional.empty();
    }
    Numeral day = Numeral.at(text, month.end() + 1);
    if (!day.exists() || (words && text.at(day.end()) != '日' && text.at(day.end()) != '号')) {
      return Optional.empty();
    }
    return date(year.value(), month.value(), day.value())
        .map(date -> new PrintedDay(date, words ? day.end() + 1 : day.end()));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty(); // 2月30日 is a misprint, and no day
    }
  }
}
