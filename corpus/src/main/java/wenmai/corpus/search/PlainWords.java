package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineQuery.Synonym;

/**
 * What a query says apart from its operators and fields (检索词句).
 *
 * @param text the words
 * @param synonyms other ways to say them, in the order of the query
 * @param legal what the law calls the things that they ask about
 */
record PlainWords(String text, List<String> synonyms, List<String> legal) {
  PlainWords {
    synonyms = List.copyOf(synonyms);
    legal = List.copyOf(legal);
  }

  /** The words for a model of meaning: in the words of the law besides, for its texts speak so. */
  String meant() {
    return legal.isEmpty() ? text : text + " " + String.join(" ", legal);
  }

  /** What was searched besides the words. */
  List<String> besides() {
    return Stream.concat(synonyms.stream(), legal.stream()).distinct().toList();
  }

  static PlainWords of(EngineQuery query) {
    List<String> words = new ArrayList<>();
    Set<String> synonyms = new LinkedHashSet<>();
    Set<String> legal = new LinkedHashSet<>();
    collect(query, words, synonyms, legal);
    return new PlainWords(
        String.join(" ", words), new ArrayList<>(synonyms), new ArrayList<>(legal));
  }

  private static void collect(
      EngineQuery query, List<String> words, Set<String> synonyms, Set<String> legal) {
    switch (query) {
      case EngineQuery.Words run -> {
        words.add(run.run());
        run.synonyms().stream().map(Synonym::instead).forEach(synonyms::add);
      }
      case EngineQuery.Question question -> {
        words.add(question.text());
        question.synonyms().stream().map(Synonym::instead).forEach(synonyms::add);
        question.legal().stream().map(Synonym::instead).forEach(legal::add);
      }
      case EngineQuery.Exact exact -> words.add(exact.run());
      case EngineQuery.Near near -> words.addAll(near.words());
      case EngineQuery.InTitle title -> collect(title.query(), words, synonyms, legal);
      case EngineQuery.All all ->
          all.parts().forEach(part -> collect(part, words, synonyms, legal));
      case EngineQuery.Any any ->
          any.parts().forEach(part -> collect(part, words, synonyms, legal));
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
