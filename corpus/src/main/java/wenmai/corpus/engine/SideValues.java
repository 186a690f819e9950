package wenmai.corpus.engine;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Status;

/**
 * What is known of documents beside their text, for one audience on one day (旁注): it depends on
 * other documents and on dates, and so is not in the index. Immutable; safe for many threads.
 */
public interface SideValues {

  /** Equal versions hold equal values; the engine keeps arrays by it. */
  Object version();

  /** What they were made from, where that is known. */
  default Optional<Former> former() {
    return Optional.empty();
  }

  /**
   * Values from which others differ in a few documents alone.
   *
   * @param version theirs
   * @param changed documents that may have other values since, or have come or gone; {@value #MOST}
   *     at most
   */
  record Former(Object version, List<DocumentId> changed) {
    /** Of more changed documents, taking all values again is quicker. */
    public static final int MOST = 10_000;

    public Former {
      if (changed.size() > MOST) {
        throw new IllegalArgumentException("too many changes to name them: " + changed.size());
      }
      changed = List.copyOf(changed);
    }
  }

  /**
   * Whether anything may be known of a document, told without making its id.
   *
   * @param first64Bits of the id
   */
  default boolean mayKnow(long first64Bits) {
    return true;
  }

  /** Of a document that is not known: {@link Side#UNKNOWN}. Called for every document; be quick. */
  Side of(DocumentId id);

  /** Values where nothing is known of any document. */
  static SideValues none() {
    return new SideValues() {
      @Override
      public Object version() {
        return Side.UNKNOWN;
      }

      @Override
      public Side of(DocumentId id) {
        return Side.UNKNOWN;
      }
    };
  }

  /**
   * @param citedBy documents that cite it, as far as this audience may see them
   * @param duplicateOf the original, where this is a copy
   */
  record Side(Status status, int citedBy, Optional<DocumentId> duplicateOf) {
    public static final Side UNKNOWN = new Side(Status.UNKNOWN, 0, Optional.empty());
  }
}
