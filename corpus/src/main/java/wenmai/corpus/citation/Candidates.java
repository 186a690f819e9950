package wenmai.corpus.citation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import wenmai.corpus.citation.Catalogue.Entry;
import wenmai.corpus.citation.CitationResolver.Citing;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;

/**
 * Chooses among the documents that a citation may mean, from the point of view of one citing text:
 * first drops those it cannot mean, then prefers what stands nearer, and never decides by chance.
 */
final class Candidates {
  /** A report is often dated some days after the meeting whose papers already cite it. */
  private static final int DAYS_AHEAD = 45;

  /** What is known by a serial alone (第3号公告) is cited while its congress still sits. */
  private static final int SERIAL_MONTHS = 18;

  private final Citing citing;

  Candidates(Citing citing) {
    this.citing = citing;
  }

  List<Entry> left(Citation citation, List<Entry> found) {
    List<Entry> left = found.size() < 2 ? found : without(found, citing.id()::equals);
    left = left.stream().filter(entry -> isPossible(citation, entry)).toList();
    left = prefer(left, entry -> sameWords(citation, entry));
    left = prefer(left, this::sameRegion);
    left = prefer(left, entry -> !elsewhere(entry));
    return inForceThen(left);
  }

  private static List<Entry> without(List<Entry> entries, Predicate<DocumentId> unwanted) {
    return entries.stream().filter(entry -> !unwanted.test(entry.id())).toList();
  }

  /** Those for which it holds, if there are any; else all. */
  private static List<Entry> prefer(List<Entry> entries, Predicate<Entry> better) {
    if (entries.size() < 2) {
      return entries;
    }
    List<Entry> preferred = entries.stream().filter(better).toList();
    return preferred.isEmpty() ? entries : preferred;
  }

  private boolean isPossible(Citation citation, Entry entry) {
    if (entry.id().equals(citing.id())) {
      return citation.title().isPresent();
    }
    boolean byFullNumber = citation.number().filter(number -> !number.isSerialOnly()).isPresent();
    if (byFullNumber && entry.number().equals(citation.number())) {
      return true;
    }
    if (isLater(entry) || !organFits(citation, entry) || !serialFits(citation, entry)) {
      return false;
    }
    boolean namesNoPlace =
        citation.title().filter(title -> TitleKey.organOf(title).isEmpty()).isPresent()
            && (citation.title().filter(title -> title.startsWith("关于")).isPresent()
                || entry.title().startsWith("关于"));
    return !(namesNoPlace && elsewhere(entry));
  }

  /** A text cannot cite what was not there; of a law it may mean a version that is not held. */
  private boolean isLater(Entry entry) {
    return !entry.kind().isNorm()
        && citing.date().isPresent()
        && entry.date().isPresent()
        && entry.date().get().isAfter(citing.date().get().plusDays(DAYS_AHEAD));
  }

  /** Where the citation names an organ in the title, papers of another organ are out. */
  private static boolean organFits(Citation citation, Entry entry) {
    Optional<String> named = citation.title().flatMap(TitleKey::organOf);
    if (named.isEmpty()) {
      return true;
    }
    Optional<String> own = TitleKey.organOf(entry.title()).or(() -> entry.organ().map(Organ::name));
    return own.isEmpty()
        || TitleKey.sameOrgan(named.get(), own.get())
        || entry.organ().filter(organ -> TitleKey.sameOrgan(named.get(), organ.name())).isPresent();
  }

  /** A serial alone means nothing in another place or another year. */
  private boolean serialFits(Citation citation, Entry entry) {
    if (citation.number().filter(number -> number.isSerialOnly()).isEmpty()) {
      return true;
    }
    if (citation.title().isPresent()) {
      return entry.number().isEmpty()
          || !entry.number().get().isSerialOnly()
          || entry.number().equals(citation.number());
    }
    return sameRegion(entry)
        && citing.date().isPresent()
        && entry.date().isPresent()
        && !entry.date().get().isAfter(citing.date().get())
        && !entry.date().get().isBefore(citing.date().get().minusMonths(SERIAL_MONTHS))
        && SerialKind.fits(citation.place().words(), entry);
  }

  private static boolean sameWords(Citation citation, Entry entry) {
    return citation.title().filter(title -> TitleKey.sameWords(title, entry.title())).isPresent();
  }

  private boolean sameRegion(Entry entry) {
    return citing.region().isPresent()
        && entry.region().isPresent()
        && citing.region().get().name().equals(entry.region().get().name());
  }

  /** Of a place that neither holds the citing text's place nor lies in it. */
  private boolean elsewhere(Entry entry) {
    if (citing.region().isEmpty() || entry.region().isEmpty()) {
      return false;
    }
    List<String> here = citing.region().get().path();
    List<String> there = entry.region().get().path();
    if (isNational(entry.region().get()) || isNational(citing.region().get())) {
      return false;
    }
    if (here.size() == 1 || there.size() == 1) {
      return false; // what lies above one of them is not known
    }
    int common = Math.min(here.size(), there.size());
    return !here.subList(0, common).equals(there.subList(0, common));
  }

  private static boolean isNational(Region region) {
    return region.name().equals("全国");
  }

  /** Of several versions of one title the last that was in force on the day of the citing text. */
  private List<Entry> inForceThen(List<Entry> entries) {
    if (entries.size() < 2 || citing.date().isEmpty()) {
      return entries;
    }
    if (entries.stream().anyMatch(entry -> from(entry).isEmpty())) {
      return entries;
    }
    LocalDate day = citing.date().get();
    List<Entry> past =
        entries.stream().filter(entry -> !from(entry).orElseThrow().isAfter(day)).toList();
    Comparator<Entry> byStart = Comparator.comparing(entry -> from(entry).orElseThrow());
    LocalDate chosen =
        past.isEmpty()
            ? from(entries.stream().min(byStart).orElseThrow()).orElseThrow()
            : from(past.stream().max(byStart).orElseThrow()).orElseThrow();
    return entries.stream().filter(entry -> from(entry).orElseThrow().equals(chosen)).toList();
  }

  /** Since when a version counts: in force where that is known and not before it was made. */
  private static Optional<LocalDate> from(Entry entry) {
    boolean later =
        entry.effective().isPresent()
            && (entry.date().isEmpty() || entry.effective().get().isAfter(entry.date().get()));
    return later ? entry.effective() : entry.date();
  }
}
