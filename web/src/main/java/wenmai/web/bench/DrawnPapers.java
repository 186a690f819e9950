package wenmai.web.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;

/**
 * Any number of short papers, each different (随机文献), put together by a fixed seed from the clauses
 * and titles of real ones: three to eight sentences, a date, one of some three hundred organs, and
 * often a citation of a real title or of a paper drawn before.
 */
final class DrawnPapers {
  private static final long SEED = 20261128;
  private static final int PLACES = 300;
  private static final int SENTENCES_AT_LEAST = 3;
  private static final int MORE_SENTENCES = 6;
  private static final int DAYS = 3_000;

  /** One paper in so many cites another. */
  private static final int CITING = 3;

  private static final Pattern BETWEEN_SIGNS = Pattern.compile("[^\\p{IsHan}]+");
  private static final int SHORTEST = 6;
  private static final int LONGEST = 24;

  private final Random random = new Random(SEED);
  private final JsonMapper json = JsonMapper.builder().build();
  private final List<String> clauses = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private int drawn;

  /**
   * @param real what clauses and titles are drawn from; at least one with a title and some clauses
   */
  DrawnPapers(List<OfficialDocument> real) {
    for (OfficialDocument document : real) {
      BETWEEN_SIGNS
          .splitAsStream(document.content().text())
          .filter(clause -> clause.length() >= SHORTEST && clause.length() <= LONGEST)
          .forEach(clauses::add);
      document.facts().value(FactKey.TITLE).ifPresent(titles::add);
    }
    for (int i = 0; i < PLACES; i++) {
      String clause = any(clauses);
      places.add(clause.substring(0, 2) + "县");
    }
  }

  /** Writes the next so many of them as lines for the intake. */
  void write(Path file, int papers) {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (int i = 0; i < papers; i++) {
        out.write(json.writeValueAsString(next()));
        out.newLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> next() {
    String place = any(places);
    String title = place + any(clauses) + any(clauses) + "的报告";
    StringBuilder text = new StringBuilder(title).append('\n');
    if (random.nextInt(CITING) == 0) {
      text.append("根据《").append(any(titles)).append("》，");
    }
    int sentences = SENTENCES_AT_LEAST + random.nextInt(MORE_SENTENCES);
    for (int i = 0; i < sentences; i++) {
      text.append(any(clauses)).append('，').append(any(clauses)).append("。\n");
    }
    if (random.nextInt(titles.size()) == 0) {
      titles.add(title);
    }
    Map<String, String> line = new LinkedHashMap<>();
    line.put("externalId", "drawn-" + drawn++);
    line.put("title", title);
    line.put("text", text.toString());
    line.put("organ", place + "人民代表大会常务委员会");
    line.put("region", place);
    line.put("date", LocalDate.of(2018, 1, 1).plusDays(random.nextInt(DAYS)).toString());
    return line;
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
