package wenmai.corpus.matter;

import com.typesafe.config.Config;
import java.time.LocalDate;
import java.util.ArrayList;
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
   * @param months of the term; one of months, days and working days is there
   * @param since first day on which it is in force
   * @param until the first day on which it is no longer
   * @param rule as it is named beside the due date
   */
  record Term(
      List<String> region,
      String template,
      String after,
      String step,
      OptionalInt months,
      OptionalInt days,
      OptionalInt workingDays,
      LocalDate since,
      Optional<LocalDate> until,
      String rule) {
    Term {
      region = List.copyOf(region);
    }

    /** What a rule that is held sets for its own place. */
    static Term of(RuleTerm term, Region place, Optional<LocalDate> until) {
      return new Term(
          place.path(),
          term.template(),
          term.after(),
          term.step(),
          counted(term, RuleTerm.Unit.MONTHS),
          counted(term, RuleTerm.Unit.DAYS),
          counted(term, RuleTerm.Unit.WORKING_DAYS),
          term.since(),
          until,
          term.rule());
    }

    private static OptionalInt counted(RuleTerm term, RuleTerm.Unit unit) {
      return term.unit() == unit ? OptionalInt.of(term.number()) : OptionalInt.empty();
    }

    private boolean isInForce(LocalDate day) {
      return !since.isAfter(day) && until.filter(end -> !end.isAfter(day)).isEmpty();
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
            OptionalInt.empty(),
            Expectation.number(config, "working-days"),
            LocalDate.parse(config.getString("since")),
            Optional.empty(),
            config.getString("rule"));
    if (term.months().isPresent() == term.workingDays().isPresent()) {
      throw new IllegalArgumentException(
          "a local term has either months or working-days: " + term.rule());
    }
    return term;
  }

  static LocalTerms none() {
    return new LocalTerms(List.of());
  }

  /** These and others. */
  LocalTerms and(LocalTerms others) {
    List<Term> all = new ArrayList<>(terms);
    all.addAll(others.terms);
    return new LocalTerms(all);
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
        .filter(term -> term.nearness(place.get()) >= 0 && term.isInForce(day.get()))
        .max(
            Comparator.comparingInt((Term term) -> term.nearness(place.get()))
                .thenComparing(Term::since))
        .map(expectation::within)
        .orElse(expectation);
  }
}
