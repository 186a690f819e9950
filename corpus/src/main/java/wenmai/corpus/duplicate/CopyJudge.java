package wenmai.corpus.duplicate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.version.AmendmentEvent;
import wenmai.corpus.version.AmendmentNote;
import wenmai.corpus.version.AmendmentNotesReader;

/**
 * Says whether two documents are the same paper (是否同一文件): the same words in the same place of two
 * texts, and nothing known of the two that tells them apart.
 */
public final class CopyJudge {

  /* Clutter stands before and after a paper, what differs between versions or places stands within
   * it. So the texts are compared from their first common words to their last, and must agree
   * there nearly everywhere; a retyped paper or one converted from the other script loses a few
   * shingles to each wrong character. */
  private static final double SAME_WITHIN = 0.93;

  /* Of a rule a few words may be all that was amended. Unless both texts say that they are of the
   * same day, they must agree to the letter or nearly so. */
  private static final double SAME_RULE_WITHIN = 0.985;

  /** Of the shorter text at least this much must be in the longer one, clutter and all. */
  private static final double SAME_IN_ALL = 0.6;

  /** An excerpt of less than this share of a paper is no copy of it. */
  private static final double NO_EXCERPT = 0.4;

  private CopyJudge() {}

  public static boolean areCopies(OfficialDocument one, OfficialDocument other) {
    return !toldApart(one.facts(), other.facts())
        && !historiesDiffer(one, other)
        && sameWords(one, other);
  }

  private static boolean sameWords(OfficialDocument one, OfficialDocument other) {
    SharedWords shared =
        SharedWords.of(Letters.of(one.content().text()), Letters.of(other.content().text()));
    return shared.lengthRatio() >= NO_EXCERPT
        && shared.inAll() >= SAME_IN_ALL
        && shared.within() >= (mayBeVersions(one, other) ? SAME_RULE_WITHIN : SAME_WITHIN);
  }

  private static boolean mayBeVersions(OfficialDocument one, OfficialDocument other) {
    boolean rules =
        Stream.of(one, other)
            .flatMap(document -> document.facts().value(FactKey.KIND).stream())
            .anyMatch(Kind::isNorm);
    Optional<LocalDate> day = one.facts().value(FactKey.DATE);
    return rules && (day.isEmpty() || !day.equals(other.facts().value(FactKey.DATE)));
  }

  private static boolean toldApart(Facts one, Facts other) {
    return numbersDiffer(one.value(FactKey.NUMBER), other.value(FactKey.NUMBER))
        || differ(FactKey.SESSION, one, other) && differ(FactKey.DATE, one, other)
        || differ(FactKey.ADOPTED, one, other)
        || differ(FactKey.ISSUED, one, other)
        || ownDatesDiffer(one, other)
        || TitlePair.of(one, other).tellsApart();
  }

  /**
   * Notes under the title (题注) that end with another day tell of another version; so does an
   * amendment noted under one and after the other's, which has only been published.
   */
  private static boolean historiesDiffer(OfficialDocument one, OfficialDocument other) {
    List<AmendmentNote> a = AmendmentNotesReader.read(one.content().text());
    List<AmendmentNote> b = AmendmentNotesReader.read(other.content().text());
    Optional<LocalDate> lastOfA = last(a, CopyJudge::makesVersion);
    Optional<LocalDate> lastOfB = last(b, CopyJudge::makesVersion);
    return lastOfA.isPresent() && lastOfB.isPresent()
        ? !lastOfA.equals(lastOfB)
        : isAmendedAfter(a, b) || isAmendedAfter(b, a);
  }

  private static boolean makesVersion(AmendmentEvent event) {
    return event == AmendmentEvent.ADOPTED || event.amends();
  }

  private static boolean isAmendedAfter(List<AmendmentNote> notes, List<AmendmentNote> others) {
    Optional<LocalDate> amended = last(notes, AmendmentEvent::amends);
    Optional<LocalDate> published = last(others, event -> event == AmendmentEvent.PUBLISHED);
    return amended.isPresent() && published.filter(amended.get()::isAfter).isPresent();
  }

  private static Optional<LocalDate> last(
      List<AmendmentNote> notes, Predicate<AmendmentEvent> wanted) {
    return notes.stream()
        .filter(note -> wanted.test(note.event()))
        .map(AmendmentNote::date)
        .max(Comparator.naturalOrder());
  }

  private static <T> boolean differ(FactKey<T> key, Facts one, Facts other) {
    Optional<T> a = one.value(key);
    Optional<T> b = other.value(key);
    return a.isPresent() && b.isPresent() && !a.equals(b);
  }

  /** Whether two papers cannot be the same by their numbers alone, which is known without them. */
  public static boolean numbersDiffer(
      Optional<DocumentNumber> one, Optional<DocumentNumber> other) {
    Optional<DocumentNumber> a = one.filter(number -> !number.isSerialOnly());
    Optional<DocumentNumber> b = other.filter(number -> !number.isSerialOnly());
    return a.isPresent() && b.isPresent() && !a.equals(b);
  }

  /** The day a portal put a paper up says nothing about the paper. */
  private static boolean ownDatesDiffer(Facts one, Facts other) {
    List<LocalDate> days =
        List.of(one, other).stream()
            .flatMap(facts -> facts.get(FactKey.DATE).stream().filter(date -> isOwn(date, facts)))
            .map(Fact::value)
            .distinct()
            .toList();
    return days.size() == 2;
  }

  private static boolean isOwn(Fact<LocalDate> date, Facts facts) {
    return !date.inferred()
        && facts.value(FactKey.PUBLISHED).filter(date.value()::equals).isEmpty();
  }
}
