package wenmai.corpus;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.upkeep.Shelf;
import wenmai.corpus.upkeep.Sides;

/** What searching asks of the records, for one reader's audience and day. */
record StoredLookup(Depot depot, Sides sides, TextCache texts, Audience audience, LocalDate asOf)
    implements DocumentLookup {

  @Override
  public Map<DocumentId, DocumentSummary> summaries(Collection<DocumentId> ids) {
    Map<DocumentId, DocumentSummary> summaries = LinkedHashMap.newLinkedHashMap(ids.size());
    depot
        .read(session -> new Shelf(session, audience, asOf).summaries(ids))
        .forEach(summary -> summaries.put(summary.id(), summary));
    return summaries;
  }

  @Override
  public Map<DocumentId, StoredText> texts(Collection<DocumentId> ids) {
    return depot.read(session -> {
      Documents documents = new Documents(session);
      Map<DocumentId, StoredText> found = HashMap.newHashMap(ids.size());
      documents
          .places(ids, audience)
          .forEach(place -> found.put(place.id(), texts.get(documents, place)));
      return found;
    });
  }

  @Override
  public SideValues sideValues() {
    return sides.of(audience, asOf);
  }
}
