package wenmai.web.admin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenmai.corpus.condition.Condition;
import wenmai.corpus.condition.SearchTally;
import wenmai.corpus.store.RefusedFiles;
import wenmai.corpus.store.Setbacks;

/** A condition as JSON. */
final class ConditionJson {
  private ConditionJson() {}

  static Map<String, @Nullable Object> of(Condition condition) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("papers", condition.papers());
    Map<String, Object> queue = new LinkedHashMap<>();
    queue.put("journal", condition.queue().journal());
    queue.put("toIndex", condition.queue().toIndex());
    queue.put("toDerive", condition.queue().toDerive());
    queue.put("outdated", condition.queue().outdated());
    out.put("queue", queue);
    out.put("vectors", condition.vectors().orElse(null));
    out.put("disk", condition.disk());
    out.put("backup", time(condition.backup()));
    out.put("check", condition.check().map(ConditionJson::check).orElse(null));
    out.put("refusedInAll", condition.refusedInAll());
    out.put("refused", condition.refused().stream().map(ConditionJson::refused).toList());
    out.put("setbacks", condition.setbacks().stream().map(ConditionJson::setback).toList());
    out.put("searches", searches(condition.searches()));
    return out;
  }

  private static @Nullable String time(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse(null);
  }

  private static Map<String, Object> check(Condition.Check check) {
    return Map.of("at", check.at().toString(), "faults", check.faults());
  }

  private static Map<String, Object> refused(RefusedFiles.Refused file) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("path", file.path());
    out.put("given", file.given());
    out.put("code", file.code());
    out.put("reason", file.reason());
    out.put("remedy", file.remedy());
    out.put("at", file.at().toString());
    return out;
  }

  private static Map<String, Object> setback(Setbacks.Setback paper) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("path", paper.path());
    out.put("code", paper.step());
    out.put("reason", paper.reason());
    out.put("at", paper.at().toString());
    return out;
  }

  private static Map<String, Object> searches(SearchTally.Summary searches) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("total", searches.searches());
    out.put("foundNothing", searches.foundNothing());
    out.put("tookLong", searches.tookLong());
    out.put("vain", searches.vain());
    List<Map<String, Object>> slow = searches.slow().stream().map(ConditionJson::slow).toList();
    out.put("slow", slow);
    return out;
  }

  private static Map<String, Object> slow(SearchTally.Slow slow) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("shape", slow.shape());
    out.put("times", slow.times());
    out.put("slowestMs", slow.slowest().toMillis());
    return out;
  }
}
