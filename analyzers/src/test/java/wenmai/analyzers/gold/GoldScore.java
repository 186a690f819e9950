package wenmai.analyzers.gold;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import wenmai.analyzers.AnalyzedTerm;

/**
 * How well a way of analysing does on the gold set.
 *
 * @param wordF1 harmonic mean of precision and recall of the words of the best segmentation
 * @param termRecall share of the labelled terms that a query for the term finds where it stands
 * @param misses what went wrong, for people
 */
record GoldScore(double wordF1, double termRecall, List<String> misses) {

  String figures() {
    return String.format(Locale.ROOT, "F1 %.4f, terms %.4f", wordF1, termRecall);
  }

  static GoldScore of(Contestant contestant, List<GoldSentence> sentences) {
    int right = 0;
    int given = 0;
    int wanted = 0;
    int terms = 0;
    int found = 0;
    List<String> misses = new ArrayList<>();
    for (GoldSentence sentence : sentences) {
      Set<Long> gold = spans(sentence.words());
      Set<Long> ours = words(contestant.query(sentence.text()), sentence.text());
      wanted += gold.size();
      given += ours.size();
      Set<Long> both = new HashSet<>(ours);
      both.retainAll(gold);
      right += both.size();
      for (long span : ours) {
        if (!gold.contains(span)) {
          misses.add("word " + sentence.id() + " " + in(sentence.text(), span));
        }
      }
      List<AnalyzedTerm> index = contestant.index(sentence.text());
      for (GoldSentence.Term term : sentence.terms()) {
        terms++;
        if (finds(index, contestant.query(term.text()), term.start())) {
          found++;
        } else {
          misses.add("term " + sentence.id() + " " + term.text() + " in " + sentence.text());
        }
      }
    }
    double precision = (double) right / given;
    double recall = (double) right / wanted;
    return new GoldScore(
        2 * precision * recall / (precision + recall), (double) found / terms, misses);
  }

  /**
   * Whether the query's terms all stand in the text, as far apart as in the query, from here on.
   */
  private static boolean finds(List<AnalyzedTerm> index, List<AnalyzedTerm> query, int start) {
    Set<String> at = new HashSet<>();
    for (AnalyzedTerm term : index) {
      at.add(term.position() + " " + term.term());
    }
    AnalyzedTerm first = query.getFirst();
    return index.stream()
        .filter(term -> term.start() == start + first.start() && term.term().equals(first.term()))
        .anyMatch(term ->
            query.stream()
                .allMatch(q ->
                    at.contains(
                        (term.position() + q.position() - first.position()) + " " + q.term())));
  }

  private static Set<Long> spans(List<String> words) {
    Set<Long> spans = new HashSet<>();
    int at = 0;
    for (String word : words) {
      spans.add(span(at, at + word.length()));
      at += word.length();
    }
    return spans;
  }

  /** The words of the stream; what lies between them, signs, is a word a character. */
  private static Set<Long> words(List<AnalyzedTerm> terms, String text) {
    Set<Long> spans = new HashSet<>();
    int at = 0;
    for (AnalyzedTerm term : terms) {
      if (term.start() < at) {
        continue;
      }
      for (; at < term.start(); at++) {
        spans.add(span(at, at + 1));
      }
      spans.add(span(term.start(), term.end()));
      at = term.end();
    }
    for (; at < text.length(); at++) {
      spans.add(span(at, at + 1));
    }
    return spans;
  }

  private static String in(String text, long span) {
    int start = (int) (span >>> 32);
    int end = (int) span;
    return text.substring(start, end)
        + " in "
        + text.substring(Math.max(0, start - 8), Math.min(text.length(), end + 8));
  }

  private static long span(int start, int end) {
    return (long) start << 32 | end;
  }
}
