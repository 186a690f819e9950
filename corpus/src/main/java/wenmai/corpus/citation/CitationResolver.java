package wenmai.corpus.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.citation.Catalogue.Entry;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;

/**
 * Says which documents a text's citations mean, on the day the text was made (引用解析). Resolves only
 * where one candidate is left; otherwise keeps the candidates. A pure function of the document and
 * what the catalogue answers.
 */
public final class CitationResolver {

  /** One resolution for each citation, in their order. */
  public List<Resolution> resolve(OfficialDocument citing, Catalogue catalogue) {
    List<Resolution> resolutions = new ArrayList<>(citing.content().citations().size());
    for (Citation citation : citing.content().citations()) {
      resolutions.add(resolve(citation, citing, catalogue));
    }
    return resolutions;
  }

  private static Resolution resolve(
      Citation citation, OfficialDocument citing, Catalogue catalogue) {
    if (pointsAtItself(citation, citing)) {
      return new Resolution.Resolved(citation, citing.id());
    }
    List<Entry> found = new ArrayList<>();
    if (citation.number().filter(number -> !number.isSerialOnly()).isPresent()) {
      found.addAll(catalogue.withNumber(citation.number().get()));
    }
    if (found.isEmpty() && citation.title().isPresent()) {
      found.addAll(byTitle(citation.title().get(), citing.facts(), catalogue));
    }
    if (found.size() > 1) {
      found.removeIf(entry -> entry.id().equals(citing.id()));
    }
    List<Entry> left = narrowed(found, citation, citing.facts());
    return switch (left.size()) {
      case 0 -> new Resolution.Wanted(citation);
      case 1 -> new Resolution.Resolved(citation, left.getFirst().id());
      default -> new Resolution.Ambiguous(citation, ids(left));
    };
  }

  private static boolean pointsAtItself(Citation citation, OfficialDocument citing) {
    boolean byPosition =
        citation.type() == CitationType.SELF || citation.type() == CitationType.RELATIVE;
    if (!byPosition) {
      return false;
    }
    if (citation.title().isEmpty()) {
      return citation.number().isEmpty();
    }
    return citing.facts().value(FactKey.TITLE).filter(citation.title().get()::equals).isPresent();
  }

  /** By the title as it is; else with the name of the citing region before it. */
  private static List<Entry> byTitle(String title, Facts facts, Catalogue catalogue) {
    List<Entry> exact = catalogue.withTitle(TitleKey.of(title));
    if (!exact.isEmpty()) {
      return exact;
    }
    List<String> path = facts.value(FactKey.REGION).map(Region::path).orElse(List.of());
    for (int i = path.size() - 1; i >= 0; i--) {
      List<Entry> local = catalogue.withTitle(TitleKey.of(path.get(i) + title));
      if (!local.isEmpty()) {
        return local;
      }
    }
    return List.of();
  }

  private static List<Entry> narrowed(List<Entry> found, Citation citation, Facts citing) {
    List<Entry> left = found;
    if (citation.title().isPresent()) {
      left = preferSameOrgan(left, citation.title().get());
    }
    left = preferSameRegion(left, citing);
    return inForceThen(left, citing);
  }

  /** Where the citation names the organ in the title, entries of another organ are out. */
  private static List<Entry> preferSameOrgan(List<Entry> entries, String title) {
    Optional<String> named = TitleKey.organOf(title);
    if (named.isEmpty()) {
      return entries;
    }
    return entries.stream()
        .filter(entry -> {
          Optional<String> own =
              TitleKey.organOf(entry.title()).or(() -> entry.organ().map(Organ::name));
          return own.isEmpty() || TitleKey.sameOrgan(named.get(), own.get());
        })
        .toList();
  }

  private static List<Entry> preferSameRegion(List<Entry> entries, Facts citing) {
    if (entries.size() < 2) {
      return entries;
    }
    Optional<Region> region = citing.value(FactKey.REGION);
    List<Entry> same =
        entries.stream()
            .filter(entry -> region.isPresent() && entry.region().equals(region))
            .toList();
    return same.isEmpty() ? entries : same;
  }

  /** Of several versions of one title the last that was there on the day of the citing text. */
  private static List<Entry> inForceThen(List<Entry> entries, Facts citing) {
    if (entries.size() < 2 || citing.value(FactKey.DATE).isEmpty()) {
      return entries;
    }
    var day = citing.value(FactKey.DATE).get();
    if (entries.stream().anyMatch(entry -> entry.date().isEmpty())) {
      return entries;
    }
    List<Entry> past =
        entries.stream().filter(entry -> !entry.date().orElseThrow().isAfter(day)).toList();
    if (past.isEmpty()) {
      return entries;
    }
    var latest =
        past.stream()
            .map(entry -> entry.date().orElseThrow())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return past.stream().filter(entry -> entry.date().orElseThrow().equals(latest)).toList();
  }

  private static List<DocumentId> ids(List<Entry> entries) {
    return entries.stream().map(Entry::id).sorted().toList();
  }
}
