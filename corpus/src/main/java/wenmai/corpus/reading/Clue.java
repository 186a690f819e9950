package wenmai.corpus.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Span;

/**
 * A pattern that is looked for in whole texts, with words one of which every match holds (线索). The
 * words are found far faster than the pattern, and most texts have none of them.
 *
 * @param words at least one
 */
record Clue(List<String> words, Pattern pattern) {
  /** No match reaches further than this from the word it holds. */
  private static final int REACH = 80;

  Clue {
    words = List.copyOf(words);
  }

  /**
   * @param words separated by blanks
   */
  static Clue of(String words, Pattern pattern) {
    return new Clue(
        Arrays.stream(words.split(" ", -1)).filter(word -> !word.isEmpty()).toList(), pattern);
  }

  /** The clues of a file whose first column holds the words and whose second the pattern. */
  static List<Clue> read(RuleFile file) {
    List<List<String>> rows = file.rows(2);
    return java.util.stream.IntStream.range(0, rows.size())
        .mapToObj(i -> of(rows.get(i).get(0), file.pattern(i, rows.get(i).get(1))))
        .toList();
  }

  /** Where the pattern is found first. */
  Optional<Span> find(String text) {
    return find(text, 0, text.length());
  }

  Optional<Span> find(String text, int from, int to) {
    for (String word : words) {
      int at = text.indexOf(word, from);
      while (at >= 0 && at < to) {
        int last = at;
        int next = text.indexOf(word, at + word.length());
        while (next >= 0 && next < to && next - last <= REACH) {
          last = next; // words close together are searched around but once
          next = text.indexOf(word, next + word.length());
        }
        Matcher matcher =
            pattern.matcher(text).region(Math.max(from, at - REACH), Math.min(to, last + REACH));
        if (matcher.find()) {
          return Optional.of(Span.of(matcher.start(), matcher.end()));
        }
        at = next;
      }
    }
    return Optional.empty();
  }

  /** The pattern where a text begins with it. */
  Optional<Span> opening(String text, int to) {
    Matcher matcher = pattern.matcher(text).region(0, to);
    return matcher.lookingAt()
        ? Optional.of(Span.of(matcher.start(), matcher.end()))
        : Optional.empty();
  }

  /** The first of several clues that is found. */
  static Optional<Span> findAny(List<Clue> clues, String text) {
    return clues.stream().flatMap(clue -> clue.find(text).stream()).findFirst();
  }
}
