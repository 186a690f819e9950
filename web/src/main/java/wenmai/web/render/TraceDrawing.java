package wenmai.web.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/**
 * Draws a {@link TraceGraph} as SVG, laid out in layers by the Eclipse Layout Kernel after
 * Sugiyama, Tagawa and Toda (1981). The label of an arrow leads to the first of its sentences in
 * the list below the drawing.
 */
final class TraceDrawing {
  private static final double WIDTH = 196;
  private static final double HEIGHT = 58;
  private static final int CHARACTERS_A_LINE = 14;
  private static final double LABEL_HEIGHT = 16;
  private static final double CHARACTER = 12;

  private final StringBuilder svg = new StringBuilder(8192);

  private TraceDrawing() {}

  static Markup of(TraceGraph content, String name) {
    ElkNode graph = ElkGraphUtil.createGraph();
    configure(graph);
    List<ElkNode> boxes = new ArrayList<>();
    for (int i = 0; i < content.boxes().size(); i++) {
      ElkNode box = ElkGraphUtil.createNode(graph);
      box.setDimensions(WIDTH, HEIGHT);
      boxes.add(box);
    }
    List<ElkEdge> arrows = new ArrayList<>();
    for (TraceGraph.Arrow arrow : content.arrows()) {
      ElkEdge edge = ElkGraphUtil.createSimpleEdge(boxes.get(arrow.from()), boxes.get(arrow.to()));
      ElkGraphUtil.createLabel(arrow.label(), edge)
          .setDimensions(arrow.label().length() * CHARACTER + 4, LABEL_HEIGHT);
      arrows.add(edge);
    }
    new RecursiveGraphLayoutEngine().layout(graph, new NullElkProgressMonitor());
    TraceDrawing drawing = new TraceDrawing();
    drawing.open(graph, name);
    for (int i = 0; i < arrows.size(); i++) {
      drawing.arrow(arrows.get(i), content.arrows().get(i));
    }
    for (int i = 0; i < boxes.size(); i++) {
      drawing.box(boxes.get(i), content.boxes().get(i));
    }
    return new Markup(drawing.svg.append("</svg>").toString());
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

  private void open(ElkNode graph, String name) {
    String width = number(graph.getWidth());
    String height = number(graph.getHeight());
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"group\" aria-label=\"")
        .append(Html.escape(name))
        .append("\" width=\"" + width + "\" height=\"" + height + "\"")
        .append(" viewBox=\"0 0 " + width + " " + height + "\">");
    svg.append(
        "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">");
    svg.append("<path d=\"M0 0L8 4L0 8z\"/></marker></defs>");
  }

  private void arrow(ElkEdge edge, TraceGraph.Arrow arrow) {
    svg.append("<path class=\"edge edge-").append(arrow.kind()).append("\" d=\"");
    for (ElkEdgeSection section : edge.getSections()) {
      point("M", section.getStartX(), section.getStartY());
      for (ElkBendPoint bend : section.getBendPoints()) {
        point("L", bend.getX(), bend.getY());
      }
      point("L", section.getEndX(), section.getEndY());
    }
    svg.append("\" marker-end=\"url(#arrow)\"/>");
    for (ElkLabel label : edge.getLabels()) {
      svg.append("<a href=\"").append(Html.escape(arrow.href())).append("\">");
      rectangle("label", label.getX(), label.getY(), label.getWidth(), label.getHeight());
      text("name", label.getX() + label.getWidth() / 2, label.getY() + 12, label.getText());
      svg.append("</a>");
    }
  }

  private void box(ElkNode place, TraceGraph.Box box) {
    svg.append(box.self() ? "<a class=\"node self\"" : "<a class=\"node\"");
    svg.append(" href=\"/documents/").append(box.id()).append("\"><title>");
    svg.append(Html.escape(box.title())).append("</title>");
    rectangle("box", place.getX(), place.getY(), WIDTH, HEIGHT);
    int[] points = box.title().codePoints().toArray();
    double middle = place.getX() + WIDTH / 2;
    int first = Math.min(CHARACTERS_A_LINE, points.length);
    text("title", middle, place.getY() + 18, new String(points, 0, first));
    if (points.length > first) {
      boolean cut = points.length > 2 * CHARACTERS_A_LINE;
      int more = cut ? CHARACTERS_A_LINE - 1 : points.length - first;
      String second = new String(points, first, more) + (cut ? "…" : "");
      text("title", middle, place.getY() + 34, second);
    }
    text("note", middle, place.getY() + 51, box.note());
    svg.append("</a>");
  }

  private void point(String command, double x, double y) {
    svg.append(command).append(number(x)).append(' ').append(number(y));
  }

  private void rectangle(String style, double x, double y, double width, double height) {
    svg.append("<rect class=\"").append(style).append('"');
    attribute("x", x);
    attribute("y", y);
    attribute("width", width);
    attribute("height", height);
    svg.append(" rx=\"3\"/>");
  }

  private void text(String style, double x, double y, String words) {
    svg.append("<text class=\"").append(style).append('"');
    attribute("x", x);
    attribute("y", y);
    svg.append(" text-anchor=\"middle\">").append(Html.escape(words)).append("</text>");
  }

  private void attribute(String name, double value) {
    svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
