package wenmai.corpus.upkeep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import wenmai.corpus.citation.Catalogue;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Organ;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Row;

/**
 * The catalogue (目录) as the tables have it. Answers are kept, so one of these serves as long as no
 * document changes; for many threads.
 */
final class StoredCatalogue {
  /** Entries kept, counted over all answers: 100 MB of them, or a thirty-second of the memory. */
  private static final long KEPT_ENTRIES =
      Math.min(200_000, Runtime.getRuntime().maxMemory() / 32 / 512);

  private static final String QUERY =
      "SELECT "
          + DocumentRow.COLUMNS
          + ", coalesce((SELECT sum(audience) FROM copy p WHERE p.doc = d.doc), 0)"
          + " FROM catalogue c JOIN document d ON d.doc = c.doc"
          + " WHERE c.key = ? AND d.held = 1";

  private final Depot depot;
  private final Cache<CatalogueKey, List<Found>> answers =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_ENTRIES)
          .weigher((CatalogueKey key, List<Found> found) -> 1 + found.size())
          .build();

  StoredCatalogue(Depot depot) {
    this.depot = depot;
  }

  /**
   * @param sight for whom it is in the catalogue: there and no copy
   */
  private record Found(Catalogue.Entry entry, int sight) {}

  private List<Found> found(CatalogueKey key, Predicate<Catalogue.Entry> really) {
    return answers.get(
        key,
        asked ->
            depot.read(session ->
                session.list(QUERY, StoredCatalogue::found, asked.hash()).stream()
                    .filter(found -> really.test(found.entry()))
                    .sorted(Comparator.comparing(found -> found.entry().id()))
                    .toList()));
  }

  private static Found found(Row columns) {
    DocumentRow row = DocumentRow.read(columns);
    int copyFor = columns.integer(DocumentRow.COLUMN_COUNT + 1);
    return new Found(
        new Catalogue.Entry(
            row.id(),
            row.title().orElse(""),
            row.kind(),
            row.number(),
            row.organ(),
            row.region(),
            row.session(),
            row.date(),
            row.effective()),
        Sight.of(row.visibility()) & ~copyFor);
  }

  /** The catalogue for one document's citations; remembers what was asked. */
  Asking asking(int sight) {
    return new Asking(sight);
  }

  /** Answers for one audience and remembers the questions. For one thread. */
  final class Asking implements Catalogue {
    private final int sight;
    private final Set<CatalogueKey> asked = new HashSet<>();
    private boolean differs;

    private Asking(int sight) {
      this.sight = sight;
    }

    @Override
    public List<Entry> withTitle(TitleKey key) {
      return entries(CatalogueKey.title(key), entry -> TitleKey.of(entry.title()).equals(key));
    }

    @Override
    public List<Entry> withNumber(DocumentNumber number) {
      return entries(
          CatalogueKey.number(number), entry -> entry.number().filter(number::equals).isPresent());
    }

    @Override
    public List<Entry> ofSession(Organ organ, CongressSession session) {
      return entries(
          CatalogueKey.session(organ, session),
          entry ->
              entry.organ().filter(organ::equals).isPresent()
                  && entry.session().filter(session::equals).isPresent());
    }

    private List<Entry> entries(CatalogueKey key, Predicate<Entry> really) {
      asked.add(key);
      List<Found> all = found(key, really);
      differs |= all.stream().anyMatch(each -> each.sight() != 0 && each.sight() != Sight.BOTH);
      return all.stream().filter(each -> (each.sight() & sight) != 0).map(Found::entry).toList();
    }

    Set<CatalogueKey> asked() {
      return asked;
    }

    /** Whether another audience may have had other answers. */
    boolean differsByAudience() {
      return differs;
    }
  }
}
