package wenmai.corpus.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Region;

/**
 * Candidate steps that were found to be one matter, growing (成束). Says whether two bundles may
 * become one: never where their identities differ, where a step that comes once would come twice,
 * where the dates contradict the order of the steps, or where the run would last too long.
 */
final class Bundle {
  /** Papers of one session are signed within days of one another, not always in order. */
  private static final int TOLERANCE_DAYS = 31;

  /** So much of a name must be in a title that it may mean the paper. */
  private static final double ALIKE = 0.7;

  /** What a title says of a law that is not passed yet. */
  private static final String DRAFT = "草案";

  private final List<Integer> members = new ArrayList<>();
  private final List<Sign> signs = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Set<DocumentId> documents = new HashSet<>();
  private final Map<Template.Identity, Set<Key>> keys = new EnumMap<>(Template.Identity.class);

  Bundle(int index, Sign sign) {
    members.add(index);
    add(sign);
  }

  private void add(Sign sign) {
    signs.add(sign);
    sign.id().ifPresent(documents::add);
    for (Key key : sign.keys()) {
      keys.computeIfAbsent(key.kind(), kind -> new HashSet<>()).add(key);
    }
  }

  /** Tells it from every other of the same papers: its template and its first sign by name. */
  String key() {
    return signs.getFirst().template().id()
        + "\0"
        + signs.stream().map(Sign::name).min(Comparator.naturalOrder()).orElse("");
  }

  List<Integer> members() {
    return members;
  }

  List<Sign> signs() {
    return signs;
  }

  /** Why its members are together, strongest first. */
  List<Edge> edges() {
    return edges;
  }

  Set<DocumentId> documents() {
    return documents;
  }

  void absorb(Bundle other, Edge edge) {
    members.addAll(other.members);
    other.signs.forEach(this::add);
    edges.addAll(other.edges);
    edges.add(edge);
  }

  void confirm(Edge edge) {
    edges.add(edge);
  }

  /** Whether a person said that some paper of each must not be together. */
  boolean isKeptFrom(Bundle other, StaffDecisions decisions) {
    return decisions.apart().stream()
        .anyMatch(pair ->
            (documents.contains(pair.first()) && other.documents.contains(pair.second()))
                || (documents.contains(pair.second()) && other.documents.contains(pair.first())));
  }

  /** Whether a person said that two of its papers belong together. */
  boolean isReviewed(StaffDecisions decisions) {
    return decisions.together().stream().anyMatch(pair -> pair.within(documents));
  }

  /**
   * Itself, or without the steps that belong to the run of a law only where they lead to a change
   * of it: an inspection that none followed is a matter by itself, with its opinion and what came
   * of that.
   */
  List<Bundle> withoutWhatLeadsNowhere() {
    Optional<LocalDate> changed =
        signs.stream()
            .filter(sign -> isChange(sign.stage().role(), sign.template()))
            .flatMap(sign -> sign.date().stream())
            .max(Comparator.naturalOrder());
    List<Integer> apart =
        supervisions().stream()
            .filter(trail -> !leadsTo(trail, changed))
            .flatMap(List::stream)
            .sorted()
            .toList();
    boolean commanded = edges.stream().anyMatch(edge -> edge.reason() == Edge.Reason.STAFF);
    if (apart.isEmpty() || commanded || signs.size() == 1) {
      return List.of(this);
    }
    List<Bundle> all = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < signs.size(); i++) {
      if (apart.contains(i)) {
        all.add(new Bundle(members.get(i), signs.get(i)));
      } else {
        kept.add(i);
      }
    }
    if (!kept.isEmpty()) {
      all.addFirst(part(kept));
    }
    return all;
  }

  /**
   * The places of the steps that may lead on, each inspection with what came of it. An opinion on a
   * draft is of the draft.
   */
  private List<List<Integer>> supervisions() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < signs.size(); i++) {
      Sign sign = signs.get(i);
      boolean ofDraft = sign.paper().filter(paper -> paper.title().contains(DRAFT)).isPresent();
      if (sign.stage().is(Stage.Trait.LEADS_ON) && !ofDraft) {
        places.add(i);
      }
    }
    places.sort(
        Comparator.comparing((Integer i) -> signs.get(i).date().orElse(LocalDate.MAX))
            .thenComparingInt(i -> signs.get(i).stage().rank())
            .thenComparing(i -> signs.get(i).name()));
    List<List<Integer>> trails = new ArrayList<>();
    int last = Integer.MAX_VALUE;
    for (int place : places) {
      int rank = signs.get(place).stage().rank();
      if (rank < last) {
        trails.add(new ArrayList<>());
      }
      trails.getLast().add(place);
      last = rank;
    }
    return trails;
  }

  private boolean leadsTo(List<Integer> trail, Optional<LocalDate> changed) {
    return changed.isPresent()
        && trail.stream()
            .flatMap(place -> signs.get(place).date().stream())
            .anyMatch(day -> !day.isAfter(changed.get()));
  }

  private static boolean isChange(String role, Template template) {
    return role.equals("amending-decision")
        || template.renewal().filter(it -> it.opens().contains(role)).isPresent();
  }

  private Bundle part(List<Integer> places) {
    Bundle part = new Bundle(members.get(places.getFirst()), signs.get(places.getFirst()));
    for (int place : places.subList(1, places.size())) {
      part.members.add(members.get(place));
      part.add(signs.get(place));
    }
    edges.stream()
        .filter(edge -> part.members.contains(edge.one()) && part.members.contains(edge.other()))
        .forEach(part.edges::add);
    return part;
  }

  boolean mayJoin(Bundle other, Edge edge) {
    return identitiesFit(other)
        && stepsFit(other, edge)
        && pairsFit(other)
        && spanFits(other)
        && isOneRun(other);
  }

  private boolean identitiesFit(Bundle other) {
    for (Map.Entry<Template.Identity, Set<Key>> each : keys.entrySet()) {
      Set<Key> theirs = other.keys.getOrDefault(each.getKey(), Set.of());
      boolean shared =
          theirs.isEmpty()
              || each.getValue().stream().anyMatch(key -> theirs.stream().anyMatch(key::fits));
      if (!shared) {
        return false;
      }
    }
    return true;
  }

  private boolean stepsFit(Bundle other, Edge edge) {
    Template template = signs.getFirst().template();
    for (Sign mine : signs) {
      for (Sign theirs : other.signs) {
        if (!mayStandTogether(template, mine, theirs, edge)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean mayStandTogether(Template template, Sign one, Sign two, Edge edge) {
    if (one.isHeld() && one.id().equals(two.id())) {
      // one paper named twice in a joint letter is one step
      return one.stage().equals(two.stage()) && one.stage().is(Stage.Trait.JOINT);
    }
    String role = one.stage().role();
    boolean first = one.stage().is(Stage.Trait.REPEATS);
    boolean second = two.stage().is(Stage.Trait.REPEATS);
    if (role.equals(two.stage().role())) {
      // a step comes again only where a paper says so, not because it is alike
      return (first && (!edge.isLikeness() || one.stage().is(Stage.Trait.ATTENDANT)))
          || mayBeTheSame(one, two);
    }
    boolean alternative = template.alternativesOf(role).contains(two.stage().role());
    return !alternative || first || second;
  }

  /** A paper that is named loosely and was not found by that name may be the one that is held. */
  private static boolean mayBeTheSame(Sign one, Sign two) {
    Sign named = one.isHeld() ? two : one;
    Sign held = named == one ? two : one;
    return held.isHeld()
        && !named.isHeld()
        && !named.name().endsWith("号")
        && (named.subject().isEmpty() || named.subject().likeness(held.subject()) >= ALIKE);
  }

  private boolean pairsFit(Bundle other) {
    for (Sign mine : signs) {
      for (Sign theirs : other.signs) {
        if (!regionsFit(mine, theirs) || !sessionsFit(mine, theirs) || !inOrder(mine, theirs)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean regionsFit(Sign one, Sign two) {
    Optional<Region> a = one.region();
    Optional<Region> b = two.region();
    if (a.isEmpty() || b.isEmpty()) {
      return true;
    }
    boolean abroad = one.stage().is(Stage.Trait.ABROAD) || two.stage().is(Stage.Trait.ABROAD);
    return abroad || sameArea(a.get().path(), b.get().path());
  }

  /** One path is the end of the other: 汀浦区 and 槐南省/棠州市/汀浦区. */
  static boolean sameArea(List<String> one, List<String> two) {
    List<String> small = one.size() <= two.size() ? one : two;
    List<String> large = small == one ? two : one;
    return large.subList(large.size() - small.size(), large.size()).equals(small);
  }

  private static boolean sessionsFit(Sign one, Sign two) {
    return !one.stage().is(Stage.Trait.SAME_SESSION)
        || !two.stage().is(Stage.Trait.SAME_SESSION)
        || one.session().isEmpty()
        || two.session().isEmpty()
        || one.session().equals(two.session());
  }

  private static boolean inOrder(Sign one, Sign two) {
    boolean anytime = one.stage().is(Stage.Trait.ANYTIME) || two.stage().is(Stage.Trait.ANYTIME);
    if (one.template().cyclic() || anytime || one.date().isEmpty() || two.date().isEmpty()) {
      return true;
    }
    Sign early = one.stage().rank() <= two.stage().rank() ? one : two;
    Sign late = early == one ? two : one;
    return early.stage().rank() == late.stage().rank()
        || early.stage().is(Stage.Trait.REPEATS)
        || !early.date().get().isAfter(late.date().get().plusDays(TOLERANCE_DAYS));
  }

  /** Not where a step that opens a run comes long after all that was done before. */
  private boolean isOneRun(Bundle other) {
    Optional<Template.Renewal> renewal = signs.getFirst().template().renewal();
    if (renewal.isEmpty()) {
      return true;
    }
    List<Sign> dated = new ArrayList<>();
    Stream.of(signs, other.signs)
        .flatMap(List::stream)
        .filter(sign -> sign.date().isPresent())
        .forEach(dated::add);
    dated.sort(Comparator.comparing((Sign sign) -> sign.date().orElseThrow()));
    boolean done = false;
    for (int i = 1; i < dated.size(); i++) {
      done |= renewal.get().after().contains(dated.get(i - 1).stage().role());
      LocalDate last = dated.get(i - 1).date().orElseThrow();
      LocalDate next = dated.get(i).date().orElseThrow();
      boolean late = ChronoUnit.MONTHS.between(last, next) >= renewal.get().months();
      if (done && late && renewal.get().opens().contains(dated.get(i).stage().role())) {
        return false;
      }
    }
    return true;
  }

  private boolean spanFits(Bundle other) {
    List<LocalDate> dates = new ArrayList<>();
    signs.forEach(sign -> sign.date().ifPresent(dates::add));
    other.signs.forEach(sign -> sign.date().ifPresent(dates::add));
    if (dates.isEmpty()) {
      return true;
    }
    LocalDate first = Objects.requireNonNull(dates.stream().min(LocalDate::compareTo).orElse(null));
    LocalDate last = Objects.requireNonNull(dates.stream().max(LocalDate::compareTo).orElse(null));
    return ChronoUnit.MONTHS.between(first, last) <= signs.getFirst().template().spanMonths();
  }
}
