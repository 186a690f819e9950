package wenmai.web.render;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where the boxes and arrows of a {@link TraceGraph} go: in layers, by the Eclipse Layout Kernel
 * after Sugiyama, Tagawa and Toda (1981). Who cites stands left of what is cited.
 *
 * @param boxes in the graph's order
 * @param arrows in the graph's order
 */
record TraceLayout(ElkNode canvas, List<ElkNode> boxes, List<ElkEdge> arrows) {
  /** A paper of its own, in pixels. */
  static final double WIDTH = 196;

  static final double HEIGHT = 58;

  /** A group's column, in pixels. */
  static final double COLUMN = 316;

  static final double ROW = 21;

  /** The room of a group's heading, in pixels; the line that opens or closes it takes a row. */
  static final double HEADING = 28;

  /** The room on either side of a column's words, in pixels. */
  static final double MARGIN = 10;

  private static final int ROWS_A_COLUMN = 16;
  private static final int MOST_COLUMNS = 4;
  private static final double LABEL_HEIGHT = 16;
  private static final double CHARACTER = 12;

  static TraceLayout of(TraceGraph content) {
    ElkNode canvas = ElkGraphUtil.createGraph();
    configure(canvas);
    List<ElkNode> boxes = new ArrayList<>();
    for (TraceGraph.Box box : content.boxes()) {
      ElkNode node = ElkGraphUtil.createNode(canvas);
      switch (box) {
        case TraceGraph.Single single -> node.setDimensions(WIDTH, HEIGHT);
        case TraceGraph.Group group -> node.setDimensions(width(group), height(group));
      }
      boxes.add(node);
    }
    List<ElkEdge> arrows = new ArrayList<>();
    for (TraceGraph.Arrow arrow : content.arrows()) {
      ElkEdge edge = ElkGraphUtil.createSimpleEdge(boxes.get(arrow.from()), boxes.get(arrow.to()));
      ElkGraphUtil.createLabel(arrow.label(), edge)
          .setDimensions(arrow.label().length() * CHARACTER + 4, LABEL_HEIGHT);
      arrows.add(edge);
    }
    new RecursiveGraphLayoutEngine().layout(canvas, new NullElkProgressMonitor());
    return new TraceLayout(canvas, boxes, arrows);
  }

  /** How many rows stand below each other before the next column begins. */
  static int rowsAColumn(TraceGraph.Group group) {
    int columns = Math.clamp(ceiling(group.rows().size(), ROWS_A_COLUMN), 1, MOST_COLUMNS);
    return ceiling(group.rows().size(), columns);
  }

  private static double width(TraceGraph.Group group) {
    return COLUMN * ceiling(group.rows().size(), rowsAColumn(group));
  }

  private static double height(TraceGraph.Group group) {
    int rows = rowsAColumn(group) + (group.fold().isPresent() ? 1 : 0);
    return HEADING + rows * ROW + MARGIN / 2;
  }

  private static int ceiling(int amount, int size) {
    return (amount + size - 1) / size;
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
}
