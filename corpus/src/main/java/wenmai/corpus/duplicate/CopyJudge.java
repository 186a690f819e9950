package wenmai.corpus.duplicate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import wenmai.corpus.document.FactKey;
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

  /**
   * Of two papers of one number, day and title one may be printed without its annexes and lists; of
   * one piece of news, with captions of pictures between its paragraphs.
   */
  private static final double SAME_NUMBERED_WITHIN = 0.8;

  /** Of one piece of news one print may have captions of pictures between its paragraphs. */
  private static final double SAME_NEWS_WITHIN = 0.8;

  /** Next year's piece may have the same headline and day of the month. */
  private static final double SAME_UNDATED_WITHIN = 0.9;

  /** Of papers of one title, below what a page and an office have put under it. */
  private static final double SAME_BELOW = 0.95;

  /** Of the shorter text at least this much must be in the longer one, clutter and all. */
  private static final double SAME_IN_ALL = 0.6;

  /** An excerpt of less than this share of a paper is no copy of it. */
  private static final double NO_EXCERPT = 0.4;

  private CopyJudge() {}

  public static boolean areCopies(OfficialDocument one, OfficialDocument other) {
    return !Bearings.of(one.facts()).tellsApart(Bearings.of(other.facts()))
        && !historiesDiffer(one, other)
        && sameWords(one, other);
  }

  private static boolean sameWords(OfficialDocument one, OfficialDocument other) {
    SharedWords shared =
        SharedWords.of(Letters.of(one.content().text()), Letters.of(other.content().text()));
    return shared.lengthRatio() >= NO_EXCERPT
        && shared.inAll() >= SAME_IN_ALL
        && (shared.within() >= within(one, other)
            || (!mayBeVersions(one, other)
                && Bearings.of(one.facts()).hasTitleOf(Bearings.of(other.facts()))
                && shared.below() >= SAME_BELOW));
  }

  private static double within(OfficialDocument one, OfficialDocument other) {
    if (mayBeVersions(one, other)) {
      return SAME_RULE_WITHIN;
    }
    Bearings bearings = Bearings.of(one.facts());
    Bearings others = Bearings.of(other.facts());
    if (bearings.agreesWith(others)
        || (areBoth(Kind.ANNOUNCEMENT, one, other) && bearings.hasSerialOf(others))) {
      return SAME_NUMBERED_WITHIN;
    }
    boolean sameNews =
        areBoth(Kind.NEWS, one, other)
            && NewsEvent.of(one.content().text()).isThatOf(NewsEvent.of(other.content().text()));
    return !sameNews
        ? SAME_WITHIN
        : bearings.hasHeadlineOf(others)
            ? SAME_NEWS_WITHIN
            : bearings.hasHeadlineOfUndated(others) ? SAME_UNDATED_WITHIN : SAME_WITHIN;
  }

  private static boolean areBoth(Kind kind, OfficialDocument one, OfficialDocument other) {
    return Stream.of(one, other)
        .allMatch(paper -> paper.facts().value(FactKey.KIND).equals(Optional.of(kind)));
  }

  private static boolean mayBeVersions(OfficialDocument one, OfficialDocument other) {
    boolean rules =
        Stream.of(one, other)
            .flatMap(document -> document.facts().value(FactKey.KIND).stream())
            .anyMatch(Kind::isNorm);
    Optional<LocalDate> day = one.facts().value(FactKey.DATE);
    return rules && (day.isEmpty() || !day.equals(other.facts().value(FactKey.DATE)));
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
}
