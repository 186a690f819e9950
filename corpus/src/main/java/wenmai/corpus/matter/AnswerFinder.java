package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wenmai.corpus.matter.MatterDraft.Finding;
import wenmai.corpus.text.Span;

/**
 * Finds in reports the sentences that answer demands (答复对应): by the words they share, weighed by
 * how rare they are in these papers, by the figures they name, and by the order in which reports go
 * through an opinion. Says "not mentioned" only where next to nothing of what tells a demand from
 * others is found anywhere, and "unknown" where it is not clear. Pure.
 */
final class AnswerFinder {
  /** How much of what a remark says was passed over must be in a demand. */
  private static final double PASSED_OVER = 0.5;

  private static final int FEWEST_CRITICISED = 4;

  private final Cues cues;
  private final DemandWords known;

  AnswerFinder(Cues cues, DemandWords words) {
    this.cues = cues;
    this.known = words;
  }

  /**
   * One finding for each demand, in their order.
   *
   * @param remarks papers of the congress about the reports, which may say what they passed over
   */
  List<Finding> find(
      PaperReading opinion,
      List<Span> demands,
      List<PaperReading> reports,
      List<PaperReading> remarks) {
    DemandWords words = known.about(opinion.title());
    List<Said> said = Said.in(reports, words, cues);
    List<Asked> asked =
        demands.stream()
            .map(span ->
                Asked.of(
                    span.in(opinion.compact()),
                    PointMarker.before(span, opinion),
                    PointMarker.over(span, opinion),
                    words,
                    cues.demandLeans()))
            .toList();
    List<Set<String>> sentences = new ArrayList<>();
    said.forEach(each -> sentences.add(each.terms()));
    opinion.sentences().forEach(span -> sentences.add(words.all(span.in(opinion.compact()))));
    Rarity rarity = Rarity.of(sentences);
    Answers answers = Answers.of(asked, said, rarity);
    Absence absence = new Absence(asked, said, others(opinion, demands, words), rarity, cues);
    List<Set<String>> passedOver = passedOver(remarks);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Set<String> own = asked.get(i).terms();
      boolean criticised =
          passedOver.stream().anyMatch(each -> rarity.shared(each, own) >= PASSED_OVER);
      findings.add(
          criticised
              ? new Finding(DemandState.NOT_MENTIONED, Optional.empty())
              : finding(i, answers, absence));
    }
    return findings;
  }

  /** What the opinion says beside its demands, and each demand. */
  private static List<Set<String>> others(
      PaperReading opinion, List<Span> demands, DemandWords words) {
    List<Set<String>> others = new ArrayList<>();
    for (Span sentence : opinion.sentences()) {
      if (demands.stream().noneMatch(sentence::overlaps)
          && PointMarker.level(sentence, opinion) == 0) {
        others.add(words.telling(sentence.in(opinion.compact())));
      }
    }
    return others;
  }

  /** What the remarks say the reports did not answer, each as its terms. */
  private List<Set<String>> passedOver(List<PaperReading> remarks) {
    List<Set<String>> passedOver = new ArrayList<>();
    for (PaperReading remark : remarks) {
      for (Span sentence : remark.sentences()) {
        for (String clause : Asked.CLAUSE.split(sentence.in(remark.compact()))) {
          Set<String> terms = known.all(cues.passedOver().matcher(clause).replaceAll("/"));
          if (cues.passedOver().matcher(clause).find() && terms.size() >= FEWEST_CRITICISED) {
            passedOver.add(terms);
          }
        }
      }
    }
    return passedOver;
  }

  private Finding finding(int demand, Answers answers, Absence absence) {
    Optional<Answers.Answer> best =
        answers.best(demand).filter(absence.isMoreThanOthers(demand, answers));
    if (absence.isUndone(demand, answers)
        || (best.isEmpty() && absence.isAbsent(demand, answers))) {
      return new Finding(DemandState.NOT_MENTIONED, Optional.empty());
    }
    if (best.isEmpty()) {
      return new Finding(DemandState.UNKNOWN, Optional.empty());
    }
    List<Said> passage = answers.passage(demand, best.get(), cues.demandGoesOn());
    return new Finding(state(passage), Optional.of(passage.getFirst().quoteTo(passage.getLast())));
  }

  private DemandState state(List<Said> passage) {
    return state(passage.stream().map(Said::words).collect(Collectors.joining()));
  }

  /** What is put off, what is done in part, what is done; of these the first that is said. */
  private DemandState state(String words) {
    if (cues.deferred().matcher(words).find()) {
      return DemandState.DEFERRED;
    }
    if (cues.later().matcher(words).find()) {
      return cues.begun().matcher(words).find() ? DemandState.PARTLY : DemandState.DEFERRED;
    }
    if (cues.partly().matcher(words).find() || isShortOf(words)) {
      return DemandState.PARTLY;
    }
    return cues.answered().matcher(words).find() || words.chars().anyMatch(Character::isDigit)
        ? DemandState.ANSWERED
        : DemandState.UNKNOWN;
  }

  /** 26个小区中24个完成整治; not 12所学校中,5所更换了供应商,7所整改合格. */
  private boolean isShortOf(String words) {
    Matcher all = cues.ofWhich().matcher(words);
    while (all.find()) {
      int whole = Integer.parseInt(all.group(1));
      Matcher parts = Pattern.compile("([0-9]{1,4})" + all.group(2)).matcher(words);
      int sum = 0;
      boolean any = false;
      for (int at = all.end(); sum < whole && parts.find(at); at = parts.end()) {
        sum += Integer.parseInt(parts.group(1));
        any = true;
      }
      if (any && sum < whole) {
        return true;
      }
    }
    return false;
  }
}
