package wenmai.corpus.engine.lucene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.engine.CitedPlace;
import wenmai.corpus.structure.Provision;

/**
 * The terms by which a citation is found (引用检索词): the paper alone, with its article, with its
 * paragraph.
 */
final class CitationTerms {
  /** A range of more articles than this is indexed by its ends. */
  private static final int LONGEST_RANGE = 200;

  private CitationTerms() {}

  static Set<String> of(List<CitedPlace> places, Analysis analysis) {
    Set<String> terms = new LinkedHashSet<>();
    for (CitedPlace place : places) {
      place.title().ifPresent(title -> add(terms, title(title, analysis), place));
      place.number().ifPresent(number -> add(terms, number(number.toString()), place));
    }
    return terms;
  }

  static String title(TitleKey key, Analysis analysis) {
    return "t:" + analysis.fold(key.value());
  }

  static String number(String official) {
    return "n:" + official;
  }

  /** Whether the term names a paper without an address. */
  static boolean isPaper(String term) {
    return term.indexOf('#') < 0;
  }

  /** A paper at an address. */
  static String at(String paper, String address) {
    return paper + "#" + address;
  }

  private static void add(Set<String> terms, String paper, CitedPlace place) {
    terms.add(paper);
    place
        .provision()
        .ifPresent(provision -> {
          for (Provision.Range range : provision.ranges()) {
            addPoint(terms, paper, range.first());
            addPoint(terms, paper, range.last());
            addBetween(terms, paper, range);
          }
        });
  }

  private static void addBetween(Set<String> terms, String paper, Provision.Range range) {
    int last = range.last().article();
    if (last - range.first().article() <= LONGEST_RANGE) {
      for (int article = range.first().article() + 1; article < last; article++) {
        addPoint(terms, paper, Provision.Point.article(article));
      }
    }
  }

  /** The point itself and all that it is part of. */
  private static void addPoint(Set<String> terms, String paper, Provision.Point point) {
    terms.add(at(paper, point.toString()));
    terms.add(at(paper, new Provision.Point(point.article(), point.inserted(), 0, 0).toString()));
    if (point.paragraph() > 0) {
      terms.add(
          at(
              paper,
              new Provision.Point(point.article(), point.inserted(), point.paragraph(), 0)
                  .toString()));
    }
  }
}
