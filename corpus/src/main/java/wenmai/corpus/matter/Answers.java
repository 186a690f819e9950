package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which sentences of reports say most of which demand (答复候选). Reports go through an opinion's
 * points in their order: between the sure answers to the demands before and after a demand, its own
 * is likelier.
 */
final class Answers {
  private static final double SURE = 0.5;
  private static final double IN_ORDER = 1.2;

  /** A sentence with less of a demand than this is about something else. */
  private static final double ABOUT = 0.2;

  private static final int LONGEST_PASSAGE = 4;

  private final List<Said> said;
  private final double[][] scores;

  private Answers(List<Said> said, double[][] scores) {
    this.said = said;
    this.scores = scores;
  }

  /**
   * @param score how much of the demand the sentence says
   */
  record Answer(int sentence, double score) {}

  static Answers of(List<Asked> asked, List<Said> said, Rarity rarity) {
    double[][] scores = new double[asked.size()][said.size()];
    for (int i = 0; i < asked.size(); i++) {
      for (int k = 0; k < said.size(); k++) {
        scores[i][k] = asked.get(i).answeredBy(said.get(k), rarity);
      }
    }
    Answers plain = new Answers(said, scores);
    double[][] ordered = new double[asked.size()][];
    for (int i = 0; i < asked.size(); i++) {
      ordered[i] = plain.inOrder(i);
    }
    return new Answers(said, ordered);
  }

  /** The scores of a demand, higher between the sure answers around it. */
  private double[] inOrder(int demand) {
    double[] ordered = scores[demand].clone();
    Optional<Integer> before = sure(demand, -1);
    Optional<Integer> after = sure(demand, 1);
    if (before.isPresent() && after.isPresent() && isOneWay(before.get(), after.get())) {
      for (int k = before.get(); k <= after.get(); k++) {
        ordered[k] *= IN_ORDER;
      }
    }
    return ordered;
  }

  private boolean isOneWay(int before, int after) {
    return before <= after && said.get(before).report() == said.get(after).report();
  }

  /** The sentence that surely answers the next demand in one direction. */
  private Optional<Integer> sure(int demand, int step) {
    for (int i = demand + step; i >= 0 && i < scores.length; i += step) {
      Optional<Answer> best = best(i);
      if (best.isPresent() && best.get().score() >= SURE) {
        return Optional.of(best.get().sentence());
      }
    }
    return Optional.empty();
  }

  /** The sentence that says most of a demand; the first of several. */
  Optional<Answer> best(int demand) {
    int best = -1;
    for (int k = 0; k < said.size(); k++) {
      if (scores[demand][k] > (best < 0 ? 0 : scores[demand][best])) {
        best = k;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(new Answer(best, scores[demand][best]));
  }

  /**
   * An answer with the sentences behind it that go on with it: under the same point, about no other
   * demand rather than this one, with words that refer back.
   *
   * @param goesOn how a sentence begins that goes on with what was said before it
   */
  List<Said> passage(int demand, Answer answer, Pattern goesOn) {
    List<Said> passage = new ArrayList<>();
    passage.add(said.get(answer.sentence()));
    for (int k = answer.sentence() + 1; k < said.size() && passage.size() < LONGEST_PASSAGE; k++) {
      Said next = said.get(k);
      boolean same =
          next.report() == passage.getFirst().report() && next.part() == passage.getFirst().part();
      boolean joined =
          passage.getLast().words().endsWith(";") || goesOn.matcher(next.words()).find();
      if (!same || !joined || isOfAnother(demand, k)) {
        break;
      }
      passage.add(next);
    }
    return passage;
  }

  /**
   * Whether a part of a report that answers no other demand stands where this one's answer should:
   * under its number, or between the sure answers before and after it.
   */
  boolean mayBeTold(int demand, Asked asked) {
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < scores.length; i++) {
      if (i != demand) {
        best(i)
            .filter(it -> it.score() >= ABOUT)
            .ifPresent(it -> taken.add(said.get(it.sentence()).part()));
      }
    }
    int before = sure(demand, -1).orElse(Integer.MAX_VALUE);
    int after = sure(demand, 1).orElse(-1);
    for (int k = 0; k < said.size(); k++) {
      Said each = said.get(k);
      boolean place = asked.isAt(each) || asked.isNamedBy(each) || (before < k && k < after);
      boolean point = each.number() > 0 || !each.heading().isEmpty() || !each.points().isEmpty();
      if (place && point && !taken.contains(each.part())) {
        return true;
      }
    }
    return false;
  }

  boolean isOfAnother(int demand, int sentence) {
    for (int i = 0; i < scores.length; i++) {
      if (i != demand
          && scores[i][sentence] >= ABOUT
          && scores[i][sentence] > scores[demand][sentence]) {
        return true;
      }
    }
    return false;
  }
}
