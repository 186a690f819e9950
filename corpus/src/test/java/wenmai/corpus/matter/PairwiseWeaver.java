package wenmai.corpus.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentQuote;

/**
 * Weaves as {@link MatterWeaver} must, by holding every sign against every other: slow, and plain
 * to see. What joins and what is written down of a bundle is {@link Bundle}'s own.
 */
final class PairwiseWeaver {
  private final StaffDecisions decisions;

  PairwiseWeaver(StaffDecisions decisions) {
    this.decisions = decisions;
  }

  List<Bundle> weave(List<Sign> unsorted) {
    List<Sign> signs = unsorted.stream().sorted(Comparator.comparing(Sign::name)).toList();
    List<Edge> edges = edges(signs);
    Bundle[] home = new Bundle[signs.size()];
    for (int i = 0; i < home.length; i++) {
      home[i] = new Bundle(i, signs.get(i));
    }
    staffEdges(signs).forEach(edge -> join(home, edge, true));
    edges.sort(Edge.strongestFirst());
    edges.stream()
        .filter(edge -> edge.score() >= EdgeScores.LEAST)
        .forEach(edge -> join(home, edge, false));
    List<Bundle> woven = new ArrayList<>();
    for (Bundle bundle : new LinkedHashSet<>(List.of(home))) {
      woven.addAll(bundle.withoutWhatLeadsNowhere());
    }
    return woven;
  }

  private static List<Edge> edges(List<Sign> signs) {
    List<Edge> edges = new ArrayList<>();
    List<Edge> others = new EdgeFinder(signs, List.of()).find();
    others.stream().filter(edge -> edge.reason() == Edge.Reason.CITATION).forEach(edges::add);
    for (int i = 0; i < signs.size(); i++) {
      for (int j = i + 1; j < signs.size(); j++) {
        shared(signs, i, j, edges);
      }
    }
    others.stream().filter(edge -> edge.reason() == Edge.Reason.IDENTITY).forEach(edges::add);
    for (int i = 0; i < signs.size(); i++) {
      for (int j = i + 1; j < signs.size(); j++) {
        Sign one = signs.get(i);
        Sign two = signs.get(j);
        if (EdgeScores.isComparable(one) && EdgeScores.isComparable(two)) {
          Optional<EdgeScores.Scored> alike = EdgeScores.alike(one, two);
          if (alike.isPresent() && one.subject().likeness(two.subject()) > 0) {
            double score = Math.clamp(alike.get().score(), 0, 1);
            edges.add(new Edge(i, j, score, alike.get().reason(), two.evidence()));
          }
        }
      }
    }
    return edges;
  }

  private static void shared(List<Sign> signs, int i, int j, List<Edge> edges) {
    Set<String> numbers = new LinkedHashSet<>();
    signs.get(i).pointers().stream()
        .filter(pointer -> !pointer.isHeld())
        .forEach(pointer -> numbers.add(pointer.number().orElseThrow().toString()));
    numbers.stream()
        .sorted()
        .forEach(number -> {
          Optional<DocumentQuote> words =
              signs.get(j).pointers().stream()
                  .filter(pointer -> !pointer.isHeld())
                  .filter(pointer -> pointer.number().orElseThrow().toString().equals(number))
                  .map(Pointer::evidence)
                  .findFirst();
          if (words.isPresent()
              && EdgeScores.mayShare(signs.get(i).subject(), signs.get(j).subject())) {
            edges.add(new Edge(i, j, 0.86, Edge.Reason.SHARED_CITATION, words.get()));
          }
        });
  }

  private List<Edge> staffEdges(List<Sign> signs) {
    List<Edge> edges = new ArrayList<>();
    decisions.together().stream()
        .sorted(
            Comparator.comparing(StaffDecisions.Pair::first)
                .thenComparing(StaffDecisions.Pair::second))
        .forEach(pair -> {
          int one = first(signs, pair.first());
          int two = first(signs, pair.second());
          if (one >= 0 && two >= 0) {
            edges.add(
                new Edge(
                    Math.min(one, two),
                    Math.max(one, two),
                    1,
                    Edge.Reason.STAFF,
                    signs.get(two).evidence()));
          }
        });
    return edges;
  }

  private static int first(List<Sign> signs, wenmai.corpus.document.DocumentId id) {
    for (int i = 0; i < signs.size(); i++) {
      if (signs.get(i).id().filter(id::equals).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private void join(Bundle[] home, Edge edge, boolean commanded) {
    Bundle one = home[edge.one()];
    Bundle two = home[edge.other()];
    if (one == two) {
      one.confirm(edge);
    } else if ((commanded || mayJoin(one, two, edge)) && !keptApart(one, two)) {
      one.absorb(two, edge);
      two.members().forEach(member -> home[member] = one);
    }
  }

  private boolean keptApart(Bundle one, Bundle two) {
    return decisions.apart().stream()
        .anyMatch(pair ->
            (one.documents().contains(pair.first()) && two.documents().contains(pair.second()))
                || (one.documents().contains(pair.second())
                    && two.documents().contains(pair.first())));
  }

  private static boolean mayJoin(Bundle one, Bundle two, Edge edge) {
    Template template = one.signs().getFirst().template();
    for (Template.Identity kind : Template.Identity.values()) {
      List<Key> mine = keys(one, kind);
      List<Key> theirs = keys(two, kind);
      if (!mine.isEmpty()
          && !theirs.isEmpty()
          && mine.stream().noneMatch(key -> theirs.stream().anyMatch(key::fits))) {
        return false;
      }
    }
    for (Sign mine : one.signs()) {
      for (Sign theirs : two.signs()) {
        if (!mayStandTogether(template, mine, theirs, edge)
            || !regionsFit(mine, theirs)
            || !sessionsFit(mine, theirs)
            || !inOrder(mine, theirs)) {
          return false;
        }
      }
    }
    List<LocalDate> days =
        Stream.of(one, two)
            .flatMap(bundle -> bundle.signs().stream())
            .flatMap(sign -> sign.date().stream())
            .sorted()
            .toList();
    return (days.isEmpty()
            || ChronoUnit.MONTHS.between(days.getFirst(), days.getLast()) <= template.spanMonths())
        && isOneRun(one, two);
  }

  private static List<Key> keys(Bundle bundle, Template.Identity kind) {
    return bundle.signs().stream()
        .flatMap(sign -> sign.keys().stream())
        .filter(key -> key.kind() == kind)
        .toList();
  }

  private static boolean mayStandTogether(Template template, Sign one, Sign two, Edge edge) {
    if (one.isHeld() && one.id().equals(two.id())) {
      return one.stage().equals(two.stage()) && one.stage().is(Stage.Trait.JOINT);
    }
    String role = one.stage().role();
    boolean first = one.stage().is(Stage.Trait.REPEATS);
    boolean second = two.stage().is(Stage.Trait.REPEATS);
    if (role.equals(two.stage().role())) {
      return (first && (!edge.isLikeness() || one.stage().is(Stage.Trait.ATTENDANT)))
          || mayBeTheSame(one, two);
    }
    boolean alternative = template.alternativesOf(role).contains(two.stage().role());
    return !alternative || first || second;
  }

  private static boolean mayBeTheSame(Sign one, Sign two) {
    Sign named = one.isHeld() ? two : one;
    Sign held = named == one ? two : one;
    return held.isHeld()
        && !named.isHeld()
        && !named.name().endsWith("号")
        && (named.subject().isEmpty() || named.subject().likeness(held.subject()) >= 0.7);
  }

  private static boolean regionsFit(Sign one, Sign two) {
    return one.region().isEmpty()
        || two.region().isEmpty()
        || one.stage().is(Stage.Trait.ABROAD)
        || two.stage().is(Stage.Trait.ABROAD)
        || Bundle.sameArea(one.region().get().path(), two.region().get().path());
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
        || !early.date().get().isAfter(late.date().get().plusDays(31));
  }

  private static boolean isOneRun(Bundle one, Bundle two) {
    Optional<Template.Renewal> renewal = one.signs().getFirst().template().renewal();
    List<Sign> dated = new ArrayList<>();
    Stream.of(one, two)
        .flatMap(bundle -> bundle.signs().stream())
        .filter(sign -> sign.date().isPresent())
        .forEach(dated::add);
    dated.sort(Comparator.comparing((Sign sign) -> sign.date().orElseThrow()));
    boolean done = false;
    for (int i = 1; i < dated.size() && renewal.isPresent(); i++) {
      done |= renewal.get().after().contains(dated.get(i - 1).stage().role());
      LocalDate last = Objects.requireNonNull(dated.get(i - 1).date().orElseThrow());
      LocalDate next = dated.get(i).date().orElseThrow();
      boolean late = ChronoUnit.MONTHS.between(last, next) >= renewal.get().months();
      if (done && late && renewal.get().opens().contains(dated.get(i).stage().role())) {
        return false;
      }
    }
    return true;
  }
}
