package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import wenmai.corpus.document.Fact;
import wenmai.corpus.text.Span;

/**
 * What a paper is about (主题), by the words of {@code config/topics}: one telling word in the title,
 * two in the text, or several supporting ones together. Each topic comes with the sentence that
 * shows it.
 */
final class Topics {
  /** Only so much of a text is looked at. */
  private static final int LOOKED_AT = 40_000;

  private static final int MOST = 6;
  private static final int LONGEST_SENTENCE = 160;
  private static final int TITLE_SCORE = 20;
  private static final int WORD_SCORE = 5;

  /** Enough for a topic: two telling words, or one and some support, in a text of usual length. */
  private static final int ENOUGH = 11;

  private final List<String> names;
  private final WordFinder finder;

  private Topics(List<String> names, List<WordFinder.Word> words) {
    this.names = List.copyOf(names);
    this.finder = new WordFinder(words);
  }

  static Topics of(RuleFile file) {
    List<String> names = new ArrayList<>();
    List<WordFinder.Word> words = new ArrayList<>();
    for (List<String> row : file.rows(4)) {
      int topic = names.size();
      names.add(row.get(1));
      words(row.get(2)).forEach(word -> words.add(new WordFinder.Word(word, 2 * topic)));
      words(row.get(3)).forEach(word -> words.add(new WordFinder.Word(word, 2 * topic + 1)));
    }
    return new Topics(names, words);
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  /** A topic's tally over a text. */
  private static final class Tally {
    private int score;
    private int first = -1;
    private int best;

    void add(int start, int points) {
      score += points;
      if (points > best) {
        best = points;
        first = start;
      }
    }
  }

  List<Fact<String>> read(Sheet sheet, String title) {
    String compact = sheet.compact();
    String text = compact.length() > LOOKED_AT ? compact.substring(0, LOOKED_AT) : compact;
    Tally[] tallies = new Tally[names.size()];
    Arrays.setAll(tallies, i -> new Tally());
    finder.find(
        text,
        (start, word) -> {
          boolean telling = word.meaning() % 2 == 0;
          tallies[word.meaning() / 2].add(start, telling ? WORD_SCORE : 1);
        });
    finder.find(
        title,
        (start, word) -> {
          if (word.meaning() % 2 == 0) {
            tallies[word.meaning() / 2].score += TITLE_SCORE;
          }
        });
    int enough = ENOUGH + text.length() / 1000;
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < tallies.length; i++) {
      if (tallies[i].score >= enough && tallies[i].best >= WORD_SCORE) {
        order.add(i);
      }
    }
    order.sort(Comparator.comparingInt(i -> -tallies[i].score));
    return order.stream().limit(MOST).map(i -> fact(sheet, names.get(i), tallies[i])).toList();
  }

  private static Fact<String> fact(Sheet sheet, String name, Tally tally) {
    double confidence = Math.min(0.95, 0.5 + tally.score * 0.01);
    Span sentence = sheet.sentence(tally.first, LONGEST_SENTENCE);
    return Fact.inferred(name, sheet.evidence(sentence), confidence);
  }
}
