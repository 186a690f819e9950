package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineQuery.Synonym;

/**
 * What a query says apart from its operators and fields (检索词句).
 *
 * @param text the words, for a model of meaning
 * @param synonyms what was searched besides them, in the order of the query
 */
record PlainWords(String text, List<String> synonyms) {
  PlainWords {
    synonyms = List.copyOf(synonyms);
  }

  static PlainWords of(EngineQuery query) {
    List<String> words = new ArrayList<>();
    Set<String> synonyms = new LinkedHashSet<>();
    collect(query, words, synonyms);
    return new PlainWords(String.join(" ", words), new ArrayList<>(synonyms));
  }

  private static void collect(EngineQuery query, List<String> words, Set<String> synonyms) {
    switch (query) {
      case EngineQuery.Words run -> {
        words.add(run.run());
        run.synonyms().stream().map(Synonym::instead).forEach(synonyms::add);
      }
      case EngineQuery.Question question -> {
        words.add(question.text());
        question.synonyms().stream().map(Synonym::instead).forEach(synonyms::add);
        question.legal().stream().map(Synonym::instead).forEach(synonyms::add);
      }
      case EngineQuery.Exact exact -> words.add(exact.run());
      case EngineQuery.Near near -> words.addAll(near.words());
      case EngineQuery.InTitle title -> collect(title.query(), words, synonyms);
      case EngineQuery.All all -> all.parts().forEach(part -> collect(part, words, synonyms));
      case EngineQuery.Any any -> any.parts().forEach(part -> collect(part, words, synonyms));
      case EngineQuery.Wildcard wildcard -> {}
      case EngineQuery.Everything everything -> {}
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
