package wenmai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wenmai.corpus.DocumentView;
import wenmai.corpus.Intake;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.structure.Division;
import wenmai.corpus.structure.Level;

/**
 * Takes a folder of office files in as a user would and compares with its table of gold: {@code
 * MANIFEST.tsv} says which phrase must be found and which file must be refused, {@code GOLD.tsv}
 * says the facts of regulations. A phrase counts when the text holds it, and once more when an
 * exact search for it finds the file.
 */
public final class ExtractBench implements Bench {
  private static final List<String> TABLES = List.of("MANIFEST.tsv", "GOLD.tsv");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");

  private final TrialArchive.Maker maker;

  public ExtractBench(TrialArchive.Maker maker) {
    this.maker = maker;
  }

  /** What became of a folder: papers and refusals by file. */
  private record Taken(
      Map<String, List<DocumentView>> views, Set<String> refused, ReadingRoom room) {
    List<DocumentView> of(String file) {
      return views.getOrDefault(file, List.of());
    }
  }

  @Override
  public Map<String, Object> run(Path folder) {
    List<Map<String, String>> rows = rows(folder);
    try (TrialArchive archive = TrialArchive.open(maker)) {
      Intake.IntakeReport report = archive.take(folder);
      ReadingRoom room = archive.room();
      Map<String, List<DocumentView>> views = new HashMap<>();
      room.export(
          view -> views.computeIfAbsent(file(source(view)), f -> new ArrayList<>()).add(view),
          matter -> {});
      Set<String> refused = new HashSet<>();
      report.rejected().forEach(rejected -> refused.add(file(rejected.path())));
      Taken taken = new Taken(views, refused, room);
      Map<String, Tally> tallies = new TreeMap<>();
      rows.forEach(row -> judge(row, taken, tallies));
      Map<String, Object> figures = new LinkedHashMap<>();
      tallies.forEach((name, tally) -> figures.put(name, tally.figures()));
      figures.put("files", rows.size());
      figures.put("seconds", report.seconds());
      return figures;
    }
  }

  private static String source(DocumentView view) {
    return view.document().provenance().source();
  }

  /** The file that holds a member: what stands before the first {@code !/}. */
  private static String file(String source) {
    int inside = source.indexOf("!/");
    return inside < 0 ? source : source.substring(0, inside);
  }

  private static List<Map<String, String>> rows(Path folder) {
    try {
      for (String table : TABLES) {
        if (Files.exists(folder.resolve(table))) {
          List<String> lines = Files.readAllLines(folder.resolve(table));
          String[] names = lines.getFirst().split("\t", -1);
          return lines.stream().skip(1).map(line -> row(names, line)).toList();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException("[" + folder + "] holds none of " + TABLES);
  }

  private static Map<String, String> row(String[] names, String line) {
    String[] cells = line.split("\t", -1);
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < Math.min(names.length, cells.length); i++) {
      row.put(names[i], cells[i]);
    }
    return row;
  }

  private static String cell(Map<String, String> row, String name) {
    return row.getOrDefault(name, "");
  }

  private static void judge(Map<String, String> row, Taken taken, Map<String, Tally> tallies) {
    String file = cell(row, "file");
    List<DocumentView> views = taken.of(file);
    switch (row.getOrDefault("expect", "text")) {
      case "error", "empty" ->
          tally(tallies, "refused").count(taken.refused().contains(file) && views.isEmpty(), file);
      case "lenient" ->
          tally(tallies, "lenient").count(taken.refused().contains(file) || !views.isEmpty(), file);
      default -> {
        phrase(file, cell(row, "phrase"), taken, tallies);
        if (row.containsKey("article_count") && !views.isEmpty()) {
          facts(file, row, views.getFirst(), tallies);
        }
      }
    }
  }

  private static void phrase(String file, String phrase, Taken taken, Map<String, Tally> tallies) {
    String wanted = squeezed(phrase);
    List<DocumentView> views = taken.of(file);
    boolean repaired =
        views.stream().anyMatch(v -> squeezed(v.document().content().text()).contains(wanted));
    boolean raw =
        views.stream()
            .flatMap(view -> taken.room().rawText(view.document().id()).stream())
            .anyMatch(text -> squeezed(text).contains(wanted));
    tally(tallies, "text").count(repaired || raw, file + ": " + phrase);
    tally(tallies, "textRepaired").count(repaired, file + ": " + phrase);
    String query = "\"" + phrase.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    boolean found =
        taken.room().search(exactly(query)).hits().stream()
            .anyMatch(
                hit -> views.stream().anyMatch(v -> v.document().id().equals(hit.document().id())));
    tally(tallies, "search").count(found, file + ": " + phrase);
  }

  private static SearchRequest exactly(String query) {
    return SearchRequest.of(query).page(1, SearchRequest.MAX_SIZE);
  }

  private static void facts(
      String file, Map<String, String> row, DocumentView view, Map<String, Tally> tallies) {
    Facts facts = view.document().facts();
    String title = facts.value(FactKey.TITLE).orElse("");
    tally(tallies, "title")
        .count(bare(title).equals(bare(cell(row, "title"))), file + ": " + title);
    String organ = facts.value(FactKey.ORGAN).map(Object::toString).orElse("");
    tally(tallies, "organ")
        .count(organ.equals(cell(row, "organ")), file + ": " + organ + " ≠ " + cell(row, "organ"));
    date(file, "passed_date", FactKey.ADOPTED, row, view, tallies);
    date(file, "effective_date", FactKey.EFFECTIVE, row, view, tallies);
    long articles = articles(view.document().content().outline().divisions());
    String gold = cell(row, "article_count");
    tally(tallies, "articles")
        .count(gold.equals(String.valueOf(articles)), file + ": " + articles + " ≠ " + gold);
  }

  /** Only days that the text itself states are asked for. */
  private static void date(
      String file,
      String column,
      FactKey<LocalDate> key,
      Map<String, String> row,
      DocumentView view,
      Map<String, Tally> tallies) {
    if (cell(row, column).isEmpty()) {
      return;
    }
    LocalDate day = LocalDate.parse(cell(row, column));
    String stated = day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    if (squeezed(view.document().content().text()).contains(stated)) {
      Optional<LocalDate> read = view.document().facts().value(key);
      tally(tallies, key.name())
          .count(read.filter(day::equals).isPresent(), file + ": " + read + " ≠ " + day);
    }
  }

  private static long articles(List<Division> divisions) {
    return divisions.stream()
        .filter(division -> division.level() == Level.ARTICLE)
        .flatMap(division -> division.article().stream())
        .distinct()
        .count();
  }

  private static Tally tally(Map<String, Tally> tallies, String name) {
    return tallies.computeIfAbsent(name, n -> new Tally());
  }

  private static String bare(String title) {
    return squeezed(title).replace('（', '(').replace('）', ')');
  }

  private static String squeezed(String text) {
    return BLANKS.matcher(text).replaceAll("");
  }
}
