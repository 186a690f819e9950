package wenmai.web.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wenmai.corpus.Dossier;
import wenmai.corpus.store.Publication;

/** A dossier as JSON (整理卷). */
final class DossierJson {
  private DossierJson() {}

  static Map<String, @Nullable Object> of(Dossier dossier) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("id", dossier.id().value());
    out.put("title", dossier.title().orElse(null));
    out.put("state", dossier.state().key());
    out.put("next", dossier.next().stream().map(Publication::key).sorted().toList());
    out.put("facts", dossier.facts().stream().map(DossierJson::fact).toList());
    out.put("blocks", dossier.blocks().stream().map(DossierJson::block).toList());
    out.put("history", steps(dossier.history()));
    return out;
  }

  private static Map<String, @Nullable Object> fact(Dossier.FactEntry fact) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("name", fact.name());
    out.put("read", fact.read().orElse(null));
    out.put("now", fact.now().orElse(null));
    out.put("by", fact.by().orElse(null));
    return out;
  }

  private static Map<String, @Nullable Object> block(Dossier.Block block) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("code", block.code().key());
    out.put("detail", block.detail());
    out.put("clearedBy", block.clearedBy().orElse(null));
    return out;
  }

  private static List<Map<String, @Nullable Object>> steps(List<Dossier.Step> history) {
    return history.stream().map(DossierJson::step).toList();
  }

  private static Map<String, @Nullable Object> step(Dossier.Step step) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("step", step.number());
    out.put("at", step.at().toString());
    out.put("who", step.who());
    out.put("act", step.act());
    out.put("before", step.before().orElse(null));
    out.put("after", step.after().orElse(null));
    out.put("undoable", step.undoable());
    return out;
  }
}
