package wenmai.corpus;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.store.Documents.Place;
import wenmai.corpus.store.Marks;
import wenmai.corpus.store.Session;
import wenmai.corpus.upkeep.Shelf;

/**
 * Summaries that were read lately (摘要缓存). One is kept under the journal number of its document and
 * the revision of all that follows from documents, so what is kept never grows old. Answers are not
 * kept. For many threads.
 */
final class SummaryCache {
  /** Some 10 MB. */
  private static final int MOST = 20_000;

  private final Cache<Key, DocumentSummary> summaries =
      Caffeine.newBuilder().maximumSize(MOST).build();

  private record Key(long doc, long seq, long revision, Audience audience, LocalDate asOf) {}

  /** Summaries of documents that stand at these places; a document that has none is left out. */
  Map<DocumentId, DocumentSummary> get(
      Session session, List<Place> places, Audience audience, LocalDate asOf) {
    long revision = new Marks(session).number(Marks.REVISION);
    Map<DocumentId, DocumentSummary> found = HashMap.newHashMap(places.size());
    Map<DocumentId, Key> missing = new HashMap<>();
    for (Place place : places) {
      Key key = new Key(place.doc(), place.seq(), revision, audience, asOf);
      DocumentSummary known = summaries.getIfPresent(key);
      if (known == null) {
        missing.put(place.id(), key);
      } else {
        found.put(place.id(), known);
      }
    }
    new Shelf(session, audience, asOf)
        .summaries(missing.keySet())
        .forEach(read -> {
          found.put(read.id(), read);
          Optional.ofNullable(missing.get(read.id())).ifPresent(key -> summaries.put(key, read));
        });
    return found;
  }
}
