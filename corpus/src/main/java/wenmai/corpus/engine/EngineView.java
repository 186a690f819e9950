package wenmai.corpus.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import wenmai.corpus.document.DocumentId;

/** The index at one moment for one audience (快照). Safe for many threads until it is closed. */
public interface EngineView extends AutoCloseable {

  /** The journal number of the commit this view shows. */
  long journalNumber();

  /** Documents in it. */
  long size();

  /** Loads what every search needs of the index, so that none waits for it within its time. */
  default void prepare(SideValues sides) {}

  EngineAnswer search(EngineRequest request);

  /** Documents that match this and pass the filters, without ranking. */
  Set<DocumentId> matching(EngineQuery query, EngineRequest.Narrowing narrowing, SideValues sides);

  /** A digest of each document's title and text, by which vectors know what they were made of. */
  Map<DocumentId, Long> digests();

  /** The digest of one document; 0 where it is not in the view. */
  long digest(DocumentId id);

  /** Documents with this exact title (as a {@link wenmai.corpus.citation.TitleKey}), by id. */
  List<DocumentId> withTitle(String titleKey);

  /** Documents with this 发文字号 in its official form, by id. */
  List<DocumentId> withNumber(String number);

  /**
   * Documents like this one, best first, itself left out.
   *
   * @param text of the document
   */
  List<Likeness> similar(DocumentId id, String text, int size);

  /** The words a query is cut into, in their order. */
  List<Word> words(String query);

  /** Names that begin as typed, in Chinese, pinyin or initials. */
  List<Completion> complete(String prefix, int size);

  /** Words of this audience's documents that sound or look like this one, most frequent first. */
  List<String> soundAlikes(String word, int size);

  @Override
  void close();

  /**
   * A word of a query.
   *
   * @param start where it stands in the query, in UTF-16 units
   */
  record Word(int start, int end) {}

  /**
   * A document like another.
   *
   * @param words terms both share, weightiest first
   * @param citations titles both cite
   */
  record Likeness(DocumentId id, double score, List<String> words, Set<String> citations) {
    public Likeness {
      words = List.copyOf(words);
      citations = Set.copyOf(citations);
    }
  }

  /**
   * A name that can be completed to.
   *
   * @param type {@code title}, {@code organ} or {@code number}
   */
  record Completion(String text, String type, DocumentId document) {}
}
