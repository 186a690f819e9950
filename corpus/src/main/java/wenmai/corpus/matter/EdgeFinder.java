package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;

/**
 * Finds the reasons to put candidate steps of one template together (关联依据查找): by looking things up,
 * never by comparing all with all.
 */
final class EdgeFinder {
  private static final double IDENTITY = 0.93;
  private static final double SHARED = 0.86;

  /** Papers on one law that come within a session or two of one another are of one run first. */
  private static final double SAME_RUN = 0.05;

  /** Less alike than this, a part of a joint paper is about something else. */
  private static final double LEAST_LIKE = 0.2;

  private static final int RUN_MONTHS = 6;

  private static final int GROUP_LIMIT = 80;

  private final List<Sign> signs;
  private final List<Edge> edges = new ArrayList<>();
  private final Map<DocumentId, List<Integer>> byDocument = new HashMap<>();
  private final SignPairs pairs;

  /**
   * @param signs of one template, sorted by name
   * @param joined the places of those that people put together
   */
  EdgeFinder(List<Sign> signs, Collection<List<Integer>> joined) {
    this.signs = signs;
    for (int i = 0; i < signs.size(); i++) {
      int index = i;
      signs
          .get(i)
          .id()
          .ifPresent(id -> byDocument.computeIfAbsent(id, each -> new ArrayList<>()).add(index));
    }
    this.pairs = new SignPairs(signs, byDocument, joined);
  }

  List<Edge> find() {
    citations();
    namings();
    sharedCitations();
    identities();
    pairs.alike(this::alike);
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
          String missing = CitedPapers.missing(pointer);
          for (Stage stage : signs.get(i).template().stages()) {
            Integer j =
                standIns.get(
                    "~" + signs.get(i).template().id() + "|" + stage.role() + "|" + missing);
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
    if (isOfAnother(citing, cited)) {
      return;
    }
    EdgeScores.citation(citing, cited, pointer)
        .ifPresent(score -> add(from, to, score, Edge.Reason.CITATION, pointer.evidence()));
  }

  /**
   * A joint paper that is named is meant as what it is of one matter: where it says several things,
   * not as that which is about something else.
   */
  private boolean isOfAnother(Sign citing, Sign cited) {
    boolean several =
        cited.stage().is(Stage.Trait.JOINT)
            && !citing.stage().is(Stage.Trait.JOINT)
            && cited
                .id()
                .map(id -> byDocument.getOrDefault(id, List.of()).size() > 1)
                .orElse(false);
    if (!several || citing.subject().isEmpty()) {
      return false;
    }
    Subject meant = meant(cited);
    return !meant.isEmpty() && citing.subject().likeness(meant) < LEAST_LIKE;
  }

  /** What a joint paper is about as this sign: its own words, else those of the paper it names. */
  private Subject meant(Sign sign) {
    return sign.subject().isEmpty()
        ? sign.pointers().stream()
            .flatMap(pointer -> pointer.targets().stream())
            .flatMap(id -> byDocument.getOrDefault(id, List.of()).stream())
            .map(i -> signs.get(i).subject())
            .filter(subject -> !subject.isEmpty())
            .findFirst()
            .orElse(Subject.none())
        : sign.subject();
  }

  /** Two papers that name the same paper, which is not held, and are about something alike. */
  private void sharedCitations() {
    Map<String, Map<Integer, DocumentQuote>> byMissing = new TreeMap<>();
    for (int i = 0; i < signs.size(); i++) {
      for (Pointer pointer : signs.get(i).pointers()) {
        if (!pointer.isHeld() && pointer.number().isPresent()) {
          byMissing
              .computeIfAbsent(pointer.number().get().toString(), each -> new TreeMap<>())
              .putIfAbsent(i, pointer.evidence());
        }
      }
    }
    byMissing.values().forEach(this::shared);
  }

  private void shared(Map<Integer, DocumentQuote> group) {
    pairs.inCommon(
        group.keySet(),
        (one, other) ->
            Optional.ofNullable(group.get(other))
                .ifPresent(words -> add(one, other, SHARED, Edge.Reason.SHARED_CITATION, words)));
  }

  private void identities() {
    Map<String, List<Integer>> byKey = new TreeMap<>();
    for (int i = 0; i < signs.size(); i++) {
      Sign sign = signs.get(i);
      for (Key key : sign.keys()) {
        if (tells(sign, key)) {
          byKey.computeIfAbsent(key.kind() + key.value(), each -> new ArrayList<>()).add(i);
        }
      }
    }
    for (List<Integer> group : byKey.values()) {
      together(group);
    }
  }

  /** Whether those that have this key in common may be one matter for that alone. */
  static boolean tells(Sign sign, Key key) {
    return key.kind() == sign.template().identity() || key.kind() == Template.Identity.SERIAL;
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
        double score = IDENTITY - 0.0005 * Math.min(100, EdgeScores.monthsApart(one, two));
        score += 0.01 * one.subject().likeness(two.subject());
        boolean oneRun =
            one.template().renewal().isPresent() && EdgeScores.monthsApart(one, two) <= RUN_MONTHS;
        score += oneRun ? SAME_RUN : 0;
        add(ordered.get(a), ordered.get(b), score, Edge.Reason.IDENTITY, two.evidence());
      }
    }
  }

  private void alike(int i, int j) {
    EdgeScores.alike(signs.get(i), signs.get(j))
        .ifPresent(found -> add(i, j, found.score(), found.reason(), signs.get(j).evidence()));
  }

  private void add(int one, int other, double score, Edge.Reason reason, DocumentQuote evidence) {
    double bounded = Math.max(0, Math.min(1, score));
    edges.add(new Edge(Math.min(one, other), Math.max(one, other), bounded, reason, evidence));
  }
}
