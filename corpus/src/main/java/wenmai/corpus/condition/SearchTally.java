package wenmai.corpus.condition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import wenmai.corpus.Reader;
import wenmai.corpus.search.SearchRequest;

/**
 * What searching was like since the start (检索统计): how many, how many found nothing, how many took
 * long. Of slow ones it keeps the shape, with every word replaced by its length; of vain ones the
 * words, but only of the public's, only short ones without long numbers, and it shows them only
 * once they have been looked for several times. It stands in memory alone. Safe for many threads.
 */
public final class SearchTally {
  /** Longer than this is slow: a person begins to notice. */
  private static final Duration SLOW = Duration.ofMillis(500);

  private static final int MOST_KEPT = 1_000;
  private static final int MOST_SHOWN = 20;

  /** What one person looked for once is that person's business. */
  private static final int SHOWN_FROM = 3;

  private static final int LONGEST_WORDS = 40;
  private static final int LONGEST_SHAPE = 80;
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9０-９]{7}");

  /** A run of letters and digits; what the query language itself consists of stays. */
  private static final Pattern RUN =
      Pattern.compile("(?i)\\b(?:and|or|not|near/\\d+)\\b|[\\p{L}\\p{N}]+");

  private static final Pattern LANGUAGE = Pattern.compile("(?i)and|or|not|near/\\d+");

  private final Map<String, Vain> vain = new Recent<>();
  private final Map<String, Slow> slow = new Recent<>();
  private long searches;
  private long foundNothing;
  private long tookLong;

  /**
   * What it shows.
   *
   * @param vain most frequent first
   * @param slow slowest first
   */
  public record Summary(
      long searches, long foundNothing, long tookLong, List<Vain> vain, List<Slow> slow) {
    public Summary {
      vain = List.copyOf(vain);
      slow = List.copyOf(slow);
    }
  }

  /** Words that nothing was found for, and how often. */
  public record Vain(String words, long times) {}

  /**
   * What slow queries look like.
   *
   * @param shape such as {@code 3 near/10(2 2) "4"}: figures stand for words of so many characters
   */
  public record Slow(String shape, long times, Duration slowest) {
    private Slow and(Slow other) {
      return new Slow(
          shape,
          times + other.times,
          slowest.compareTo(other.slowest) > 0 ? slowest : other.slowest);
    }
  }

  /** Keeps what was met last. */
  private static final class Recent<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > MOST_KEPT;
    }
  }

  /** Counts one search. */
  public void note(Reader reader, SearchRequest request, long total, Duration took) {
    String words = request.query().strip().replaceAll("\\s+", " ");
    boolean fresh = request.page() == 1 && !words.isEmpty();
    boolean mayBeKept =
        reader.name().isEmpty()
            && words.codePointCount(0, words.length()) <= LONGEST_WORDS
            && !LONG_NUMBER.matcher(words).find();
    synchronized (this) {
      searches++;
      if (total == 0 && fresh) {
        foundNothing++;
        if (mayBeKept) {
          vain.merge(words, new Vain(words, 1), (a, b) -> new Vain(words, a.times + b.times));
        }
      }
      if (took.compareTo(SLOW) >= 0) {
        tookLong++;
        slow.merge(shape(request, words), new Slow(shape(request, words), 1, took), Slow::and);
      }
    }
  }

  /** The query without its words. */
  static String shape(SearchRequest request, String words) {
    String head = words.substring(0, Math.min(words.length(), 4 * LONGEST_SHAPE));
    String bare =
        RUN.matcher(head)
            .replaceAll(run ->
                LANGUAGE.matcher(run.group()).matches()
                    ? run.group().toLowerCase(Locale.ROOT)
                    : "" + run.group().codePointCount(0, run.group().length()));
    String cut = bare.substring(0, Math.min(bare.length(), LONGEST_SHAPE));
    return (cut + " [" + request.mode() + " " + request.level() + "]")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  public synchronized Summary summary() {
    List<Vain> often = new ArrayList<>(vain.values());
    often.removeIf(one -> one.times < SHOWN_FROM);
    often.sort(Comparator.comparingLong(Vain::times).reversed().thenComparing(Vain::words));
    List<Slow> slowest = new ArrayList<>(slow.values());
    slowest.sort(Comparator.comparing(Slow::slowest).reversed().thenComparing(Slow::shape));
    return new Summary(searches, foundNothing, tookLong, first(often), first(slowest));
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(all.size(), MOST_SHOWN));
  }
}
