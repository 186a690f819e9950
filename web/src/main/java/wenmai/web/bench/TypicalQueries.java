package wenmai.web.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.DocumentView;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.FactKey;

/**
 * Queries as people type them (常见检索式), drawn from a collection by a fixed seed: a title as it
 * stands, words of a title, a title in quotes with a word beside it, a clause of a text in quotes
 * and without. None occurs twice.
 */
final class TypicalQueries {
  private static final long SEED = 20261121;

  /** What stands between two signs, of a length that people type. */
  private static final Pattern CLAUSE = Pattern.compile("\\p{IsHan}{4,16}");

  private static final int LONGEST_WORDS = 8;

  private final Random random = new Random(SEED);
  private final List<String> queries = new ArrayList<>();

  private TypicalQueries() {}

  /**
   * @param most so many at most
   */
  static List<String> of(ReadingRoom room, int most) {
    TypicalQueries typical = new TypicalQueries();
    room.export(typical::draw, matter -> {});
    List<String> distinct = new ArrayList<>(typical.queries.stream().distinct().sorted().toList());
    Collections.shuffle(distinct, typical.random);
    return List.copyOf(distinct.subList(0, Math.min(most, distinct.size())));
  }

  private void draw(DocumentView view) {
    String title = view.document().facts().value(FactKey.TITLE).orElse("");
    List<String> names = clauses(title);
    List<String> clauses = clauses(view.document().content().text());
    if (names.isEmpty() || clauses.isEmpty()) {
      return;
    }
    queries.add(title);
    queries.add(end(any(names), 2 + random.nextInt(LONGEST_WORDS - 1)));
    queries.add(end(any(names), 4) + " " + begin(any(clauses), 2 + random.nextInt(3)));
    queries.add("\"" + any(clauses) + "\"");
    queries.add(any(clauses));
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  private static String begin(String run, int length) {
    return run.substring(0, Math.min(run.length(), length));
  }

  private static String end(String run, int length) {
    return run.substring(Math.max(0, run.length() - length));
  }

  private static List<String> clauses(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = CLAUSE.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
