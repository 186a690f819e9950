package wenmai.corpus.matter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells what reports leave without an answer (未提及判定). What a sentence has of a demand because it
 * answers another one, of which it has more, counts for nothing.
 */
final class Absence {
  /** What a sentence has at least of a demand that it answers. */
  private static final double ANSWERS = 0.25;

  /** What surely answers a demand, whatever else it answers. */
  private static final double SURE = 0.5;

  /** A demand of fewer telling terms is not said to be passed over. */
  private static final int FEWEST_TERMS = 6;

  /** Of what tells a demand from others, no more than this may be found in any sentence. */
  private static final double NOTHING = 1.0;

  private static final double NOTHING_SHARE = 0.08;

  /** A run of characters this long is not shared by chance. */
  private static final int TELLING_RUN = 5;

  private final List<Asked> asked;
  private final List<Said> said;
  private final List<Set<String>> others;
  private final Rarity rarity;
  private final Cues cues;

  /**
   * @param others what the opinion says beside its demands, each sentence as its telling terms
   */
  Absence(List<Asked> asked, List<Said> said, List<Set<String>> others, Rarity rarity, Cues cues) {
    this.asked = asked;
    this.said = said;
    this.others = others;
    this.rarity = rarity;
    this.cues = cues;
  }

  /**
   * Whether no sentence has more than a little of what tells this demand from others, and no part
   * of a report stands idle where its answer should. A demand that leans on others' words is not
   * judged, nor one for a report, which the report itself may be.
   */
  boolean isAbsent(int demand, Answers answers) {
    Asked one = asked.get(demand);
    if (one.telling().size() < FEWEST_TERMS
        || one.leans()
        || cues.demandReports().matcher(one.words()).find()) {
      return false;
    }
    double most = 0;
    for (Said sentence : said) {
      Set<String> left = left(demand, sentence);
      if (!left.isEmpty() && sharesRun(one.words(), sentence.words(), left)) {
        return false;
      }
      most = Math.max(most, rarity.sum(left));
    }
    return most <= NOTHING
        && most <= NOTHING_SHARE * rarity.sum(one.telling())
        && !answers.mayBeTold(demand, one);
  }

  /** What a sentence has of a demand and of no other of which it has more. */
  private Set<String> left(int demand, Said sentence) {
    Set<String> found = common(asked.get(demand).telling(), sentence.telling());
    if (found.isEmpty()) {
      return found;
    }
    Set<String> left = new HashSet<>(found);
    for (int i = 0; i < asked.size() && !left.isEmpty(); i++) {
      if (i != demand) {
        explain(left, found, common(asked.get(i).telling(), sentence.telling()));
      }
    }
    others.forEach(other -> explain(left, found, common(other, sentence.telling())));
    return left;
  }

  private static void explain(Set<String> left, Set<String> found, Set<String> others) {
    if (others.size() > found.size()) {
      left.removeAll(others);
    }
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    return common;
  }

  /** Whether they share a run of characters in which one of these terms stands. */
  private static boolean sharesRun(String one, String other, Set<String> terms) {
    for (int i = 0; i + TELLING_RUN <= one.length(); i++) {
      String run = one.substring(i, i + TELLING_RUN);
      if (terms.stream().anyMatch(run::contains)
          && run.codePoints().allMatch(Character::isIdeographic)
          && other.contains(run)) {
        return true;
      }
    }
    return false;
  }

  /** An answer that says enough of a demand, and not merely what it says of another. */
  Predicate<Answers.Answer> isMoreThanOthers(int demand, Answers answers) {
    return answer ->
        answer.score() >= ANSWERS
            && (answer.score() >= SURE
                || !answers.isOfAnother(demand, answer.sentence())
                || !left(demand, said.get(answer.sentence())).isEmpty());
  }

  /**
   * Whether a demand asks for an act that is only done where it is said (公开, 追责), and no sentence
   * about it, nor one beside the likeliest answer, says so.
   */
  boolean isUndone(int demand, Answers answers) {
    Asked one = asked.get(demand);
    for (Cues.Act act : cues.acts()) {
      if (!said.isEmpty() && act.asked().matcher(one.words()).find()) {
        return said.stream()
            .filter(each -> act.done().matcher(each.words()).find())
            .noneMatch(each ->
                !common(one.telling(), each.telling()).isEmpty()
                    || answers
                        .best(demand)
                        .filter(it -> said.get(it.sentence()).part() == each.part())
                        .isPresent());
      }
    }
    return false;
  }
}
