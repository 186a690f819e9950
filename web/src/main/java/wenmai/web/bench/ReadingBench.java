package wenmai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenmai.corpus.DocumentView;
import wenmai.corpus.Intake;
import wenmai.corpus.document.FactKey;

/**
 * Cuts the head and all marks away from laws in Markdown with a YAML head, takes them in as plain
 * text, as an office would have them, and compares what was read with the head and with the dated
 * notes under the title.
 */
public final class ReadingBench implements Bench {
  private static final Pattern HEAD_LINE = Pattern.compile("^(\\w+):\\s*(.*)$");
  private static final Pattern DAY = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");

  /** What was done on a day is the first of these after it; an approval makes no version. */
  private static final Pattern DONE = Pattern.compile("通过|修正|修订|批准|公布|发布|施行|废止");

  /** 《关于修改〈…〉的决定》: the words of a title tell nothing of the day. */
  private static final Pattern TITLE = Pattern.compile("《[^《》]*》|〈[^〈〉]*〉");

  private final TrialArchive.Maker maker;

  public ReadingBench(TrialArchive.Maker maker) {
    this.maker = maker;
  }

  /** What is known of one law. */
  private record Gold(
      String title,
      String region,
      String city,
      List<LocalDate> notes,
      Optional<LocalDate> adopted) {}

  @Override
  public Map<String, Object> run(Path folder) {
    try {
      Path plain = Files.createTempDirectory("wenmai-laws");
      try (TrialArchive archive = TrialArchive.open(maker)) {
        Map<String, Gold> gold = cut(folder, plain);
        Intake.IntakeReport first = archive.take(plain);
        Intake.IntakeReport again = archive.take(plain);
        Map<String, Object> figures = compare(archive, gold);
        figures.put("files", gold.size());
        figures.put("rejected", first.rejected().size());
        figures.put("seconds", first.seconds());
        figures.put("secondsAgain", again.seconds());
        figures.put("again/first", Math.round(1000 * again.seconds() / first.seconds()) / 1000.0);
        return figures;
      } finally {
        TrialArchive.delete(plain);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Gold> cut(Path folder, Path plain) throws IOException {
    Map<String, Gold> gold = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        String text = Files.readString(file);
        int end = text.indexOf("\n---", 3);
        if (!text.startsWith("---") || end < 0) {
          continue;
        }
        String name = folder.relativize(file).toString().replace(".md", ".txt");
        Map<String, String> head = head(text.substring(3, end));
        List<String> lines = unmark(text.substring(end + 4));
        gold.put(name, gold(head, text.substring(end + 4)));
        Path out = plain.resolve(name);
        Files.createDirectories(out.getParent());
        Files.writeString(out, String.join("\n", lines).strip() + "\n");
      }
    }
    return gold;
  }

  private static Map<String, String> head(String yaml) {
    Map<String, String> head = new HashMap<>();
    yaml.lines()
        .map(HEAD_LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> head.put(line.group(1), line.group(2).strip().replaceAll("^\"|\"$", "")));
    return head;
  }

  /** The text without Markdown marks and comments. */
  private static List<String> unmark(String body) {
    return body.replaceAll("(?s)<!--.*?-->", "")
        .lines()
        .map(line ->
            line.replaceAll("^#{1,6}\\s+", "")
                .replaceAll("\\*\\*|__|^>\\s?", "")
                .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1"))
        .toList();
  }

  private static Gold gold(Map<String, String> yaml, String body) {
    int info = body.indexOf("<!-- INFO END -->");
    String head = TITLE.matcher(info < 0 ? "" : body.substring(0, info)).replaceAll("");
    List<LocalDate> notes = new ArrayList<>();
    Optional<LocalDate> adopted = Optional.empty();
    Matcher day = DAY.matcher(head);
    int next = day.find() ? day.start() : head.length();
    while (next < head.length()) {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3)));
      int from = day.end();
      next = day.find() ? day.start() : head.length();
      Matcher done = DONE.matcher(head).region(from, next);
      String what = done.find() ? done.group() : "";
      if (what.equals("通过") || what.equals("修正") || what.equals("修订")) {
        notes.add(date);
      }
      if (what.equals("通过") && adopted.isEmpty()) {
        adopted = Optional.of(date);
      }
    }
    return new Gold(
        yaml.getOrDefault("title", ""),
        yaml.getOrDefault("region", ""),
        yaml.getOrDefault("city", ""),
        List.copyOf(notes),
        adopted);
  }

  private static Map<String, Object> compare(TrialArchive archive, Map<String, Gold> gold) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (String name : List.of("title", "region", "adopted", "date", "versions")) {
      tallies.put(name, new Tally());
    }
    archive.room().export(view -> judge(view, gold, tallies), matter -> {});
    Map<String, Object> figures = new LinkedHashMap<>();
    tallies.forEach((name, tally) -> figures.put(name, tally.figures()));
    return figures;
  }

  private static void judge(DocumentView view, Map<String, Gold> all, Map<String, Tally> tallies) {
    String source = view.document().provenance().source();
    Gold gold = all.get(source);
    if (gold == null) {
      return;
    }
    var facts = view.document().facts();
    String title = facts.value(FactKey.TITLE).orElse("");
    tally(tallies, "title")
        .count(
            squeezed(title).equals(squeezed(gold.title())),
            source + ": " + title + " ≠ " + gold.title());
    String region = facts.value(FactKey.REGION).map(Object::toString).orElse("");
    boolean placed =
        gold.city().isEmpty() ? region.contains(gold.region()) : region.contains(gold.city());
    if (!gold.region().isEmpty()) {
      tally(tallies, "region")
          .count(placed, source + ": " + region + " ≠ " + gold.region() + "/" + gold.city());
    }
    if (gold.notes().isEmpty()) {
      return;
    }
    gold.adopted()
        .ifPresent(day -> {
          Optional<LocalDate> read = facts.value(FactKey.ADOPTED);
          tally(tallies, "adopted")
              .count(read.filter(day::equals).isPresent(), source + ": " + read + " ≠ " + day);
        });
    LocalDate last = Collections.max(gold.notes());
    Optional<LocalDate> date = facts.value(FactKey.DATE);
    tally(tallies, "date")
        .count(date.filter(last::equals).isPresent(), source + ": " + date + " ≠ " + last);
    List<LocalDate> versions = view.versions().stream().flatMap(v -> v.date().stream()).toList();
    tally(tallies, "versions")
        .count(versions.containsAll(gold.notes()), source + ": " + versions + " ≠ " + gold.notes());
  }

  private static Tally tally(Map<String, Tally> tallies, String name) {
    return java.util.Objects.requireNonNull(tallies.get(name));
  }

  private static String squeezed(String title) {
    return title.replaceAll("\\s+", "").replace('（', '(').replace('）', ')');
  }
}
