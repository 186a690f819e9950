package wenmai.web.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace;

/**
 * Draws a trace as SVG (溯源图), laid out in layers by the Eclipse Layout Kernel after Sugiyama,
 * Tagawa and Toda (1981). Links between the same two papers are drawn as one arrow, whose label
 * leads to the first of their sentences in the list below the drawing.
 *
 * @param drawn how many papers it shows; a drawing of more than {@value #MOST_NODES} could not be
 *     read
 */
public record TraceDrawing(Markup svg, int drawn) {
  static final int MOST_NODES = 60;
  private static final double WIDTH = 196;
  private static final double HEIGHT = 58;
  private static final int CHARACTERS_A_LINE = 14;
  private static final double LABEL_HEIGHT = 16;
  private static final double CHARACTER = 12;

  private record Pair(DocumentId from, DocumentId to) {}

  private record Bundle(int first, Set<EdgeType> types, int count) {}

  public static TraceDrawing of(
      DocumentId self, Trace trace, Function<DocumentSummary, String> titles, Messages messages) {
    List<DocumentSummary> nodes = trace.nodes().stream().limit(MOST_NODES).toList();
    ElkNode graph = ElkGraphUtil.createGraph();
    configure(graph);
    Map<DocumentId, ElkNode> placed = new HashMap<>();
    for (DocumentSummary node : nodes) {
      ElkNode box = ElkGraphUtil.createNode(graph);
      box.setDimensions(WIDTH, HEIGHT);
      placed.put(node.id(), box);
    }
    Map<ElkEdge, Bundle> arrows = new LinkedHashMap<>();
    bundles(trace, placed.keySet())
        .forEach((pair, bundle) -> {
          ElkEdge edge =
              ElkGraphUtil.createSimpleEdge(placed.get(pair.from()), placed.get(pair.to()));
          String words = label(bundle, messages);
          ElkGraphUtil.createLabel(words, edge)
              .setDimensions(words.length() * CHARACTER + 4, LABEL_HEIGHT);
          arrows.put(edge, bundle);
        });
    new RecursiveGraphLayoutEngine().layout(graph, new NullElkProgressMonitor());
    StringBuilder svg = new StringBuilder(8192);
    open(svg, graph, messages);
    arrows.forEach((edge, bundle) -> draw(svg, edge, bundle));
    nodes.forEach(node ->
        draw(
            svg,
            Objects.requireNonNull(placed.get(node.id())),
            node,
            titles.apply(node),
            node.id().equals(self),
            messages));
    return new TraceDrawing(new Markup(svg.append("</svg>").toString()), nodes.size());
  }

  private static void configure(ElkNode graph) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.SPACING_NODE_NODE, 18.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 34.0);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(8));
    graph.setProperty(CoreOptions.RANDOM_SEED, 1);
  }

  private static Map<Pair, Bundle> bundles(Trace trace, Set<DocumentId> shown) {
    Map<Pair, Bundle> bundles = new LinkedHashMap<>();
    for (int i = 0; i < trace.edges().size(); i++) {
      Trace.Edge edge = trace.edges().get(i);
      if (edge.from().equals(edge.to())
          || !shown.contains(edge.from())
          || !shown.contains(edge.to())) {
        continue;
      }
      Set<EdgeType> type = Set.of(edge.type());
      bundles.merge(
          new Pair(edge.from(), edge.to()), new Bundle(i + 1, type, 1), TraceDrawing::join);
    }
    return bundles;
  }

  private static Bundle join(Bundle a, Bundle b) {
    Set<EdgeType> types = new LinkedHashSet<>(a.types());
    types.addAll(b.types());
    return new Bundle(a.first(), types, a.count() + b.count());
  }

  private static String label(Bundle bundle, Messages messages) {
    List<String> names =
        bundle.types().stream().limit(2).map(type -> messages.label("edge", type.key())).toList();
    return String.join("、", names) + (bundle.count() > 1 ? "×" + bundle.count() : "");
  }

  private static void open(StringBuilder svg, ElkNode graph, Messages messages) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"group\" aria-label=\"%s\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\">",
            Html.escape(messages.get("trace.graph")),
            graph.getWidth(),
            graph.getHeight(),
            graph.getWidth(),
            graph.getHeight()));
    svg.append(
        "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">");
    svg.append("<path d=\"M0 0L8 4L0 8z\"/></marker></defs>");
  }

  private static void draw(StringBuilder svg, ElkEdge edge, Bundle bundle) {
    List<String> path = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      path.add(point("M", section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        path.add(point("L", bend.getX(), bend.getY()));
      }
      path.add(point("L", section.getEndX(), section.getEndY()));
    }
    EdgeType kind = bundle.types().iterator().next();
    svg.append("<path class=\"edge edge-")
        .append(kind.key())
        .append("\" d=\"")
        .append(String.join("", path))
        .append("\" marker-end=\"url(#arrow)\"/>");
    for (ElkLabel label : edge.getLabels()) {
      svg.append("<a href=\"#link-").append(bundle.first()).append("\">");
      svg.append(
          rectangle("label", label.getX(), label.getY(), label.getWidth(), label.getHeight()));
      svg.append(text("", label.getX() + label.getWidth() / 2, label.getY() + 12, label.getText()))
          .append("</a>");
    }
  }

  private static void draw(
      StringBuilder svg,
      ElkNode box,
      DocumentSummary node,
      String title,
      boolean self,
      Messages messages) {
    svg.append("<a class=\"node")
        .append(self ? " self" : "")
        .append("\" href=\"/documents/")
        .append(node.id())
        .append("\">");
    svg.append("<title>").append(Html.escape(title)).append("</title>");
    svg.append(rectangle("box", box.getX(), box.getY(), WIDTH, HEIGHT));
    int[] points = title.codePoints().toArray();
    double middle = box.getX() + WIDTH / 2;
    int first = Math.min(CHARACTERS_A_LINE, points.length);
    svg.append(text("title", middle, box.getY() + 18, new String(points, 0, first)));
    if (points.length > first) {
      boolean cut = points.length > 2 * CHARACTERS_A_LINE;
      int more = cut ? CHARACTERS_A_LINE - 1 : points.length - first;
      svg.append(
          text(
              "title",
              middle,
              box.getY() + 34,
              new String(points, first, more) + (cut ? "…" : "")));
    }
    String note =
        messages.label("kind", node.kind().key()) + node.date().map(day -> " " + day).orElse("");
    svg.append(text("note", middle, box.getY() + 51, note)).append("</a>");
  }

  private static String point(String command, double x, double y) {
    return String.format(Locale.ROOT, "%s%.1f %.1f", command, x, y);
  }

  private static String rectangle(String style, double x, double y, double width, double height) {
    return String.format(
        Locale.ROOT,
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\"/>",
        style,
        x,
        y,
        width,
        height);
  }

  private static String text(String style, double x, double y, String words) {
    String attribute = style.isEmpty() ? "" : " class=\"" + style + "\"";
    return String.format(
            Locale.ROOT, "<text%s x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">", attribute, x, y)
        + Html.escape(words)
        + "</text>";
  }
}
