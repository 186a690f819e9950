package wenmai.corpus.matter;

import java.time.LocalDate;

/**
 * A term that a rule sets for the matters of its own place (地方规定的期限).
 *
 * @param template whose expectation it is
 * @param after the role of the step it is counted from
 * @param step the role of the step that has to come
 * @param since first day on which the rule is in force
 * @param rule its title, article and words, as they are shown beside the due date
 */
record RuleTerm(
    String template,
    String after,
    String step,
    int number,
    Unit unit,
    LocalDate since,
    String rule) {

  /** In what a term is counted. */
  enum Unit {
    MONTHS,
    DAYS,
    WORKING_DAYS
  }

  void write(CompactOut out) {
    out.text(template).text(after).text(step).number(number).text(unit.name());
    out.text(since.toString()).text(rule);
  }

  static RuleTerm read(CompactIn in) {
    return new RuleTerm(
        in.text(),
        in.text(),
        in.text(),
        in.number(),
        Unit.valueOf(in.text()),
        LocalDate.parse(in.text()),
        in.text());
  }
}
