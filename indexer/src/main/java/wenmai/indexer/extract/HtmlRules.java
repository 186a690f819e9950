package wenmai.indexer.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * How web pages are built (网页结构规则), from {@code config/extract/html.txt}: selectors by section, and
 * names of {@code meta} elements with the property they give.
 *
 * @param main the body of the paper, by family of site
 * @param title where the paper's title stands
 * @param clutter never the paper's
 * @param meta property by lower-case name of a {@code meta} element
 * @param entry in a line between title and body that is the paper's
 * @param worded whole lines above the body that are a title by their words
 * @param anySubject in titles, whatever they are about
 * @param cell in a row of a table of entries
 * @param ending whole lines below the body that are the paper's
 * @param attached whole lines that are links to something that belongs to the paper
 */
record HtmlRules(
    List<Evaluator> main,
    List<Evaluator> title,
    List<Evaluator> clutter,
    Map<String, String> meta,
    Pattern entry,
    Pattern worded,
    Pattern anySubject,
    Pattern cell,
    Pattern ending,
    Pattern attached) {

  static HtmlRules read(Path config) {
    Path file = config.resolve("extract/html.txt");
    List<Evaluator> main = new ArrayList<>();
    List<Evaluator> title = new ArrayList<>();
    List<Evaluator> clutter = new ArrayList<>();
    Map<String, String> meta = new LinkedHashMap<>();
    String section = "";
    try {
      for (String raw : Files.readAllLines(file)) {
        String line = raw.strip();
        if (line.isEmpty() || line.startsWith("# ") || line.equals("#")) {
          continue;
        }
        if (line.startsWith("[") && line.endsWith("]") && !line.contains("=")) {
          section = line.substring(1, line.length() - 1);
          continue;
        }
        switch (section) {
          case "main" -> main.add(QueryParser.parse(line));
          case "title" -> title.add(QueryParser.parse(line));
          case "clutter" -> clutter.add(QueryParser.parse(line));
          case "meta" -> meta(line, meta, file);
          default ->
              throw new IllegalArgumentException("[" + file + "] no such section: " + section);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("[" + file + "] cannot be read as rules in UTF-8", e);
    }
    RuleLines lines = RuleLines.read(config.resolve("extract/html-lines.txt"));
    return new HtmlRules(
        main,
        title,
        clutter,
        meta,
        lines.anyOf("entry"),
        lines.anyOf("title"),
        lines.anyOf("any-subject"),
        lines.anyOf("cell"),
        lines.anyOf("ending"),
        lines.anyOf("attached"));
  }

  private static void meta(String line, Map<String, String> meta, Path file) {
    String[] parts = line.split("\\s*=\\s*", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException("[" + file + "] not property = names: " + line);
    }
    for (String name : parts[1].split("[,\\s]+", -1)) {
      meta.put(name.toLowerCase(java.util.Locale.ROOT), parts[0]);
    }
  }
}
