package wenmai.corpus;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Status;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.trace.Trace;

/**
 * A document with all that depends on other documents and on the day.
 *
 * @param resolutions what each citation means, in the order of {@code
 *     document.content().citations()}
 * @param citedBy links that lead here
 * @param versions the versions of the same work, oldest first, this one among them
 * @param matters ids of the matters it is part of
 */
public record DocumentView(
    OfficialDocument document,
    Status status,
    Optional<DocumentQuote> statusReason,
    Optional<DocumentId> duplicateOf,
    List<DocumentSummary> copies,
    List<DocumentId> children,
    List<Resolution> resolutions,
    List<Trace.Edge> citedBy,
    List<Version> versions,
    List<String> matters) {
  public DocumentView {
    copies = List.copyOf(copies);
    children = List.copyOf(children);
    resolutions = List.copyOf(resolutions);
    citedBy = List.copyOf(citedBy);
    versions = List.copyOf(versions);
    matters = List.copyOf(matters);
  }

  /**
   * One version (Expression, 文本版本) of a work.
   *
   * @param event 通过, 修正, 修订, 废止 …
   * @param document the text of that version, where it is held
   * @param evidence the note that tells of it
   */
  public record Version(
      Optional<LocalDate> date,
      String event,
      Optional<String> by,
      Optional<DocumentId> document,
      Optional<DocumentQuote> evidence) {}
}
