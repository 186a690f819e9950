package wenmai.corpus.reading;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Warning;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Span;

/**
 * Finds dates that cannot all be right (日期矛盾): the page's against the signature's, the number's
 * year, the file's name, what the text says of events, a term of the National People's Congress.
 */
final class DateConflicts {
  private static final Pattern IN_NAME =
      Pattern.compile(
          "(?<![0-9])(?<y>(?:19|20)[0-9]{2})(?:(?:年|[-_.])?(?<m>0[1-9]|1[0-2])(?:月|[-_.])?(?<d>0[1-9]|[12][0-9]|3[01])日?)(?![0-9])");

  /** 2021年_某决定.txt: a year without a day; 2003-某决定.txt may be the 2003rd file. */
  private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<![0-9])(?<y>(?:19|20)[0-9]{2})年");

  /** Further down other meetings may be told of. */
  private static final int LEAD = 200;

  private static final int FIFTH_CONGRESS_BEGAN = 1978;
  private static final int YEARS_OF_A_TERM = 5;

  /** A page may stand long after the paper, but not this long without a word. */
  private static final int LATE_DAYS = 400;

  private final Phrases phrases;
  private final Sheet sheet;
  private final Facts facts;
  private final List<Era> eras;
  private final String fileName;
  private final Optional<Fact<LocalDate>> shown;

  /** What a text says of an event tells on which side of its day it was written. */
  record Era(Side side, LocalDate day, Clue clue) {}

  /** Before or after the day of the event. */
  enum Side {
    BEFORE,
    AFTER
  }

  /**
   * @param shown the day a page prints as its own
   */
  DateConflicts(
      Sheet sheet,
      Facts facts,
      ReadingRules rules,
      String fileName,
      Optional<Fact<LocalDate>> shown) {
    this.sheet = sheet;
    this.shown = shown;
    this.facts = facts;
    this.eras = rules.eras();
    this.phrases = rules.phrases();
    this.fileName = fileName;
  }

  static List<Era> eras(RuleFile file) {
    List<Era> eras = new ArrayList<>();
    List<List<String>> rows = file.rows(4);
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      Side side = row.get(0).equals("before") ? Side.BEFORE : Side.AFTER;
      eras.add(
          new Era(
              side, LocalDate.parse(row.get(1)), Clue.of(row.get(2), file.pattern(i, row.get(3)))));
    }
    return List.copyOf(eras);
  }

  List<Warning> read() {
    List<Warning> warnings = new ArrayList<>();
    Optional<Fact<LocalDate>> date = facts.get(FactKey.DATE);
    if (date.isEmpty()) {
      return warnings;
    }
    byPage(warnings);
    byDeed(warnings);
    byMeeting(warnings);
    byLink(warnings);
    byNumber(date.get(), warnings);
    byFileName(date.get(), warnings);
    byEra(date.get(), warnings);
    return warnings;
  }

  private void byPage(List<Warning> warnings) {
    Optional<Fact<LocalDate>> page = facts.get(FactKey.PUBLISHED);
    Optional<Fact<LocalDate>> own = facts.get(FactKey.ADOPTED).or(() -> facts.get(FactKey.ISSUED));
    if (page.isPresent() && own.isPresent()) {
      long days = ChronoUnit.DAYS.between(own.get().value(), page.get().value());
      boolean version = facts.value(FactKey.DATE).filter(own.get().value()::isBefore).isPresent();
      if (days < 0 || (days > LATE_DAYS && !version)) {
        String detail = "发布日期" + page.get().value() + "与成文日期" + own.get().value() + "不符";
        warnings.add(warning(own.get(), detail));
      }
    }
  }

  /** What was passed was passed before the paper that tells of it was signed. */
  private void byDeed(List<Warning> warnings) {
    Optional<Fact<LocalDate>> signed =
        facts.get(FactKey.ISSUED).or(() -> facts.get(FactKey.PUBLISHED));
    Matcher deed = phrases.any("told-as-passed").matcher(sheet.compact());
    if (signed.isEmpty() || !deed.find()) {
      return;
    }
    Optional<LocalDate> day = DayReader.first(deed.group("day")).map(DayReader.Day::date);
    if (day.isPresent() && signed.get().value().isBefore(day.get())) {
      warnings.add(
          warning(signed.get(), "署名日期" + signed.get().value() + "早于文中所说的通过日期" + day.get()));
    }
  }

  /** The page of a piece of news tells of a meeting of another year. */
  private void byMeeting(List<Warning> warnings) {
    Optional<Fact<LocalDate>> page = facts.get(FactKey.PUBLISHED);
    Matcher held = phrases.any("told-as-held").matcher(sheet.compact());
    if (page.isEmpty()
        || facts.value(FactKey.KIND).filter(Kind.NEWS::equals).isEmpty()
        || !held.region(0, Math.min(LEAD, sheet.compact().length())).find()) {
      return;
    }
    Optional<LocalDate> day = DayReader.first(held.group("day")).map(DayReader.Day::date);
    long late = day.map(when -> ChronoUnit.DAYS.between(when, page.get().value())).orElse(0L);
    if (late < 0 || late > LATE_DAYS) {
      warnings.add(
          warning(page.get(), "发布日期" + page.get().value() + "与会议日期" + day.orElseThrow() + "不符"));
    }
  }

  /** A copy's own day against the one in the address of its original. */
  private void byLink(List<Warning> warnings) {
    Optional<Fact<LocalDate>> page = shown;
    Optional<Fact<LocalDate>> original = facts.get(FactKey.PUBLISHED).filter(Fact::inferred);
    if (page.isPresent()
        && original.isPresent()
        && !page.get().value().equals(original.get().value())) {
      String detail = "页面日期" + page.get().value() + "与原文链接中的日期" + original.get().value() + "不符";
      warnings.add(warning(original.get(), detail));
    }
  }

  /** 〔2023〕 in the number, but signed in another year; a December paper may go out in January. */
  private void byNumber(Fact<LocalDate> date, List<Warning> warnings) {
    Optional<DocumentNumber> number = facts.value(FactKey.NUMBER).filter(value -> value.year() > 0);
    if (number.isEmpty() || facts.has(FactKey.ADOPTED)) {
      return;
    }
    int apart = date.value().getYear() - number.get().year();
    boolean turnOfYear = apart == 1 && date.value().getMonthValue() <= 2;
    boolean justBefore = apart == -1 && date.value().getMonthValue() == 12;
    if (apart != 0 && !turnOfYear && !justBefore) {
      warnings.add(warning(date, "文号年份" + number.get().year() + "与日期" + date.value() + "不符"));
    }
  }

  private void byFileName(Fact<LocalDate> date, List<Warning> warnings) {
    String name = fileName.substring(fileName.lastIndexOf('/') + 1);
    Matcher matcher = IN_NAME.matcher(fileName);
    Optional<DayReader.Day> day =
        matcher.find()
            ? DayReader.first(
                matcher.group("y") + "-" + matcher.group("m") + "-" + matcher.group("d"))
            : DayReader.first(name);
    if (day.isEmpty()) {
      byYearInName(name, date, warnings);
      return;
    }
    LocalDate named = day.get().date();
    boolean far = Math.abs(ChronoUnit.DAYS.between(named, date.value())) > LATE_DAYS;
    if (far || Math.abs(named.getYear() - date.value().getYear()) > 1) {
      warnings.add(warning(date, "文件名中的日期" + named + "与日期" + date.value() + "不符"));
    }
  }

  /** A year that the text never speaks of; 2020年决算 may be of a later year. */
  private void byYearInName(String name, Fact<LocalDate> date, List<Warning> warnings) {
    Matcher matcher = YEAR_IN_NAME.matcher(name);
    if (!matcher.find()) {
      return;
    }
    String year = matcher.group("y");
    boolean spokenOf =
        sheet.compact().contains(year)
            || sheet.compact().contains(inChinese(year, '〇'))
            || sheet.compact().contains(inChinese(year, '零'));
    if (!spokenOf && Math.abs(Integer.parseInt(year) - date.value().getYear()) > 1) {
      warnings.add(warning(date, "文件名中的年份" + year + "与日期" + date.value() + "不符"));
    }
  }

  private static String inChinese(String year, char zero) {
    StringBuilder out = new StringBuilder();
    for (char figure : year.toCharArray()) {
      out.append(figure == '0' ? zero : "一二三四五六七八九".charAt(figure - '1'));
    }
    return out.toString();
  }

  private void byEra(Fact<LocalDate> date, List<Warning> warnings) {
    for (Era era : eras) {
      boolean wrong =
          era.side() == Side.BEFORE
              ? date.value().isAfter(era.day())
              : date.value().isBefore(era.day());
      Optional<Span> found = wrong ? era.clue().find(sheet.compact()) : Optional.empty();
      if (found.isPresent()) {
        CodePointSpan place = place(found.get().start(), found.get().end());
        String words = found.get().in(sheet.compact());
        String side = era.side() == Side.BEFORE ? "之前" : "之后";
        String detail = "文中“" + words + "”说明成文于" + era.day() + side + "，与日期" + date.value() + "不符";
        warnings.add(new Warning(WarningCode.CONFLICTING_DATES, place, detail));
      }
    }
  }

  /** Whether a session of the National People's Congress can have been held in that year. */
  static boolean fitsTerm(int term, int year) {
    int begins = FIFTH_CONGRESS_BEGAN + YEARS_OF_A_TERM * (term - 5);
    return term < 5 || (year >= begins && year <= begins + YEARS_OF_A_TERM);
  }

  /** The term in a session of the national congress against the day of the paper. */
  Optional<Warning> byTerm() {
    Optional<Fact<LocalDate>> date = facts.get(FactKey.DATE);
    Optional<Integer> term = facts.value(FactKey.SESSION).map(session -> session.term());
    boolean national =
        facts
            .get(FactKey.SESSION)
            .filter(fact -> phrases.any("national-terms").matcher(fact.evidence().words()).find())
            .isPresent();
    if (date.isEmpty()
        || term.isEmpty()
        || !national
        || fitsTerm(term.get(), date.get().value().getYear())) {
      return Optional.empty();
    }
    return Optional.of(
        warning(date.get(), "第" + term.get() + "届全国人大与日期" + date.get().value() + "不符"));
  }

  private Warning warning(Fact<LocalDate> fact, String detail) {
    CodePointSpan place = fact.evidence().span().orElse(new CodePointSpan(0, 0));
    return new Warning(WarningCode.CONFLICTING_DATES, place, detail);
  }

  private CodePointSpan place(int start, int end) {
    Span span = sheet.spanOfCompact(start, end);
    return sheet.quote(span).span();
  }
}
