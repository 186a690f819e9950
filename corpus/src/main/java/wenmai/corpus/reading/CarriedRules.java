package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wenmai.corpus.document.Kind;
import wenmai.corpus.text.Span;

/**
 * Finds the rules that a notice, an announcement or a resolution of approval carries with it
 * (印发、公布、批准的规则): their title stands alone on a line further down, and articles follow. Such a paper
 * has the title of the rules.
 */
final class CarriedRules {
  private static final int LONGEST_COVER = 1_000;
  private static final int LOOKED_AHEAD = 5;
  private static final int SHORTEST_BARE = 5;

  private static final Pattern MARKS = Pattern.compile("[《》〈〉<>]");

  /** 附件：审议意见 only names what lies beside the letter. */
  private static final Pattern ATTACHED = Pattern.compile("附件?[0-9一二三四五]{0,2}[:.、]");

  private static final Pattern RULER = Pattern.compile("[-—–_=*·.]{3,}");

  /** Such lines between a signature's day and what is issued. */
  private static final int MOST_BETWEEN = 2;

  private static final String ISSUED = "印发";

  /** What carries rules with it is short: they begin within so many lines. */
  private static final int WITHIN_LINES = 300;

  /**
   * The title of the rules.
   *
   * @param notes the lines under it that tell of its passing
   */
  record Carried(Title title, List<Line> notes) {}

  private CarriedRules() {}

  /**
   * @param outer the title of what carries them; a notice under a letterhead may have none
   */
  static Optional<Carried> find(ReadingRules rules, Sheet sheet, Head head, Optional<Title> outer) {
    String carrier = outer.map(Title::compact).orElse("");
    if (!carrier.isEmpty() && !rules.phrases().any("cover-titles").matcher(carrier).find()) {
      return Optional.empty();
    }
    List<Line> lines = sheet.lines();
    for (int i = head.body(); i < Math.min(lines.size(), head.body() + WITHIN_LINES); i++) {
      Line line = lines.get(i);
      boolean aside = line.compact().startsWith("("); // (此件公开发布)
      if (line.isShort() && !aside && !isBetween(line) && !line.compact().equals(carrier)) {
        Optional<Carried> carried = at(rules, sheet, lines, i, carrier);
        if (carried.isPresent()) {
          return carried;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Carried> at(
      ReadingRules rules, Sheet sheet, List<Line> lines, int at, String outer) {
    StringBuilder joined = new StringBuilder();
    for (int last = at;
        last < Math.min(lines.size(), at + 3) && lines.get(last).isShort();
        last++) {
      joined.append(lines.get(last).compact());
      String compact = joined.toString();
      if (isIssuedOpinion(rules, lines, at, outer, compact)
          || isIssuedPlan(rules, lines, at, outer, compact)) {
        return Optional.of(new Carried(title(lines, at, last, sheet, compact), List.of()));
      }
      Optional<List<Line>> notes =
          compact.length() < 4 || !TitleWords.isBalanced(compact)
              ? Optional.empty()
              : notesBeforeArticles(rules, lines, last + 1);
      boolean norm =
          notes.isPresent() && rules.kinds().of(compact).filter(KindRules.Rule::isNorm).isPresent();
      if (norm
          && ((isIssued(rules, lines, at) && DayReader.first(compact).isEmpty())
              || (!outer.isEmpty() && isNamed(rules, sheet, outer, compact)))) {
        return Optional.of(
            new Carried(title(lines, at, last, sheet, compact), notes.orElseThrow()));
      }
    }
    return Optional.empty();
  }

  private static Title title(List<Line> lines, int first, int last, Sheet sheet, String compact) {
    Span span = Span.of(lines.get(first).start(), lines.get(last).end());
    return new Title(TitleWords.printed(span.in(sheet.text())), compact, span, last);
  }

  /** 关于印发…审议意见的通知, signed, and below the day the opinion under its own title. */
  private static boolean isIssuedOpinion(
      ReadingRules rules, List<Line> lines, int at, String outer, String compact) {
    return isBelowDay(lines, at)
        && (at + 2 < lines.size() || !ATTACHED.matcher(compact).lookingAt())
        && rules.phrases().any("issued-papers").matcher(outer).find()
        && rules
            .kinds()
            .of(compact)
            .flatMap(KindRules.Rule::kind)
            .filter(kind -> kind == Kind.REVIEW_OPINION)
            .isPresent();
  }

  /** Whether a signature's day stands above, perhaps over a rule or 附件. */
  private static boolean isBelowDay(List<Line> lines, int at) {
    int above = at - 1;
    while (above > 0 && at - above <= MOST_BETWEEN && isBetween(lines.get(above))) {
      above--;
    }
    return above >= 0 && DayReader.only(lines.get(above).compact()).isPresent();
  }

  /** A rule drawn over the page, 附件. */
  private static boolean isBetween(Line line) {
    return RULER.matcher(line.compact()).matches() || AttachmentReader.isLabel(line.compact());
  }

  /** 关于印发《…方案》的通知, signed, and below the day the plan under the very title that it names. */
  private static boolean isIssuedPlan(
      ReadingRules rules, List<Line> lines, int at, String outer, String compact) {
    return isBelowDay(lines, at)
        && rules.phrases().any("issues").matcher(outer).find()
        && (outer.contains("《" + compact + "》") || isNamedAbove(lines, at, outer, compact))
        && rules.kinds().of(compact).filter(rule -> !rule.isNorm()).isPresent();
  }

  /** 关于印发执法检查方案的通知 names the plan in full, 《关于开展〈…〉执法检查的方案》, in its first sentence. */
  private static boolean isNamedAbove(List<Line> lines, int at, String outer, String compact) {
    String bare = MARKS.matcher(compact).replaceAll("");
    return outer.contains(ISSUED)
        && bare.length() >= SHORTEST_BARE
        && lines.subList(0, at).stream()
            .map(Line::compact)
            .filter(line -> line.indexOf('《') >= 0)
            .anyMatch(line -> MARKS.matcher(line).replaceAll("").contains(bare));
  }

  /** The notice may name the rules without the place: 关于印发渔港泊位使用管理规定的通知. */
  private static boolean isNamed(ReadingRules rules, Sheet sheet, String outer, String compact) {
    String core = KindRules.core(compact);
    String place = String.join("", rules.placeNames().chainAt(core, PlaceNames.Lenience.ANYWHERE));
    String bare = core.substring(place.length());
    return outer.contains(compact)
        || sheet.compact().contains("《" + core)
        || (bare.length() >= SHORTEST_BARE && outer.contains(bare));
  }

  /** Whether the lines above are a cover that issues what comes below. */
  private static boolean isIssued(ReadingRules rules, List<Line> lines, int at) {
    StringBuilder cover = new StringBuilder();
    for (Line line : lines.subList(0, at)) {
      cover.append(line.compact());
      if (cover.length() > LONGEST_COVER) {
        return false;
      }
    }
    return rules.phrases().any("cover-issues").matcher(cover).find();
  }

  /** The notes between title and articles; empty where no articles follow. */
  private static Optional<List<Line>> notesBeforeArticles(
      ReadingRules rules, List<Line> lines, int from) {
    List<Line> notes = new ArrayList<>();
    boolean open = false;
    for (int i = from; i < Math.min(lines.size(), from + LOOKED_AHEAD + notes.size()); i++) {
      String compact = lines.get(i).compact();
      boolean note = open || (compact.startsWith("(") && DayReader.first(compact).isPresent());
      if (note && compact.length() < 400) {
        notes.add(lines.get(i));
        open = open ? !compact.endsWith(")") : !TitleWords.isBalanced(compact);
      } else if (rules.phrases().any("rules-begin").matcher(compact).lookingAt()) {
        return Optional.of(notes);
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
