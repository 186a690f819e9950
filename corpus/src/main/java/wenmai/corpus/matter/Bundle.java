package wenmai.corpus.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentId;

/**
 * Candidate steps that were found to be one matter, growing (成束). Says whether two bundles may
 * become one: never where their identities differ, where a step that comes once would come twice,
 * where the dates contradict the order of the steps, or where the run would last too long.
 */
final class Bundle {
  /** What a title says of a law that is not passed yet. */
  private static final String DRAFT = "草案";

  private final List<Integer> members = new ArrayList<>();
  private final List<Sign> signs = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Set<DocumentId> documents = new HashSet<>();
  private final BundleSteps steps = new BundleSteps();
  private final Map<Template.Identity, Set<Key>> keys = new EnumMap<>(Template.Identity.class);

  Bundle(int index, Sign sign) {
    members.add(index);
    add(sign);
  }

  private void add(Sign sign) {
    steps.add(sign);
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
    signs.addAll(other.signs);
    documents.addAll(other.documents);
    other.keys.forEach(
        (kind, theirs) -> keys.computeIfAbsent(kind, each -> new HashSet<>()).addAll(theirs));
    steps.add(other.steps);
    edges.addAll(other.edges);
    edges.add(edge);
  }

  void confirm(Edge edge) {
    edges.add(edge);
  }

  /**
   * Whether a person said that some paper of each must not be together.
   *
   * @param apart of each paper those it must not be with
   */
  boolean isKeptFrom(Bundle other, Map<DocumentId, Set<DocumentId>> apart) {
    if (apart.isEmpty()) {
      return false;
    }
    boolean isSmall = documents.size() <= other.documents.size();
    Set<DocumentId> few = isSmall ? documents : other.documents;
    Set<DocumentId> many = isSmall ? other.documents : documents;
    return few.stream()
        .anyMatch(id -> apart.getOrDefault(id, Set.of()).stream().anyMatch(many::contains));
  }

  /**
   * Whether a person said that two of its papers belong together.
   *
   * @param together of each paper those it belongs with
   */
  boolean isReviewed(Map<DocumentId, Set<DocumentId>> together) {
    return !together.isEmpty()
        && documents.stream()
            .anyMatch(
                id -> together.getOrDefault(id, Set.of()).stream().anyMatch(documents::contains));
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
    Set<Integer> apart =
        supervisions().stream()
            .filter(trail -> !leadsTo(trail, changed))
            .flatMap(List::stream)
            .collect(Collectors.toSet());
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
    Set<Integer> members = Set.copyOf(part.members);
    edges.stream()
        .filter(edge -> members.contains(edge.one()) && members.contains(edge.other()))
        .forEach(part.edges::add);
    return part;
  }

  boolean mayJoin(Bundle other, Edge edge) {
    return identitiesFit(other)
        && steps.fit(other.steps, signs.getFirst().template(), edge)
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

  /** One path is the end of the other: 汀浦区 and 槐南省/棠州市/汀浦区. */
  static boolean sameArea(List<String> one, List<String> two) {
    List<String> small = one.size() <= two.size() ? one : two;
    List<String> large = small == one ? two : one;
    return large.subList(large.size() - small.size(), large.size()).equals(small);
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
}
