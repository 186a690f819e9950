package wenmai.corpus;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wenmai.corpus.ReadingRoom.MatterPage;
import wenmai.corpus.ReadingRoom.MatterRequest;
import wenmai.corpus.document.Organ;
import wenmai.corpus.matter.Matter;

/** Narrows the ledger (台账筛选): the latest first. */
record MatterSearch(MatterRequest request) {

  MatterPage page(List<Matter> all) {
    List<Matter> wanted =
        all.stream()
            .filter(this::fits)
            .sorted(
                Comparator.comparing(
                        (Matter matter) -> matter.opened().orElse(LocalDate.MIN),
                        Comparator.reverseOrder())
                    .thenComparing(Matter::id))
            .toList();
    long from = Math.min(wanted.size(), (request.page() - 1L) * request.size());
    long to = Math.min(wanted.size(), from + request.size());
    return new MatterPage(wanted.size(), wanted.subList((int) from, (int) to));
  }

  private boolean fits(Matter matter) {
    return is(request.type(), matter.type())
        && is(request.status(), matter.status())
        && (request.organ().isEmpty() || request.organ().equals(matter.organ().map(Organ::name)))
        && (request.year().isEmpty()
            || request.year().equals(matter.opened().map(LocalDate::getYear)))
        && request.outcome().stream().allMatch(it -> it.fits(matter.outcomes()))
        && saysAll(matter);
  }

  private static <T> boolean is(Optional<T> wanted, T value) {
    return wanted.isEmpty() || wanted.get().equals(value);
  }

  private boolean saysAll(Matter matter) {
    String subject = matter.subject().toLowerCase(Locale.ROOT);
    for (String word : request.query().toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
      if (!subject.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
