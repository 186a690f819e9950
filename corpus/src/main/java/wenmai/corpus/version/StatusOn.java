package wenmai.corpus.version;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Status;
import wenmai.corpus.version.Strike.Act;

/**
 * Whether a version is in force on a day, and why (时效及其理由): from its own days, from later versions
 * of its work, and from the texts that amend or repeal it. Computed when asked, never stored.
 *
 * @param day the day asked for
 * @param since the day from which this has been so, where it is known
 * @param reason the sentence of another text that decides, where one does
 * @param by the text that decides: the later version, or the one that strikes
 */
public record StatusOn(
    Status status,
    LocalDate day,
    Optional<LocalDate> since,
    Optional<DocumentQuote> reason,
    Optional<DocumentId> by) {

  /**
   * @param versions all held versions of the work, {@code version} among them
   * @param strikes what other texts do to the work; those that made {@code version} itself or are
   *     older are passed over
   */
  public static StatusOn of(
      Expression version, List<Expression> versions, List<Strike> strikes, LocalDate day) {
    if (!version.kind().binds()) {
      return plain(Status.UNKNOWN, day, Optional.empty());
    }
    Optional<StatusOn> repealed = repealed(version, strikes, day);
    if (repealed.isPresent()) {
      return repealed.get();
    }
    if (version.from().filter(from -> from.isAfter(day)).isPresent()) {
      return plain(Status.NOT_YET_IN_FORCE, day, Optional.empty());
    }
    return replaced(version, versions, day)
        .or(() -> amended(version, strikes, day))
        .orElseGet(() ->
            version.from().isPresent()
                ? plain(Status.IN_FORCE, day, version.from())
                : plain(Status.UNKNOWN, day, Optional.empty()));
  }

  /** The version of a work in force on a day, where one is held and its days are known. */
  public static Optional<Expression> inForce(List<Expression> versions, LocalDate day) {
    return versions.stream()
        .filter(version -> version.from().filter(from -> !from.isAfter(day)).isPresent())
        .filter(version -> version.lapses().filter(lapses -> !lapses.isAfter(day)).isEmpty())
        .max(
            Comparator.comparing((Expression version) -> version.from().orElseThrow())
                .thenComparing(Expression::document));
  }

  private static StatusOn plain(Status status, LocalDate day, Optional<LocalDate> since) {
    return new StatusOn(status, day, since, Optional.empty(), Optional.empty());
  }

  private static Optional<StatusOn> repealed(
      Expression version, List<Strike> strikes, LocalDate day) {
    Optional<StatusOn> lapsed =
        version
            .lapse()
            .filter(lapse -> !lapse.from().isAfter(day))
            .map(lapse -> lapsed(version, lapse, day));
    return lapsed.isPresent()
        ? lapsed
        : first(version, strikes, Act.REPEALS, day)
            .map(strike -> struck(Status.REPEALED, strike, day));
  }

  /** 有效期五年: its own words end it. */
  private static StatusOn lapsed(Expression version, Lapse lapse, LocalDate day) {
    Optional<DocumentQuote> words =
        Optional.of(lapse.quote())
            .filter(quote -> !quote.words().isEmpty())
            .map(quote -> new DocumentQuote(version.document(), quote));
    return new StatusOn(Status.REPEALED, day, Optional.of(lapse.from()), words, Optional.empty());
  }

  private static Optional<StatusOn> replaced(
      Expression version, List<Expression> versions, LocalDate day) {
    if (version.from().isEmpty()) {
      return Optional.empty();
    }
    return versions.stream()
        .filter(other -> !other.document().equals(version.document()))
        .filter(other -> other.from().filter(version.from().get()::isBefore).isPresent())
        .filter(other -> !other.from().orElseThrow().isAfter(day))
        .min(
            Comparator.comparing((Expression other) -> other.from().orElseThrow())
                .thenComparing(Expression::document))
        .map(other ->
            new StatusOn(
                Status.AMENDED, day, other.from(), lastNote(other), Optional.of(other.document())));
  }

  /** The note under the later version's title that tells of the amendment. */
  private static Optional<DocumentQuote> lastNote(Expression later) {
    return later.notes().stream()
        .filter(note -> note.event().amends() || note.event() == AmendmentEvent.ADOPTED)
        .max(Comparator.comparing(AmendmentNote::date))
        .map(note -> new DocumentQuote(later.document(), note.quote()));
  }

  private static Optional<StatusOn> amended(
      Expression version, List<Strike> strikes, LocalDate day) {
    return first(version, strikes, Act.AMENDS, day)
        .map(strike -> struck(Status.AMENDED, strike, day));
  }

  private static Optional<Strike> first(
      Expression version, List<Strike> strikes, Act act, LocalDate day) {
    return strikes.stream()
        .filter(strike -> strike.act() == act)
        .filter(strike -> !strike.quote().document().equals(version.document()))
        .filter(strike -> strike.effective().filter(from -> !from.isAfter(day)).isPresent())
        .filter(
            strike -> version.date().filter(strike.effective().orElseThrow()::isAfter).isPresent())
        .min(
            Comparator.comparing((Strike strike) -> strike.effective().orElseThrow())
                .thenComparing(strike -> strike.quote().document()));
  }

  private static StatusOn struck(Status status, Strike strike, LocalDate day) {
    return new StatusOn(
        status,
        day,
        strike.effective(),
        Optional.of(strike.quote()),
        Optional.of(strike.quote().document()));
  }
}
