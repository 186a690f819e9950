package wenmai.corpus.store;

import java.util.Optional;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.record.PaperRecord;

/**
 * A paper ready to be written: everything that takes time has been done, beside the writer's
 * thread.
 *
 * @param document as it was read
 * @param json its record's compressed bytes
 * @param original hash of the bytes that are held for it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to disk, which nobody changes
public record PreparedPaper(OfficialDocument document, byte[] json, Optional<String> original) {

  public static PreparedPaper of(PaperRecord record, Optional<String> original) {
    return new PreparedPaper(record.document(), record.compressed(), original);
  }

  byte[] hash() {
    return Originals.sha256().digest(json);
  }
}
