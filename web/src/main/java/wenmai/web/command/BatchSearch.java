package wenmai.web.command;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.search.Hit;
import wenmai.corpus.search.SearchRequest;
import wenmai.web.render.Messages;

/** Answers a file of questions with a TREC run file: {@code qid Q0 docid rank score wenmai}. */
final class BatchSearch {
  static final int DEFAULT_SIZE = 100;

  private final Console console;
  private final Messages messages;

  BatchSearch(Console console, Messages messages) {
    this.console = console;
    this.messages = messages;
  }

  int run(ReadingRoom room, SearchRequest shape, int size, Path queries, Path out) {
    JsonMapper json = JsonMapper.builder().build();
    try (BufferedReader in = Files.newBufferedReader(queries);
        BufferedWriter writer = Files.newBufferedWriter(out)) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          JsonNode question = json.readTree(line);
          if (text(question, "id").isBlank() || text(question, "text").isBlank()) {
            console.remark(messages.get("cli.search.batch.fields", queries, number));
            return Verb.FAILED;
          }
          answer(room, shape, size, question, writer);
        }
        if (console.isTerminal()) {
          console.progress(messages.get("cli.search.batch.progress", number));
        }
      }
      return Verb.DONE;
    } catch (JacksonException e) {
      console.remark(messages.get("cli.search.batch.line", queries, e.getOriginalMessage()));
      return Verb.FAILED;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(
      ReadingRoom room, SearchRequest shape, int size, JsonNode line, BufferedWriter out)
      throws IOException {
    String id = text(line, "id").replaceAll("\\s", "_");
    List<Hit> hits = room.rank(text(line, "text"), shape.mode(), shape.level(), size);
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      String document = hit.document().externalId().orElse(hit.document().id().value());
      out.write(
          String.format(
              Locale.ROOT, "%s Q0 %s %d %.6f wenmai%n", id, document, i + 1, hit.score()));
    }
  }

  private static String text(JsonNode line, String field) {
    return line.path(field).asString("");
  }
}
