package wenmai.corpus.matter;

import com.typesafe.config.Config;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wenmai.corpus.document.Region;

/**
 * Terms that a region's own rules set in place of a template's (地方规定的期限), from {@code
 * config/matters/local-terms.conf}: a place has those of the places above it, unless a nearer one
 * has its own.
 */
record LocalTerms(List<Term> terms) {
  private static final List<String> NATION = List.of("全国");

  LocalTerms {
    terms = List.copyOf(terms);
  }

  /**
   * One rule.
   *
   * @param region from the top down
   * @param months of the term; empty where it is counted in working days
   * @param since first day on which it is in force
   * @param rule as it is named beside the due date
   */
  record Term(
      List<String> region,
      String template,
      String after,
      String step,
      OptionalInt months,
      OptionalInt workingDays,
      LocalDate since,
      String rule) {
    Term {
      region = List.copyOf(region);
    }

    /** How near it is to a place: 0 for the whole nation, less where it is another's. */
    private int nearness(Region place) {
      int at = Collections.indexOfSubList(place.path(), region);
      return at >= 0 ? at + region.size() : region.equals(NATION) ? 0 : -1;
    }
  }

  /**
   * @throws com.typesafe.config.ConfigException if something is lacking or is not what it should be
   * @throws IllegalArgumentException if a rule has no term or two
   */
  static LocalTerms read(Config config) {
    return new LocalTerms(config.getConfigList("terms").stream().map(each -> term(each)).toList());
  }

  private static Term term(Config config) {
    Term term =
        new Term(
            Region.parse(config.getString("region")).path(),
            config.getString("template"),
            config.getString("after"),
            config.getString("step"),
            Expectation.number(config, "months"),
            Expectation.number(config, "working-days"),
            LocalDate.parse(config.getString("since")),
            config.getString("rule"));
    if (term.months().isPresent() == term.workingDays().isPresent()) {
      throw new IllegalArgumentException(
          "a local term has either months or working-days: " + term.rule());
    }
    return term;
  }

  /** The expectation as it is in a place for a step taken on a day. */
  Expectation of(
      Template template, Expectation expectation, Optional<Region> place, Optional<LocalDate> day) {
    if (place.isEmpty() || day.isEmpty()) {
      return expectation;
    }
    return terms.stream()
        .filter(term ->
            term.template().equals(template.id())
                && term.after().equals(expectation.after())
                && term.step().equals(expectation.step()))
        .filter(term -> term.nearness(place.get()) >= 0 && !term.since().isAfter(day.get()))
        .max(
            Comparator.comparingInt((Term term) -> term.nearness(place.get()))
                .thenComparing(Term::since))
        .map(expectation::within)
        .orElse(expectation);
  }
}
