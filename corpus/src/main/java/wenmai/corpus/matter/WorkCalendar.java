package wenmai.corpus.matter;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which days are worked (工作日历), by the State Council's arrangement of holidays and make-up days;
 * where a year has none, weekends are free and every other day is worked.
 */
public final class WorkCalendar {
  private final Set<LocalDate> off;
  private final Set<LocalDate> on;

  private WorkCalendar(Set<LocalDate> off, Set<LocalDate> on) {
    this.off = Set.copyOf(off);
    this.on = Set.copyOf(on);
  }

  /**
   * @param lines a year, then {@code off}, {@code on} or {@code statutory}, then days and ranges of
   *     days
   */
  static WorkCalendar read(List<String> lines) {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> on = new HashSet<>();
    for (String line : lines) {
      String[] parts = line.strip().split("\\s+");
      Set<LocalDate> into = parts[1].equals("on") ? on : off;
      for (int i = 2; i < parts.length; i++) {
        String[] ends = parts[i].split("\\.\\.");
        LocalDate last = LocalDate.parse(ends[ends.length - 1]);
        LocalDate.parse(ends[0]).datesUntil(last.plusDays(1)).forEach(into::add);
      }
    }
    return new WorkCalendar(off, on);
  }

  public boolean isWorked(LocalDate day) {
    if (on.contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !off.contains(day);
  }

  /**
   * The last day of a term.
   *
   * @param start the day from which is counted; it does not count itself
   * @param workingDays 0 or more
   */
  public LocalDate after(LocalDate start, int workingDays) {
    LocalDate day = start;
    int left = workingDays;
    while (left > 0) {
      day = day.plusDays(1);
      if (isWorked(day)) {
        left--;
      }
    }
    return day;
  }
}
