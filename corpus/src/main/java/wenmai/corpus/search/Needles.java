package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wenmai.corpus.engine.CitedPlace;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineQuery.Synonym;
import wenmai.corpus.engine.LawName;

/**
 * What of a query can be marked in a text (标记词): folded runs of characters.
 *
 * @param exact runs in quotation marks, which must be shown wherever they stand
 * @param words words and what is said instead of them
 * @param numbers words with a number in them, in digits: they are shown however they are written
 * @param patterns runs with gaps
 * @param cited names of laws that are asked for as cited, which are shown where they stand
 */
record Needles(
    List<String> exact,
    List<String> words,
    List<String> numbers,
    List<EngineQuery.Wildcard> patterns,
    List<String> cited) {
  Needles {
    exact = List.copyOf(exact);
    words = List.copyOf(words);
    numbers = List.copyOf(numbers);
    patterns = List.copyOf(patterns);
    cited = List.copyOf(cited);
  }

  static Needles of(EngineQuery query, Vocabulary vocabulary) {
    Collector collector = new Collector(vocabulary);
    collector.add(query);
    return new Needles(
        new ArrayList<>(collector.exact),
        new ArrayList<>(collector.words),
        new ArrayList<>(collector.numbers),
        collector.patterns,
        new ArrayList<>(collector.cited));
  }

  boolean isEmpty() {
    return !hasWords() && cited.isEmpty();
  }

  /** Whether words are asked for, not merely what is cited. */
  boolean hasWords() {
    return !exact.isEmpty() || !words.isEmpty() || !patterns.isEmpty();
  }

  /** Whether it must be shown wherever it stands. */
  boolean mayBeAnywhere() {
    return !exact.isEmpty() || !cited.isEmpty();
  }

  private static final class Collector {
    private final Vocabulary vocabulary;
    private final Set<String> exact = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private final List<EngineQuery.Wildcard> patterns = new ArrayList<>();
    private final Set<String> cited = new LinkedHashSet<>();

    Collector(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
    }

    void add(EngineQuery query) {
      switch (query) {
        case EngineQuery.Words run -> {
          words.add(vocabulary.folded(run.run()));
          words(run.run(), run.synonyms());
        }
        case EngineQuery.Question question -> {
          words(question.text(), question.synonyms());
          question.legal().forEach(legal -> words(legal.instead(), List.of(legal)));
        }
        case EngineQuery.Exact run -> exact.add(vocabulary.folded(run.run()));
        case EngineQuery.Wildcard wildcard -> patterns.add(wildcard);
        case EngineQuery.Near near -> {
          words.addAll(near.words());
          near.words().forEach(this::addNumber);
        }
        case EngineQuery.InTitle title -> add(title.query());
        case EngineQuery.All all -> all.parts().forEach(this::add);
        case EngineQuery.Any any -> any.parts().forEach(this::add);
        case EngineQuery.Everything everything -> {}
        case EngineQuery.OfNumber number -> {}
        case EngineQuery.InRaw raw -> add(new EngineQuery.Exact(raw.run()));
        case EngineQuery.OfOrgan organ -> {}
        case EngineQuery.OfKind kind -> {}
        case EngineQuery.Dated dated -> {}
        case EngineQuery.Cites cites -> add(cites.place());
        case EngineQuery.OneOf oneOf -> {}
        case EngineQuery.Not not -> {}
      }
    }

    /** Where a law is asked for as a whole, the words that name it; else they may be anywhere. */
    private void add(CitedPlace place) {
      if (place.provision().isEmpty()) {
        place.title().ifPresent(title -> cited.add(vocabulary.folded(LawName.in(title.value()))));
      }
    }

    private void addNumber(String word) {
      String digits = vocabulary.inDigits(word);
      // A bare number of one digit stands everywhere and tells nothing.
      if (digits.length() > 1 && digits.chars().anyMatch(c -> c >= '0' && c <= '9')) {
        numbers.add(digits);
      }
    }

    private void words(String run, List<Synonym> synonyms) {
      List<String> single = new ArrayList<>();
      for (String word : vocabulary.words(run)) {
        String folded = vocabulary.folded(word);
        addNumber(word);
        (folded.codePointCount(0, folded.length()) > 1 ? words : single).add(folded);
      }
      if (words.isEmpty()) {
        words.addAll(single);
      }
      synonyms.forEach(synonym -> words.add(vocabulary.folded(synonym.instead())));
      words.remove("");
    }
  }
}
