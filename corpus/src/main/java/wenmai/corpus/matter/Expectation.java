package wenmai.corpus.matter;

import com.typesafe.config.Config;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What has to come after a step, by when, and what that rests on (应办事项规则).
 *
 * @param after the role of the step that asks for it
 * @param step the role of the paper that fulfils it
 * @param name how the missing step is called
 * @param read roles whose papers may set the term, best first
 * @param readElse roles whose papers are read where none of those sets a term
 * @param cues what a sentence that sets the term says; the first that sets one decides
 * @param relativeFrom what a sentence must also say where its term is a span of time
 * @param months the term where no paper sets one, counted from the paper of role {@code from}; else
 *     in days or working days
 * @param titled what the title of the paper must say after which it is owed
 * @param grades only after a reply of one of these grades; empty for any
 * @param unless nothing is owed where a paper of one of these roles is held
 * @param shared fulfilled by a paper that fulfils another expectation too
 * @param undated no term is looked for
 * @param wholeSentence every term of a sentence counts, not only the one beside the cue
 * @param separate owed beside the step itself: no other expectation's paper fulfils it
 */
record Expectation(
    String after,
    String step,
    String name,
    List<String> read,
    List<String> readElse,
    List<Pattern> cues,
    Optional<Pattern> relativeFrom,
    OptionalInt months,
    OptionalInt days,
    OptionalInt workingDays,
    String from,
    When when,
    List<String> outcomes,
    Optional<Pattern> titled,
    List<String> grades,
    List<String> unless,
    boolean separate,
    boolean shared,
    boolean undated,
    boolean wholeSentence,
    String rule) {

  /** When something is owed. */
  enum When {
    /** As soon as the step is there. */
    ALWAYS,
    /** Only where a paper sets a term for it. */
    STATED,
    /** Where a paper says that it will be. */
    MENTIONED,
    /** Only where a vote ended in one of the outcomes. */
    OUTCOME
  }

  static Expectation read(Config config) {
    return new Expectation(
        config.getString("after"),
        config.getString("step"),
        config.getString("name"),
        strings(config, "read"),
        strings(config, "read-else"),
        strings(config, "cues").stream().map(Pattern::compile).toList(),
        config.hasPath("relative-from")
            ? Optional.of(Pattern.compile(config.getString("relative-from")))
            : Optional.empty(),
        number(config, "months"),
        OptionalInt.empty(),
        number(config, "working-days"),
        config.hasPath("from") ? config.getString("from") : config.getString("after"),
        When.valueOf(config.getString("when").toUpperCase(java.util.Locale.ROOT)),
        strings(config, "outcomes"),
        config.hasPath("titled")
            ? Optional.of(Pattern.compile(config.getString("titled")))
            : Optional.empty(),
        strings(config, "grades"),
        strings(config, "unless"),
        flag(config, "separate"),
        flag(config, "shared"),
        flag(config, "undated"),
        flag(config, "whole-sentence"),
        config.getString("rule"));
  }

  /** With the name its step has in a matter of that type, where it is called like the step. */
  Expectation named(Template template, MatterType type) {
    boolean asTheStep = template.stage(step).filter(stage -> stage.name().equals(name)).isPresent();
    String own = asTheStep ? template.nameOf(step, type) : name;
    return changed(own, months, days, workingDays, rule);
  }

  /** With the term that a local rule sets. */
  Expectation within(LocalTerms.Term term) {
    return changed(name, term.months(), term.days(), term.workingDays(), term.rule());
  }

  private Expectation changed(
      String called,
      OptionalInt inMonths,
      OptionalInt inDays,
      OptionalInt inWorkingDays,
      String byRule) {
    return new Expectation(
        after,
        step,
        called,
        read,
        readElse,
        cues,
        relativeFrom,
        inMonths,
        inDays,
        inWorkingDays,
        from,
        when,
        outcomes,
        titled,
        grades,
        unless,
        separate,
        shared,
        undated,
        wholeSentence,
        byRule);
  }

  private static List<String> strings(Config config, String path) {
    return config.hasPath(path) ? List.copyOf(config.getStringList(path)) : List.of();
  }

  private static boolean flag(Config config, String path) {
    return config.hasPath(path) && config.getBoolean(path);
  }

  static OptionalInt number(Config config, String path) {
    return config.hasPath(path) ? OptionalInt.of(config.getInt(path)) : OptionalInt.empty();
  }
}
