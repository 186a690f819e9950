package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.matter.MatterDraft.DemandDraft;
import wenmai.corpus.matter.MatterDraft.Finding;
import wenmai.corpus.matter.MatterDraft.Obligation;
import wenmai.corpus.matter.Strand.Step;
import wenmai.corpus.text.Span;

/**
 * Cuts an opinion into its demands (交办要求) and asks what the later reports say of each
 * (清单式交办、销号式督办). Pure.
 */
final class DemandReader {
  private static final Set<String> OPINIONS =
      Set.of(
          "opinion",
          "work-appraisal-opinion",
          "appraisal-opinion",
          "rule-review-opinion",
          "resolution");
  private static final Set<String> REPORTS =
      Set.of(
          "rectification",
          "audit-rectification",
          "appraisal-rectification",
          "execution-report",
          "rule-reaction");

  private static final Set<String> REMARKS = Set.of("vote", "closing", "appraisal-vote");

  /** 一是…；二是… within a sentence. */
  private static final Pattern INNER =
      Pattern.compile("^(?:[一二三四五六七八九十]是|[(][一二三四五六七八九十0-9]{1,2}[)]|[0-9]{1,2}[.、](?![0-9]))");

  private static final int HEADING = 30;
  private static final int SHORTEST = 6;
  private static final int MOST = 200;

  private final Cues cues;
  private final AnswerFinder answers;

  DemandReader(Cues cues, DemandWords words) {
    this.cues = cues;
    this.answers = new AnswerFinder(cues, words);
  }

  List<DemandDraft> read(Strand strand, List<Obligation> owed) {
    List<DemandDraft> demands = new ArrayList<>();
    for (Step opinion : strand.ofRoles(OPINIONS)) {
      List<Span> cut = cut(opinion.paper());
      List<PaperReading> reports =
          strand.ofRoles(REPORTS).stream()
              .filter(report -> follows(report, opinion))
              .map(Step::paper)
              .toList();
      List<PaperReading> remarks =
          strand.ofRoles(REMARKS).stream()
              .filter(remark -> follows(remark, opinion))
              .map(Step::paper)
              .toList();
      Optional<LocalDate> due = due(opinion, owed);
      List<Finding> findings = answers.find(opinion.paper(), cut, reports, remarks);
      for (int i = 0; i < cut.size() && demands.size() < MOST; i++) {
        Span span = cut.get(i);
        demands.add(
            new DemandDraft(
                String.valueOf(demands.size() + 1),
                opinion.paper().documentQuote(span.start(), span.end()),
                due,
                reports.isEmpty() ? Optional.empty() : Optional.of(findings.get(i))));
      }
    }
    return demands;
  }

  private static boolean follows(Step report, Step opinion) {
    return report.date().isEmpty()
        || opinion.date().isEmpty()
        || !report.date().get().isBefore(opinion.date().get());
  }

  /** When the report on this opinion is owed. */
  private static Optional<LocalDate> due(Step opinion, List<Obligation> owed) {
    Optional<LocalDate> own =
        owed.stream()
            .filter(each ->
                each.stated().filter(quote -> quote.document().equals(opinion.id())).isPresent())
            .flatMap(each -> each.due().stream())
            .findFirst();
    return own.or(() ->
        owed.stream()
            .filter(each -> each.nature() == MatterDraft.Nature.OWED)
            .flatMap(each -> each.due().stream())
            .findFirst());
  }

  /** The demands of an opinion, as stretches of its compact text. */
  List<Span> cut(PaperReading opinion) {
    List<Span> sentences = opinion.sentences();
    String words = opinion.compact();
    int[] levels = new int[sentences.size()];
    int first = -1;
    int last = -1;
    for (int i = 0; i < levels.length; i++) {
      levels[i] = PointMarker.level(sentences.get(i), opinion);
      if (levels[i] > 0) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    List<Span> demands = new ArrayList<>();
    for (int i = Math.max(first, 0); first >= 0 && i < levels.length; i++) {
      Span sentence = sentences.get(i);
      boolean paragraph = levels[i] == 0 && opinion.lineStartsAt(sentence.start());
      if (i > last && paragraph && isClosing(sentence.in(words))) {
        break;
      }
      Span bare = bare(sentence, words);
      boolean heading = levels[i] > 0 && isHeading(bare, words, i, levels, sentences, opinion);
      if (!heading && isDemand(bare.in(words))) {
        demands.addAll(apart(bare, words));
      }
    }
    return demands;
  }

  /** The paragraph after the points: where to send the answer, who gets a copy, the signature. */
  private boolean isClosing(String words) {
    return cues.notDemand().matcher(words).find()
        || words.matches(".{0,30}(委员会|办公室|[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日)");
  }

  /**
   * Short words before the sentences or the points under a point, with nothing in them to check: a
   * point of one sentence is a demand, whatever its length.
   */
  private static boolean isHeading(
      Span bare, String words, int i, int[] levels, List<Span> sentences, PaperReading opinion) {
    boolean more = i + 1 < levels.length && !opinion.lineStartsAt(sentences.get(i + 1).start());
    boolean deeper = i + 1 < levels.length && levels[i + 1] > levels[i];
    return (more || deeper) && bare.length() <= HEADING && !bare.in(words).matches(".*[0-9].*");
  }

  /** Without the number before it and the stop behind it. */
  private static Span bare(Span sentence, String words) {
    int start = PointMarker.behind(sentence, words);
    int end = sentence.end();
    Matcher inner = INNER.matcher(words).region(start, end);
    if (inner.lookingAt()) {
      start = inner.end();
    }
    while (end > start && "。；;！!？?,，、:：\"”".indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    return Span.of(start, end);
  }

  /** What one sentence asks apart from each other: …整改到位,对责任人追究责任. */
  private List<Span> apart(Span sentence, String words) {
    List<Span> parts = new ArrayList<>();
    int start = sentence.start();
    for (int i = start; i < sentence.end(); i++) {
      if (words.charAt(i) == ','
          && cues.demandApart().matcher(words).region(i + 1, sentence.end()).lookingAt()
          && i - start >= SHORTEST
          && isDemand(words.substring(i + 1, sentence.end()))) {
        parts.add(Span.of(start, i));
        start = i + 1;
      }
    }
    parts.add(Span.of(start, sentence.end()));
    return parts;
  }

  private boolean isDemand(String words) {
    return words.length() >= SHORTEST
        && !words.startsWith("(")
        && cues.asks().matcher(words).find()
        && !cues.notDemand().matcher(words).find();
  }
}
