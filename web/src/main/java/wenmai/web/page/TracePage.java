package wenmai.web.page;

import freemarker.core.TemplateHTMLOutputModel;
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
import wenmai.web.render.Html;
import wenmai.web.render.Messages;
import wenmai.web.render.TraceDrawing;

/** The page that shows what leads to a document and from it (溯源). */
public record TracePage(
    String id,
    String title,
    String url,
    int depth,
    List<SearchPage.Choice> depths,
    List<SearchPage.Choice> relations,
    TemplateHTMLOutputModel drawing,
    int drawn,
    int nodes,
    List<TimelineRow> timeline,
    List<LinkRow> links) {

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

  public static TracePage of(
      DocumentId id, Trace whole, int depth, Optional<EdgeType> relation, Messages messages) {
    Trace trace = relation.map(type -> filtered(id, whole, type)).orElse(whole);
    Map<DocumentId, DocumentSummary> papers = new LinkedHashMap<>();
    whole.nodes().forEach(node -> papers.put(node.id(), node));
    List<LinkRow> links = new ArrayList<>();
    for (int i = 0; i < trace.edges().size(); i++) {
      links.add(link(i, trace.edges().get(i), papers, messages));
    }
    TraceDrawing drawing = TraceDrawing.of(id, trace, node -> title(node, messages), messages);
    return new TracePage(
        id.value(),
        Optional.ofNullable(papers.get(id)).map(node -> title(node, messages)).orElse(""),
        Addresses.document(id),
        depth,
        List.of(1, 2, 3, 4, 5).stream()
            .map(d ->
                new SearchPage.Choice(
                    messages.get("trace.depth.value", d), address(id, d, relation), d == depth))
            .toList(),
        relations(id, whole, depth, relation, messages),
        Html.finished(drawing.svg()),
        drawing.drawn(),
        trace.nodes().size(),
        trace.nodes().stream()
            .sorted(
                Comparator.comparing(
                        (DocumentSummary node) -> node.date().map(Object::toString).orElse("9999"))
                    .thenComparing(DocumentSummary::id))
            .map(node ->
                new TimelineRow(
                    node.date().map(Object::toString).orElse(""),
                    title(node, messages),
                    Addresses.document(node.id()),
                    messages.label("kind", node.kind().key()),
                    node.id().equals(id)))
            .toList(),
        links);
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
        Addresses.document(edge.evidence().document()));
  }

  private static List<SearchPage.Choice> relations(
      DocumentId id, Trace whole, int depth, Optional<EdgeType> relation, Messages messages) {
    Set<EdgeType> types = new TreeSet<>();
    whole.edges().forEach(edge -> types.add(edge.type()));
    List<SearchPage.Choice> choices = new ArrayList<>();
    choices.add(
        new SearchPage.Choice(
            messages.get("trace.relation.all"),
            address(id, depth, Optional.empty()),
            relation.isEmpty()));
    types.forEach(type ->
        choices.add(
            new SearchPage.Choice(
                messages.label("edge", type.key()),
                address(id, depth, Optional.of(type)),
                relation.filter(type::equals).isPresent())));
    return choices;
  }

  private static String address(DocumentId id, int depth, Optional<EdgeType> relation) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    parameters.add(Map.entry("depth", Integer.toString(depth)));
    relation.ifPresent(type -> parameters.add(Map.entry("relation", type.key())));
    return Addresses.withParameters(Addresses.trace(id), parameters);
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
