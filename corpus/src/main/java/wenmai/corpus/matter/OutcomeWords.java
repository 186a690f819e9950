package wenmai.corpus.matter;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wenmai.corpus.document.Votes;

/** How sentences tell of results (结果判读用词), from {@code config/matters/outcomes.conf}. */
record OutcomeWords(
    Map<String, Choice> choices,
    Map<String, ReplyGrade> gradeWords,
    Pattern choice,
    Pattern number,
    Map<Form, Pattern> forms,
    Pattern shareAfter,
    Pattern rate,
    Pattern members,
    Pattern present,
    Pattern threshold,
    Pattern ofMembers,
    Pattern ofPresent,
    List<Ending> endings,
    Pattern adopted,
    Pattern rule,
    Pattern ofOthers,
    Pattern elsewhen,
    Pattern now,
    Pattern moved,
    List<Pattern> given,
    Pattern notGiven) {

  /** The ways to write a count. */
  enum Form {
    RESPECTIVE("respective"),
    NUMBER_FIRST("number-first"),
    CHOICE_FIRST("choice-first"),
    SHARE_ONLY("share-only"),
    NONE("none");

    private final String path;

    Form(String path) {
      this.path = path;
    }
  }

  /** Words that state how it ended. */
  record Ending(Verdict verdict, Pattern words) {}

  /** Counts as papers name them; what is no choice is left out. */
  List<Outcome.Count> counts(List<Votes.Count> named) {
    List<Outcome.Count> counts = new ArrayList<>();
    for (Votes.Count each : named) {
      Choice choice = choices.get(each.choice());
      if (choice != null) {
        counts.add(new Outcome.Count(choice, OptionalInt.of(each.votes()), OptionalDouble.empty()));
      }
    }
    return counts;
  }

  /**
   * @throws com.typesafe.config.ConfigException if something is lacking
   * @throws IllegalArgumentException if a key or a pattern is not what it should be
   */
  static OutcomeWords read(Config config) {
    Map<String, Choice> choices = new HashMap<>();
    for (Choice choice : Choice.values()) {
      config.getStringList("choices." + choice.key()).forEach(word -> choices.put(word, choice));
    }
    Map<String, ReplyGrade> grades = new HashMap<>();
    for (String key : config.getObject("graded").keySet()) {
      ReplyGrade grade =
          ReplyGrade.ofKey(key)
              .orElseThrow(() -> new IllegalArgumentException("graded: no grade is " + key));
      config.getStringList("graded." + key).forEach(word -> grades.put(word, grade));
    }
    Phrases phrases = new Phrases(config, anyOf(choices), anyOf(grades));
    Map<Form, Pattern> forms = new HashMap<>();
    for (Form form : Form.values()) {
      forms.put(form, phrases.pattern(form.path));
    }
    return new OutcomeWords(
        Map.copyOf(choices),
        Map.copyOf(grades),
        Pattern.compile(anyOf(choices)),
        phrases.pattern("num"),
        Map.copyOf(forms),
        phrases.pattern("share-after"),
        phrases.pattern("rate"),
        phrases.pattern("members"),
        phrases.pattern("present"),
        phrases.pattern("threshold"),
        phrases.pattern("of-members"),
        phrases.pattern("of-present"),
        endings(config, phrases),
        phrases.pattern("adopted"),
        phrases.pattern("rule"),
        phrases.pattern("of-others"),
        phrases.pattern("elsewhen"),
        phrases.pattern("now"),
        phrases.pattern("moved"),
        config.getStringList("given").stream().map(phrases::compiled).toList(),
        phrases.pattern("not-given"));
  }

  private static List<Ending> endings(Config config, Phrases phrases) {
    List<Ending> endings = new ArrayList<>();
    for (Config each : config.getConfigList("verdicts")) {
      String key = each.getString("is");
      Verdict verdict =
          Verdict.ofKey(key)
              .orElseThrow(() -> new IllegalArgumentException("verdicts: no result is " + key));
      endings.add(new Ending(verdict, phrases.compiled(each.getString("words"))));
    }
    return List.copyOf(endings);
  }

  /** One of these words, the longest first. */
  private static String anyOf(Map<String, ?> words) {
    return words.keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(it -> it))
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Puts in what a pattern names. */
  private record Phrases(Config config, String choice, String graded) {
    Pattern pattern(String path) {
      return compiled(config.getString(path));
    }

    Pattern compiled(String written) {
      String words = written.replace("<choice>", choice).replace("<graded>", graded);
      for (String name : List.of("label", "ended", "end", "num", "figure", "share")) {
        words = words.replace("<" + name + ">", config.getString(name));
      }
      return Pattern.compile(words);
    }
  }
}
