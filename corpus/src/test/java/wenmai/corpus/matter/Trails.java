package wenmai.corpus.matter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.document.OfficialDocument;

/**
 * Trails as the test resources write them: {@code ==} is the name of one, {@code @} a paper (title,
 * kind, organ, region, number, date, session, the day it is in force), its text below; {@code &}
 * names a paper that stands in another trail too, {@code =} says what is expected.
 */
record Trails(List<Trail> trails) {
  private static final Path FOLDER = Path.of("src/test/resources/wenmai/matters");
  private static final List<String> CELLS =
      List.of("title", "kind", "organ", "region", "number", "date", "session", "effective");

  record Trail(String name, List<Paper> papers, List<String> alsoOf, List<String> expected) {}

  record Paper(String id, Map<String, String> cells, StringBuilder body) {
    OfficialDocument document(CitationFinder finder) {
      String head =
          Stream.of("title", "number")
              .map(key -> cells.getOrDefault(key, ""))
              .filter(line -> !line.isEmpty())
              .collect(Collectors.joining("\n"));
      return LabelledSet.document(id, head + "\n" + body, LabelledSet.facts(cells), finder);
    }
  }

  static Trails read(String file) throws IOException {
    List<Trail> trails = new ArrayList<>();
    int papers = 0;
    for (String line : Files.readAllLines(FOLDER.resolve(file).toAbsolutePath())) {
      if (line.startsWith("== ")) {
        trails.add(
            new Trail(line.substring(3), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
      } else if (line.startsWith("@ ")) {
        String id = "p" + papers++;
        trails.getLast().papers().add(new Paper(id, cells(line.substring(2)), new StringBuilder()));
      } else if (line.startsWith("& ")) {
        trails.getLast().alsoOf().add(line.substring(2));
      } else if (line.startsWith("= ")) {
        trails.getLast().expected().add(line.substring(2));
      } else {
        trails.getLast().papers().getLast().body().append(line).append('\n');
      }
    }
    return new Trails(trails);
  }

  static CitationFinder finder() {
    return new CitationFinder(CitationWords.read(SampleSet.CONFIG.resolve("citation")));
  }

  private static Map<String, String> cells(String line) {
    Map<String, String> cells = new LinkedHashMap<>();
    String[] values = line.split("\\|", -1);
    for (int i = 0; i < values.length; i++) {
      if (!values[i].isEmpty()) {
        cells.put(CELLS.get(i), values[i]);
      }
    }
    if (cells.containsKey("session")) {
      String organ = cells.getOrDefault("organ", "");
      boolean congress = organ.isEmpty() || organ.endsWith("人民代表大会") || organ.contains("次会议");
      cells.put("session_body", congress ? "大会" : "常委会");
    }
    return cells;
  }
}
