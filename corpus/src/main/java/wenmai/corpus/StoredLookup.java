package wenmai.corpus;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Session;

/** What searching asks of the records, for one reader's audience and day. */
record StoredLookup(
    Depot depot, Supplier<SideValues> sides, Caches caches, Audience audience, LocalDate asOf)
    implements DocumentLookup {

  static StoredLookup in(StoredRoom.Collection collection, Audience audience, LocalDate asOf) {
    return new StoredLookup(
        collection.depot(),
        () -> collection.sides().of(audience, asOf),
        collection.caches(),
        audience,
        asOf);
  }

  /** What was read lately, for all readers. */
  record Caches(TextCache texts, SummaryCache summaries) {
    static Caches over(Depot depot) {
      return new Caches(new TextCache(depot), new SummaryCache());
    }
  }

  @Override
  public Map<DocumentId, DocumentSummary> summaries(Collection<DocumentId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : depot.read(session -> summaries(session, places(session, ids)));
  }

  @Override
  public Map<DocumentId, StoredText> texts(Collection<DocumentId> ids) {
    return ids.isEmpty() ? Map.of() : depot.read(session -> texts(session, places(session, ids)));
  }

  @Override
  public Map<DocumentId, Shown> shown(Collection<DocumentId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return depot.read(session -> {
      List<Documents.Place> places = places(session, ids);
      Map<DocumentId, StoredText> texts = texts(session, places);
      Map<DocumentId, Shown> shown = HashMap.newHashMap(places.size());
      summaries(session, places)
          .forEach((id, summary) ->
              Optional.ofNullable(texts.get(id))
                  .ifPresent(text -> shown.put(id, new Shown(summary, text))));
      return shown;
    });
  }

  private List<Documents.Place> places(Session session, Collection<DocumentId> ids) {
    return new Documents(session).places(ids, audience);
  }

  private Map<DocumentId, DocumentSummary> summaries(
      Session session, List<Documents.Place> places) {
    return caches.summaries().get(session, places, audience, asOf);
  }

  private Map<DocumentId, StoredText> texts(Session session, List<Documents.Place> places) {
    Documents documents = new Documents(session);
    Map<DocumentId, StoredText> found = HashMap.newHashMap(places.size());
    places.forEach(place -> found.put(place.id(), caches.texts().get(documents, place)));
    return found;
  }

  @Override
  public SideValues sideValues() {
    return sides.get();
  }

  /** The same with these side values, whatever changes meanwhile. */
  StoredLookup with(SideValues values) {
    return new StoredLookup(depot, () -> values, caches, audience, asOf);
  }
}
