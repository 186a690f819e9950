package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.matter.MatterDraft.Finding;
import wenmai.corpus.text.Span;

/**
 * Finds in reports the sentences that answer demands (答复对应): by the words they share, weighed by
 * how rare they are in these papers, and by the figures they name. Says "not mentioned" only where
 * next to nothing of a demand is found anywhere, and "unknown" where it is not clear. Pure.
 */
final class AnswerFinder {
  private static final double ANSWERS = 0.30;

  /** Of what is asked, no more than this may be found anywhere in the reports. */
  private static final double NOTHING = 0.12;

  /** A run of characters this long is not shared by chance. */
  private static final int TELLING_RUN = 4;

  private static final int FEWEST_TERMS = 8;

  /** How much of what a remark says was passed over must be in a demand. */
  private static final double PASSED_OVER = 0.5;

  private static final Pattern LEANING = Pattern.compile("^(?:该|其|此|上述|上列|前述|本项|这|已经|以上|对此|同时|并)");
  private static final double CLAUSE_ALONE = 0.8;
  private static final double FIGURE_SHARED = 0.25;
  private static final int SHORTEST_CLAUSE = 6;
  private static final Pattern CLAUSE = Pattern.compile("[,，:：]");
  private static final Pattern FIGURE =
      Pattern.compile("[0-9]+(?:[.,][0-9]+)?(?:万|亿|千|百)?[\\p{IsHan}%]");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:[12][0-9]{3}年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:底|末|上半年|下半年|季度)?(?:之前|以前|前)");

  private final Cues cues;

  AnswerFinder(Cues cues) {
    this.cues = cues;
  }

  /** A sentence of a report with what it is made of. */
  private record Candidate(PaperReading report, Span sentence, Set<String> terms) {}

  /**
   * A demand with what it is made of.
   *
   * @param clauses the terms of each of its clauses, where it has several
   */
  private record Asked(String words, Set<String> terms, List<Set<String>> clauses) {
    static Asked of(String words) {
      List<Set<String>> clauses = new ArrayList<>();
      for (String clause : CLAUSE.split(words)) {
        if (clause.length() >= SHORTEST_CLAUSE) {
          clauses.add(AnswerFinder.terms(clause));
        }
      }
      return new Asked(words, AnswerFinder.terms(words), clauses.size() > 1 ? clauses : List.of());
    }

    /** How much of it a sentence says: of the whole, or of one clause, or by a telling figure. */
    double score(Set<String> said, Map<String, Double> weights) {
      double score = shared(terms, said, weights);
      for (Set<String> clause : clauses) {
        score = Math.max(score, CLAUSE_ALONE * shared(clause, said, weights));
      }
      boolean figure = terms.stream().anyMatch(term -> isTelling(term) && said.contains(term));
      return figure ? Math.max(score, score + FIGURE_SHARED) : score;
    }

    /** A figure of several digits is rarely said by chance. */
    private static boolean isTelling(String term) {
      return term.length() >= 3
          && Character.isDigit(term.charAt(0))
          && Character.isDigit(term.charAt(1));
    }
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
    List<Candidate> candidates = new ArrayList<>();
    Set<String> everywhere = new HashSet<>();
    for (PaperReading report : reports) {
      candidates.addAll(candidates(report));
      everywhere.addAll(terms(report.compact()));
    }
    List<Set<String>> passedOver = passedOver(remarks);
    List<Asked> asked = new ArrayList<>();
    for (Span demand : demands) {
      asked.add(Asked.of(demand.in(opinion.compact())));
    }
    Map<String, Double> weights = weights(candidates, asked);
    List<Finding> findings = new ArrayList<>();
    for (Asked each : asked) {
      boolean criticised =
          passedOver.stream().anyMatch(said -> shared(said, each.terms(), weights) >= PASSED_OVER);
      findings.add(
          criticised || isAbsent(each, everywhere, reports)
              ? new Finding(DemandState.NOT_MENTIONED, Optional.empty())
              : finding(each, candidates, weights));
    }
    return findings;
  }

  /**
   * Next to nothing of it is found anywhere; a demand that leans on others' words is not judged.
   */
  private static boolean isAbsent(Asked asked, Set<String> everywhere, List<PaperReading> reports) {
    if (asked.terms().size() < FEWEST_TERMS || LEANING.matcher(asked.words()).find()) {
      return false;
    }
    long found = asked.terms().stream().filter(everywhere::contains).count();
    return found <= NOTHING * asked.terms().size()
        && reports.stream().noneMatch(report -> sharesRun(asked.words(), report.compact()));
  }

  private static boolean sharesRun(String words, String text) {
    for (int i = 0; i + TELLING_RUN <= words.length(); i++) {
      String run = words.substring(i, i + TELLING_RUN);
      if (run.chars().allMatch(c -> isHan((char) c)) && text.contains(run)) {
        return true;
      }
    }
    return false;
  }

  /** What the remarks say the reports did not answer, each as its terms. */
  private List<Set<String>> passedOver(List<PaperReading> remarks) {
    List<Set<String>> passedOver = new ArrayList<>();
    for (PaperReading remark : remarks) {
      for (Span sentence : remark.sentences()) {
        for (String clause : CLAUSE.split(sentence.in(remark.compact()))) {
          Set<String> terms = terms(cues.passedOver().matcher(clause).replaceAll("/"));
          if (cues.passedOver().matcher(clause).find() && terms.size() >= 4) {
            passedOver.add(terms);
          }
        }
      }
    }
    return passedOver;
  }

  private Finding finding(Asked asked, List<Candidate> candidates, Map<String, Double> weights) {
    Optional<Candidate> best = Optional.empty();
    double most = 0;
    for (Candidate candidate : candidates) {
      double score = asked.score(candidate.terms(), weights);
      if (score > most) {
        most = score;
        best = Optional.of(candidate);
      }
    }
    if (best.isEmpty() || most < ANSWERS) {
      return new Finding(DemandState.UNKNOWN, Optional.empty());
    }
    Candidate answer = best.get();
    String words = answer.sentence().in(answer.report().compact());
    return new Finding(state(words), Optional.of(quote(answer)));
  }

  private DemandState state(String words) {
    if (cues.deferred().matcher(words).find()) {
      return DemandState.DEFERRED;
    }
    if (cues.partly().matcher(words).find()) {
      return DemandState.PARTLY;
    }
    return cues.answered().matcher(words).find() ? DemandState.ANSWERED : DemandState.UNKNOWN;
  }

  private static DocumentQuote quote(Candidate answer) {
    int end = answer.sentence().end();
    String words = answer.report().compact();
    while (end > answer.sentence().start() && "。；;".indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    return answer.report().documentQuote(answer.sentence().start(), end);
  }

  /** How much of what is asked is found, by weight. */
  static double shared(Set<String> asked, Set<String> said, Map<String, Double> weights) {
    double all = 0;
    double found = 0;
    for (String term : asked) {
      double weight = weights.getOrDefault(term, 1.0);
      all += weight;
      if (said.contains(term)) {
        found += weight;
      }
    }
    return all == 0 ? 0 : found / all;
  }

  private static List<Candidate> candidates(PaperReading report) {
    List<Candidate> candidates = new ArrayList<>();
    for (Span sentence : report.sentences()) {
      String words = sentence.in(report.compact());
      if (words.length() >= 6) {
        candidates.add(new Candidate(report, sentence, terms(words)));
      }
    }
    return candidates;
  }

  /** Rare terms weigh more; a figure weighs as two words. */
  private static Map<String, Double> weights(List<Candidate> candidates, List<Asked> asked) {
    Map<String, Integer> counts = new HashMap<>();
    candidates.forEach(each -> each.terms().forEach(term -> counts.merge(term, 1, Integer::sum)));
    asked.forEach(each -> each.terms().forEach(term -> counts.merge(term, 1, Integer::sum)));
    double all = candidates.size() + asked.size();
    Map<String, Double> weights = new HashMap<>();
    counts.forEach((term, count) -> {
      double rarity = Math.log(1 + all / count);
      weights.put(term, Character.isDigit(term.charAt(0)) ? 2 * rarity : rarity);
    });
    return weights;
  }

  /** Pairs of characters and figures with their units; days are left out. */
  static Set<String> terms(String sentence) {
    String words = DATE.matcher(sentence).replaceAll("/");
    Set<String> terms = new HashSet<>();
    Matcher figures = FIGURE.matcher(words);
    while (figures.find()) {
      terms.add(figures.group().replace(",", ""));
    }
    for (int i = 0; i + 1 < words.length(); i++) {
      if (isHan(words.charAt(i)) && isHan(words.charAt(i + 1))) {
        terms.add(words.substring(i, i + 2));
      }
    }
    return terms;
  }

  private static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
