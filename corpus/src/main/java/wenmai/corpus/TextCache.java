package wenmai.corpus;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.engine.DocumentLookup.StoredText;
import wenmai.corpus.record.RecordProblem;
import wenmai.corpus.record.Wording;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.structure.Outline;

/**
 * Texts that were read lately (正文缓存), unpacked, for the snippets of the next search: a record is
 * written once a journal number, so what is kept under that number never grows old. Answers are not
 * kept. For many threads.
 */
final class TextCache {
  /** The part of the heap that texts may take, at two bytes a character. */
  private static final int SHARE = 16;

  private static final Logger LOG = LoggerFactory.getLogger(TextCache.class);

  /** What a text without characters weighs, in characters. */
  private static final int FIXED = 64;

  private final Depot depot;
  private final Cache<Key, StoredText> texts =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE / Character.BYTES)
          .<Key, StoredText>weigher((key, text) -> FIXED + text.text().length())
          .build();

  TextCache(Depot depot) {
    this.depot = depot;
  }

  private record Key(long doc, long seq) {}

  /** Of a record that is not whole, nothing: one of them must not keep a search from answering. */
  StoredText get(Documents documents, Documents.Place place) {
    try {
      return kept(documents, place);
    } catch (RecordProblem damaged) {
      LOG.error("the record of {} cannot be read", place.id(), damaged);
      return StoredText.of("", List.of(), Outline::none);
    }
  }

  private StoredText kept(Documents documents, Documents.Place place) {
    return texts.get(
        new Key(place.doc(), place.seq()),
        key -> {
          Wording read = documents.text(key.doc());
          return StoredText.of(read.text(), read.pages(), () -> outline(key.doc(), read.text()));
        });
  }

  /** None where the record has been written anew meanwhile. */
  private Outline outline(long doc, String text) {
    Wording wording = depot.read(session -> new Documents(session).wording(doc));
    return wording.text().equals(text) ? wording.outline() : Outline.none();
  }
}
