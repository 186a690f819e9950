package wenmai.corpus.engine.lucene;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.engine.EngineQuery;

/** What to look for within a document that has been found (放宽): any of the words, best first. */
final class Relaxed {
  private Relaxed() {}

  /** The parts of a query that can be shown in a text; perhaps none. */
  static List<EngineQuery> parts(EngineQuery query) {
    List<EngineQuery> parts = new ArrayList<>();
    add(query, parts);
    return parts;
  }

  private static void add(EngineQuery query, List<EngineQuery> parts) {
    switch (query) {
      case EngineQuery.Words words ->
          parts.add(new EngineQuery.Question(words.run(), words.synonyms(), List.of()));
      case EngineQuery.Question question -> parts.add(question);
      case EngineQuery.Exact exact -> parts.add(exact);
      case EngineQuery.Wildcard wildcard -> parts.add(wildcard);
      case EngineQuery.Near near -> parts.add(near);
      case EngineQuery.All all -> all.parts().forEach(part -> add(part, parts));
      case EngineQuery.Any any -> any.parts().forEach(part -> add(part, parts));
      case EngineQuery.Everything everything -> {}
      case EngineQuery.InTitle title -> {}
      case EngineQuery.OfNumber number -> {}
      case EngineQuery.InRaw raw -> {}
      case EngineQuery.OfOrgan organ -> {}
      case EngineQuery.OfKind kind -> {}
      case EngineQuery.Dated dated -> {}
      case EngineQuery.Cites cites -> {}
      case EngineQuery.OneOf oneOf -> {}
      case EngineQuery.Not not -> {}
    }
  }
}
