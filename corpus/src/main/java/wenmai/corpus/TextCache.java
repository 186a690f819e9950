package wenmai.corpus;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import wenmai.corpus.engine.DocumentLookup.StoredText;
import wenmai.corpus.record.Wording;
import wenmai.corpus.store.Documents;

/**
 * Texts that were read lately (正文缓存), unpacked, for the snippets of the next search: a record is
 * written once a journal number, so what is kept under that number never grows old. Answers are not
 * kept. For many threads.
 */
final class TextCache {
  /** Some 40 MB, however many papers there are. */
  private static final int MOST_CHARACTERS = 20_000_000;

  /** What a text without characters and a division of an outline weigh, in characters. */
  private static final int FIXED = 64;

  private final Cache<Key, StoredText> texts =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .<Key, StoredText>weigher(
              (key, text) -> FIXED * (1 + text.outline().divisions().size()) + text.text().length())
          .build();

  private record Key(long doc, long seq) {}

  StoredText get(Documents documents, Documents.Place place) {
    return texts.get(
        new Key(place.doc(), place.seq()),
        key -> {
          Wording wording = documents.wording(key.doc());
          return new StoredText(wording.text(), wording.outline(), wording.pages());
        });
  }
}
