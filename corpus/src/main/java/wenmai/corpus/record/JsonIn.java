package wenmai.corpus.record;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.text.CodePointSpan;

/** A JSON object that came in: untrusted, so every question names the key it fails on. */
record JsonIn(JsonNode node) {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  static JsonIn parse(byte[] utf8) {
    try {
      JsonNode node = MAPPER.readTree(utf8);
      if (!node.isObject()) {
        throw new RecordProblem("a record is a JSON object");
      }
      return new JsonIn(node);
    } catch (JacksonException e) {
      throw new RecordProblem("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** An object with this one key. */
  static JsonIn holding(String key, JsonNode value) {
    return new JsonIn(MAPPER.createObjectNode().set(key, value));
  }

  /** An object without keys. */
  JsonIn none() {
    return new JsonIn(MAPPER.createObjectNode());
  }

  boolean isList(String key) {
    return node.path(key).isArray();
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  Optional<String> optional(String key) {
    JsonNode value = node.path(key);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  String text(String key) {
    return optional(key).orElseThrow(() -> new RecordProblem("no text under \"" + key + "\""));
  }

  /** The value under a key as {@code parse} understands it. */
  <T> T parsed(String key, Function<String, Optional<T>> parse) {
    String printed = text(key);
    return parse
        .apply(printed)
        .orElseThrow(() -> new RecordProblem("\"" + key + "\" cannot be " + printed));
  }

  <T> Optional<T> parsedIfThere(String key, Function<String, Optional<T>> parse) {
    return has(key) ? Optional.of(parsed(key, parse)) : Optional.empty();
  }

  Optional<LocalDate> date(String key) {
    return parsedIfThere(
        key,
        printed -> {
          try {
            return Optional.of(LocalDate.parse(printed));
          } catch (DateTimeParseException e) {
            return Optional.empty();
          }
        });
  }

  long number(String key) {
    JsonNode value = node.path(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new RecordProblem("no number under \"" + key + "\"");
    }
    return value.longValue();
  }

  int integer(String key) {
    long value = number(key);
    if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
      throw new RecordProblem("\"" + key + "\" is out of range: " + value);
    }
    return (int) value;
  }

  double share(String key) {
    JsonNode value = node.path(key);
    if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
      throw new RecordProblem("no number from 0 to 1 under \"" + key + "\"");
    }
    return value.doubleValue();
  }

  /** From 0 to 100. */
  double percent(String key) {
    JsonNode value = node.path(key);
    if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 100)) {
      throw new RecordProblem("no number from 0 to 100 under \"" + key + "\"");
    }
    return value.doubleValue();
  }

  boolean flag(String key) {
    return node.path(key).isBoolean() && node.path(key).booleanValue();
  }

  CodePointSpan span() {
    int start = integer("start");
    int end = integer("end");
    if (start < 0 || end < start) {
      throw new RecordProblem("no span: " + start + " to " + end);
    }
    return new CodePointSpan(start, end);
  }

  JsonIn object(String key) {
    JsonNode value = node.path(key);
    if (!value.isObject()) {
      throw new RecordProblem("no object under \"" + key + "\"");
    }
    return new JsonIn(value);
  }

  Optional<JsonIn> objectIfThere(String key) {
    return has(key) ? Optional.of(object(key)) : Optional.empty();
  }

  /** The objects of a list; none where there is no such key. */
  <T> List<T> objects(String key, Function<JsonIn, T> read) {
    List<T> list = new ArrayList<>();
    for (JsonNode item : node.path(key)) {
      if (!item.isObject()) {
        throw new RecordProblem("\"" + key + "\" is a list of objects");
      }
      list.add(read.apply(new JsonIn(item)));
    }
    return list;
  }

  List<String> texts(String key) {
    List<String> list = new ArrayList<>();
    for (JsonNode item : node.path(key)) {
      if (!item.isString()) {
        throw new RecordProblem("\"" + key + "\" is a list of texts");
      }
      list.add(item.stringValue());
    }
    return list;
  }
}
