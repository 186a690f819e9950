package wenmai.corpus;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Status;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.version.ArticleHistory;
import wenmai.corpus.version.VersionStep;

/**
 * What one can ask of a text's standing among others (沿革台): who cites which of its articles, on
 * what it rests and what became of that, what an article said before, which text was in force on a
 * day. Answers are for the reader and the day of the {@link ReadingRoom} it came from.
 */
public interface Lineage {

  /** Every place that cites this document, the latest citing text first; empty without it. */
  Optional<List<CitedBy>> citedBy(DocumentId id);

  /** Its legal bases in the order of the text, each once; empty without the document. */
  Optional<List<Basis>> bases(DocumentId id);

  /**
   * Rules, decisions and opinions whose basis has been amended or repealed since they were made,
   * those with the latest change first.
   */
  List<Shaken> shaken();

  /**
   * An article through the held versions of the work, oldest first; empty where this document has
   * no such article.
   *
   * @param address such as {@code 12}
   */
  List<ArticleHistory.Stand> article(DocumentId id, String address);

  /** Which held version of the same work was in force on a day. */
  Optional<OnDay> inForce(DocumentId id, LocalDate day);

  /**
   * A place that cites.
   *
   * @param article what of this document is cited, where that is said
   * @param evidence the sentence
   */
  record CitedBy(
      DocumentSummary by, EdgeType type, Optional<Provision> article, DocumentQuote evidence) {}

  /**
   * A legal basis, then and now.
   *
   * @param text the version that was meant, as it stands today
   * @param words the sentence that names it
   * @param since what happened to the work after the resting text was made, oldest first
   * @param current the version in force today, where it is held
   */
  record Basis(
      DocumentSummary text,
      Optional<Provision> article,
      DocumentQuote words,
      List<VersionStep> since,
      Optional<DocumentSummary> current) {
    public Basis {
      since = List.copyOf(since);
    }

    public boolean isShaken() {
      return !since.isEmpty();
    }
  }

  /**
   * A document with those of its bases that have changed since.
   *
   * @param bases at least one
   */
  record Shaken(DocumentSummary document, List<Basis> bases) {
    public Shaken {
      bases = List.copyOf(bases);
    }
  }

  /**
   * How a work stood on a day.
   *
   * @param text the held version that was in force; empty where none was, or its text is not held
   * @param own how the document that was asked for stood
   */
  record OnDay(LocalDate day, Optional<DocumentSummary> text, Status own) {}
}
