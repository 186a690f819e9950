package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import wenmai.analyzers.AnalyzedTerm;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineQuery.Synonym;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.Fields.TextLevel;
import wenmai.corpus.engine.lucene.QueryMaker.Where;

/**
 * Queries on texts and titles (文字检索). A word counts wherever its characters stand, as a word for
 * more; so a text that was cut into other words is found all the same.
 */
final class TextQueries {
  /** Words this many characters apart in all still belong together. */
  private static final int CLOSE = 30;

  /** So many words are looked for close to each other. */
  private static final int MOST_CLOSE = 5;

  /** A longer question is asked by its rarest words. */
  private static final int MOST_WORDS = 80;

  private static final int MOST_PAIRS = 160;

  private final Analysis analysis;
  private final Weights weights;
  private final TextLevel level;
  private final IndexReader reader;

  TextQueries(Analysis analysis, Weights weights, TextLevel level, IndexReader reader) {
    this.analysis = analysis;
    this.weights = weights;
    this.level = level;
    this.reader = reader;
  }

  List<String> pairFields(Where where) {
    return where == Where.TITLE
        ? List.of(level.titlePairs())
        : List.of(level.pairs(), level.titlePairs());
  }

  /** This very run, wherever we look. */
  Query exact(String folded, Where where) {
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    for (String field : pairFields(where)) {
      some.add(Runs.query(field, folded), Occur.SHOULD);
    }
    return some.build();
  }

  /** Every word of the run, or what stands for it in other words. */
  Query words(EngineQuery.Words words, Where where) {
    List<AnalyzedTerm> terms = analysis.queryTerms(words.run());
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    int at = 0;
    while (at < terms.size()) {
      int from = at;
      List<Synonym> synonyms = beginningAt(words, terms.get(from));
      int to = from + 1;
      for (Synonym synonym : synonyms) {
        int end =
            words.run().indexOf(synonym.of(), terms.get(from).start()) + synonym.of().length();
        while (to < terms.size() && terms.get(to).start() < end) {
          to++;
        }
      }
      every.add(group(words.run(), terms.subList(from, to), synonyms, where), Occur.MUST);
      at = to;
    }
    if (terms.size() > 1) {
      whole(analysis.fold(words.run()), where).forEach(bonus -> every.add(bonus, Occur.SHOULD));
      together(surfaces(words.run(), terms), where)
          .ifPresent(bonus -> every.add(bonus, Occur.SHOULD));
    }
    return every.build();
  }

  private static List<Synonym> beginningAt(EngineQuery.Words words, AnalyzedTerm term) {
    return words.synonyms().stream()
        .filter(synonym -> {
          int at = words.run().indexOf(synonym.of());
          return at >= term.start() && at < term.end();
        })
        .toList();
  }

  /** Neighbouring words that a synonym stands for together. */
  private Query group(String run, List<AnalyzedTerm> terms, List<Synonym> synonyms, Where where) {
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    terms.forEach(term -> every.add(word(run, term, where), Occur.MUST));
    if (synonyms.isEmpty()) {
      return every.build();
    }
    BooleanQuery.Builder either = new BooleanQuery.Builder().add(every.build(), Occur.SHOULD);
    String typed = run.substring(terms.getFirst().start(), terms.getLast().end());
    for (Synonym synonym : synonyms) {
      String instead = analysis.fold(typed.replace(synonym.of(), synonym.instead()));
      if (!instead.isEmpty()) {
        either.add(new BoostQuery(exact(instead, where), weights.run().synonym()), Occur.SHOULD);
      }
    }
    return either.build();
  }

  private Query word(String run, AnalyzedTerm term, Where where) {
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    String surface = analysis.fold(run.substring(term.start(), term.end()));
    if (where == Where.ANYWHERE) {
      some.add(term(level.words(), term.term(), weights.run().words()), Occur.SHOULD);
      some.add(run(level.pairs(), surface, weights.run().pairs()), Occur.SHOULD);
    }
    some.add(term(level.titleWords(), term.term(), weights.run().titleWords()), Occur.SHOULD);
    some.add(run(level.titlePairs(), surface, weights.run().titlePairs()), Occur.SHOULD);
    return some.build();
  }

  /** A bonus where the whole run stands as it was typed. */
  private List<Query> whole(String folded, Where where) {
    List<Query> bonuses = new ArrayList<>();
    if (where == Where.ANYWHERE) {
      bonuses.add(run(level.pairs(), folded, weights.run().phrase()));
    }
    bonuses.add(run(level.titlePairs(), folded, weights.run().titlePhrase()));
    return bonuses;
  }

  /** A bonus where these runs stand close to each other. */
  Optional<Query> together(List<String> runs, Where where) {
    if (where == Where.TITLE || runs.size() < 2 || runs.size() > MOST_CLOSE) {
      return Optional.empty();
    }
    if (runs.stream().anyMatch(run -> run.codePointCount(0, run.length()) < 2)) {
      return Optional.empty();
    }
    IntervalsSource[] sources =
        runs.stream()
            .map(run -> Runs.interval(level.pairs(), run, reader))
            .toArray(IntervalsSource[]::new);
    return Optional.of(
        new BoostQuery(
            new IntervalQuery(
                level.pairs(), Intervals.maxgaps(CLOSE, Intervals.unordered(sources))),
            weights.run().near()));
  }

  /** Ranked by how many of its words and pairs of characters occur, and how rare they are. */
  Query question(EngineQuery.Question question, Where where) {
    String text = question.text();
    Set<String> words = new LinkedHashSet<>();
    analysis.queryTerms(text).forEach(term -> words.add(term.term()));
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no word in the question");
    }
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    Weights.Question worth = weights.question();
    boolean inTitle = where == Where.TITLE;
    for (String word : rarest(level.words(), words, MOST_WORDS)) {
      add(level.words(), word, inTitle ? 0 : worth.words(), some);
      add(level.titleWords(), word, inTitle ? worth.words() : worth.titleWords(), some);
    }
    for (String pair : rarest(level.pairs(), pairs(text), MOST_PAIRS)) {
      add(level.pairs(), pair, inTitle ? 0 : worth.pairs(), some);
      add(level.titlePairs(), pair, inTitle ? worth.pairs() : worth.titlePairs(), some);
    }
    if (!inTitle) {
      legal(question, words, some);
    }
    String folded = analysis.fold(text);
    some.add(run(level.titlePairs(), folded, weights.question().titlePhrase()), Occur.SHOULD);
    for (Synonym synonym : question.synonyms()) {
      some.add(
          new BoostQuery(
              exact(analysis.fold(synonym.instead()), where), weights.question().synonym()),
          Occur.SHOULD);
    }
    return some.build();
  }

  /** What the law calls it: words and pairs that the question itself does not hold, each once. */
  private void legal(EngineQuery.Question question, Set<String> typed, BooleanQuery.Builder to) {
    Set<String> words = new LinkedHashSet<>();
    Set<String> pairs = new LinkedHashSet<>();
    for (Synonym legal : question.legal()) {
      analysis.queryTerms(legal.instead()).forEach(term -> words.add(term.term()));
      pairs.addAll(pairs(legal.instead()));
    }
    words.removeAll(typed);
    pairs.removeAll(pairs(question.text()));
    float weight = weights.legalIn(question.text());
    rarest(level.words(), words, MOST_WORDS)
        .forEach(word -> add(level.words(), word, weight * weights.question().words(), to));
    rarest(level.pairs(), pairs, MOST_PAIRS)
        .forEach(pair -> add(level.pairs(), pair, weight * weights.question().pairs(), to));
  }

  /** Of a long text those terms that tell most. */
  private List<String> rarest(String field, Set<String> terms, int most) {
    if (terms.size() <= most) {
      return List.copyOf(terms);
    }
    Map<String, Integer> holding = new HashMap<>();
    try {
      for (String term : terms) {
        int documents = reader.docFreq(new Term(field, term));
        if (documents > 0) {
          holding.put(term, documents);
        }
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("look up the words of a question", e);
    }
    return holding.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Every two neighbouring letters of the folded text that no sign parts. */
  private Set<String> pairs(String text) {
    int[] characters = analysis.fold(text).codePoints().toArray();
    Set<String> pairs = new LinkedHashSet<>();
    for (int i = 0; i + 1 < characters.length; i++) {
      if (Character.isIdeographic(characters[i]) && Character.isIdeographic(characters[i + 1])) {
        pairs.add(new String(characters, i, 2));
      }
    }
    return pairs;
  }

  private List<String> surfaces(String run, List<AnalyzedTerm> terms) {
    return terms.stream()
        .map(term -> analysis.fold(run.substring(term.start(), term.end())))
        .toList();
  }

  /** What is worth nothing is not looked for. */
  private static void add(String field, String term, float weight, BooleanQuery.Builder to) {
    if (weight > 0) {
      to.add(term(field, term, weight), Occur.SHOULD);
    }
  }

  private static Query term(String field, String term, float weight) {
    return new BoostQuery(new TermQuery(new Term(field, term)), weight);
  }

  private static Query run(String field, String folded, float weight) {
    return folded.isEmpty()
        ? new MatchNoDocsQuery("nothing visible")
        : new BoostQuery(Runs.query(field, folded), weight);
  }
}
