package wenmai.corpus.engine.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wenmai.analyzers.AnalyzedTerm;
import wenmai.corpus.engine.IndexableDocument;
import wenmai.corpus.search.FacetName;

/**
 * The terms from which names are completed (补全词项): what may be typed, a tab, the type, a tab, the
 * name. A title is offered from its beginning and from the words within it.
 */
final class CompletionTerms {
  static final char TAB = '\t';

  /** Nobody types more of a name than this before choosing. */
  private static final int LONGEST_KEY = 16;

  /** Longer names are cut where they are shown anyway. */
  private static final int LONGEST_NAME = 120;

  /** Words of a title that it may be found from. */
  private static final int MOST_BEGINNINGS = 6;

  private CompletionTerms() {}

  static Set<String> of(IndexableDocument document, Analysis analysis) {
    Set<String> terms = new LinkedHashSet<>();
    document.title().ifPresent(title -> add(terms, title, "title", analysis));
    document
        .facets()
        .getOrDefault(FacetName.ORGAN, List.of())
        .forEach(organ -> add(terms, organ, "organ", analysis));
    document.number().ifPresent(number -> add(terms, number.toString(), "number", analysis));
    return terms;
  }

  private static void add(Set<String> terms, String name, String type, Analysis analysis) {
    if (name.length() > LONGEST_NAME || name.indexOf(TAB) >= 0) {
      return;
    }
    for (int start : beginnings(name, analysis)) {
      for (String key : analysis.spellings(name.substring(start))) {
        terms.add(cut(key) + TAB + type + TAB + name);
      }
    }
  }

  private static List<Integer> beginnings(String name, Analysis analysis) {
    List<Integer> beginnings = new ArrayList<>(List.of(0));
    for (AnalyzedTerm term : analysis.queryTerms(name)) {
      if (term.start() > 0 && beginnings.size() < MOST_BEGINNINGS) {
        beginnings.add(term.start());
      }
    }
    return beginnings;
  }

  private static String cut(String key) {
    return key.codePointCount(0, key.length()) <= LONGEST_KEY
        ? key
        : key.substring(0, key.offsetByCodePoints(0, LONGEST_KEY));
  }
}
