package wenmai.corpus.matter;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  private final Map<String, Integer> papers = new TreeMap<>();

  /** Takes in the names a paper states; gives those that nobody stated before. */
  Set<String> add(PaperCard paper) {
    Set<String> fresh = new TreeSet<>();
    for (String name : stated(paper)) {
      if (papers.merge(name, 1, Integer::sum) == 1) {
        fresh.add(name);
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

  /** Whether it depends on one of these names whom a paper is about. */
  static boolean mentions(PaperCard paper, Set<String> some) {
    return some.stream()
        .anyMatch(name ->
            paper.persons().opening().contains(name) || paper.persons().ending().contains(name));
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
    Map<Integer, String> byPlace = new TreeMap<>();
    for (String name : papers.keySet()) {
      int at = place.indexOf(name);
      if (at >= 0) {
        byPlace.merge(at, name, (one, other) -> one.length() >= other.length() ? one : other);
      }
    }
    return byPlace.values().stream().findFirst();
  }
}
