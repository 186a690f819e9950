package wenmai.corpus.matter;

import com.typesafe.config.Config;
import java.util.regex.Pattern;

/** Patterns by which the course of a matter is read (判读用词), from {@code config/matters}. */
record Cues(
    Pattern description,
    Pattern closing,
    Pattern notClosing,
    Pattern outcome,
    Pattern outcomeTable,
    Pattern overall,
    Pattern chosen,
    Pattern grade,
    Pattern nextStep,
    Pattern notEnded,
    Pattern asks,
    Pattern notDemand,
    Pattern deferred,
    Pattern partly,
    Pattern answered,
    Pattern passedOver,
    Pattern decided) {

  static Cues read(Config config) {
    return new Cues(
        pattern(config, "description"),
        pattern(config, "closing"),
        pattern(config, "not-closing"),
        pattern(config, "outcome"),
        pattern(config, "outcome-table"),
        pattern(config, "overall"),
        pattern(config, "chosen"),
        pattern(config, "grade"),
        pattern(config, "next-step"),
        pattern(config, "not-ended"),
        pattern(config, "demands.asks"),
        pattern(config, "demands.not"),
        pattern(config, "demands.deferred"),
        pattern(config, "demands.partly"),
        pattern(config, "demands.answered"),
        pattern(config, "demands.passed-over"),
        pattern(config, "decided"));
  }

  private static Pattern pattern(Config config, String path) {
    return Pattern.compile(config.getString(path));
  }
}
