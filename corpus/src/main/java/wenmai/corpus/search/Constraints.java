package wenmai.corpus.search;

import java.util.List;
import wenmai.corpus.engine.EngineQuery;

/**
 * What of a query must hold however a document is found (硬条件): fields, exact runs and what is
 * excluded, but not its words, which a document near in meaning need not have.
 */
final class Constraints {
  private Constraints() {}

  static EngineQuery of(EngineQuery query) {
    return switch (query) {
      case EngineQuery.All all -> all(all.parts());
      case EngineQuery.Words words -> new EngineQuery.Everything();
      case EngineQuery.Question question -> new EngineQuery.Everything();
      case EngineQuery.Any any -> any(any);
      case EngineQuery.Everything everything -> everything;
      case EngineQuery.Exact exact -> exact;
      case EngineQuery.Wildcard wildcard -> wildcard;
      case EngineQuery.Near near -> near;
      case EngineQuery.InTitle title -> title;
      case EngineQuery.OfNumber number -> number;
      case EngineQuery.InRaw raw -> raw;
      case EngineQuery.OfOrgan organ -> organ;
      case EngineQuery.OfKind kind -> kind;
      case EngineQuery.Dated dated -> dated;
      case EngineQuery.Cites cites -> cites;
      case EngineQuery.OneOf oneOf -> oneOf;
      case EngineQuery.Not not -> not;
    };
  }

  private static EngineQuery all(List<EngineQuery> parts) {
    List<EngineQuery> hard =
        parts.stream()
            .map(Constraints::of)
            .filter(part -> !(part instanceof EngineQuery.Everything))
            .toList();
    return hard.isEmpty() ? new EngineQuery.Everything() : new EngineQuery.All(hard);
  }

  /** Where one alternative may be met by meaning, there is nothing that must hold. */
  private static EngineQuery any(EngineQuery.Any any) {
    List<EngineQuery> parts = any.parts().stream().map(Constraints::of).toList();
    return parts.stream().anyMatch(EngineQuery.Everything.class::isInstance)
        ? new EngineQuery.Everything()
        : new EngineQuery.Any(parts);
  }
}
