package wenmai.corpus.record;

import java.util.List;
import java.util.Optional;
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
   * Text and pages alone, without any outline: what comes behind them is not even unpacked.
   *
   * @throws RecordProblem if these bytes are no record
   */
  public static Wording withoutOutline(byte[] compressed) {
    return read(compressed, false);
  }

  private static JsonParser parser(byte[] compressed) {
    return JsonMapper.shared().createParser(new RecordStream(compressed));
  }

  private static RecordProblem damaged(JacksonException e) {
    return new RecordProblem("a damaged record: " + e.getOriginalMessage(), e);
  }

  /**
   * @throws RecordProblem if these bytes are no record
   */
  public static Wording ofCompressed(byte[] compressed) {
    return read(compressed, true);
  }

  private static Wording read(byte[] compressed, boolean withOutline) {
    Optional<String> text = Optional.empty();
    List<Page> pages = List.of();
    try (JsonParser in = parser(compressed)) {
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
          if (!withOutline) {
            return new Wording(text.get(), pages, Outline.none());
          }
          JsonIn alone = JsonIn.holding("outline", in.readValueAsTree());
          return new Wording(
              text.get(), pages, ContentJson.outline(alone, new QuoteReader(text.get())));
        } else {
          in.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw damaged(e);
    }
    throw new RecordProblem("a record without text and outline");
  }
}
