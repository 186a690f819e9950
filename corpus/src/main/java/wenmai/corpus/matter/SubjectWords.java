package wenmai.corpus.matter;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import wenmai.corpus.document.Region;
import wenmai.corpus.text.SiftedPattern;

/**
 * Takes from a title what says only what kind of paper it is, so that its subject is left (题名去框架).
 */
final class SubjectWords {
  /** A name between these is one word, of which no part is a frame word. */
  private static final char WHOLE = '「';

  private static final char WHOLE_ENDS = '」';

  /** Opening and closing ones in turn. */
  private static final String BRACKETS = "《》〈〉（）()“”";

  private final Map<Character, List<String>> frames;
  private final List<Name> names;
  private final NamedPatterns titles;

  /** What titles say in different words, and the words that stand for it. */
  record Name(SiftedPattern said, String name) {
    private String in(String title) {
      return said.mayBeIn(title)
          ? said.pattern().matcher(title).replaceAll(Matcher.quoteReplacement("/" + name + "/"))
          : title;
    }
  }

  /**
   * @param words that say what kind of paper it is
   * @param names that stand for what is said in different words
   * @param titles what else stands in titles beside the subject
   */
  SubjectWords(List<String> words, List<Name> names, NamedPatterns titles) {
    this.names = List.copyOf(names);
    this.titles = titles;
    Map<Character, List<String>> byFirst = new HashMap<>();
    words.stream()
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .forEach(word ->
            byFirst
                .computeIfAbsent(word.charAt(0), first -> new java.util.ArrayList<>())
                .add(word));
    this.frames = Map.copyOf(byFirst);
  }

  /**
   * @param title folded, without blanks
   * @param region whose name is taken out too
   */
  Subject of(String title, Optional<Region> region) {
    String left = titles.any("issuer").matcher(title).replaceFirst("");
    for (Name name : names) {
      left = name.in(left);
    }
    Matcher numbers = titles.any("numbers").matcher(left);
    left = numbers.replaceAll("/");
    if (region.isPresent()) {
      for (String name : region.get().path()) {
        left = left.replace(name, "/");
      }
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < left.length()) {
      int whole = left.charAt(at) == WHOLE ? left.indexOf(WHOLE_ENDS, at) : -1;
      if (whole > 0) {
        separate(out);
        out.append(left, at + 1, whole);
        separate(out);
        at = whole + 1;
        continue;
      }
      int frame = frameAt(left, at);
      if (frame > 0) {
        separate(out);
        at += frame;
      } else if (Character.isLetterOrDigit(left.charAt(at))) {
        out.append(left.charAt(at++));
      } else {
        separate(out);
        at++;
      }
    }
    return Subject.of(out.toString());
  }

  /**
   * A subject as its title puts it (题名中的事由): from its first word to its last with what stands
   * between, and the whole of a law's title within 《》 of which it has a part.
   *
   * @param title that the subject was taken from, folded, without blanks
   */
  String inTitle(Subject subject, String title) {
    if (subject.words().isEmpty()) {
      return "";
    }
    Matcher issuer = titles.any("issuer").matcher(title);
    int after = issuer.find() ? issuer.end() : 0;
    String last = subject.words().getLast();
    int start = title.indexOf(subject.words().getFirst(), after);
    int end = title.lastIndexOf(last) + last.length();
    if (start < 0 || end <= start) {
      return subject.toString();
    }
    int opened = title.lastIndexOf('《', start);
    if (opened >= 0 && title.indexOf('》', opened) >= start && isWhole(title, opened)) {
      start = opened;
    }
    int closed = title.indexOf('》', end - 1);
    int begun = closed < 0 ? -1 : title.lastIndexOf('《', closed);
    if (begun >= 0 && begun < end && isWhole(title, begun)) {
      end = Math.max(end, closed + 1);
    }
    boolean closes = end < title.length() && BRACKETS.indexOf(title.charAt(end)) % 2 == 1;
    String words = withWholeBrackets(title.substring(start, closes ? end + 1 : end));
    return words.replace('(', '（').replace(')', '）').replace(',', '，'); // as Chinese is written
  }

  /** A law is called by its whole title; a report or an opinion by what it is about. */
  private static boolean isWhole(String title, int opened) {
    int about = title.indexOf("关于", opened);
    return about < 0 || about > title.indexOf('》', opened);
  }

  /** Without a bracket that has no other half. */
  private static String withWholeBrackets(String words) {
    StringBuilder out = new StringBuilder();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < words.length(); i++) {
      char sign = words.charAt(i);
      if (BRACKETS.indexOf(sign) < 0) {
        out.append(sign);
      } else if (BRACKETS.indexOf(sign) % 2 == 0) {
        open.push(out.length());
        out.append(sign);
      } else if (!open.isEmpty()) {
        open.pop();
        out.append(sign);
      }
    }
    open.forEach(out::deleteCharAt);
    return out.toString();
  }

  private int frameAt(String words, int at) {
    for (String frame : frames.getOrDefault(words.charAt(at), List.of())) {
      if (words.startsWith(frame, at)) {
        return frame.length();
      }
    }
    return 0;
  }

  private static void separate(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '/') {
      out.append('/');
    }
  }
}
