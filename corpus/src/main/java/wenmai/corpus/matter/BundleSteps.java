package wenmai.corpus.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Region;

/**
 * The steps of a bundle, counted together (成束环节): what keeps two bundles apart is the same for all
 * signs of one step but for their days, places and sessions, of which few need be compared, so that
 * bundles of thousands are not held against each other sign by sign.
 */
final class BundleSteps {
  /** Papers of one session are signed within days of one another, not always in order. */
  private static final int TOLERANCE_DAYS = 31;

  /** So much of a name must be in a title that it may mean the paper. */
  private static final double ALIKE = 0.7;

  /** A template has each of its steps once. */
  private final Map<Stage, Group> groups = new IdentityHashMap<>();

  private final Set<Region> regions = new HashSet<>();
  private final Set<CongressSession> sessions = new HashSet<>();
  private Days days = Days.NONE;

  /** From the first day to the last; none where no sign has a date. */
  private record Days(Optional<LocalDate> first, Optional<LocalDate> last) {
    static final Days NONE = new Days(Optional.empty(), Optional.empty());

    Days and(Days other) {
      if (first.isEmpty() || other.first.isEmpty()) {
        return first.isEmpty() ? other : this;
      }
      LocalDate from = first.get().isAfter(other.first.get()) ? other.first.get() : first.get();
      LocalDate to =
          last.orElseThrow().isBefore(other.last.orElseThrow()) ? other.last.get() : last.get();
      return new Days(Optional.of(from), Optional.of(to));
    }
  }

  /** The signs of one step. */
  private static final class Group {
    private final List<Sign> held = new ArrayList<>();
    private final List<Sign> cited = new ArrayList<>();
    private final Set<DocumentId> ids = new HashSet<>();
    private Days days = Days.NONE;

    void add(Group other) {
      held.addAll(other.held);
      cited.addAll(other.cited);
      ids.addAll(other.ids);
      days = days.and(other.days);
    }

    /** Whether papers of both are all one and the same. */
    boolean isOnePaper(Group other) {
      return ids.size() == 1 && ids.equals(other.ids);
    }
  }

  void add(Sign sign) {
    Group group = groups.computeIfAbsent(sign.stage(), stage -> new Group());
    (sign.isHeld() ? group.held : group.cited).add(sign);
    sign.id().ifPresent(group.ids::add);
    Days day = new Days(sign.date(), sign.date());
    group.days = group.days.and(day);
    days = days.and(day);
    if (!sign.stage().is(Stage.Trait.ABROAD)) {
      sign.region().ifPresent(regions::add);
    }
    if (sign.stage().is(Stage.Trait.SAME_SESSION)) {
      sign.session().ifPresent(sessions::add);
    }
  }

  void add(BundleSteps other) {
    other.groups.forEach(
        (stage, group) -> groups.computeIfAbsent(stage, each -> new Group()).add(group));
    regions.addAll(other.regions);
    sessions.addAll(other.sessions);
    days = days.and(other.days);
  }

  /**
   * Whether nothing of a step, a day, a place or a session speaks against their being one.
   *
   * @param template of both
   * @param edge why they should be
   */
  boolean fit(BundleSteps other, Template template, Edge edge) {
    return spanFits(other, template)
        && sessionsFit(other)
        && regionsFit(other)
        && sameStepsFit(other, template, edge)
        && stepsFit(other, template, edge);
  }

  /** Most that are kept apart both have a step that comes once: that is asked first. */
  private boolean sameStepsFit(BundleSteps other, Template template, Edge edge) {
    for (Map.Entry<Stage, Group> mine : groups.entrySet()) {
      Group theirs = other.groups.get(mine.getKey());
      if (theirs != null
          && !stepsFit(mine.getKey(), mine.getValue(), mine.getKey(), theirs, template, edge)) {
        return false;
      }
    }
    return true;
  }

  private boolean stepsFit(BundleSteps other, Template template, Edge edge) {
    for (Map.Entry<Stage, Group> mine : groups.entrySet()) {
      for (Map.Entry<Stage, Group> theirs : other.groups.entrySet()) {
        Stage one = mine.getKey();
        Stage two = theirs.getKey();
        boolean inOrder =
            template.cyclic()
                || (one.rank() <= two.rank()
                    ? inOrder(one, mine.getValue(), two, theirs.getValue())
                    : inOrder(two, theirs.getValue(), one, mine.getValue()));
        if (!inOrder || !stepsFit(one, mine.getValue(), two, theirs.getValue(), template, edge)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean spanFits(BundleSteps other, Template template) {
    Days all = days.and(other.days);
    return all.first().isEmpty()
        || ChronoUnit.MONTHS.between(all.first().get(), all.last().orElseThrow())
            <= template.spanMonths();
  }

  private boolean sessionsFit(BundleSteps other) {
    return sessions.stream().allMatch(mine -> other.sessions.stream().allMatch(mine::equals));
  }

  private boolean regionsFit(BundleSteps other) {
    return regions.stream()
        .allMatch(mine ->
            other.regions.stream().allMatch(theirs -> Bundle.sameArea(mine.path(), theirs.path())));
  }

  private static boolean inOrder(Stage early, Group before, Stage late, Group after) {
    Optional<LocalDate> last = before.days.last();
    Optional<LocalDate> first = after.days.first();
    return early.is(Stage.Trait.ANYTIME)
        || late.is(Stage.Trait.ANYTIME)
        || last.isEmpty()
        || first.isEmpty()
        || early.rank() == late.rank()
        || early.is(Stage.Trait.REPEATS)
        || !last.get().isAfter(first.get().plusDays(TOLERANCE_DAYS));
  }

  private static boolean stepsFit(
      Stage stage, Group mine, Stage other, Group theirs, Template template, Edge edge) {
    // one paper named twice in a joint letter is one step
    boolean mayShare = stage.equals(other) && stage.is(Stage.Trait.JOINT);
    if (!mayShare && !Collections.disjoint(mine.ids, theirs.ids)) {
      return false;
    }
    boolean repeats = stage.is(Stage.Trait.REPEATS);
    if (!stage.role().equals(other.role())) {
      return repeats
          || other.is(Stage.Trait.REPEATS)
          || !template.alternativesOf(stage.role()).contains(other.role());
    }
    // a step comes again only where a paper says so, not because it is alike
    if (repeats && (!edge.isLikeness() || stage.is(Stage.Trait.ATTENDANT))) {
      return true;
    }
    boolean others = !mine.held.isEmpty() && !theirs.held.isEmpty() && !mine.isOnePaper(theirs);
    return !others
        && (mine.cited.isEmpty() || theirs.cited.isEmpty())
        && mayBe(mine.cited, theirs.held)
        && mayBe(theirs.cited, mine.held);
  }

  /** A paper that is named loosely and was not found by that name may be the one that is held. */
  private static boolean mayBe(Collection<Sign> cited, Collection<Sign> held) {
    return held.isEmpty()
        || cited.stream()
            .allMatch(named ->
                !named.name().endsWith("号")
                    && (named.subject().isEmpty()
                        || held.stream()
                            .allMatch(it -> named.subject().likeness(it.subject()) >= ALIKE)));
  }
}
