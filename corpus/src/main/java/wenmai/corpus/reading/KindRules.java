package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Kind;
import wenmai.corpus.text.SiftedPattern;

/** What kind of paper a title names (文种), by the rules of {@code config/reading/kinds.tsv}. */
final class KindRules {
  /** （草案）, (2018修正), （试行） at the end say nothing of the kind. */
  private static final Pattern BRACKET_TAIL = Pattern.compile("[(][^()]{1,30}[)]$");

  private static final Pattern AROUND = Pattern.compile("^《([^《》]{2,200})》$");

  private final List<Rule> rules;

  /**
   * A rule.
   *
   * @param kind empty for a norm, whose kind follows from who made it
   */
  record Rule(SiftedPattern pattern, Optional<Kind> kind, String genre) {
    boolean isNorm() {
      return kind.isEmpty();
    }
  }

  private KindRules(List<Rule> rules) {
    this.rules = rules;
  }

  static KindRules of(RuleFile file) {
    List<Rule> rules = new ArrayList<>();
    List<List<String>> rows = file.rows(3);
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      Optional<Kind> kind = Kind.ofKey(row.get(1));
      if (kind.isEmpty() && !row.get(1).equals("norm")) {
        throw file.problem(i, "names no kind", null);
      }
      rules.add(new Rule(SiftedPattern.of(file.pattern(i, row.get(0))), kind, row.get(2)));
    }
    return new KindRules(List.copyOf(rules));
  }

  /** The rule for this title, compact and folded. */
  Optional<Rule> of(String title) {
    String core = core(title);
    return rules.stream().filter(rule -> rule.pattern().isIn(core)).findFirst();
  }

  /** Whether a title ends with the name of a kind of paper and so can be complete. */
  boolean isComplete(String title) {
    return of(title).isPresent();
  }

  /** Without marks around it and closing brackets. */
  static String core(String title) {
    Matcher around = AROUND.matcher(title);
    String core = around.matches() ? around.group(1) : title;
    String before;
    do {
      before = core;
      core = BRACKET_TAIL.matcher(core).replaceFirst("");
    } while (!core.equals(before) && !core.isEmpty());
    return core.isEmpty() ? title : core;
  }
}
