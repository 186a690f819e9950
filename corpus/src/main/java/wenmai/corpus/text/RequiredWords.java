package wenmai.corpus.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads off a pattern what every text holds in which it finds something (必含词): words one of which
 * stands there, and how long a match can be. What patterns are built of is understood as far as
 * those of {@code config} go; where it is not understood, nothing is said.
 */
final class RequiredWords {
  /** Looking for more words than these, one after the other, takes as long as the pattern does. */
  static final int MOST = 24;

  static final int UNBOUNDED = 1 << 20;

  /** Flags under which a letter stands for others than itself. */
  private static final int BENDING =
      Pattern.CASE_INSENSITIVE | Pattern.CANON_EQ | Pattern.COMMENTS | Pattern.LITERAL;

  /** What stands for itself behind a backslash. */
  private static final String SIGNS = ".()[]{}|*+?^$\\-/&,:;!<>=\"'#@%~";

  /** Behind a backslash: one character of some kind. */
  private static final String KINDS = "dDsSwWhHvV";

  /** Behind a backslash: a place between characters. */
  private static final String PLACES = "bBAzZ";

  private static final String QUANTIFIERS = "?*+{";

  /** Within a class of characters: a bracket that is a letter, a quotation. */
  private static final List<String> UNUSUAL = List.of("[]", "[^]", "\\Q");

  private static final List<String> NEEDED = List.of("?:", "?>", "?=", "?<=");
  private static final List<String> UNWANTED = List.of("?!", "?<!");

  /**
   * What is known of a pattern or of a part of it.
   *
   * @param words one of them is needed; empty where none can be named
   * @param longest how many characters at most it is, or {@link #UNBOUNDED}
   */
  record Known(Set<String> words, int longest) {
    static final Known NOTHING = new Known(Set.of(), UNBOUNDED);
    private static final Known PLACE = new Known(Set.of(), 0);

    /** One beyond the first plane is two. */
    private static final Known CHARACTER = new Known(Set.of(), 2);

    Known {
      longest = Math.min(longest, UNBOUNDED);
    }

    private static Known letter(char c) {
      return new Known(Set.of(String.valueOf(c)), 1);
    }

    private Known or(Known other) {
      Set<String> either = new LinkedHashSet<>(words);
      either.addAll(other.words);
      boolean both = !words.isEmpty() && !other.words.isEmpty();
      return new Known(both ? either : Set.of(), Math.max(longest, other.longest));
    }

    private Known then(Known next) {
      return new Known(
          next.tells() > tells() ? next.words : words, Math.addExact(longest, next.longest));
    }

    /** Long words and few of them tell most. */
    private int tells() {
      int shortest = words.stream().mapToInt(String::length).min().orElse(0);
      return words.isEmpty() || words.size() > MOST ? 0 : (shortest + 1) * MOST - words.size();
    }

    private Known times(int least, int most) {
      long length = (long) longest * most;
      return new Known(least > 0 ? words : Set.of(), (int) Math.min(length, UNBOUNDED));
    }

    /** A text that holds a longer word holds the shorter one within it. */
    private Known settled() {
      Set<String> needed = new LinkedHashSet<>(words);
      needed.removeIf(
          word -> words.stream().anyMatch(other -> !other.equals(word) && word.contains(other)));
      return new Known(needed.size() > MOST ? Set.of() : needed, longest);
    }
  }

  private final String pattern;
  private int at;
  private boolean looksAround;

  private RequiredWords(String pattern) {
    this.pattern = pattern;
  }

  static Known of(Pattern pattern) {
    if ((pattern.flags() & BENDING) != 0) {
      return Known.NOTHING;
    }
    RequiredWords reader = new RequiredWords(pattern.pattern());
    Optional<Known> known = reader.alternatives();
    if (known.isEmpty() || reader.at < reader.pattern.length()) {
      return Known.NOTHING;
    }
    Known whole = known.get().settled();
    // What is looked for around a match may stand far from it.
    return reader.looksAround ? new Known(whole.words(), UNBOUNDED) : whole;
  }

  /** Like all that read here: empty where something is not understood. */
  private Optional<Known> alternatives() {
    Optional<Known> all = sequence();
    while (all.isPresent() && here('|')) {
      at++;
      Known before = all.get();
      all = sequence().map(before::or);
    }
    return all;
  }

  private Optional<Known> sequence() {
    Known all = Known.PLACE;
    StringBuilder run = new StringBuilder();
    while (at < pattern.length() && !here('|') && !here(')')) {
      int start = at;
      Optional<Known> part = part();
      if (part.isEmpty()) {
        return part;
      }
      boolean repeated = at < pattern.length() && QUANTIFIERS.indexOf(pattern.charAt(at)) >= 0;
      boolean letter = pattern.charAt(start) != '(' && !part.get().words().isEmpty();
      if (letter && !repeated) {
        run.append(part.get().words().iterator().next());
        continue;
      }
      all = all.then(literal(run)).then(repeated ? repeated(part.get()) : part.get());
      run.setLength(0);
    }
    return Optional.of(all.then(literal(run)));
  }

  private static Known literal(CharSequence run) {
    return run.isEmpty() ? Known.PLACE : new Known(Set.of(run.toString()), run.length());
  }

  private boolean here(char c) {
    return at < pattern.length() && pattern.charAt(at) == c;
  }

  /** One thing that a quantifier may follow. */
  private Optional<Known> part() {
    char c = pattern.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> kind();
      case '\\' -> escape(pattern.charAt(at + 1));
      case '.' -> past(1, Known.CHARACTER);
      case '^', '$' -> past(1, Known.PLACE);
      default -> Character.isSurrogate(c) ? Optional.empty() : past(1, Known.letter(c));
    };
  }

  private Optional<Known> past(int characters, Known what) {
    at += characters;
    return Optional.of(what);
  }

  private Optional<Known> escape(char c) {
    if (SIGNS.indexOf(c) >= 0) {
      return past(2, Known.letter(c));
    }
    if (KINDS.indexOf(c) >= 0) {
      return past(2, Known.CHARACTER);
    }
    if (PLACES.indexOf(c) >= 0) {
      return past(2, Known.PLACE);
    }
    boolean property = (c == 'p' || c == 'P') && pattern.charAt(at + 2) == '{';
    return property ? past(pattern.indexOf('}', at) + 1 - at, Known.CHARACTER) : Optional.empty();
  }

  /** A class of characters, which may hold others. */
  private Optional<Known> kind() {
    int depth = 0;
    do {
      char c = pattern.charAt(at);
      if (UNUSUAL.stream().anyMatch(begin -> pattern.startsWith(begin, at))) {
        return Optional.empty();
      }
      depth += c == '[' ? 1 : 0;
      depth -= c == ']' ? 1 : 0;
      at += c == '\\' ? 2 : 1;
    } while (depth > 0);
    return Optional.of(Known.CHARACTER);
  }

  private Optional<Known> group() {
    at++;
    boolean needed = true;
    boolean around = false;
    if (here('?')) {
      String begin = beginning();
      if (begin.isEmpty()) {
        return Optional.empty();
      }
      at += begin.length();
      needed = !UNWANTED.contains(begin);
      around = !needed || begin.endsWith("=");
      looksAround |= around;
    }
    Optional<Known> within = alternatives();
    if (!here(')')) {
      return Optional.empty();
    }
    at++;
    boolean counts = needed;
    int most = around ? 0 : 1;
    return within.map(known -> known.times(counts ? 1 : 0, most));
  }

  /** What a group begins with that has no number; empty where that is not understood. */
  private String beginning() {
    for (String begin : NEEDED) {
      if (pattern.startsWith(begin, at)) {
        return begin;
      }
    }
    for (String begin : UNWANTED) {
      if (pattern.startsWith(begin, at)) {
        return begin;
      }
    }
    return pattern.startsWith("?<", at)
        ? pattern.substring(at, pattern.indexOf('>', at) + 1)
        : ""; // flags
  }

  /** Reads how often a part comes. */
  private Known repeated(Known part) {
    char c = pattern.charAt(at);
    int least = c == '+' ? 1 : 0;
    int most = c == '?' ? 1 : UNBOUNDED;
    if (c == '{') {
      int end = pattern.indexOf('}', at);
      String[] bounds = pattern.substring(at + 1, end).split(",", -1);
      least = Integer.parseInt(bounds[0]);
      String last = bounds[bounds.length - 1];
      most = last.isEmpty() ? UNBOUNDED : Integer.parseInt(last);
      at = end;
    }
    at++;
    if (here('?') || here('+')) {
      at++;
    }
    return part.times(least, most);
  }
}
