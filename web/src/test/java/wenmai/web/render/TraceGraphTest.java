package wenmai.web.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Status;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace;

class TraceGraphTest {
  private final Messages messages = Messages.load();

  @Test
  void fewPapersAreDrawnOneByOneWithEveryLink() {
    Trace trace = star(3);
    TraceGraph graph = graph(trace, "");
    assertEquals(4, graph.boxes().size());
    assertTrue(groups(graph).isEmpty());
    assertEquals(trace.edges().size(), graph.arrows().size());
  }

  @Test
  void ofThreeHundredPapersEachIsDrawnOrFoldedAwayAndTheEyeFollowsFewArrows() {
    TraceGraph graph = graph(star(300), "");
    int folded =
        groups(graph).stream()
            .map(group -> group.fold().orElseThrow().label().replaceAll("\\D", ""))
            .mapToInt(Integer::parseInt)
            .sum();
    assertEquals(301, ids(graph).size() + folded);
    assertTrue(graph.boxes().size() < 10, () -> graph.boxes().toString());
    assertEquals(graph.boxes().size() - 1, graph.arrows().size());
    assertEquals(id(0), ((TraceGraph.Single) graph.boxes().get(graph.focus())).id());
  }

  @Test
  void allGroupsOpenShowEveryPaperOnce() {
    Trace trace = star(300);
    assertEquals(
        trace.nodes().stream().map(DocumentSummary::id).sorted().toList(),
        ids(graph(trace, TraceGraph.ALL)).stream().sorted().toList());
  }

  @Test
  void whatIsFoldedAwayOpensByItsOwnAddressAndIsThenInView() {
    Trace trace = star(300);
    TraceGraph.Group closed = groups(graph(trace, "")).getLast();
    TraceGraph graph = graph(trace, closed.fold().orElseThrow().href());
    TraceGraph.Group open = (TraceGraph.Group) graph.boxes().get(graph.focus());
    assertEquals(closed.heading(), open.heading());
    assertTrue(open.rows().size() > closed.rows().size());
    assertEquals("", open.fold().orElseThrow().href());
  }

  private static List<TraceGraph.Group> groups(TraceGraph graph) {
    return graph.boxes().stream()
        .filter(TraceGraph.Group.class::isInstance)
        .map(TraceGraph.Group.class::cast)
        .toList();
  }

  private TraceGraph graph(Trace trace, String open) {
    return TraceGraph.of(
        id(0),
        trace,
        new TraceGraph.Naming(node -> node.title().orElse(""), n -> "#link-" + n, open, key -> key),
        messages);
  }

  private static List<DocumentId> ids(TraceGraph graph) {
    List<DocumentId> ids = new ArrayList<>();
    for (TraceGraph.Box box : graph.boxes()) {
      switch (box) {
        case TraceGraph.Single single -> ids.add(single.id());
        case TraceGraph.Group group -> group.rows().forEach(row -> ids.add(row.id()));
      }
    }
    return ids;
  }

  /** A law and those that rest on it, of two kinds, each with a mention of the one before it. */
  private static Trace star(int around) {
    List<DocumentSummary> nodes = new ArrayList<>(List.of(paper(0, Kind.LAW)));
    List<Trace.Edge> edges = new ArrayList<>();
    for (int i = 1; i <= around; i++) {
      nodes.add(paper(i, i % 3 == 0 ? Kind.RULE : Kind.REGULATION));
      edges.add(edge(i, 0, EdgeType.BASIS));
      if (i > 1) {
        edges.add(edge(i, i - 1, EdgeType.CITES));
      }
    }
    return new Trace(nodes, edges);
  }

  private static Trace.Edge edge(int from, int to, EdgeType type) {
    return new Trace.Edge(
        id(from),
        id(to),
        type,
        new DocumentQuote(id(from), new Quote(new CodePointSpan(0, 2), "依据")));
  }

  private static DocumentId id(int number) {
    return new DocumentId(String.format(Locale.ROOT, "%020x", number));
  }

  private static DocumentSummary paper(int number, Kind kind) {
    return new DocumentSummary(
        id(number),
        Optional.empty(),
        Optional.of("第" + number + "件"),
        kind,
        Authority.CONGRESS,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.of(2000, 1, 1).plusDays(number)),
        Optional.empty(),
        Status.IN_FORCE,
        Visibility.PUBLIC,
        Optional.empty());
  }
}
