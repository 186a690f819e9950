package wenmai.corpus.store;

import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.reading.ReadingInput;

/** Reads a text as an official document, as the intake does: {@code DocumentReader::read}. */
@FunctionalInterface
public interface Rereader {
  /** For where nothing is written. */
  Rereader NONE =
      input -> {
        throw new StoreProblem(
            StoreProblem.Reason.OLDER, "a paper would have to be read again, and nothing here can");
      };

  OfficialDocument read(ReadingInput input);
}
