package wenmai.corpus;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.ReadingRoom.MatterRequest;
import wenmai.corpus.matter.MatterGist;
import wenmai.corpus.upkeep.Matters;

/** Narrows the ledger (台账筛选): the latest first. */
record MatterSearch(MatterRequest request, LocalDate asOf) {
  private static final Comparator<Matters.Line> LATEST_FIRST =
      Comparator.comparing(
              (Matters.Line line) -> line.gist().opened().orElse(LocalDate.MIN),
              Comparator.reverseOrder())
          .thenComparing(line -> line.gist().id());

  List<Matters.Line> narrow(List<Matters.Line> all) {
    return all.stream().filter(line -> fits(line.gist())).sorted(LATEST_FIRST).toList();
  }

  private boolean fits(MatterGist matter) {
    return isOneOf(request.types(), Optional.of(matter.type()))
        && isOneOf(request.organs(), matter.standing().organ())
        && isOneOf(request.years(), matter.opened().map(LocalDate::getYear))
        && (request.outcomes().isEmpty()
            || request.outcomes().stream().anyMatch(matter.standing().results()::contains))
        && (request.statuses().isEmpty()
            || request.statuses().contains(matter.standing().status(asOf)))
        && saysAll(matter);
  }

  /** One of several will do; where none is asked for, any. */
  private static <T> boolean isOneOf(Set<T> wanted, Optional<T> value) {
    return wanted.isEmpty() || value.filter(wanted::contains).isPresent();
  }

  private boolean saysAll(MatterGist matter) {
    String subject = matter.subject().toLowerCase(Locale.ROOT);
    for (String word : request.query().toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
      if (!subject.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
