package wenmai.web.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions with the papers that answer them (检索评测集): a folder with {@code queries.jsonl} ({@code
 * id}, {@code text}) and {@code qrels.tsv} (query, 0, paper, grade); the papers are in {@code
 * docs.jsonl[.gz]} ({@code id}, {@code title}, {@code text}) there or in a folder beside it.
 *
 * @param judged grades by paper, by query
 */
record RetrievalSet(
    String name, Map<String, String> queries, Map<String, Map<String, Integer>> judged) {

  /** The sets in a folder: itself if it is one, else those in it. */
  static List<RetrievalSet> in(Path folder) {
    try (Stream<Path> inside = Files.walk(folder, 1)) {
      List<RetrievalSet> sets = new ArrayList<>();
      for (Path candidate : inside.sorted().toList()) {
        if (Files.exists(candidate.resolve("qrels.tsv"))) {
          sets.add(read(candidate));
        }
      }
      return List.copyOf(sets);
    } catch (IOException e) {
      throw new UncheckedIOException("[" + folder + "] cannot be read", e);
    }
  }

  /** The papers of a folder of sets, or of a set or its neighbours. */
  static Path papers(Path folder) {
    Path around = Files.exists(folder.resolve("qrels.tsv")) ? folder.resolveSibling(".") : folder;
    for (Path root : List.of(folder, around)) {
      try (Stream<Path> inside = Files.walk(root, 2)) {
        var found =
            inside
                .filter(file -> file.getFileName().toString().matches("docs\\.jsonl(\\.gz)?"))
                .sorted()
                .findFirst();
        if (found.isPresent()) {
          return found.get();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("[" + root + "] cannot be read", e);
      }
    }
    throw new IllegalArgumentException("[" + folder + "] no docs.jsonl or docs.jsonl.gz there");
  }

  private static RetrievalSet read(Path folder) throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    eachLine(
        folder.resolve("queries.jsonl"),
        node -> queries.put(node.path("id").asString(""), node.path("text").asString("")));
    Map<String, Map<String, Integer>> judged = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
      String[] parts = line.strip().split("\\s+");
      if (parts.length == 4) {
        judged
            .computeIfAbsent(parts[0], first -> new HashMap<>())
            .put(parts[2], Integer.parseInt(parts[3]));
      }
    }
    queries.keySet().retainAll(judged.keySet());
    return new RetrievalSet(String.valueOf(folder.getFileName()), queries, judged);
  }

  /** Every object of a file of JSON lines. */
  static void eachLine(Path file, Consumer<JsonNode> consumer) {
    JsonMapper json = JsonMapper.shared();
    boolean packed = file.toString().endsWith(".gz");
    try (InputStream in = Files.newInputStream(file);
        InputStream open = packed ? new GZIPInputStream(in) : in;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(open, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          consumer.accept(json.readTree(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("[" + file + "] cannot be read", e);
    }
  }
}
