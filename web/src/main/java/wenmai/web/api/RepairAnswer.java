package wenmai.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wenmai.corpus.TextLayers;

/** The repairs of a text as JSON (修复清单), undone ones among them. */
public final class RepairAnswer {
  private RepairAnswer() {}

  /** {@code total}, {@code undone} and {@code repairs}. */
  public static Map<String, Object> of(TextLayers layers) {
    List<Map<String, @Nullable Object>> repairs =
        layers.repairs().stream().map(RepairAnswer::repair).toList();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("total", repairs.size());
    out.put("undone", layers.repairs().stream().filter(TextLayers.Mend::undone).count());
    out.put("repairs", repairs);
    return out;
  }

  private static Map<String, @Nullable Object> repair(TextLayers.Mend mend) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("name", mend.name());
    out.put("start", mend.text().start());
    out.put("end", mend.text().end());
    out.put("rawStart", mend.raw().start());
    out.put("rawEnd", mend.raw().end());
    out.put("was", mend.was());
    out.put("now", mend.now());
    out.put("why", mend.why().key());
    out.put("undone", mend.undone());
    out.put("by", mend.by().orElse(null));
    return out;
  }
}
