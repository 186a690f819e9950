package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import wenmai.corpus.matter.Outcome.Count;
import wenmai.corpus.matter.OutcomeWords.Form;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.corpus.text.SiftedPattern;
import wenmai.corpus.text.Span;

/** Finds the counts that one sentence states (计票语句). Pure. */
final class OutcomeSentence {
  private static final Stated NOTHING =
      new Stated(List.of(), OptionalDouble.empty(), Span.of(0, 0));

  private final OutcomeWords words;
  private final SiftedPattern choice;
  private final SiftedPattern rule;
  private final SiftedPattern ofOthers;
  private final SiftedPattern elsewhen;
  private final Map<Form, SiftedPattern> forms = new EnumMap<>(Form.class);

  OutcomeSentence(OutcomeWords words) {
    this.words = words;
    this.choice = SiftedPattern.of(words.choice());
    this.rule = SiftedPattern.of(words.rule());
    this.ofOthers = SiftedPattern.of(words.ofOthers());
    this.elsewhen = SiftedPattern.of(words.elsewhen());
    words.forms().forEach((form, pattern) -> forms.put(form, SiftedPattern.of(pattern)));
  }

  /** A count and where it stands in the sentence. */
  record Found(Span span, Count count) {}

  /**
   * What a sentence states, in its order.
   *
   * @param rate of satisfaction; empty where none is given
   */
  record Stated(List<Found> counts, OptionalDouble rate, Span rateSpan) {
    Stated {
      counts = List.copyOf(counts);
    }
  }

  /** Whether a sentence sets a rule or a goal, or tells of people outside the body. */
  boolean tellsOfNoVote(String sentence) {
    return rule.isIn(sentence) || ofOthers.isIn(sentence);
  }

  Stated read(String sentence) {
    if (!choice.mayBeIn(sentence)) {
      return NOTHING; // each form of a count names what was chosen, and so does a rate
    }
    List<Span> elsewhen = elsewhen(sentence);
    Matcher rates = words.rate().matcher(sentence);
    OptionalDouble rate = OptionalDouble.empty();
    Span rateSpan = Span.of(0, 0);
    List<Span> taken = new ArrayList<>(elsewhen);
    while (rates.find()) {
      Span span = Span.of(rates.start(), rates.end());
      if (rate.isEmpty() && elsewhen.stream().noneMatch(span::overlaps)) {
        rate = percent(rates.group("s"));
        rateSpan = span;
      }
      taken.add(span);
    }
    List<Found> counts = new ArrayList<>();
    for (Form form : Form.values()) {
      SiftedPattern counted = Objects.requireNonNull(forms.get(form));
      if (!counted.mayBeIn(sentence)) {
        continue;
      }
      Matcher matcher = counted.pattern().matcher(sentence);
      while (matcher.find()) {
        Span span = Span.of(matcher.start(), matcher.end());
        if (taken.stream().noneMatch(span::overlaps)) {
          List<Found> found = found(form, matcher, sentence);
          counts.addAll(found);
          found.forEach(each -> taken.add(each.span()));
        }
      }
    }
    counts.sort(Comparator.comparing(Found::span));
    return new Stated(counts, rate, rateSpan);
  }

  /** Where a sentence tells of an earlier vote. */
  private List<Span> elsewhen(String sentence) {
    List<Span> spans = new ArrayList<>();
    if (!elsewhen.mayBeIn(sentence)) {
      return spans;
    }
    Matcher matcher = elsewhen.pattern().matcher(sentence);
    int from = 0;
    while (matcher.find(from)) {
      Matcher now = words.now().matcher(sentence);
      from = now.find(matcher.end()) ? now.start() : sentence.length();
      spans.add(Span.of(matcher.start(), from));
    }
    return spans;
  }

  private List<Found> found(Form form, Matcher matcher, String sentence) {
    return switch (form) {
      case RESPECTIVE -> respective(matcher);
      case NUMBER_FIRST, CHOICE_FIRST -> counted(form, matcher, sentence);
      case SHARE_ONLY ->
          List.of(
              new Found(
                  Span.of(matcher.start(), matcher.end()),
                  new Count(
                      choice(matcher.group("c")),
                      OptionalInt.empty(),
                      percent(matcher.group("s")))));
      case NONE -> none(matcher);
    };
  }

  private List<Found> counted(Form form, Matcher matcher, String sentence) {
    String written = matcher.group("n");
    if (written == null && form == Form.CHOICE_FIRST) {
      written = matcher.group("m");
    }
    OptionalInt votes = ChineseNumeral.parse(Objects.requireNonNull(written));
    if (votes.isEmpty()) {
      return List.of();
    }
    Matcher after = words.shareAfter().matcher(sentence).region(matcher.end(), sentence.length());
    OptionalDouble share = OptionalDouble.empty();
    int end = matcher.end();
    if (after.lookingAt()) {
      share = percent(after.group("s") != null ? after.group("s") : after.group("t"));
      end = after.end();
    }
    return List.of(
        new Found(
            Span.of(matcher.start(), end), new Count(choice(matcher.group("c")), votes, share)));
  }

  private List<Found> respective(Matcher matcher) {
    List<Choice> choices = new ArrayList<>();
    Matcher named = words.choice().matcher(matcher.group("cs"));
    while (named.find()) {
      choices.add(choice(named.group()));
    }
    List<OptionalInt> votes = new ArrayList<>();
    Matcher numbers = words.number().matcher(matcher.group("ns"));
    while (numbers.find()) {
      votes.add(ChineseNumeral.parse(numbers.group()));
    }
    if (choices.size() != votes.size()) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      found.add(
          new Found(
              Span.of(matcher.start(), matcher.end()),
              new Count(choices.get(i), votes.get(i), OptionalDouble.empty())));
    }
    return found;
  }

  private List<Found> none(Matcher matcher) {
    List<Found> found = new ArrayList<>();
    for (String group : List.of("c", "d")) {
      String word = matcher.group(group);
      if (word != null) {
        found.add(
            new Found(
                Span.of(matcher.start(group), matcher.end()),
                new Count(choice(word), OptionalInt.of(0), OptionalDouble.empty())));
      }
    }
    return found;
  }

  private Choice choice(String word) {
    return Objects.requireNonNull(words.choices().get(word), word);
  }

  /** A share of a hundred: 45.9%, 百分之九十五点二; empty where it is none. */
  static OptionalDouble percent(String written) {
    if (written.endsWith("%")) {
      return within(Double.parseDouble(written.substring(0, written.length() - 1)));
    }
    String number = written.substring("百分之".length());
    int point = number.indexOf('点');
    OptionalInt whole = ChineseNumeral.parse(point < 0 ? number : number.substring(0, point));
    if (whole.isEmpty()) {
      return OptionalDouble.empty();
    }
    String decimals = point < 0 ? "0" : number.substring(point + 1);
    OptionalInt parsed = ChineseNumeral.parse(decimals);
    String printed = String.format(Locale.ROOT, "%0" + decimals.length() + "d", parsed.orElse(0));
    return within(Double.parseDouble(whole.getAsInt() + "." + printed));
  }

  private static OptionalDouble within(double share) {
    return share <= 100 ? OptionalDouble.of(share) : OptionalDouble.empty();
  }

  /** The number that one of these patterns finds; empty where it finds none. */
  static OptionalInt number(Matcher matcher) {
    if (matcher.find()) {
      for (int i = 1; i <= matcher.groupCount(); i++) {
        if (matcher.group(i) != null) {
          return ChineseNumeral.parse(matcher.group(i));
        }
      }
    }
    return OptionalInt.empty();
  }

  /** How it ended, of these endings the one that stands first. */
  Optional<Verdict> verdict(String stretch, Choice.Scale scale) {
    Optional<Verdict> first = Optional.empty();
    int at = Integer.MAX_VALUE;
    for (OutcomeWords.Ending ending : words.endings()) {
      Matcher matcher = ending.words().matcher(stretch);
      if (ending.verdict().scale() == scale && matcher.find() && matcher.start() < at) {
        first = Optional.of(ending.verdict());
        at = matcher.start();
      }
    }
    return first;
  }
}
