package wenmai.corpus.trace;

import java.util.List;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.search.DocumentSummary;

/**
 * The neighbourhood of a document: everything within so many steps of it, and the links among
 * these.
 *
 * @param nodes the document itself first, the others by id
 * @param edges sorted by from, to, type, place of evidence
 */
public record Trace(List<DocumentSummary> nodes, List<Edge> edges) {
  public Trace {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A link.
   *
   * @param evidence the sentence that proves it; the quotation is exactly the text at its offsets
   *     in the document it names
   */
  public record Edge(DocumentId from, DocumentId to, EdgeType type, DocumentQuote evidence) {}
}
