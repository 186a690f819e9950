package wenmai.corpus.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;

/**
 * Vectors of passages (段落向量), one store a visibility, kept beside the index and filled after it:
 * words are searchable before meanings are. One writer at a time; searching is for many threads.
 */
public interface PassageVectors extends AutoCloseable {

  /**
   * Which documents have vectors, and the digest of the text they were made of; as of the last
   * {@link #commit}.
   */
  Map<DocumentId, Long> digests(Visibility visibility);

  /**
   * Makes ready to put vectors in; whoever has done so keeps others out until it closes.
   *
   * @return false where another process is the one
   */
  boolean claim();

  /** Puts a document's vectors in, in place of those it had. */
  void put(Visibility visibility, DocumentId document, long digest, List<PassageVector> vectors);

  void remove(Visibility visibility, DocumentId document);

  /** Makes what was put and removed durable and findable. */
  void commit();

  /** Lets searches see what another process has committed. */
  boolean refresh();

  /** Passages whose vectors this audience may see. */
  long size(Audience audience);

  /**
   * The nearest passages, nearest first, ties by document and place. Under 100,000 passages every
   * one is compared; above that the search is approximate.
   *
   * @param question of length 1
   */
  List<Nearby> nearest(Audience audience, float[] question, int most, Predicate<DocumentId> wanted);

  @Override
  void close();

  /**
   * A vector and where the passage begins.
   *
   * @param start in UTF-16 units of the document's text
   * @param vector of length 1
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, not compared
  record PassageVector(int start, float[] vector) {}

  /**
   * A passage near a question.
   *
   * @param similarity cosine, from -1 to 1
   */
  record Nearby(DocumentId document, int start, double similarity) {}
}
