package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wenmai.corpus.document.Fact;
import wenmai.corpus.reading.Head.Entry;
import wenmai.corpus.text.Span;

/**
 * Reads the title (标题): the lines of the heading that, joined, read as the name of a paper. Where a
 * page prints it over the body and the paper once more, both say the same. None is invented.
 */
final class TitleReader {
  private static final Pattern SUBTITLE = Pattern.compile("^[—-]{2,}.*");
  private static final Pattern MARKS = Pattern.compile("^[*#\\s]+|[*\\s]+$");
  private static final Pattern TITLE_LABEL = Pattern.compile("^案由:(.{4,120})$");
  private static final int LONGEST = 160;

  private final ReadingRules rules;
  private final Sheet sheet;
  private final Head head;

  TitleReader(ReadingRules rules, Sheet sheet, Head head) {
    this.rules = rules;
    this.sheet = sheet;
    this.head = head;
  }

  /**
   * A title as found.
   *
   * @param compact folded, without blanks
   */
  record Candidate(Line first, Line last, String compact, double score) {}

  Optional<Fact<String>> read() {
    Optional<Fact<String>> labelled = labelled();
    if (labelled.isPresent()) {
      return labelled;
    }
    return best()
        .map(best -> Fact.read(printed(best), sheet.evidence(best.first(), best.last()), 0.95));
  }

  /** The best run of lines, for those who need to know where the title stands. */
  Optional<Candidate> best() {
    return candidates().stream()
        .filter(candidate -> candidate.score() > 0)
        .max(
            Comparator.comparingDouble(Candidate::score)
                .thenComparingInt(candidate -> -candidate.first().index()));
  }

  private Optional<Fact<String>> labelled() {
    return head.lines(Role.LABEL)
        .filter(line -> TITLE_LABEL.matcher(line.compact()).matches())
        .findFirst()
        .map(this::afterLabel);
  }

  private Fact<String> afterLabel(Line line) {
    int colon = sheet.compactStart(line) + line.compact().indexOf(':') + 1;
    Span span = sheet.spanOfCompact(colon, sheet.compactEnd(line));
    return Fact.read(joined(span.in(sheet.text())), sheet.evidence(span), 0.95);
  }

  private List<Candidate> candidates() {
    List<Candidate> found = new ArrayList<>();
    List<Entry> entries = head.entries();
    int i = 0;
    while (i < entries.size()) {
      if (!isTitleRole(entries.get(i))) {
        i++;
        continue;
      }
      int end = runEnd(entries, i);
      candidate(entries, i, end).ifPresent(found::add);
      i = end;
    }
    return found;
  }

  private static boolean isTitleRole(Entry entry) {
    return entry.role() == Role.WORDS || entry.role() == Role.ORGAN;
  }

  /** Lines that stand together; a blank line parts them unless what stands before is unfinished. */
  private int runEnd(List<Entry> entries, int start) {
    int end = start + 1;
    StringBuilder joined = new StringBuilder(entries.get(start).line().compact());
    while (end < entries.size() && isTitleRole(entries.get(end))) {
      Line line = entries.get(end).line();
      boolean parted = line.apart() && !head.spaced();
      boolean complete = rules.kinds().isComplete(joined.toString()) && isBalanced(joined);
      boolean newTitle = line.compact().startsWith("关于") && joined.indexOf("关于") >= 0;
      boolean unfinished =
          joined.toString().matches(".*(?:的|关于|和|、|及|与|对)$") || !isBalanced(joined);
      if ((parted && !unfinished)
          || (complete
              && (newTitle || head.spaced() || SUBTITLE.matcher(line.compact()).matches()))) {
        break;
      }
      joined.append(line.compact());
      end++;
    }
    return end;
  }

  private Optional<Candidate> candidate(List<Entry> entries, int start, int end) {
    int from = start;
    while (from < end - 1 && entries.get(from).line().compact().matches(".*(?:文件|公报)$")) {
      from++;
    }
    boolean organsAlone =
        entries.subList(from, end).stream().allMatch(entry -> entry.role() == Role.ORGAN);
    StringBuilder joined = new StringBuilder();
    entries.subList(from, end).forEach(entry -> joined.append(entry.line().compact()));
    String compact = joined.toString();
    if (organsAlone || compact.length() < 2 || compact.length() > LONGEST) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(
            entries.get(from).line(),
            entries.get(end - 1).line(),
            compact,
            score(entries, from, end, compact)));
  }

  private double score(List<Entry> entries, int start, int end, String compact) {
    double score = 1;
    if (rules.kinds().isComplete(compact)) {
      score += 4;
    }
    if (compact.contains("关于") || compact.startsWith("中华人民共和国")) {
      score += 1;
    }
    if (end < entries.size()) {
      score +=
          switch (entries.get(end).role()) {
            case NOTE, PRESENTED, META, ADDRESSEE -> 2;
            case SPEAKER, DATE, NUMBER, SERIAL -> 1;
            default -> 0;
          };
    }
    if (compact.length() < 4) {
      score -= 2;
    }
    if (!isBalanced(compact)) {
      score -= 2;
    }
    if (compact.matches(".*[:,;|>]$") || compact.matches("[^\\u4e00-\\u9fff]*")) {
      score -= 3;
    }
    return score - start * 0.01;
  }

  private static boolean isBalanced(CharSequence words) {
    int depth = 0;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      depth += c == '《' || c == '(' ? 1 : c == '》' || c == ')' ? -1 : 0;
    }
    return depth == 0;
  }

  private String printed(Candidate candidate) {
    return joined(sheet.text().substring(candidate.first().start(), candidate.last().end()));
  }

  /** One line; blanks between Chinese characters go where they only spread the words. */
  private static String joined(String words) {
    String bare = MARKS.matcher(words).replaceAll("");
    String oneLine = bare.replaceAll("[\\s\\u3000\\u00a0]*\\R[\\s\\u3000\\u00a0]*", "");
    return isSpread(oneLine)
        ? oneLine.replaceAll("[\\s\\u3000\\u00a0]+", "")
        : oneLine.replaceAll("[\\s\\u3000\\u00a0]+", " ");
  }

  /** 公　　告: more blanks than a break between two halves needs. */
  private static boolean isSpread(String words) {
    return words.matches(".*(?<=^|[\\s\\u3000])\\S[\\s\\u3000]+\\S(?=$|[\\s\\u3000]).*")
        || words.matches(".*\\p{IsHan}[\\s\\u3000]{2,}\\p{IsHan}.{0,2}$");
  }
}
