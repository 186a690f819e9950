package wenmai.web.render;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.TextLayers;
import wenmai.corpus.TextLayers.Mend;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.Span;

/**
 * A stretch of both layers of a text, set side by side (修复对照): as it came, what the repair changed
 * being marked, and as it is kept.
 *
 * @param mends what was mended within it, in order
 */
public record LayerRow(Markup raw, Markup text, List<Mend> mends) {
  public LayerRow {
    mends = List.copyOf(mends);
  }

  /** The text in stretches that end where a line of both layers ends. */
  public static List<LayerRow> of(TextLayers layers) {
    String raw = layers.raw();
    CodePointIndex index = CodePointIndex.of(raw);
    List<LayerRow> rows = new ArrayList<>();
    List<Mend> within = new ArrayList<>();
    List<Span> places = new ArrayList<>();
    int start = 0;
    int mend = 0;
    int at = 0;
    while (at < raw.length()) {
      int next = raw.indexOf('\n', at);
      int end = next < 0 ? raw.length() : next;
      int inside = end;
      while (mend < layers.repairs().size()
          && index.toUtf16(layers.repairs().get(mend).raw()).start() <= end) {
        Span place = index.toUtf16(layers.repairs().get(mend).raw());
        within.add(layers.repairs().get(mend));
        places.add(place);
        inside = Math.max(inside, place.end());
        mend++;
      }
      if (inside > end) { // this line's end is itself part of what was mended
        at = inside;
        continue;
      }
      add(rows, raw, Span.of(start, end), within, places);
      within.clear();
      places.clear();
      start = end + 1;
      at = start;
    }
    if (start < raw.length()) {
      add(rows, raw, Span.of(start, raw.length()), within, places);
    }
    return rows;
  }

  private static void add(
      List<LayerRow> rows, String raw, Span row, List<Mend> mends, List<Span> places) {
    if (row.in(raw).isBlank() && mends.isEmpty()) {
      return;
    }
    StringBuilder left = new StringBuilder();
    StringBuilder right = new StringBuilder();
    int at = row.start();
    for (int i = 0; i < mends.size(); i++) {
      Mend mend = mends.get(i);
      String same = Html.escape(raw.substring(at, places.get(i).start()));
      left.append(same);
      right.append(same);
      if (mend.undone()) {
        append(left, "mark", mend.was());
        append(right, "mark", mend.was());
      } else {
        append(left, "del", mend.was());
        append(right, "ins", mend.now());
      }
      at = places.get(i).end();
    }
    String rest = Html.escape(raw.substring(at, Math.max(at, row.end())));
    rows.add(
        new LayerRow(
            new Markup(left.append(rest).toString()),
            new Markup(right.append(rest).toString()),
            mends));
  }

  /** Line ends, which nobody would see, are shown by a sign. */
  private static void append(StringBuilder html, String tag, String words) {
    if (!words.isEmpty()) {
      html.append('<').append(tag).append('>');
      html.append(Html.escape(words.replace("\n", "↵\n")));
      html.append("</").append(tag).append('>');
    }
  }
}
