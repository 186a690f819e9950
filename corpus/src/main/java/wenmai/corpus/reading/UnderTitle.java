package wenmai.corpus.reading;

/** What the line under a title looks like that says on what occasion a paper was read (题下说明). */
final class UnderTitle {
  private final Phrases phrases;

  UnderTitle(Phrases phrases) {
    this.phrases = phrases;
  }

  private static boolean isOpenBracket(String compact) {
    return compact.startsWith("(") && compact.indexOf(')') < 0;
  }

  /** 2023年6月30日在某县第九届人, with the rest of the name on the next line. */
  private boolean isDayAtCongress(String compact) {
    return DayReader.first(compact)
            .filter(day -> day.span().start() == 0 && compact.startsWith("在", day.span().end()))
            .isPresent()
        && phrases.any("congress-under-title").matcher(compact).find();
  }

  /**
   * ——2023年6月30日在…会议上, also when the line is broken within.
   *
   * @param words folded, without blanks
   * @param former what stands before it
   */
  boolean tellsOccasion(String words, Head.Entry former) {
    String compact = words.replace('〔', '(').replace('〕', ')');
    if (phrases.any("presented-at").matcher(compact).matches()
        || phrases.any("submitted-under-title").matcher(compact).matches()
        || phrases.any("meeting-days").matcher(compact).matches()
        || phrases.any("day-brackets").matcher(compact).matches()
        || phrases.any("day-and-hour").matcher(compact).matches()) {
      return true;
    }
    boolean goesOn = former.role() == Role.PRESENTED && !former.line().compact().matches(".*[上)]$");
    return goesOn
        ? compact.matches(".{0,24}(?:上\\)?|会议\\))")
        : (compact.startsWith("—") || isOpenBracket(compact) || isDayAtCongress(compact))
            && DayReader.first(compact).isPresent()
            && (compact.contains("在")
                || (isOpenBracket(compact)
                    && phrases.any("congress-under-title").matcher(compact).find()));
  }
}
