package wenmai.corpus.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;

/**
 * Finds papers that are named without 《》 by what they are about and what they are (无书名号的文件指称):
 * 关于全县农村饮水安全工作的审议意见. A description means the last paper of that kind and subject before the paper
 * that gives it. Papers that are about the same are looked up together, and of those of one step
 * only the last is looked at, so that a thousand papers of one subject take no longer than a few.
 * Pure.
 */
final class DescribedPapers {
  private static final double LEAST = 0.78;
  private static final int LEAST_PAIRS = 3;
  private static final int MONTHS = 18;
  private static final int MOST = 40;

  private final BiPredicate<String, String> plays;
  private final Map<Subject, Map<String, NavigableSet<Meant>>> held = new HashMap<>();
  private final PairIndex<Subject> subjects = new PairIndex<>();
  private final Map<Subject, Map<DocumentId, Integer>> describing = new HashMap<>();
  private final PairIndex<Subject> described = new PairIndex<>();

  /**
   * @param plays whether a paper of this role may be called by these words
   */
  DescribedPapers(BiPredicate<String, String> plays) {
    this.plays = plays;
  }

  /** A step that a description may mean. */
  private record Meant(LocalDate date, String name, DocumentId id) {
    private static final Comparator<Meant> LAST =
        Comparator.comparing(Meant::date).thenComparing(Meant::name);
  }

  /** One that a description means, and how much it is like it. */
  private record Found(Meant meant, double likeness) {}

  /** Takes in what a paper is by itself, and what it describes. */
  void add(PaperCard paper, Collection<Sign> own) {
    for (Sign sign : own) {
      meant(sign)
          .ifPresent(meant -> {
            subjects.add(sign.subject(), sign.subject());
            held.computeIfAbsent(sign.subject(), each -> new HashMap<>())
                .computeIfAbsent(sign.stage().role(), each -> new TreeSet<>(Meant.LAST))
                .add(meant);
          });
    }
    for (PaperCard.Description description : paper.descriptions()) {
      described.add(description.subject(), description.subject());
      describing
          .computeIfAbsent(description.subject(), each -> new HashMap<>())
          .merge(paper.id(), 1, Integer::sum);
    }
  }

  /** Leaves out what was taken in. */
  void remove(PaperCard paper, Collection<Sign> own) {
    for (Sign sign : own) {
      meant(sign).ifPresent(meant -> remove(sign, meant));
    }
    for (PaperCard.Description description : paper.descriptions()) {
      Map<DocumentId, Integer> left =
          describing.computeIfPresent(
              description.subject(),
              (subject, papers) -> {
                papers.computeIfPresent(paper.id(), (id, times) -> times == 1 ? null : times - 1);
                return papers.isEmpty() ? null : papers;
              });
      if (left == null) {
        described.remove(description.subject());
      }
    }
  }

  private void remove(Sign sign, Meant meant) {
    Map<String, NavigableSet<Meant>> left =
        held.computeIfPresent(
            sign.subject(),
            (subject, byRole) -> {
              byRole.computeIfPresent(
                  sign.stage().role(),
                  (role, those) -> {
                    those.remove(meant);
                    return those.isEmpty() ? null : those;
                  });
              return byRole.isEmpty() ? null : byRole;
            });
    if (left == null) {
      subjects.remove(sign.subject());
    }
  }

  /**
   * The subjects of what can be meant of these steps: {@link #whoMayMean} tells for each who may
   * describe it.
   */
  static Set<Subject> meantBy(Collection<Sign> own) {
    Set<Subject> subjects = new HashSet<>();
    own.stream().filter(sign -> meant(sign).isPresent()).map(Sign::subject).forEach(subjects::add);
    return subjects;
  }

  /** The papers that may describe something of this subject. */
  Set<DocumentId> whoMayMean(Subject subject) {
    Set<DocumentId> papers = new HashSet<>();
    described
        .near(subject, LEAST)
        .forEach(near -> papers.addAll(describing.getOrDefault(near.thing(), Map.of()).keySet()));
    return papers;
  }

  private static Optional<Meant> meant(Sign sign) {
    boolean can = sign.isHeld() && !sign.stage().is(Stage.Trait.JOINT) && tells(sign.subject());
    return can
        ? sign.date().flatMap(day -> sign.id().map(id -> new Meant(day, sign.name(), id)))
        : Optional.empty();
  }

  /** Whether a subject is long enough to mean one paper. */
  static boolean tells(Subject subject) {
    return subject.size() >= LEAST_PAIRS;
  }

  /** The papers that a paper describes, by their ids. */
  List<Pointer> in(PaperCard paper) {
    Map<DocumentId, Pointer> found = new TreeMap<>();
    for (PaperCard.Description description : paper.descriptions()) {
      if (found.size() < MOST && paper.date().isPresent()) {
        meant(description, paper.id(), paper.date().get())
            .ifPresent(id -> found.putIfAbsent(id, pointer(paper, description, id)));
      }
    }
    return List.copyOf(found.values());
  }

  private static Pointer pointer(
      PaperCard paper, PaperCard.Description description, DocumentId target) {
    return new Pointer(
        List.of(target),
        description.phrase(),
        Optional.empty(),
        Relation.MENTIONS,
        new DocumentQuote(paper.id(), description.place()),
        true);
  }

  private Optional<DocumentId> meant(
      PaperCard.Description description, DocumentId self, LocalDate day) {
    Map<String, Boolean> played = new HashMap<>();
    List<Found> found = new ArrayList<>();
    for (PairIndex.Near<Subject> near : subjects.near(description.subject(), LEAST)) {
      held.getOrDefault(near.thing(), Map.of())
          .forEach((role, those) ->
              last(those, self, day)
                  .filter(meant ->
                      played.computeIfAbsent(role, each -> plays.test(each, description.phrase())))
                  .ifPresent(meant -> found.add(new Found(meant, near.likeness()))));
    }
    return found.stream()
        .max(
            Comparator.comparing((Found each) -> each.meant().date())
                .thenComparingDouble(Found::likeness)
                .thenComparing(each -> each.meant().name()))
        .map(each -> each.meant().id());
  }

  /** The last of these that came no later than a day, and not long before it. */
  private static Optional<Meant> last(NavigableSet<Meant> those, DocumentId self, LocalDate day) {
    Meant after = new Meant(day.plusDays(1), "", self);
    for (Meant meant : those.headSet(after, false).descendingSet()) {
      if (ChronoUnit.MONTHS.between(meant.date(), day) > MONTHS) {
        return Optional.empty();
      }
      if (!meant.id().equals(self)) {
        return Optional.of(meant);
      }
    }
    return Optional.empty();
  }
}
