package wenmai.corpus.matter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;

/** Reads what {@link CompactOut} wrote, in the same order (紧凑记录读取). */
final class CompactIn {
  private final byte[] bytes;
  private int at;

  CompactIn(byte[] bytes) {
    this.bytes = bytes;
  }

  int number() {
    int value = 0;
    int shift = 0;
    int part;
    do {
      part = bytes[at++];
      value |= (part & 0x7f) << shift;
      shift += 7;
    } while ((part & 0x80) != 0);
    return value;
  }

  boolean flag() {
    return number() != 0;
  }

  String text() {
    int length = number();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  /** A text of the rules, of which there are few: the same for all that are read. */
  String name() {
    return text().intern();
  }

  Optional<String> optional() {
    return flag() ? Optional.of(text()) : Optional.empty();
  }

  /**
   * @throws IllegalStateException if a value that is there cannot be read
   */
  <T> Optional<T> parsed(Function<String, Optional<T>> parser) {
    return flag() ? Optional.of(required(parser)) : Optional.empty();
  }

  /**
   * @throws IllegalStateException if the value cannot be read
   */
  <T> T required(Function<String, Optional<T>> parser) {
    String printed = text();
    return parser
        .apply(printed)
        .orElseThrow(() -> new IllegalStateException("not readable: " + printed));
  }

  List<String> texts() {
    return each(this::text);
  }

  <T> List<T> each(Supplier<T> read) {
    int size = number();
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(read.get());
    }
    return values;
  }

  CodePointSpan span() {
    int start = number();
    return new CodePointSpan(start, number());
  }

  Quote quote() {
    CodePointSpan span = span();
    return new Quote(span, text());
  }

  DocumentId id() {
    return new DocumentId(text());
  }

  DocumentQuote documentQuote() {
    DocumentId document = id();
    return new DocumentQuote(document, quote());
  }
}
