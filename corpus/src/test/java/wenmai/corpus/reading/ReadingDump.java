package wenmai.corpus.reading;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.text.RepairedText;

/**
 * Reads every text file under a folder and writes what was read, one JSON object a line: a tool for
 * measuring the readers against labelled texts, run by hand, not a test.
 *
 * <p>Arguments: the folder {@code config/}, the folder of texts, the file to write.
 */
final class ReadingDump {
  private ReadingDump() {}

  public static void main(String[] arguments) throws IOException {
    DocumentReader reader =
        new DocumentReader(
            ReadingRules.load(Path.of(arguments[0])), (text, outline, facts) -> List.of());
    Path root = Path.of(arguments[1]);
    try (Stream<Path> files = Files.walk(root);
        BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[2]))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.write(line(root.relativize(file).toString(), reader.read(input(file))));
        out.newLine();
      }
    }
  }

  private static ReadingInput input(Path file) throws IOException {
    String name = file.getFileName().toString();
    return new ReadingInput(
        DocumentId.ofExternal(name),
        new Provenance(
            Optional.empty(), name, "", Files.size(file), "text/plain", Optional.empty()),
        RepairedText.untouched(Files.readString(file)),
        List.of(),
        Map.of(),
        Facts.none(),
        Visibility.PUBLIC);
  }

  private static String line(String file, OfficialDocument document) {
    StringBuilder out = new StringBuilder("{\"file\":").append(quoted(file));
    for (FactKey<?> key : FactKey.all()) {
      List<String> values = printed(document.facts(), key);
      if (!values.isEmpty()) {
        out.append(",\"").append(key.name()).append("\":");
        out.append(quoted(String.join("|", values)));
      }
    }
    out.append(",\"warnings\":").append(quoted(document.content().warnings().toString()));
    out.append(",\"language\":").append(quoted(document.content().language()));
    out.append(",\"votes\":").append(quoted(document.content().votes().toString()));
    out.append(",\"visibility\":").append(quoted(document.visibility().key()));
    out.append(",\"articles\":");
    out.append(
        document.content().outline().divisions().stream()
            .filter(division -> division.level().key().equals("article"))
            .count());
    return out.append('}').toString();
  }

  private static <T> List<String> printed(Facts facts, FactKey<T> key) {
    return facts.values(key).stream().map(key::print).toList();
  }

  private static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
