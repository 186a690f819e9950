package wenmai.corpus.matter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;

/**
 * Values one after another as few bytes (紧凑记录), for {@link CompactIn}: numbers by sevens of bits.
 */
final class CompactOut {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

  CompactOut number(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      bytes.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
    return this;
  }

  CompactOut flag(boolean value) {
    return number(value ? 1 : 0);
  }

  CompactOut text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  /** The value's printed form, if there is one. */
  CompactOut text(Optional<?> value) {
    flag(value.isPresent());
    value.ifPresent(it -> text(it.toString()));
    return this;
  }

  CompactOut texts(Collection<String> values) {
    return each(values, this::text);
  }

  <T> CompactOut each(Collection<T> values, Consumer<T> write) {
    number(values.size());
    values.forEach(write);
    return this;
  }

  CompactOut span(CodePointSpan span) {
    return number(span.start()).number(span.end());
  }

  CompactOut quote(Quote quote) {
    return span(quote.span()).text(quote.words());
  }

  CompactOut quote(DocumentQuote quote) {
    return text(quote.document().value()).quote(quote.quote());
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
