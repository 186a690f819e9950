package wenmai.corpus.engine;

import java.util.Optional;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;

/**
 * Holds the searchable form of the documents (索引), one index a {@link
 * wenmai.corpus.document.Visibility}: the public asks the public one, staff both together, so that
 * nothing hidden weighs in a score or a count. One writer at a time; views are for many threads.
 */
public interface Engine extends AutoCloseable {

  /**
   * Puts a document in, in place of an earlier one of the same id, whatever that one's visibility
   * was. Visible to views after {@link #commit}. May be called by several threads.
   */
  void put(IndexableDocument document);

  /** Takes a document out; one that is not there stays not there. */
  void remove(DocumentId id);

  /**
   * Makes everything put and removed so far durable and visible, together with the last number of
   * the journal that it holds.
   */
  void commit(long journalNumber);

  /** The journal number of the last commit; 0 for a new index. */
  long journalNumber();

  /**
   * What this engine makes an index with: versions and hashes of analysis, lexicon and fields. An
   * index written with another one is to be rebuilt.
   */
  String fingerprint();

  /** What the index on disk was made with; empty for a new one. */
  Optional<String> writtenWith();

  /**
   * Looks whether another process has committed, and lets views opened from now on see it.
   *
   * @return whether there was something new
   */
  boolean refresh();

  /**
   * The index as it is now, for one audience. The caller closes it.
   *
   * @param deadline after which it answers with {@link wenmai.corpus.search.QueryFault#TOO_SLOW}
   *     alone
   */
  EngineView view(Audience audience, Deadline deadline);

  /** The same without a deadline. */
  default EngineView view(Audience audience) {
    return view(audience, Deadline.none());
  }

  /** Closes without committing. */
  @Override
  void close();
}
