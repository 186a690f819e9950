package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Votes;
import wenmai.corpus.text.SiftedPattern;
import wenmai.corpus.text.Span;

/** Reads votes that a text states (表决、测评结果): 满意27票，基本满意3票，不满意0票; 35票赞成、1票弃权; and tables of them. */
final class VotesReader {
  private static final Pattern CELL = Pattern.compile("[\\t ]+");

  private static final int GAP = 6;
  private static final int REACH = 70;
  private static final int MOST = 200;

  private final Phrases phrases;
  private final List<String> telling;
  private final Sheet sheet;

  VotesReader(Phrases phrases, Sheet sheet) {
    this.phrases = phrases;
    this.telling = phrases.words("vote-telling");
    this.sheet = sheet;
  }

  Optional<Votes> read() {
    String compact = sheet.compact();
    if (telling.stream().noneMatch(compact::contains)) {
      return Optional.empty();
    }
    List<Votes.Result> results = new ArrayList<>(stated());
    results.addAll(tabled());
    return results.isEmpty() ? Optional.empty() : Optional.of(new Votes(results));
  }

  private List<Votes.Result> stated() {
    String compact = sheet.compact();
    List<Votes.Result> results = new ArrayList<>();
    List<Votes.Count> counts = new ArrayList<>();
    SiftedPattern.Search search = phrases.sifted("vote-counts").in(compact);
    int start = 0;
    int end = -1;
    Optional<MatchResult> found = search.from(0);
    while (found.isPresent() && results.size() < MOST) {
      MatchResult matcher = found.get();
      if (end >= 0 && matcher.start() - end > GAP) {
        add(results, counts, start, end);
        counts.clear();
      }
      if (counts.isEmpty()) {
        start = matcher.start();
      }
      boolean first = matcher.group("c") != null;
      counts.add(
          new Votes.Count(
              matcher.group(first ? "c" : "c2"),
              Integer.parseInt(matcher.group(first ? "n" : "n2"))));
      end = matcher.end();
      found = search.from(end);
    }
    add(results, counts, start, end);
    return results;
  }

  private void add(List<Votes.Result> results, List<Votes.Count> counts, int start, int end) {
    if (counts.size() < 2) {
      return;
    }
    String compact = sheet.compact();
    String after = compact.substring(end, Math.min(compact.length(), end + REACH));
    Matcher outcome = phrases.any("vote-outcomes").matcher(after);
    String stated = "";
    if (outcome.find()) {
      stated = outcome.group("outcome") != null ? outcome.group("outcome") : "通过";
      stated = outcome.group().startsWith("未") ? "未通过" : stated;
    }
    results.add(
        new Votes.Result(
            subject(start),
            List.copyOf(counts),
            stated,
            sheet.quote(sheet.spanOfCompact(start, end))));
  }

  /** The title or matter named last before the counts. */
  private String subject(int start) {
    String before = sheet.compact().substring(Math.max(0, start - 2 * REACH), start);
    Matcher matcher = phrases.any("vote-subjects").matcher(before);
    String subject = "";
    while (matcher.find()) {
      subject = matcher.group();
    }
    return subject;
  }

  private List<Votes.Result> tabled() {
    List<Votes.Result> results = new ArrayList<>();
    List<String> header = List.of();
    for (Line line : sheet.lines()) {
      boolean heads = telling.stream().anyMatch(line.words()::contains);
      if (line.length() > 300 || (header.isEmpty() && !heads)) {
        continue;
      }
      List<String> cells = Arrays.asList(CELL.split(line.words(), -1));
      long choices =
          cells.stream()
              .filter(cell -> phrases.any("vote-choices").matcher(cell).matches())
              .count();
      if (choices >= 2 && cells.stream().noneMatch(VotesReader::isFigure)) {
        header = cells;
      } else if (!header.isEmpty() && cells.size() == header.size()) {
        row(header, cells, line).ifPresent(results::add);
      } else if (!header.isEmpty() && line.length() > 60) {
        header = List.of();
      }
      if (results.size() >= MOST) {
        return results;
      }
    }
    return results;
  }

  private Optional<Votes.Result> row(List<String> header, List<String> cells, Line line) {
    List<Votes.Count> counts = new ArrayList<>();
    String subject = "";
    String outcome = "";
    for (int i = 0; i < header.size(); i++) {
      String cell = cells.get(i);
      if (phrases.any("vote-choices").matcher(header.get(i)).matches() && isFigure(cell)) {
        counts.add(new Votes.Count(header.get(i), Integer.parseInt(cell)));
      } else if (counts.isEmpty() && !isFigure(cell)) {
        subject = cell;
      } else if (phrases.any("vote-choices").matcher(cell).matches() || cell.contains("通过")) {
        outcome = cell;
      }
    }
    return counts.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Votes.Result(
                subject, counts, outcome, sheet.quote(Span.of(line.start(), line.end()))));
  }

  private static boolean isFigure(String cell) {
    return !cell.isEmpty()
        && cell.length() <= 4
        && cell.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
