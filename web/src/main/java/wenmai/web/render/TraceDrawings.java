package wenmai.web.render;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.trace.Trace;

/**
 * Makes drawings of traces and keeps the latest (溯源图): laying one out takes far longer than all
 * else on its page, and what is kept is found by all that it shows, so that it can never be an old
 * one or one that was drawn for somebody who may see more.
 */
public final class TraceDrawings {
  private static final int KEPT = 500;

  private final Cache<TraceGraph, Markup> drawn = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final Messages messages;

  /**
   * A drawing.
   *
   * @param groups how many boxes of it hold several papers
   */
  public record Drawing(Markup svg, int groups) {}

  public TraceDrawings(Messages messages) {
    this.messages = messages;
  }

  public Drawing of(DocumentId self, Trace trace, TraceGraph.Naming naming) {
    TraceGraph graph = TraceGraph.of(self, trace, naming, messages);
    Markup svg = drawn.get(graph, any -> TraceDrawing.of(graph, messages.get("trace.graph")));
    return new Drawing(svg, graph.groups());
  }
}
