package wenmai.corpus.upkeep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenmai.corpus.record.HistoryJson.History;
import wenmai.corpus.record.HistoryJson.Reason;
import wenmai.corpus.text.Quote;
import wenmai.corpus.version.AmendmentNote;
import wenmai.corpus.version.Expression;
import wenmai.corpus.version.StatusOn;
import wenmai.corpus.version.Strike;
import wenmai.corpus.version.VersionHistory;

/**
 * A work with all its held versions and what other texts do to it (法规及其版本).
 *
 * @param versions held documents of this work, copies among them
 * @param strikes what texts do to it
 */
record HeldWork(List<HeldVersion> versions, List<HeldStrike> strikes) {

  /**
   * @param sight who may see it
   * @param originalFor for whom it is no copy of another
   * @param named where its title stands, which tells of a version nothing else tells of
   */
  record HeldVersion(
      long doc, int sight, int originalFor, Expression expression, Optional<Quote> named) {

    static HeldVersion of(long doc, int sight, int copyFor, VersionCard card) {
      return new HeldVersion(doc, sight, sight & ~copyFor, card.expression(), card.named());
    }
  }

  /** For whom a strike is there. */
  record HeldStrike(int sight, Strike strike) {}

  /** How one version stands, for one audience. */
  record Standing(long doc, Timeline timeline, History history) {}

  /** A version that came after another, with the words that tell of it. */
  record Succession(long doc, long former, Quote evidence) {}

  List<Standing> standings(int sight) {
    List<Strike> struck = strikes(sight);
    List<Expression> originals = originals(sight).stream().map(HeldVersion::expression).toList();
    List<Standing> standings = new ArrayList<>();
    for (HeldVersion version : versions) {
      if ((version.sight() & sight) != 0) {
        Expression own = version.expression();
        List<Expression> all =
            originals.contains(own)
                ? originals
                : Stream.concat(originals.stream(), Stream.of(own)).toList();
        Timeline timeline = Timeline.of(own, all, struck);
        standings.add(
            new Standing(
                version.doc(),
                timeline,
                new History(
                    VersionHistory.of(originals.isEmpty() ? all : originals, struck),
                    reasons(own, all, struck, timeline))));
      }
    }
    return standings;
  }

  private List<Strike> strikes(int sight) {
    return strikes.stream()
        .filter(held -> (held.sight() & sight) != 0)
        .map(HeldStrike::strike)
        .toList();
  }

  private List<HeldVersion> originals(int sight) {
    return versions.stream()
        .filter(version -> (version.originalFor() & sight) != 0)
        .sorted(
            Comparator.comparing(
                    (HeldVersion version) -> version.expression().date().orElse(LocalDate.MIN))
                .thenComparing(version -> version.expression().document()))
        .toList();
  }

  private static List<Reason> reasons(
      Expression own, List<Expression> all, List<Strike> struck, Timeline timeline) {
    return timeline.changes().stream()
        .flatMap(change ->
            StatusOn.of(own, all, struck, change.day()).reason().stream()
                .map(quote -> new Reason(change.day(), quote)))
        .toList();
  }

  /** Each dated version and the one before it. */
  List<Succession> successions(int sight) {
    List<HeldVersion> dated =
        originals(sight).stream()
            .filter(version -> version.expression().date().isPresent())
            .toList();
    List<Succession> successions = new ArrayList<>();
    for (int i = 1; i < dated.size(); i++) {
      HeldVersion later = dated.get(i);
      HeldVersion former = dated.get(i - 1);
      evidence(later)
          .ifPresent(quote -> successions.add(new Succession(later.doc(), former.doc(), quote)));
    }
    return successions;
  }

  private static Optional<Quote> evidence(HeldVersion later) {
    return later.expression().notes().stream()
        .filter(note -> note.event().amends())
        .max(Comparator.comparing(AmendmentNote::date))
        .map(AmendmentNote::quote)
        .or(later::named);
  }
}
