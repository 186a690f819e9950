package wenmai.web.render;

import java.util.Locale;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;

/**
 * Draws a {@link TraceGraph} as SVG where its {@link TraceLayout} puts it. The label of an arrow
 * leads to the first of its sentences in the list below the drawing. Behind the drawing lies a mark
 * at the box that is to be in view when the page opens; it is put there by the size of an empty
 * drawing, because the site allows no styles in a page.
 */
final class TraceDrawing {
  private static final int CHARACTERS_A_LINE = 14;
  private static final int CHARACTERS_A_ROW = 18;

  private final StringBuilder svg = new StringBuilder(8192);

  private TraceDrawing() {}

  static Markup of(TraceGraph content, String name) {
    TraceLayout layout = TraceLayout.of(content);
    TraceDrawing drawing = new TraceDrawing();
    drawing.open(layout.canvas(), name);
    for (int i = 0; i < layout.arrows().size(); i++) {
      drawing.arrow(layout.arrows().get(i), content.arrows().get(i));
    }
    for (int i = 0; i < layout.boxes().size(); i++) {
      ElkNode place = layout.boxes().get(i);
      switch (content.boxes().get(i)) {
        case TraceGraph.Single single -> drawing.single(place, single);
        case TraceGraph.Group group -> drawing.group(place, group);
      }
    }
    drawing.svg.append("</svg>");
    drawing.mark(layout.boxes().get(content.focus()));
    return new Markup(drawing.svg.toString());
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

  private void mark(ElkNode place) {
    svg.append(
        "<div class=\"spot\"><svg xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\"");
    attribute("width", place.getX() + place.getWidth() / 2);
    attribute("height", place.getY() + Math.min(place.getHeight(), TraceLayout.HEIGHT) / 2);
    svg.append("></svg><span></span></div>");
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
      text(
          "name",
          "middle",
          label.getX() + label.getWidth() / 2,
          label.getY() + 12,
          label.getText());
      svg.append("</a>");
    }
  }

  private void single(ElkNode place, TraceGraph.Single box) {
    svg.append(box.self() ? "<a class=\"node self\"" : "<a class=\"node\"");
    svg.append(" href=\"/documents/").append(box.id()).append("\"><title>");
    svg.append(Html.escape(box.title())).append("</title>");
    rectangle("box", place.getX(), place.getY(), place.getWidth(), place.getHeight());
    int[] points = box.title().codePoints().toArray();
    double middle = place.getX() + place.getWidth() / 2;
    int first = Math.min(CHARACTERS_A_LINE, points.length);
    text("title", "middle", middle, place.getY() + 18, new String(points, 0, first));
    if (points.length > first) {
      text(
          "title",
          "middle",
          middle,
          place.getY() + 34,
          beginning(points, first, CHARACTERS_A_LINE));
    }
    text("note", "middle", middle, place.getY() + 51, box.note());
    svg.append("</a>");
  }

  private void group(ElkNode place, TraceGraph.Group group) {
    rectangle("box", place.getX(), place.getY(), place.getWidth(), place.getHeight());
    double left = place.getX() + TraceLayout.MARGIN;
    text("heading", "start", left, place.getY() + 19, group.heading());
    double top = place.getY() + TraceLayout.HEADING + 14;
    int rows = TraceLayout.rowsAColumn(group);
    for (int i = 0; i < group.rows().size(); i++) {
      row(
          left + i / rows * TraceLayout.COLUMN,
          top + i % rows * TraceLayout.ROW,
          group.rows().get(i));
    }
    group
        .fold()
        .ifPresent(fold -> {
          svg.append("<a href=\"").append(Html.escape(fold.href())).append("\">");
          text("fold", "start", left, top + rows * TraceLayout.ROW, fold.label());
          svg.append("</a>");
        });
  }

  private void row(double left, double base, TraceGraph.Row row) {
    svg.append("<a class=\"node\" href=\"/documents/").append(row.id()).append("\"><title>");
    svg.append(Html.escape(row.title())).append("</title>");
    double right = left + TraceLayout.COLUMN - 2 * TraceLayout.MARGIN;
    int[] points = row.title().codePoints().toArray();
    text("title", "start", left, base, beginning(points, 0, CHARACTERS_A_ROW));
    text("note", "end", right, base, row.date());
    svg.append("</a>");
  }

  /** So many characters from a place on, with a sign that there are more. */
  private static String beginning(int[] points, int from, int most) {
    boolean cut = points.length - from > most;
    return new String(points, from, cut ? most - 1 : points.length - from) + (cut ? "…" : "");
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

  private void text(String style, String anchor, double x, double y, String words) {
    svg.append("<text class=\"").append(style).append('"');
    attribute("x", x);
    attribute("y", y);
    svg.append(" text-anchor=\"").append(anchor).append("\">");
    svg.append(Html.escape(words)).append("</text>");
  }

  private void attribute(String name, double value) {
    svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
