package wenmai.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.TextLayers;
import wenmai.corpus.TextLayers.Mend;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.text.Repair;
import wenmai.web.render.LayerRow;
import wenmai.web.render.Markup;
import wenmai.web.render.Messages;

/**
 * The page that sets the extraction and the repaired text side by side (修复对照), every repair with
 * its reason; staff undo them here.
 *
 * @param total all repairs of the text
 * @param undone how many of them people undid
 * @param kinds the reasons there are, each with its number and an address that chooses it
 * @param why the chosen reason, or empty
 * @param chosen how many repairs have it
 * @param whole whether stretches without repairs are shown as well
 * @param wholeUrl address of the other choice
 * @param problem what went wrong the last time, or empty
 */
public record RepairsPage(
    String id,
    String title,
    int total,
    int undone,
    List<FacetBox.Value> kinds,
    String why,
    String whyLabel,
    int chosen,
    boolean whole,
    String wholeUrl,
    List<Row> rows,
    Paging paging,
    String problem) {
  private static final int ROWS = 40;
  private static final int SHOWN = 60;

  /** A stretch with what was mended in it. */
  public record Row(Markup raw, Markup text, List<MendRow> mends) {}

  /**
   * One repair.
   *
   * @param was the raw words, shortened
   * @param now what stands in their place, or empty where they were taken out
   * @param by who undid it, for those who may know
   */
  public record MendRow(
      String name, String why, String was, String now, boolean undone, String by) {}

  /**
   * What the address asks.
   *
   * @param page from 1
   */
  public record Asked(Optional<Repair.Reason> why, boolean whole, int page) {
    boolean shows(Mend mend) {
      return why.isEmpty() || why.get() == mend.why();
    }

    boolean shows(LayerRow row) {
      return (whole && why.isEmpty()) || row.mends().stream().anyMatch(this::shows);
    }
  }

  public RepairsPage {
    kinds = List.copyOf(kinds);
    rows = List.copyOf(rows);
  }

  public static RepairsPage of(
      DocumentId id,
      String title,
      TextLayers layers,
      Asked asked,
      String problem,
      Messages messages) {
    List<LayerRow> rows = LayerRow.of(layers).stream().filter(asked::shows).toList();
    List<Mend> mends = layers.repairs();
    return new RepairsPage(
        id.value(),
        title,
        mends.size(),
        (int) mends.stream().filter(Mend::undone).count(),
        kinds(id, mends, asked, messages),
        asked.why().map(Repair.Reason::key).orElse(""),
        asked.why().map(why -> messages.label("repair", why.key())).orElse(""),
        (int) mends.stream().filter(asked::shows).count(),
        asked.whole(),
        address(id, new Asked(Optional.empty(), !asked.whole(), 1)),
        rows.stream()
            .skip((asked.page() - 1L) * ROWS)
            .limit(ROWS)
            .map(row -> row(row, messages))
            .toList(),
        Paging.of(
            asked.page(),
            ROWS,
            rows.size(),
            page -> address(id, new Asked(asked.why(), asked.whole(), page))),
        problem);
  }

  private static List<FacetBox.Value> kinds(
      DocumentId id, List<Mend> mends, Asked asked, Messages messages) {
    return Arrays.stream(Repair.Reason.values())
        .filter(why -> mends.stream().anyMatch(mend -> mend.why() == why))
        .map(why -> {
          boolean chosen = asked.why().filter(why::equals).isPresent();
          return new FacetBox.Value(
              messages.label("repair", why.key()),
              mends.stream().filter(mend -> mend.why() == why).count(),
              address(
                  id, new Asked(chosen ? Optional.empty() : Optional.of(why), asked.whole(), 1)),
              chosen);
        })
        .toList();
  }

  /** The page's own address, for these choices. */
  public static String address(DocumentId id, Asked asked) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    asked.why().ifPresent(why -> parameters.add(Map.entry("why", why.key())));
    if (asked.whole()) {
      parameters.add(Map.entry("whole", "true"));
    }
    if (asked.page() > 1) {
      parameters.add(Map.entry("page", Integer.toString(asked.page())));
    }
    return Addresses.withParameters(Addresses.repairs(id), parameters);
  }

  private static Row row(LayerRow row, Messages messages) {
    return new Row(
        row.raw(), row.text(), row.mends().stream().map(mend -> mend(mend, messages)).toList());
  }

  private static MendRow mend(Mend mend, Messages messages) {
    return new MendRow(
        mend.name(),
        messages.label("repair", mend.why().key()),
        shortened(mend.was()),
        shortened(mend.now()),
        mend.undone(),
        mend.by().orElse(""));
  }

  private static String shortened(String words) {
    String line = words.replace("\n", "↵");
    return line.codePointCount(0, line.length()) <= SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
