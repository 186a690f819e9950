package wenmai.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wenmai.corpus.trace.Trace;

/** The answer of {@code GET /api/v1/documents/{id}/trace}, as the contract prints it. */
public record TraceAnswer(List<Node> nodes, List<Edge> edges) {

  /** A document. */
  public record Node(String id, @Nullable String title, String kind, @Nullable String date) {}

  /** A link with its proof. */
  public record Edge(String from, String to, String type, Evidence evidence) {}

  /** Words of a document, with their place in code points. */
  public record Evidence(String document, int start, int end, String quote) {}

  public static TraceAnswer of(Trace trace) {
    return new TraceAnswer(
        trace.nodes().stream()
            .map(n ->
                new Node(
                    n.id().value(),
                    n.title().orElse(null),
                    n.kind().key(),
                    n.date().map(Object::toString).orElse(null)))
            .toList(),
        trace.edges().stream().map(TraceAnswer::edge).toList());
  }

  private static Edge edge(Trace.Edge edge) {
    var quote = edge.evidence().quote();
    return new Edge(
        edge.from().value(),
        edge.to().value(),
        edge.type().key(),
        new Evidence(
            edge.evidence().document().value(),
            quote.span().start(),
            quote.span().end(),
            quote.words()));
  }
}
