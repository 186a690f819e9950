package wenmai.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace;
import wenmai.web.render.Markup;
import wenmai.web.render.Messages;
import wenmai.web.render.TraceDrawings;
import wenmai.web.render.TraceGraph;
import wenmai.web.render.TraceRings;

/** The page that shows what leads to a document and from it (溯源). */
public record TracePage(
    String id,
    String title,
    String url,
    int depth,
    List<Choice> depths,
    List<Choice> relations,
    List<Choice> groups,
    Markup drawing,
    int nodes,
    List<LegendRow> legend,
    List<TimelineRow> timeline,
    List<LinkRow> links,
    int linkCount,
    Paging paging) {
  /** Links and days on one page: a list of hundreds is read by nobody at once. */
  private static final int SIZE = 100;

  /** What a colour of the drawing means. */
  public record LegendRow(String key, String label) {}

  /** One day's paper. */
  public record TimelineRow(String date, String title, String url, String kind, boolean self) {}

  /** One link with its proof. */
  public record LinkRow(
      String anchor,
      String relation,
      String fromTitle,
      String fromUrl,
      String toTitle,
      String toUrl,
      String quote,
      String quoteTitle,
      String quoteUrl) {}

  /**
   * What is asked for.
   *
   * @param depth steps to follow
   * @param relation the one type of link to show, or all
   * @param page of the lists below the drawing, from 1
   * @param open the group of the drawing that is open, {@link TraceGraph#ALL}, or nothing
   */
  public record Asked(
      DocumentId id, int depth, Optional<EdgeType> relation, int page, String open) {
    Asked withDepth(int other) {
      return new Asked(id, other, relation, 1, "");
    }

    Asked withRelation(Optional<EdgeType> other) {
      return new Asked(id, depth, other, 1, "");
    }

    Asked withPage(int other) {
      return new Asked(id, depth, relation, other, open);
    }

    Asked withOpen(String other) {
      return new Asked(id, depth, relation, page, other);
    }
  }

  static TracePage of(Asked asked, Trace whole, TraceDrawings drawings, Messages messages) {
    DocumentId id = asked.id();
    Trace wanted = asked.relation().map(type -> filtered(id, whole, type)).orElse(whole);
    Trace trace = TraceRings.around(id, wanted).nearestFirst(wanted);
    Map<DocumentId, DocumentSummary> papers = new LinkedHashMap<>();
    whole.nodes().forEach(node -> papers.put(node.id(), node));
    int from = (asked.page() - 1) * SIZE;
    List<LinkRow> links = new ArrayList<>();
    for (int i = from; i < Math.min(from + SIZE, trace.edges().size()); i++) {
      links.add(link(i, trace.edges().get(i), papers, messages));
    }
    TraceDrawings.Drawing drawing =
        drawings.of(
            id,
            trace,
            new TraceGraph.Naming(
                node -> title(node, messages),
                n -> linkAddress(asked, n),
                asked.open(),
                key -> address(asked.withOpen(key)) + "#graph"));
    return new TracePage(
        id.value(),
        Optional.ofNullable(papers.get(id)).map(node -> title(node, messages)).orElse(""),
        Addresses.document(id),
        asked.depth(),
        List.of(1, 2, 3, 4, 5).stream()
            .map(d ->
                new Choice(
                    messages.get("trace.depth.value", d),
                    address(asked.withDepth(d)),
                    d == asked.depth()))
            .toList(),
        relations(asked, whole, messages),
        drawing.groups() == 0 ? List.of() : groups(asked, messages),
        drawing.svg(),
        trace.nodes().size(),
        trace.edges().stream()
            .map(Trace.Edge::type)
            .distinct()
            .sorted()
            .map(type -> new LegendRow(type.key(), messages.label("edge", type.key())))
            .toList(),
        trace.nodes().stream()
            .sorted(
                Comparator.comparing(
                        (DocumentSummary node) -> node.date().map(Object::toString).orElse("9999"))
                    .thenComparing(DocumentSummary::id))
            .skip(from)
            .limit(SIZE)
            .map(node ->
                new TimelineRow(
                    node.date().map(Object::toString).orElse(""),
                    title(node, messages),
                    Addresses.document(node.id()),
                    messages.label("kind", node.kind().key()),
                    node.id().equals(id)))
            .toList(),
        links,
        trace.edges().size(),
        Paging.of(
            asked.page(),
            SIZE,
            Math.max(trace.edges().size(), trace.nodes().size()),
            page -> address(asked.withPage(page))));
  }

  private static String linkAddress(Asked asked, int number) {
    int page = (number - 1) / SIZE + 1;
    String anchor = "#link-" + number;
    return page == asked.page() ? anchor : address(asked.withPage(page)) + anchor;
  }

  private static LinkRow link(
      int index, Trace.Edge edge, Map<DocumentId, DocumentSummary> papers, Messages messages) {
    return new LinkRow(
        "link-" + (index + 1),
        messages.label("edge", edge.type().key()),
        title(papers, edge.from(), messages),
        Addresses.document(edge.from()),
        title(papers, edge.to(), messages),
        Addresses.document(edge.to()),
        edge.evidence().quote().words(),
        title(papers, edge.evidence().document(), messages),
        Addresses.place(edge.evidence()));
  }

  private static List<Choice> relations(Asked asked, Trace whole, Messages messages) {
    Set<EdgeType> types = new TreeSet<>();
    whole.edges().forEach(edge -> types.add(edge.type()));
    List<Choice> choices = new ArrayList<>();
    choices.add(
        new Choice(
            messages.get("trace.relation.all"),
            address(asked.withRelation(Optional.empty())),
            asked.relation().isEmpty()));
    types.forEach(type ->
        choices.add(
            new Choice(
                messages.label("edge", type.key()),
                address(asked.withRelation(Optional.of(type))),
                asked.relation().filter(type::equals).isPresent())));
    return choices;
  }

  private static List<Choice> groups(Asked asked, Messages messages) {
    boolean all = asked.open().equals(TraceGraph.ALL);
    return List.of(
        new Choice(messages.get("trace.groups.brief"), address(asked.withOpen("")), !all),
        new Choice(messages.get("trace.groups.all"), address(asked.withOpen(TraceGraph.ALL)), all));
  }

  private static String address(Asked asked) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    parameters.add(Map.entry("depth", Integer.toString(asked.depth())));
    asked.relation().ifPresent(type -> parameters.add(Map.entry("relation", type.key())));
    if (asked.page() > 1) {
      parameters.add(Map.entry("page", Integer.toString(asked.page())));
    }
    if (!asked.open().isEmpty()) {
      parameters.add(Map.entry("open", asked.open()));
    }
    return Addresses.withParameters(Addresses.trace(asked.id()), parameters);
  }

  private static Trace filtered(DocumentId id, Trace whole, EdgeType type) {
    List<Trace.Edge> edges = whole.edges().stream().filter(edge -> edge.type() == type).toList();
    Set<DocumentId> kept = new TreeSet<>();
    kept.add(id);
    edges.forEach(edge -> {
      kept.add(edge.from());
      kept.add(edge.to());
    });
    return new Trace(
        whole.nodes().stream().filter(node -> kept.contains(node.id())).toList(), edges);
  }

  private static String title(DocumentSummary node, Messages messages) {
    return node.title().orElse(messages.get("search.untitled"));
  }

  private static String title(
      Map<DocumentId, DocumentSummary> papers, DocumentId id, Messages messages) {
    return Optional.ofNullable(papers.get(id))
        .map(node -> title(node, messages))
        .orElse(messages.get("search.untitled"));
  }
}
