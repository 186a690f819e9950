package wenmai.web.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace;

/**
 * What is drawn of a trace (溯源图的内容): every paper, alone or in the box of its group, and one arrow
 * between two boxes however many links there are. Two traces that look alike are equal.
 *
 * @param focus the place in the list of the box that is to be in view
 * @param groups how many boxes hold a group
 */
public record TraceGraph(List<Box> boxes, List<Arrow> arrows, int focus, int groups) {
  /** What {@link Naming#open} asks for when every group is to be open. */
  public static final String ALL = "all";

  /** Rows of a group that is closed. */
  private static final int ROWS_CLOSED = 8;

  /** Rows of a group that is open: a longer one is a book. */
  private static final int ROWS_OPEN = 1_000;

  private static final int MOST_NAMES = 2;

  /** A box: a paper, or several that hang on the same place in the same manner. */
  public sealed interface Box {}

  /**
   * A paper.
   *
   * @param self whether it is the one at hand
   */
  public record Single(DocumentId id, String title, String note, boolean self) implements Box {}

  /** Several papers, the latest first, some of them folded away. */
  public record Group(String heading, List<Row> rows, Optional<Fold> fold) implements Box {}

  /** A paper of a group. */
  public record Row(DocumentId id, String title, String date) {}

  /** What opens a group, or closes it. */
  public record Fold(String label, String href) {}

  /**
   * An arrow from one box to another, both by their place in the list.
   *
   * @param href where the first of its links stands in the list below the drawing
   * @param kind the first link's type, which decides the colour
   */
  public record Arrow(int from, int to, String href, String kind, String label) {}

  private record Pair(int from, int to) {}

  private record Bundle(int first, Set<EdgeType> types, int count) {
    Bundle and(Bundle other) {
      Set<EdgeType> all = new LinkedHashSet<>(types);
      all.addAll(other.types);
      return new Bundle(first, all, count + other.count);
    }
  }

  /**
   * How papers and links are shown.
   *
   * @param title of a paper
   * @param href of a link by its number, from 1
   * @param open the key of the group that is open, {@link #ALL}, or nothing
   * @param opening the address that opens the group of a key, or with "" none
   */
  public record Naming(
      Function<DocumentSummary, String> title,
      IntFunction<String> href,
      String open,
      Function<String, String> opening) {}

  static TraceGraph of(DocumentId self, Trace trace, Naming naming, Messages messages) {
    TraceGroups groups = TraceGroups.of(trace, TraceRings.around(self, trace));
    List<Box> boxes = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    int focus = 0;
    int several = 0;
    for (Map.Entry<String, List<DocumentSummary>> entry : groups.members().entrySet()) {
      String key = entry.getKey();
      List<DocumentSummary> papers = entry.getValue();
      if (papers.size() > 1) {
        several++;
      }
      if (key.equals(naming.open())) {
        focus = boxes.size();
      }
      places.put(key, boxes.size());
      boxes.add(
          papers.size() == 1
              ? single(papers.getFirst(), self, naming, messages)
              : group(key, papers, naming, messages));
    }
    List<Arrow> arrows = new ArrayList<>();
    bundles(trace, groups, places)
        .forEach((pair, bundle) ->
            arrows.add(
                new Arrow(
                    pair.from(),
                    pair.to(),
                    naming.href().apply(bundle.first()),
                    bundle.types().iterator().next().key(),
                    label(bundle, messages))));
    return new TraceGraph(boxes, arrows, focus, several);
  }

  private static Single single(
      DocumentSummary paper, DocumentId self, Naming naming, Messages messages) {
    boolean here = paper.id().equals(self);
    String date = paper.date().map(day -> " " + day).orElse("");
    String note = messages.label("kind", paper.kind().key()) + date;
    return new Single(
        paper.id(),
        naming.title().apply(paper),
        here ? messages.get("trace.here", note) : note,
        here);
  }

  private static Group group(
      String key, List<DocumentSummary> papers, Naming naming, Messages messages) {
    boolean alone = naming.open().equals(key);
    boolean open = alone || naming.open().equals(ALL);
    int shown = Math.min(papers.size(), open ? ROWS_OPEN : ROWS_CLOSED);
    List<Row> rows =
        papers.stream()
            .limit(shown)
            .map(paper ->
                new Row(
                    paper.id(),
                    naming.title().apply(paper),
                    paper.date().map(Object::toString).orElse("")))
            .toList();
    Set<String> kinds = new LinkedHashSet<>();
    papers.forEach(paper -> kinds.add(messages.label("kind", paper.kind().key())));
    String heading =
        messages.get(
            kinds.size() == 1 ? "trace.group" : "trace.group.mixed",
            kinds.iterator().next(),
            papers.size());
    Optional<Fold> fold = Optional.empty();
    if (shown < papers.size() && !open) {
      String label = messages.get("trace.group.open", papers.size() - shown);
      fold = Optional.of(new Fold(label, naming.opening().apply(key)));
    } else if (alone) {
      fold = Optional.of(new Fold(messages.get("trace.group.close"), naming.opening().apply("")));
    }
    return new Group(heading, rows, fold);
  }

  private static Map<Pair, Bundle> bundles(
      Trace trace, TraceGroups groups, Map<String, Integer> places) {
    Map<Pair, Bundle> bundles = new LinkedHashMap<>();
    for (int i = 0; i < trace.edges().size(); i++) {
      Trace.Edge edge = trace.edges().get(i);
      Integer from = places.get(groups.key(edge.from()));
      Integer to = places.get(groups.key(edge.to()));
      if (groups.drawn(edge) && from != null && to != null && !from.equals(to)) {
        bundles.merge(new Pair(from, to), new Bundle(i + 1, Set.of(edge.type()), 1), Bundle::and);
      }
    }
    return bundles;
  }

  private static String label(Bundle bundle, Messages messages) {
    List<String> names =
        bundle.types().stream()
            .limit(MOST_NAMES)
            .map(type -> messages.label("edge", type.key()))
            .toList();
    return String.join("、", names) + (bundle.count() > 1 ? "×" + bundle.count() : "");
  }
}
