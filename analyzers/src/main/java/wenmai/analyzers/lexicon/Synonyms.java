package wenmai.analyzers.lexicon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import wenmai.analyzers.fold.Folded;
import wenmai.analyzers.fold.Folding;

/**
 * Other words for what a query says (同义词), as data; used for queries outside quotation marks, never
 * for texts, and always shown to the reader. Immutable.
 */
public final class Synonyms {

  /**
   * A stretch of a query and what is searched besides it (扩展).
   *
   * @param start where the stretch starts in the query, in UTF-16 units
   * @param end where it ends
   * @param typed the stretch as it was typed
   * @param instead the other words, at least one, in the order of the lexicon
   * @param note a sentence for the reader, empty where there is nothing to say
   */
  public record Expansion(int start, int end, String typed, List<String> instead, String note) {
    public Expansion {
      instead = List.copyOf(instead);
    }
  }

  private record Entry(Set<String> instead, String note) {}

  private final Folding folding;
  private final Map<String, Entry> entries;
  private final int longest;

  private Synonyms(Folding folding, Map<String, Entry> entries) {
    this.folding = folding;
    this.entries = Map.copyOf(entries);
    this.longest = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  static Synonyms of(LexiconFile file, Folding folding) {
    Map<String, Entry> entries = new HashMap<>();
    for (LexiconFile.Row row : file.rows()) {
      List<String> forms = List.of(row.cell(1).split("\\|"));
      if (forms.size() < 2 || forms.stream().anyMatch(String::isBlank)) {
        throw row.wrong("expected two forms or more, parted by |");
      }
      List<String> typed =
          switch (row.first()) {
            case "equal" -> forms;
            case "oneway" -> forms.subList(0, 1);
            default -> throw row.wrong("expected equal or oneway");
          };
      for (String form : typed) {
        Set<String> others = new LinkedHashSet<>(forms);
        others.remove(form);
        String key = folding.fold(form).text();
        if (entries.putIfAbsent(key, new Entry(others, row.cell(2))) != null) {
          throw row.wrong("the form " + form + " has other synonyms already");
        }
      }
    }
    return new Synonyms(folding, entries);
  }

  /**
   * What a query may say in other words: the longest forms first found from the left, none inside
   * another. A form is found in any script and width.
   */
  public List<Expansion> in(String query) {
    Folded folded = folding.fold(query);
    String text = folded.text();
    List<Expansion> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = endOfLongest(text, at);
      if (end > at) {
        Entry entry = entries.get(text.substring(at, end));
        if (entry != null) {
          int start = folded.sourceStart(at);
          int stop = folded.sourceEnd(end);
          found.add(
              new Expansion(
                  start,
                  stop,
                  query.substring(start, stop),
                  List.copyOf(entry.instead()),
                  entry.note()));
        }
        at = end;
      } else {
        at++;
      }
    }
    return Collections.unmodifiableList(found);
  }

  private int endOfLongest(String text, int at) {
    for (int end = Math.min(text.length(), at + longest); end > at + 1; end--) {
      if (entries.containsKey(text.substring(at, end))) {
        return end;
      }
    }
    return at;
  }

  /** All forms that have synonyms, folded, in order; for tests and for suggestions. */
  public Set<String> forms() {
    return Collections.unmodifiableSet(new TreeMap<>(entries).navigableKeySet());
  }
}
