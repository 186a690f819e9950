package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import wenmai.corpus.matter.Outcome.Count;
import wenmai.corpus.matter.Outcome.Tally;
import wenmai.corpus.matter.Outcome.Threshold;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.corpus.text.Span;

/** Reads the votes and assessments that a paper states, each with its sentences (计票判读). Pure. */
final class TallyReader {
  /** Between two counts of one vote stand few words. */
  private static final int GAP = 20;

  /** No paper tells of more votes; what is looked for around each would take long. */
  private static final int MOST_VOTES = 500;

  /** A count that goes on in the next sentence begins there at once. */
  private static final int BEGINNING = 6;

  private final OutcomeWords words;
  private final OutcomeSentence sentence;

  TallyReader(OutcomeWords words) {
    this.words = words;
    this.sentence = new OutcomeSentence(words);
  }

  /**
   * A vote that is told in the sentences from the first to the last, both among them.
   *
   * @param start of its counts in the paper
   * @param end of them
   */
  private record Group(List<Count> counts, int first, int last, int start, int end) {
    boolean goesOn(OutcomeSentence.Found next, int at, int offset) {
      boolean near =
          at == last
              ? offset + next.span().start() - end <= GAP
              : at == last + 1 && next.span().start() <= BEGINNING;
      Choice choice = next.count().choice();
      return near
          && choice.scale() == counts.getFirst().choice().scale()
          && counts.stream().noneMatch(each -> each.choice() == choice);
    }
  }

  /**
   * All votes of a stretch in its order.
   *
   * @param within sentences of the paper
   */
  List<Outcome> read(PaperReading paper, List<Span> within) {
    List<Span> told =
        within.stream().filter(each -> !sentence.tellsOfNoVote(each.in(paper.compact()))).toList();
    List<OutcomeSentence.Stated> stated =
        told.stream().map(each -> sentence.read(each.in(paper.compact()))).toList();
    List<Group> groups = groups(told, stated);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      int until = i + 1 < groups.size() ? groups.get(i + 1).start() : told.getLast().end();
      int since = i > 0 ? groups.get(i - 1).end() : 0;
      outcome(paper, told, stated, groups.get(i), since, until).ifPresent(outcomes::add);
    }
    if (outcomes.isEmpty()) {
      rateAlone(paper, told, stated).ifPresent(outcomes::add);
    }
    return outcomes;
  }

  private static List<Group> groups(List<Span> told, List<OutcomeSentence.Stated> stated) {
    List<Group> groups = new ArrayList<>();
    for (int at = 0; at < told.size(); at++) {
      int offset = told.get(at).start();
      for (OutcomeSentence.Found found : stated.get(at).counts()) {
        int start = offset + found.span().start();
        int end = offset + found.span().end();
        if (!groups.isEmpty() && groups.getLast().goesOn(found, at, offset)) {
          Group before = groups.removeLast();
          List<Count> counts = new ArrayList<>(before.counts());
          counts.add(found.count());
          groups.add(
              new Group(
                  List.copyOf(counts),
                  before.first(),
                  at,
                  before.start(),
                  Math.max(before.end(), end)));
        } else if (groups.size() < MOST_VOTES) {
          groups.add(new Group(List.of(found.count()), at, at, start, end));
        } else {
          return groups;
        }
      }
    }
    return groups;
  }

  private Optional<Outcome> outcome(
      PaperReading paper,
      List<Span> told,
      List<OutcomeSentence.Stated> stated,
      Group group,
      int since,
      int until) {
    Choice.Scale scale = group.counts().getFirst().choice().scale();
    int last = group.last();
    Span ending = told.get(last);
    String after = words(paper, group.end(), Math.min(until, ending.end()));
    Optional<Verdict> verdict = sentence.verdict(after, scale);
    if (verdict.isEmpty() && last + 1 < told.size() && stated.get(last + 1).counts().isEmpty()) {
      Span next = told.get(last + 1);
      verdict =
          next.start() == ending.end()
              ? sentence.verdict(next.in(paper.compact()), scale)
              : verdict;
      last = verdict.isPresent() ? last + 1 : last;
    }
    int from = Math.max(since, told.get(group.first()).start());
    if (verdict.isEmpty()) {
      verdict = sentence.verdict(words(paper, from, group.start()), scale);
    }
    boolean enough =
        group.counts().size() > 1
            || (verdict.isPresent() && group.counts().getFirst().choice() == Choice.FOR);
    if (!enough) {
      return Optional.empty();
    }
    Span quoted = Span.of(told.get(group.first()).start(), told.get(last).end());
    Tally tally = tally(paper, told, stated, group, quoted);
    var evidence = paper.documentQuote(quoted.start(), quoted.end());
    return Optional.of(
        switch (scale) {
          case VOTE -> new Outcome.Ballot(tally, verdict, evidence);
          case SATISFACTION -> new Outcome.Satisfaction(tally, verdict, evidence);
          case FITNESS -> new Outcome.Appraisal(tally, verdict, evidence);
        });
  }

  private static String words(PaperReading paper, int start, int end) {
    return start < end ? paper.compact().substring(start, end) : "";
  }

  private Tally tally(
      PaperReading paper,
      List<Span> told,
      List<OutcomeSentence.Stated> stated,
      Group group,
      Span quoted) {
    OptionalDouble rate = OptionalDouble.empty();
    for (int i = group.first(); i <= group.last(); i++) {
      rate = rate.isPresent() ? rate : stated.get(i).rate();
    }
    // who was there is often said in the sentence before
    int first = group.first();
    boolean besides = first > 0 && stated.get(first - 1).counts().isEmpty();
    Span around = besides ? Span.of(told.get(first - 1).start(), quoted.end()) : quoted;
    String wide = around.in(paper.compact());
    return new Tally(
        group.counts(),
        rate,
        OutcomeSentence.number(words.members().matcher(wide)),
        OutcomeSentence.number(words.present().matcher(wide)),
        threshold(quoted.in(paper.compact())));
  }

  private Optional<Outcome> rateAlone(
      PaperReading paper, List<Span> told, List<OutcomeSentence.Stated> stated) {
    for (int i = 0; i < told.size(); i++) {
      if (stated.get(i).rate().isPresent()) {
        Span span = told.get(i);
        String said = span.in(paper.compact());
        return Optional.of(
            new Outcome.Satisfaction(
                new Tally(
                    List.of(),
                    stated.get(i).rate(),
                    OutcomeSentence.number(words.members().matcher(said)),
                    OutcomeSentence.number(words.present().matcher(said)),
                    threshold(said)),
                sentence.verdict(said, Choice.Scale.SATISFACTION),
                paper.documentQuote(span.start(), span.end())));
      }
    }
    return Optional.empty();
  }

  private Optional<Threshold> threshold(String said) {
    Matcher matcher = words.threshold().matcher(said);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String of = matcher.group("of");
    Threshold.Of whom =
        words.ofMembers().matcher(of).find()
            ? Threshold.Of.MEMBERS
            : words.ofPresent().matcher(of).find() ? Threshold.Of.PRESENT : Threshold.Of.UNSTATED;
    return share(matcher.group("part")).map(it -> new Threshold(it[0], it[1], whom));
  }

  private static Optional<int[]> share(String written) {
    if (written.equals("半数")) {
      return Optional.of(new int[] {1, 2});
    }
    int middle = written.indexOf("分之");
    if (written.endsWith("%") || written.startsWith("百分之")) {
      OptionalDouble share = OutcomeSentence.percent(written);
      return share.isPresent() && share.getAsDouble() == Math.rint(share.getAsDouble())
          ? Optional.of(new int[] {(int) share.getAsDouble(), 100})
          : Optional.empty();
    }
    OptionalInt whole = ChineseNumeral.parse(written.substring(0, middle));
    OptionalInt part = ChineseNumeral.parse(written.substring(middle + 2));
    return whole.isPresent() && part.isPresent()
        ? Optional.of(new int[] {part.getAsInt(), whole.getAsInt()})
        : Optional.empty();
  }

  /** Sentences that tell of what is done, and not of rules or others. */
  List<Span> factual(PaperReading paper, List<Span> within) {
    return within.stream()
        .filter(each -> {
          String said = each.in(paper.compact());
          return !sentence.tellsOfNoVote(said) && !words.elsewhen().matcher(said).find();
        })
        .toList();
  }

  /** The result that a word of the papers means. */
  Optional<Verdict> verdict(String word) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.word().equals(word))
        .findFirst()
        .or(() ->
            Optional.ofNullable(words.choices().get(word))
                .map(choice -> choice == Choice.VERY_SATISFIED ? Choice.SATISFIED : choice)
                .flatMap(choice -> Verdict.ofKey(choice.key())));
  }
}
