package wenmai.corpus.matter;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import wenmai.corpus.text.SiftedPattern;

/** Patterns by which the course of a matter is read (判读用词), from {@code config/matters}. */
record Cues(
    SiftedPattern description,
    Pattern handedOver,
    Pattern closing,
    Pattern notClosing,
    Pattern outcome,
    Pattern outcomeTable,
    List<String> worstFirst,
    Pattern overall,
    Pattern chosen,
    Pattern grade,
    Pattern nextStep,
    Pattern notEnded,
    Pattern asks,
    Pattern notDemand,
    Pattern deferred,
    Pattern later,
    Pattern begun,
    Pattern ofWhich,
    Pattern partly,
    Pattern answered,
    Pattern passedOver,
    Pattern demandApart,
    Pattern demandGoesOn,
    Pattern demandLeans,
    Pattern demandPoints,
    Pattern reportCloses,
    Pattern reportOpens,
    Pattern demandReports,
    List<Act> acts,
    Pattern decided) {

  /**
   * Something that a report can only have done where it says so in words of its own (须写明的举动).
   *
   * @param asked what a demand says that asks for this alone
   * @param done what a report says that has done it
   */
  record Act(Pattern asked, Pattern done) {}

  /**
   * @throws ConfigException if something lacks or is no pattern; the message names file and line
   */
  static Cues read(Config config) {
    return new Cues(
        SiftedPattern.of(pattern(config, "description")),
        pattern(config, "handed-over"),
        pattern(config, "closing"),
        pattern(config, "not-closing"),
        pattern(config, "outcome"),
        pattern(config, "outcome-table"),
        List.copyOf(config.getStringList("worst-first")),
        pattern(config, "overall"),
        pattern(config, "chosen"),
        pattern(config, "grade"),
        pattern(config, "next-step"),
        pattern(config, "not-ended"),
        pattern(config, "demands.asks"),
        pattern(config, "demands.not"),
        pattern(config, "demands.deferred"),
        pattern(config, "demands.later"),
        pattern(config, "demands.begun"),
        pattern(config, "demands.of-which"),
        pattern(config, "demands.partly"),
        pattern(config, "demands.answered"),
        pattern(config, "demands.passed-over"),
        pattern(config, "demands.apart"),
        pattern(config, "demands.goes-on"),
        pattern(config, "demands.leans"),
        pattern(config, "demands.points"),
        pattern(config, "demands.closes"),
        pattern(config, "demands.opens"),
        pattern(config, "demands.reports"),
        config.getConfigList("demands.acts").stream()
            .map(act -> new Act(pattern(act, "asked"), pattern(act, "done")))
            .toList(),
        pattern(config, "decided"));
  }

  private static Pattern pattern(Config config, String path) {
    try {
      return Pattern.compile(config.getString(path));
    } catch (PatternSyntaxException e) {
      throw new ConfigException.BadValue(
          config.getValue(path).origin(),
          path,
          "no regular expression (" + e.getDescription() + "); close what is open, or escape it",
          e);
    }
  }
}
