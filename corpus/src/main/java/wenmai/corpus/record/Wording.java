package wenmai.corpus.record;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.text.Page;

/**
 * The text of a paper with its pages and its outline (正文), and nothing else of the record: what a
 * list of hits needs, read without looking at the citations, which are most of a record.
 */
public record Wording(String text, List<Page> pages, Outline outline) {
  public Wording {
    pages = List.copyOf(pages);
  }

  /**
   * @throws RecordProblem if these bytes are no record
   */
  public static Wording ofCompressed(byte[] compressed) {
    Optional<String> text = Optional.empty();
    List<Page> pages = List.of();
    try (JsonParser in =
        JsonMapper.shared()
            .createParser(new InflaterInputStream(new ByteArrayInputStream(compressed)))) {
      in.nextToken();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = in.currentName();
        in.nextToken();
        if (key.equals("text")) {
          text = Optional.of(in.getString());
        } else if (key.equals("pages") && text.isPresent()) {
          JsonIn alone = JsonIn.holding("pages", in.readValueAsTree());
          pages = ContentJson.pages(alone, new QuoteReader(text.get()));
        } else if (key.equals("outline") && text.isPresent()) {
          // The text stands before its pages and its outline, and all else behind them.
          JsonIn alone = JsonIn.holding("outline", in.readValueAsTree());
          return new Wording(
              text.get(), pages, ContentJson.outline(alone, new QuoteReader(text.get())));
        } else {
          in.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw new RecordProblem("a damaged record: " + e.getOriginalMessage(), e);
    }
    throw new RecordProblem("a record without text and outline");
  }
}
