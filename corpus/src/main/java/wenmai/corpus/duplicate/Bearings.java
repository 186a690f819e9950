package wenmai.corpus.duplicate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;

/**
 * What tells a paper from another of the same words (区别项): its number, its session, its days, its
 * title. Small enough to be kept for many papers, so that most of those that are alike are told
 * apart without their texts.
 *
 * @param number a whole one
 * @param serial a serial alone (第4号), of which another paper may have the same
 * @param own the paper's own day; when a portal put it up says nothing about it
 * @param title folded, empty where there is none
 * @param isNews whether it is a piece of news
 */
public record Bearings(
    Optional<DocumentNumber> number,
    Optional<DocumentNumber> serial,
    Optional<CongressSession> session,
    Optional<LocalDate> date,
    Optional<LocalDate> adopted,
    Optional<LocalDate> issued,
    Optional<LocalDate> own,
    String title,
    boolean isNews) {
  private static final String ABOUT = "关于";

  /** Letters of a headline that is of one event and no column's name. */
  private static final int HEADLINE = 10;

  private static final int SHORTEST_TITLE = 6;

  /** How long after the first others still put a piece of news out. */
  private static final int DAYS_ON = 10;

  public static Bearings of(Facts facts) {
    return new Bearings(
        facts.value(FactKey.NUMBER).filter(number -> !number.isSerialOnly()),
        facts.value(FactKey.NUMBER).filter(DocumentNumber::isSerialOnly),
        facts.value(FactKey.SESSION),
        facts.value(FactKey.DATE),
        facts.value(FactKey.ADOPTED),
        facts.value(FactKey.ISSUED),
        facts.get(FactKey.DATE).filter(date -> isOwn(date, facts)).map(Fact::value),
        facts
            .value(FactKey.TITLE)
            .map(title -> Letters.of(TitleKey.folded(title)).text())
            .orElse(""),
        facts.value(FactKey.KIND).equals(Optional.of(Kind.NEWS)));
  }

  /** Whether the two cannot be the same paper, whatever their words. */
  public boolean tellsApart(Bearings other) {
    return differ(number, other.number)
        || (differ(session, other.session) && differ(date, other.date))
        || Stream.of(
                differ(adopted, other.adopted),
                differ(issued, other.issued),
                differ(own, other.own))
            .anyMatch(differs -> differs)
        || titlesTellApart(other);
  }

  /** Each medium gives a piece of news its own headline. */
  private boolean titlesTellApart(Bearings other) {
    TitlePair titles = new TitlePair(title, other.title);
    if (number.isPresent()
        && number.equals(other.number)
        && own.isPresent()
        && own.equals(other.own)) {
      return titles.areStages(); // a portal puts its own words over what it prints
    }
    return isNews && other.isNews && isWithinDaysOf(other)
        ? titles.headlinesTellApart()
        : titles.tellsApart();
  }

  /**
   * Whether both bear the same number, the same day and the same title; where neither has a number,
   * a title that says what it is about (forms have the same for each).
   */
  boolean agreesWith(Bearings other) {
    return (number.isPresent() || title.contains(ABOUT))
        && number.equals(other.number)
        && !differ(serial, other.serial)
        && isOfDayAndTitleOf(other);
  }

  /** Whether both bear the same serial of the same session, the same day and the same title. */
  boolean hasSerialOf(Bearings other) {
    return serial.isPresent()
        && serial.equals(other.serial)
        && session.isPresent()
        && session.equals(other.session)
        && isOfDayAndTitleOf(other);
  }

  private boolean isOfDayAndTitleOf(Bearings other) {
    return date.isPresent()
        && date.equals(other.date)
        && !title.isEmpty()
        && title.equals(other.title);
  }

  /**
   * Whether both have one headline, one perhaps with a word before it (重磅) or a second line, and
   * were put out within {@value #DAYS_ON} days.
   */
  boolean hasHeadlineOf(Bearings other) {
    return Math.min(title.length(), other.title.length()) >= HEADLINE
        && (title.contains(other.title) || other.title.contains(title))
        && isWithinDaysOf(other);
  }

  /** Whether both have one title, one perhaps with its organ or a second line besides. */
  boolean hasTitleOf(Bearings other) {
    return Math.min(title.length(), other.title.length()) >= SHORTEST_TITLE
        && (title.contains(other.title) || other.title.contains(title));
  }

  /** The same headline, over a post that says 昨天 and no day. */
  boolean hasHeadlineOfUndated(Bearings other) {
    return title.length() >= HEADLINE
        && title.equals(other.title)
        && (date.isEmpty() || other.date.isEmpty());
  }

  private boolean isWithinDaysOf(Bearings other) {
    return date.isPresent()
        && other.date.isPresent()
        && Math.abs(ChronoUnit.DAYS.between(date.get(), other.date.get())) <= DAYS_ON;
  }

  private static <T> boolean differ(Optional<T> one, Optional<T> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  private static boolean isOwn(Fact<LocalDate> date, Facts facts) {
    return !date.inferred()
        && facts.value(FactKey.PUBLISHED).filter(date.value()::equals).isEmpty();
  }
}
