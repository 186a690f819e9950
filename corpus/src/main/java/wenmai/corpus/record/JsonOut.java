package wenmai.corpus.record;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import wenmai.corpus.text.CodePointSpan;

/** A JSON object on its way out, one key after another; what is absent is written as null. */
final class JsonOut {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private JsonOut(JsonGenerator json) {
    this.json = json;
  }

  /** One object, without a line break after it; the stream stays open. */
  static void write(OutputStream out, Consumer<JsonOut> body) {
    JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), new Unclosed(out));
    json.writeStartObject();
    body.accept(new JsonOut(json));
    json.writeEndObject();
    json.close();
  }

  static String string(Consumer<JsonOut> body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    write(out, body);
    return out.toString(StandardCharsets.UTF_8);
  }

  JsonOut text(String key, String value) {
    json.writeStringProperty(key, value);
    return this;
  }

  /** The value's printed form, or null. */
  JsonOut text(String key, Optional<?> value) {
    if (value.isPresent()) {
      json.writeStringProperty(key, value.get().toString());
    } else {
      json.writeNullProperty(key);
    }
    return this;
  }

  JsonOut number(String key, long value) {
    json.writeName(key).writeNumber(value);
    return this;
  }

  /** A share of one or of a hundred, to three places. */
  JsonOut share(String key, double value) {
    json.writeName(key).writeNumber(Math.rint(value * 1000) / 1000);
    return this;
  }

  JsonOut flag(String key, boolean value) {
    json.writeBooleanProperty(key, value);
    return this;
  }

  JsonOut absent(String key) {
    json.writeNullProperty(key);
    return this;
  }

  JsonOut texts(String key, Collection<?> values) {
    json.writeArrayPropertyStart(key);
    values.forEach(value -> json.writeString(value.toString()));
    json.writeEndArray();
    return this;
  }

  /** {@code "start":…,"end":…}. */
  JsonOut span(CodePointSpan span) {
    return number("start", span.start()).number("end", span.end());
  }

  JsonOut object(String key, Consumer<JsonOut> body) {
    json.writeObjectPropertyStart(key);
    body.accept(this);
    json.writeEndObject();
    return this;
  }

  <T> JsonOut objects(String key, Collection<T> values, Consumer<T> body) {
    json.writeArrayPropertyStart(key);
    for (T value : values) {
      json.writeStartObject();
      body.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
    return this;
  }

  /** Keeps the generator from closing what it did not open. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws java.io.IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws java.io.IOException {
      flush();
    }
  }
}
