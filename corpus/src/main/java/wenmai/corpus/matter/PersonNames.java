package wenmai.corpus.matter;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/**
 * The names of those who are appointed or appraised in the papers taken in (任免和评议对象), so that
 * papers of one person are known. Names are read only where a paper of that kind states them, and
 * looked for only in papers of that kind.
 */
final class PersonNames {
  /** Papers whose title or address names who is appraised. */
  private static final List<String> APPRAISAL =
      List.of(
          "appraisal-opinion",
          "performance-report",
          "appraisal-investigation",
          "appraisal-rectification");

  private static final int SIGNED_WITHIN = 260;
  private static final int SIGNATURE = 40;

  private final Map<String, Integer> papers = new HashMap<>();

  /** How long names have been, so that a place in a text is looked up and not held against each. */
  private final NavigableSet<Integer> lengths = new TreeSet<>();

  /** Takes in the names a paper states; gives those that nobody stated before. */
  Set<String> add(PaperCard paper) {
    Set<String> fresh = new TreeSet<>();
    for (String name : stated(paper)) {
      if (papers.merge(name, 1, Integer::sum) == 1) {
        fresh.add(name);
        lengths.add(name.length());
      }
    }
    return fresh;
  }

  /** Leaves out a paper that was taken in; gives the names that nobody states now. */
  Set<String> remove(PaperCard paper) {
    Set<String> gone = new TreeSet<>();
    for (String name : stated(paper)) {
      if (papers.computeIfPresent(name, (each, count) -> count == 1 ? null : count - 1) == null) {
        gone.add(name);
      }
    }
    return gone;
  }

  private static Set<String> stated(PaperCard paper) {
    if (isAppointment(paper)) {
      return new TreeSet<>(paper.persons().appointed());
    }
    return APPRAISAL.stream().anyMatch(paper::plays)
        ? new TreeSet<>(paper.persons().appraised())
        : Set.of();
  }

  /** Tells of papers whether they depend on one of these names. */
  static Predicate<PaperCard> mentioning(Set<String> some) {
    NavigableSet<Integer> sizes = new TreeSet<>();
    some.forEach(name -> sizes.add(name.length()));
    return paper ->
        first(paper.persons().opening(), some, sizes).isPresent()
            || first(paper.persons().ending(), some, sizes).isPresent();
  }

  /**
   * What a paper says of persons.
   *
   * @param minutes whether it is minutes, which choose who is to be appraised
   * @param by how names are told
   */
  static PaperCard.Persons in(PaperReading paper, boolean minutes, PersonWords by) {
    String words = by.issuedBy().matcher(paper.title() + "|" + paper.head()).replaceAll("");
    String text = paper.compact();
    return new PaperCard.Persons(
        List.copyOf(appointed(paper, by)),
        List.copyOf(minutes ? chosen(paper, by) : appraised(paper, by)),
        words.substring(0, Math.min(SIGNED_WITHIN, words.length())),
        text.substring(Math.max(0, text.length() - SIGNATURE)));
  }

  private static boolean isAppointment(PaperCard paper) {
    return paper.plays("appointment-motion") || paper.plays("appointment-list");
  }

  private static Set<String> appointed(PaperReading paper, PersonWords by) {
    Set<String> names = new LinkedHashSet<>();
    by.collect(by.appointed(), by.note().matcher(paper.compact()).replaceAll(""), names);
    return names;
  }

  /** Whom minutes choose to be appraised. */
  private static Set<String> chosen(PaperReading paper, PersonWords by) {
    Set<String> names = new LinkedHashSet<>();
    by.collect(by.chosen(), paper.compact(), names);
    return names;
  }

  private static Set<String> appraised(PaperReading paper, PersonWords by) {
    Set<String> names = new LinkedHashSet<>();
    by.collect(by.appraised(), paper.title(), names);
    Matcher addressed = by.addressed().matcher(paper.head());
    while (addressed.find()) {
      for (int at = addressed.start(1); at + 2 <= addressed.end(1); at++) {
        if (paper.lineStartsAt(at)) {
          names.add(paper.head().substring(at, addressed.end(1)));
        }
      }
    }
    return names;
  }

  /** The persons a paper of this step is about. */
  Set<Key> keys(Stage stage, PaperCard paper) {
    Collection<String> found =
        switch (stage.role()) {
          case "appointment-motion", "appointment-list" -> paper.persons().appointed();
          case "appraisal-opinion", "minutes" -> paper.persons().appraised();
          default -> signed(paper.persons());
        };
    Set<Key> keys = new LinkedHashSet<>();
    found.forEach(name -> keys.add(Key.of(Template.Identity.PERSON, name)));
    return keys;
  }

  /** The first known name in the first lines, else in the last: who speaks or signs. */
  private List<String> signed(PaperCard.Persons persons) {
    return firstIn(persons.opening())
        .or(() -> firstIn(persons.ending()))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<String> firstIn(String place) {
    return first(place, papers.keySet(), lengths);
  }

  /** The one that stands first; of several at one place the longest. */
  private static Optional<String> first(
      String words, Set<String> names, NavigableSet<Integer> lengths) {
    for (int at = 0; at <= words.length(); at++) {
      for (int length : lengths.headSet(words.length() - at, true).descendingSet()) {
        String name = words.substring(at, at + length);
        if (names.contains(name)) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }
}
