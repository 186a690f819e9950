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
 * @param others other ways to say parts of them, in the order of the query
 * @param legal what the law calls the things that they ask about
 */
record PlainWords(String text, List<Synonym> others, List<Synonym> legal) {
  PlainWords {
    others = List.copyOf(others);
    legal = List.copyOf(legal);
  }

  /** The words for a model of meaning: as they are, and in the words of the law besides. */
  List<String> meant() {
    return legal.isEmpty()
        ? List.of(text)
        : List.of(text, text + " " + String.join(" ", said(legal.stream())));
  }

  /** What was searched besides the words, with the words each of them stands for. */
  List<Synonym> besides() {
    return Stream.concat(others.stream(), legal.stream()).distinct().toList();
  }

  /** The other ways themselves. */
  List<String> synonyms() {
    return said(besides().stream());
  }

  private static List<String> said(Stream<Synonym> synonyms) {
    return synonyms.map(Synonym::instead).distinct().toList();
  }

  static PlainWords of(EngineQuery query) {
    List<String> words = new ArrayList<>();
    Set<Synonym> synonyms = new LinkedHashSet<>();
    Set<Synonym> legal = new LinkedHashSet<>();
    collect(query, words, synonyms, legal);
    return new PlainWords(
        String.join(" ", words), new ArrayList<>(synonyms), new ArrayList<>(legal));
  }

  private static void collect(
      EngineQuery query, List<String> words, Set<Synonym> synonyms, Set<Synonym> legal) {
    switch (query) {
      case EngineQuery.Words run -> {
        words.add(run.run());
        synonyms.addAll(run.synonyms());
      }
      case EngineQuery.Question question -> {
        words.add(question.text());
        synonyms.addAll(question.synonyms());
        legal.addAll(question.legal());
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
