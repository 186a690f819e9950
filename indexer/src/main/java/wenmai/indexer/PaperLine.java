package wenmai.indexer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Visibility;

/**
 * A paper given as a line of JSON (JSON 行), with what was given along.
 *
 * @param text as given
 * @param source where it came from, as given
 */
record PaperLine(
    Optional<String> externalId,
    String text,
    Facts given,
    Optional<Visibility> visibility,
    Optional<String> source) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Map<String, FactKey<?>> GIVEN =
      keys(
          FactKey.TITLE,
          FactKey.KIND,
          FactKey.ORGAN,
          FactKey.REGION,
          FactKey.NUMBER,
          FactKey.DATE,
          FactKey.SESSION,
          FactKey.STATED_STATUS);

  /** A line that cannot be used, and why. */
  static final class UnusableLine extends Exception {
    private static final long serialVersionUID = 1;

    private enum About {
      LINE,
      FACT
    }

    private final About about;

    private UnusableLine(String message, About about) {
      super(message);
      this.about = about;
    }

    static UnusableLine line(String what) {
      return new UnusableLine(what, About.LINE);
    }

    static UnusableLine fact(String what) {
      return new UnusableLine(what, About.FACT);
    }

    /** The line is good, but a fact given in it is none. */
    boolean isAboutFact() {
      return about == About.FACT;
    }
  }

  static JsonNode parse(String json) throws UnusableLine {
    try {
      JsonNode node = MAPPER.readTree(json);
      if (!node.isObject()) {
        throw UnusableLine.line("不是 JSON 对象");
      }
      return node;
    } catch (JacksonException e) {
      throw UnusableLine.line("JSON 语法：" + e.getOriginalMessage());
    }
  }

  static PaperLine of(JsonNode node) throws UnusableLine {
    String text = string(node, "text").orElseThrow(() -> UnusableLine.line("没有 text"));
    Facts given = Facts.none();
    for (Map.Entry<String, FactKey<?>> entry : GIVEN.entrySet()) {
      Optional<String> value = string(node, entry.getKey());
      if (value.isPresent() && !value.get().isBlank()) {
        given = with(given, entry.getValue(), value.get().strip());
      }
    }
    Optional<Visibility> visibility = Optional.empty();
    Optional<String> asked = string(node, "visibility");
    if (asked.isPresent()) {
      visibility = Visibility.ofKey(asked.get());
      if (visibility.isEmpty()) {
        throw UnusableLine.fact("visibility: " + asked.get());
      }
    }
    return new PaperLine(
        string(node, "externalId"), text, given, visibility, string(node, "source"));
  }

  /** The facts with one more, given as words. */
  static <T> Facts with(Facts facts, FactKey<T> key, String words) throws UnusableLine {
    T value = key.parse(words).orElseThrow(() -> UnusableLine.fact(key.name() + ": " + words));
    return facts.and(key, Fact.read(value, new Evidence.Given(words), 1));
  }

  static Optional<String> string(JsonNode node, String name) {
    return node.optional(name).filter(value -> !value.isNull()).flatMap(JsonNode::asStringOpt);
  }

  private static Map<String, FactKey<?>> keys(FactKey<?>... keys) {
    Map<String, FactKey<?>> map = new LinkedHashMap<>();
    for (FactKey<?> key : keys) {
      map.put(key.name(), key);
    }
    return map;
  }
}
