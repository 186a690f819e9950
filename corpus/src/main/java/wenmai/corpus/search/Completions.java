package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.analyzers.pinyin.Pinyin;
import wenmai.corpus.ReadingRoom.Suggestion;
import wenmai.corpus.engine.EngineView;

/**
 * Completes what is being typed (输入提示): words of the lexicon, then names of the collection. The
 * words are spelt once; immutable after that.
 */
final class Completions {
  private static final int LONGEST_PREFIX = 40;

  /** So many words come before the names of papers. */
  private static final int MOST_TERMS = 4;

  private final Lexicon lexicon;
  private final TreeMap<String, List<String>> terms = new TreeMap<>();

  Completions(Lexicon lexicon) {
    this.lexicon = lexicon;
    Pinyin pinyin = new Pinyin(lexicon);
    for (String word : lexicon.words().keySet()) {
      for (String spelling : pinyin.spellings(word)) {
        terms.computeIfAbsent(spelling, unknown -> new ArrayList<>()).add(word);
      }
    }
  }

  List<Suggestion> of(String typed, int size, EngineView view) {
    String prefix = lexicon.folding().fold(typed).text();
    if (prefix.isEmpty() || prefix.length() > LONGEST_PREFIX) {
      return List.of();
    }
    List<Suggestion> found = new ArrayList<>();
    for (String term : terms(prefix)) {
      found.add(new Suggestion(term, "term", Optional.empty()));
    }
    for (EngineView.Completion name : view.complete(prefix, size)) {
      found.add(suggestion(name));
    }
    return found.stream().limit(size).toList();
  }

  private static Suggestion suggestion(EngineView.Completion name) {
    return new Suggestion(
        name.text(),
        name.type(),
        name.type().equals("organ") ? Optional.empty() : Optional.of(name.document()));
  }

  /** Those spelt exactly so, then short ones. */
  private List<String> terms(String prefix) {
    SortedMap<String, List<String>> from = terms.subMap(prefix, prefix + Character.MAX_VALUE);
    return from.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> entry.getKey().length()))
        .flatMap(entry -> entry.getValue().stream().sorted())
        .distinct()
        .limit(MOST_TERMS)
        .toList();
  }
}
