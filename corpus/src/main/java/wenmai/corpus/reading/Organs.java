package wenmai.corpus.reading;

import java.util.List;
import java.util.regex.Pattern;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.Organ;
import wenmai.corpus.text.SiftedPattern;

/**
 * What the names of organs (机关名称) look like, how their short forms are written out, and to which
 * branch they belong. Data come from {@code config/reading/organs.tsv}.
 */
final class Organs {
  private static final int LONGEST = 42;
  private static final Pattern NO_NAME = Pattern.compile(".*[。;,:!?“”\"…].*");

  private final Pattern name;
  private final Pattern never;
  private final Pattern mark;

  /** A word of the printed head in a column of its own. */
  private final Pattern beside;

  private final List<Expansion> expansions;
  private final List<Branch> branches;

  /** A short form and what it stands for. */
  record Expansion(SiftedPattern shortForm, String full) {
    private String in(String name) {
      return shortForm.mayBeIn(name) ? shortForm.pattern().matcher(name).replaceAll(full) : name;
    }
  }

  /** Names of this form belong to this branch. */
  record Branch(Pattern form, Authority authority) {}

  private Organs(
      Pattern name,
      Pattern never,
      Pattern mark,
      Pattern beside,
      List<Expansion> expansions,
      List<Branch> branches) {
    this.name = name;
    this.never = never;
    this.mark = mark;
    this.beside = beside;
    this.expansions = List.copyOf(expansions);
    this.branches = List.copyOf(branches);
  }

  static Organs of(RuleFile file) {
    StringBuilder names = new StringBuilder();
    StringBuilder nevers = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    StringBuilder besides = new StringBuilder();
    List<Expansion> expansions = new java.util.ArrayList<>();
    List<Branch> branches = new java.util.ArrayList<>();
    List<List<String>> rows = file.rows(3);
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      Pattern pattern = file.pattern(i, row.get(1));
      switch (row.get(0)) {
        case "name" -> names.append(names.isEmpty() ? "" : "|").append(pattern.pattern());
        case "never" -> nevers.append(nevers.isEmpty() ? "" : "|").append(pattern.pattern());
        case "mark" -> marks.append(marks.isEmpty() ? "" : "|").append(pattern.pattern());
        case "beside" -> besides.append(besides.isEmpty() ? "" : "|").append(pattern.pattern());
        case "short" -> expansions.add(new Expansion(SiftedPattern.of(pattern), row.get(2)));
        case "branch" -> {
          int at = i;
          branches.add(
              new Branch(
                  pattern,
                  Authority.ofKey(row.get(2))
                      .orElseThrow(() -> file.problem(at, "names no authority", null))));
        }
        default ->
            throw file.problem(
                i, "begins with none of name, never, mark, beside, short, branch", null);
      }
    }
    return new Organs(
        Pattern.compile(names.toString()),
        Pattern.compile(nevers.isEmpty() ? "(?!)" : nevers.toString()),
        Pattern.compile(marks.toString()),
        Pattern.compile(besides.toString()),
        expansions,
        branches);
  }

  /** Whether a whole line, compact and folded, is the name of an organ, also with 文件 or （章）. */
  boolean isName(String compact) {
    String bare = bare(compact);
    return isOne(bare)
        || (bare.contains(Organ.COMMA) && Organ.bodies(bare).stream().allMatch(this::isOne));
  }

  private boolean isOne(String bare) {
    return bare.length() >= 2
        && bare.length() <= LONGEST
        && !NO_NAME.matcher(bare).matches()
        && name.matcher(bare).matches()
        && !never.matcher(bare).find();
  }

  /**
   * The organs a line names and nothing else: one, its letters perhaps spaced out, or several in
   * columns (joint signatures). None where the line is a row of a table.
   */
  List<String> names(Line line) {
    if (!line.isRow()) {
      return isName(line.compact()) ? List.of(bare(line.compact())) : List.of();
    }
    List<String> columns =
        line.columns().stream().filter(column -> !beside.matcher(column).matches()).toList();
    return columns.stream().allMatch(this::isName)
        ? columns.stream().map(this::bare).toList()
        : List.of();
  }

  /** Without what is printed beside a name: 文件, （函）, （章）, （…印）, 整理. */
  String bare(String compact) {
    return mark.matcher(compact).replaceAll("");
  }

  /** Short forms written out: 人大常委会 becomes 人民代表大会常务委员会. */
  String full(String compact) {
    String out = compact;
    for (Expansion expansion : expansions) {
      out = expansion.in(out);
    }
    return out;
  }

  Authority authority(String fullName) {
    return branches.stream()
        .filter(branch -> branch.form().matcher(fullName).find())
        .map(Branch::authority)
        .findFirst()
        .orElse(Authority.UNKNOWN);
  }
}
