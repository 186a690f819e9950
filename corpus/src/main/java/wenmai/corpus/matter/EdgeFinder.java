package wenmai.corpus.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;

/**
 * Finds the reasons to put candidate steps of one template together (关联依据查找): by looking things up,
 * never by comparing all with all.
 */
final class EdgeFinder {
  private static final double CITED = 0.95;
  private static final double IDENTITY = 0.93;
  private static final double SHARED = 0.86;

  /** Papers on one law that come within a session or two of one another are of one run first. */
  private static final double SAME_RUN = 0.05;

  private static final int RUN_MONTHS = 6;

  /** Where a text begins it says what it is about; later it may name any paper. */
  private static final int EARLY = 400;

  private static final double LEAST_LIKENESS = 0.6;

  /** With fewer pairs in common than this share of the shorter one two subjects are not alike. */
  private static final double LEAST_SHARED = 0.2;

  private static final int LIKENESS_MONTHS = 20;
  private static final int GROUP_LIMIT = 80;

  private final List<Sign> signs;
  private final List<Edge> edges = new ArrayList<>();
  private final Map<DocumentId, List<Integer>> byDocument = new HashMap<>();

  /**
   * @param signs of one template, sorted by name
   */
  EdgeFinder(List<Sign> signs) {
    this.signs = signs;
    for (int i = 0; i < signs.size(); i++) {
      int index = i;
      signs
          .get(i)
          .id()
          .ifPresent(id -> byDocument.computeIfAbsent(id, each -> new ArrayList<>()).add(index));
    }
  }

  List<Edge> find() {
    citations();
    namings();
    sharedCitations();
    identities();
    likeness();
    return edges;
  }

  private void citations() {
    for (int i = 0; i < signs.size(); i++) {
      Sign from = signs.get(i);
      for (Pointer pointer : from.pointers()) {
        for (DocumentId target : pointer.targets()) {
          for (int j : byDocument.getOrDefault(target, List.of())) {
            cited(i, j, pointer);
          }
        }
      }
    }
  }

  /** Those who name a paper that is not held belong to the sign that stands for it. */
  private void namings() {
    Map<String, Integer> standIns = new HashMap<>();
    for (int i = 0; i < signs.size(); i++) {
      if (!signs.get(i).isHeld()) {
        standIns.put(signs.get(i).name(), i);
      }
    }
    if (standIns.isEmpty()) {
      return;
    }
    for (int i = 0; i < signs.size(); i++) {
      for (Pointer pointer : signs.get(i).pointers()) {
        if (!pointer.isHeld()) {
          for (Stage stage : signs.get(i).template().stages()) {
            Integer j =
                standIns.get(
                    "~"
                        + signs.get(i).template().id()
                        + "|"
                        + stage.role()
                        + "|"
                        + CitedPapers.missing(pointer));
            if (j != null) {
              cited(i, j, pointer);
            }
          }
        }
      }
    }
  }

  private void cited(int from, int to, Pointer pointer) {
    Sign citing = signs.get(from);
    Sign cited = signs.get(to);
    boolean earlier =
        cited.stage().rank() <= citing.stage().rank()
            || citing.stage().follows().contains(cited.stage().role())
            || citing.template().cyclic();
    if (!earlier) {
      return;
    }
    double score = CITED;
    if (pointer.targets().size() > 1) {
      score -= 0.05;
    }
    if (pointer.described()) {
      score -= 0.1;
    }
    boolean says =
        pointer.relation() == Relation.REPLIES_TO
            || pointer.relation() == Relation.DELIBERATES
            || pointer.relation() == Relation.FORWARDS;
    boolean early = pointer.place() < EARLY;
    score += says ? 0.03 : 0;
    score += early ? 0.01 : -0.02;
    double like = citing.subject().likeness(cited.subject());
    boolean strange = !citing.subject().isEmpty() && !cited.subject().isEmpty() && like < 0.2;
    if (strange && !citing.stage().is(Stage.Trait.JOINT)) {
      score -= early || says ? 0.12 : 0.5;
    }
    add(from, to, score + 0.01 * like, Edge.Reason.CITATION, pointer.evidence());
  }

  /** Two papers that name the same paper, which is not held. */
  private void sharedCitations() {
    Map<String, List<Integer>> byMissing = new TreeMap<>();
    Map<String, DocumentQuote> quotes = new HashMap<>();
    for (int i = 0; i < signs.size(); i++) {
      for (Pointer pointer : signs.get(i).pointers()) {
        if (!pointer.isHeld() && pointer.number().isPresent()) {
          String number = pointer.number().get().toString();
          byMissing.computeIfAbsent(number, each -> new ArrayList<>()).add(i);
          quotes.putIfAbsent(i + number, pointer.evidence());
        }
      }
    }
    byMissing.forEach((number, group) -> {
      for (int k = 1; k < Math.min(group.size(), GROUP_LIMIT); k++) {
        int i = group.get(k - 1);
        int j = group.get(k);
        double like = signs.get(i).subject().likeness(signs.get(j).subject());
        if (i != j && like >= 0.3) {
          DocumentQuote evidence = quotes.get(j + number);
          if (evidence != null) {
            add(i, j, SHARED, Edge.Reason.SHARED_CITATION, evidence);
          }
        }
      }
    });
  }

  private void identities() {
    Map<String, List<Integer>> byKey = new TreeMap<>();
    for (int i = 0; i < signs.size(); i++) {
      Sign sign = signs.get(i);
      for (Key key : sign.keys()) {
        boolean tells =
            key.kind() == sign.template().identity() || key.kind() == Template.Identity.SERIAL;
        if (tells) {
          byKey.computeIfAbsent(key.kind() + key.value(), each -> new ArrayList<>()).add(i);
        }
      }
    }
    for (List<Integer> group : byKey.values()) {
      together(group);
    }
  }

  private void together(List<Integer> group) {
    List<Integer> ordered = new ArrayList<>(group);
    ordered.sort(
        Comparator.comparing((Integer i) -> signs.get(i).date().orElse(LocalDate.MAX))
            .thenComparingInt(i -> signs.get(i).stage().rank())
            .thenComparingInt(i -> i));
    boolean all = ordered.size() <= GROUP_LIMIT;
    for (int a = 0; a < ordered.size(); a++) {
      int reach = all ? ordered.size() : Math.min(ordered.size(), a + 6);
      for (int b = a + 1; b < reach; b++) {
        Sign one = signs.get(ordered.get(a));
        Sign two = signs.get(ordered.get(b));
        double score = IDENTITY - 0.0005 * Math.min(100, monthsApart(one, two));
        score += 0.01 * one.subject().likeness(two.subject());
        boolean oneRun =
            one.template().renewal().isPresent() && monthsApart(one, two) <= RUN_MONTHS;
        score += oneRun ? SAME_RUN : 0;
        add(ordered.get(a), ordered.get(b), score, Edge.Reason.IDENTITY, two.evidence());
      }
    }
  }

  private static long monthsApart(Sign one, Sign two) {
    Optional<LocalDate> a = one.date();
    Optional<LocalDate> b = two.date();
    return a.isEmpty() || b.isEmpty() ? 12 : Math.abs(ChronoUnit.MONTHS.between(a.get(), b.get()));
  }

  /** Papers about the same, found by the pairs of characters their subjects share. */
  private void likeness() {
    Map<String, List<Integer>> byPair = new HashMap<>();
    List<Integer> comparable = new ArrayList<>();
    for (int i = 0; i < signs.size(); i++) {
      if (isComparable(signs.get(i))) {
        comparable.add(i);
        for (String pair : signs.get(i).subject().pairs()) {
          byPair.computeIfAbsent(pair, each -> new ArrayList<>()).add(i);
        }
      }
    }
    int[] shared = new int[signs.size()];
    for (int i : comparable) {
      for (int j : candidates(i, byPair, shared)) {
        alike(i, j);
      }
    }
  }

  private static boolean isComparable(Sign sign) {
    Template.Identity identity = sign.template().identity();
    return sign.isHeld()
        && !sign.stage().is(Stage.Trait.REPLY)
        && (identity == Template.Identity.SUBJECT || identity == Template.Identity.WORK);
  }

  /**
   * Later signs that share so many pairs with this one that they may be alike, whatever else there
   * is.
   *
   * @param shared room to count in, all zero before and after
   */
  private List<Integer> candidates(int i, Map<String, List<Integer>> byPair, int[] shared) {
    Set<String> pairs = signs.get(i).subject().pairs();
    List<Integer> touched = new ArrayList<>();
    for (String pair : pairs) {
      for (int j : byPair.getOrDefault(pair, List.of())) {
        if (j > i && shared[j]++ == 0) {
          touched.add(j);
        }
      }
    }
    List<Integer> near = new ArrayList<>();
    for (int j : touched) {
      int smaller = Math.min(pairs.size(), signs.get(j).subject().pairs().size());
      if (shared[j] >= LEAST_SHARED * smaller
          && monthsApart(signs.get(i), signs.get(j)) <= LIKENESS_MONTHS) {
        near.add(j);
      }
      shared[j] = 0;
    }
    near.sort(Comparator.naturalOrder());
    return near;
  }

  private void alike(int i, int j) {
    Sign one = signs.get(i);
    Sign two = signs.get(j);
    double like = one.subject().likeness(two.subject());
    boolean session =
        one.stage().is(Stage.Trait.SAME_SESSION)
            && two.stage().is(Stage.Trait.SAME_SESSION)
            && one.session().isPresent()
            && one.session().equals(two.session());
    if (session && like >= 0.35) {
      add(i, j, 0.72 + 0.2 * like, Edge.Reason.SESSION, two.evidence());
    } else if (like >= LEAST_LIKENESS) {
      double near = 0.03 * (LIKENESS_MONTHS - monthsApart(one, two)) / LIKENESS_MONTHS;
      add(i, j, 0.5 + 0.3 * like + near, Edge.Reason.LIKENESS, two.evidence());
    }
  }

  private void add(int one, int other, double score, Edge.Reason reason, DocumentQuote evidence) {
    double bounded = Math.max(0, Math.min(1, score));
    edges.add(new Edge(Math.min(one, other), Math.max(one, other), bounded, reason, evidence));
  }
}
