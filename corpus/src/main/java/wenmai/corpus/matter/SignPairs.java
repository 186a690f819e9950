package wenmai.corpus.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentId;

/**
 * Which of many candidate steps are to be held against each other (候选环节配对), so that thousands about
 * the same are not all held against all: two papers of a step that comes once never come together,
 * and of more than {@link #MOST} that are like one only the nearest in time are its partners.
 */
final class SignPairs {
  /** No matter that one knows of has so many papers that are alike. */
  static final int MOST = 200;

  /**
   * What a month counts where a day counts one, so that whole months can be told by a difference.
   */
  private static final int MONTH = 32;

  private static final int UNDATED = Integer.MAX_VALUE;

  private final List<Sign> signs;
  private final Map<DocumentId, List<Integer>> byDocument;
  private final Map<Integer, List<Integer>> together = new HashMap<>();
  private final int[] days;

  /**
   * @param byDocument where each paper's signs are among these
   * @param joined those that are put together whatever they are
   */
  SignPairs(
      List<Sign> signs,
      Map<DocumentId, List<Integer>> byDocument,
      Collection<List<Integer>> joined) {
    this.signs = signs;
    this.byDocument = byDocument;
    joined.forEach(group -> group.forEach(member -> together.put(member, group)));
    this.days =
        signs.stream().mapToInt(sign -> sign.date().map(SignPairs::day).orElse(UNDATED)).toArray();
  }

  private static int day(LocalDate date) {
    return Math.toIntExact(
        date.getLong(ChronoField.PROLEPTIC_MONTH) * MONTH + date.getDayOfMonth());
  }

  /** Takes a pair, the lesser index first. */
  interface Taker {
    void take(int one, int other);
  }

  /** Those that are alike, each pair once and in order. */
  void alike(Taker taker) {
    Map<Subject, List<Integer>> bySubject =
        bySubject(IntStream.range(0, signs.size()).filter(this::isComparable));
    PairIndex<Subject> index = new PairIndex<>();
    Map<Subject, List<Row>> rows = new HashMap<>();
    Map<Subject, Map<CongressSession, List<Row>>> sessions = new HashMap<>();
    bySubject.forEach((subject, some) -> {
      index.add(subject, subject);
      rows.put(subject, rows(some));
      sessions.put(subject, sessions(some));
    });
    Found found = new Found((EdgeScores.LIKENESS_MONTHS + 1) * MONTH - 1);
    bySubject.forEach((subject, some) -> {
      List<PairIndex.Near<Subject>> near = index.near(subject, EdgeScores.LEAST_LIKENESS);
      for (int sign : some) {
        List<Row> those = new ArrayList<>();
        for (PairIndex.Near<Subject> other : near) {
          // what is less alike must at least have been before the same session
          those.addAll(
              other.likeness() >= EdgeScores.ALIKE
                  ? rows.getOrDefault(other.thing(), List.of())
                  : session(sign)
                      .map(it -> inSession(sessions, other.thing(), it))
                      .orElse(List.of()));
        }
        found.add(sign, those, other -> isComparable(other) && isAlike(sign, other));
      }
    });
    found.give(taker);
  }

  private static List<Row> inSession(
      Map<Subject, Map<CongressSession, List<Row>>> sessions,
      Subject subject,
      CongressSession session) {
    return sessions.getOrDefault(subject, Map.of()).getOrDefault(session, List.of());
  }

  private boolean isComparable(int sign) {
    return EdgeScores.isComparable(signs.get(sign));
  }

  private boolean isAlike(int one, int other) {
    return EdgeScores.alike(signs.get(one), signs.get(other))
        .filter(found -> found.score() >= EdgeScores.LEAST)
        .isPresent();
  }

  /** Those of these that are about something in common, each pair once and in order. */
  void inCommon(Set<Integer> members, Taker taker) {
    Map<Subject, List<Integer>> bySubject = bySubject(members.stream().mapToInt(each -> each));
    Map<Subject, List<Row>> rows = new LinkedHashMap<>();
    bySubject.forEach((subject, some) -> rows.put(subject, rows(some)));
    Found found = new Found(UNDATED);
    bySubject.forEach((subject, some) -> {
      List<Row> those = new ArrayList<>();
      rows.forEach((other, theirs) -> {
        if (EdgeScores.mayShare(subject, other)) {
          those.addAll(theirs);
        }
      });
      for (int sign : some) {
        found.add(
            sign,
            those,
            other ->
                members.contains(other)
                    && EdgeScores.mayShare(subject, signs.get(other).subject()));
      }
    });
    found.give(taker);
  }

  private Map<Subject, List<Integer>> bySubject(IntStream some) {
    Map<Subject, List<Integer>> bySubject = new LinkedHashMap<>();
    some.forEach(
        i -> bySubject.computeIfAbsent(signs.get(i).subject(), each -> new ArrayList<>()).add(i));
    return bySubject;
  }

  private List<Row> rows(List<Integer> some) {
    Map<Stage, List<Integer>> byStage = new LinkedHashMap<>();
    some.forEach(
        i -> byStage.computeIfAbsent(signs.get(i).stage(), each -> new ArrayList<>()).add(i));
    List<Row> rows = new ArrayList<>();
    byStage.forEach((stage, members) -> rows.add(new Row(stage, members)));
    return rows;
  }

  private Map<CongressSession, List<Row>> sessions(List<Integer> some) {
    Map<CongressSession, List<Integer>> bySession = new LinkedHashMap<>();
    some.forEach(i ->
        session(i)
            .ifPresent(it -> bySession.computeIfAbsent(it, each -> new ArrayList<>()).add(i)));
    Map<CongressSession, List<Row>> rows = new HashMap<>();
    bySession.forEach((session, those) -> rows.put(session, rows(those)));
    return rows;
  }

  private Optional<CongressSession> session(int sign) {
    return signs.get(sign).stage().is(Stage.Trait.SAME_SESSION)
        ? signs.get(sign).session()
        : Optional.empty();
  }

  /** Those of one step and one subject, by their days. */
  private final class Row {
    private final Stage stage;
    private final int[] members;

    Row(Stage stage, List<Integer> some) {
      this.stage = stage;
      this.members =
          some.stream()
              .sorted(Comparator.comparing((Integer i) -> days[i]).thenComparing(i -> i))
              .mapToInt(i -> i)
              .toArray();
    }

    /** The nearest to a sign of those within so many days of it, and of those without a day. */
    IntStream near(int sign, int within) {
      if (within == UNDATED || days[sign] == UNDATED) {
        return around(first(days[sign], sign), 0, members.length);
      }
      int from = first(days[sign] - within, 0);
      int to = first(days[sign] + within + 1, 0);
      int undated = first(UNDATED, 0);
      return IntStream.concat(
          around(first(days[sign], sign), from, to), around(undated, undated, members.length));
    }

    /** A place here, and the nearest to it. */
    private IntStream around(int place, int from, int to) {
      int low = Math.max(from, Math.min(place - MOST / 2, to - MOST - 1));
      return Arrays.stream(members, low, Math.min(to, low + MOST + 1));
    }

    /** The place of the first that is no earlier than this. */
    private int first(int day, int sign) {
      int low = 0;
      int high = members.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        int other = members[middle];
        boolean isEarlier = days[other] < day || (days[other] == day && other < sign);
        low = isEarlier ? middle + 1 : low;
        high = isEarlier ? high : middle;
      }
      return low;
    }
  }

  /** The partners that were found, of each no more than can be of one matter. */
  private final class Found {
    private final int within;
    private final LongStream.Builder pairs = LongStream.builder();

    /**
     * @param within so many days
     */
    Found(int within) {
      this.within = within;
    }

    /**
     * @param rows of such as are its partners
     * @param really whether another is
     */
    void add(int sign, Collection<Row> rows, IntPredicate really) {
      Stage stage = signs.get(sign).stage();
      IntStream some =
          rows.stream()
              .filter(row -> !comesOnce(stage, row.stage))
              .flatMapToInt(row -> row.near(sign, within));
      IntStream.concat(some, mayBeOne(sign).filter(really))
          .filter(other -> other != sign)
          .distinct()
          .boxed()
          .sorted(
              Comparator.comparing((Integer other) -> Math.abs((long) days[sign] - days[other]))
                  .thenComparing(other -> other))
          .limit(MOST)
          .forEach(other ->
              pairs.add((long) Math.min(sign, other) << Integer.SIZE | Math.max(sign, other)));
    }

    /** Those of the same step that may be with it though that comes once. */
    private IntStream mayBeOne(int sign) {
      Stage stage = signs.get(sign).stage();
      List<Integer> same =
          stage.is(Stage.Trait.JOINT)
              ? signs.get(sign).id().map(byDocument::get).orElse(List.of())
              : List.of();
      return Stream.concat(same.stream(), together.getOrDefault(sign, List.of()).stream())
          .mapToInt(other -> other)
          .filter(other -> comesOnce(stage, signs.get(other).stage()));
    }

    private static boolean comesOnce(Stage one, Stage other) {
      return one.role().equals(other.role())
          && !one.is(Stage.Trait.REPEATS)
          && !other.is(Stage.Trait.REPEATS);
    }

    void give(Taker taker) {
      pairs
          .build()
          .sorted()
          .distinct()
          .forEach(pair -> taker.take((int) (pair >>> Integer.SIZE), (int) pair));
    }
  }
}
