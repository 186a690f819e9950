package wenmai.corpus.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is looked for only where words stand without which it finds nothing (预筛模式). It
 * finds what {@link Pattern} finds, and far faster where that is little. For many threads.
 */
public final class SiftedPattern {
  private final Pattern pattern;
  private final List<String> words;
  private final int longest;

  private SiftedPattern(Pattern pattern, RequiredWords.Known known) {
    this.pattern = pattern;
    this.words = List.copyOf(known.words());
    this.longest = known.longest();
  }

  public static SiftedPattern of(Pattern pattern) {
    return new SiftedPattern(pattern, RequiredWords.of(pattern));
  }

  /**
   * @throws java.util.regex.PatternSyntaxException if this is no regular expression
   */
  public static SiftedPattern compile(String regex) {
    return of(Pattern.compile(regex));
  }

  /** What is looked for. */
  public Pattern pattern() {
    return pattern;
  }

  /** Words one of which stands wherever it is found; empty where none can be named. */
  List<String> words() {
    return words;
  }

  /** Whether it can be found in this text. */
  public boolean mayBeIn(String text) {
    return words.isEmpty() || words.stream().anyMatch(text::contains);
  }

  /** Whether it is found anywhere in this text. */
  public boolean isIn(String text) {
    return mayBeIn(text) && pattern.matcher(text).find();
  }

  /** Looks through a text from left to right. */
  public Search in(String text) {
    return new Search(text);
  }

  /** A search through one text. For one thread. */
  public final class Search {
    private final String text;
    private final Matcher matcher;
    private final int[] next = new int[words.size()];

    private Search(String text) {
      this.text = text;
      this.matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
      Arrays.fill(next, -1);
    }

    /** The first match that begins at this place or behind it. */
    public Optional<MatchResult> from(int start) {
      if (words.isEmpty() || longest >= RequiredWords.UNBOUNDED) {
        matcher.region(start, text.length());
        return mayBeIn(text) && matcher.find()
            ? Optional.of(matcher.toMatchResult())
            : Optional.empty();
      }
      int tried = start;
      for (int word = word(start); word < text.length(); word = word(word + 1)) {
        for (int at = Math.max(tried, word - longest); at <= word; at++) {
          matcher.region(at, text.length());
          if (matcher.lookingAt()) {
            return Optional.of(matcher.toMatchResult());
          }
        }
        tried = word + 1;
      }
      return Optional.empty();
    }

    /** Where the next of the words begins; behind the text if there is none. */
    private int word(int from) {
      int nearest = text.length();
      for (int i = 0; i < next.length; i++) {
        if (next[i] < from) {
          int found = text.indexOf(words.get(i), from);
          next[i] = found < 0 ? text.length() : found;
        }
        nearest = Math.min(nearest, next[i]);
      }
      return nearest;
    }
  }
}
