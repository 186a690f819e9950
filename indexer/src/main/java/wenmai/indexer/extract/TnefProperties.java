package wenmai.indexer.extract;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The properties of a message or of an attachment in a TNEF (MAPI 属性), by their ids. */
final class TnefProperties {
  private static final int SEVERAL = 0x1000;
  private static final int OBJECT = 0x0D;
  private static final int TEXT = 0x1E;
  private static final int WIDE_TEXT = 0x1F;
  private static final int BINARY = 0x102;
  private static final int FIRST_NAMED = 0x8000;
  private static final int BYTES_OF_AN_ID = 16;
  private static final int MOST = 20_000;

  private final Map<Integer, Value> values;

  private TnefProperties(Map<Integer, Value> values) {
    this.values = values;
  }

  /** What a property says, as it came. */
  private record Value(int type, byte[] bytes) {}

  static TnefProperties none() {
    return new TnefProperties(Map.of());
  }

  /** As many as there are before the bytes make no sense. */
  static TnefProperties of(byte[] bytes) {
    Map<Integer, Value> values = new HashMap<>();
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int count = in.getInt();
      for (int i = 0; i < count && i < MOST; i++) {
        int type = Short.toUnsignedInt(in.getShort());
        int id = Short.toUnsignedInt(in.getShort());
        if (id >= FIRST_NAMED) {
          skipName(in);
        }
        value(in, type).ifPresent(value -> values.putIfAbsent(id, value));
      }
    } catch (BufferUnderflowException e) {
      return new TnefProperties(values); // it ends within a value
    }
    return new TnefProperties(values);
  }

  private static void skipName(ByteBuffer in) {
    skip(in, BYTES_OF_AN_ID);
    boolean inWords = in.getInt() == 1;
    int given = in.getInt();
    if (inWords) {
      skip(in, padded(given));
    }
  }

  /** Those of lengths of their own; the others say nothing that is asked for. */
  private static Optional<Value> value(ByteBuffer in, int type) {
    int single = type & ~SEVERAL;
    boolean hasLength =
        single == OBJECT || single == TEXT || single == WIDE_TEXT || single == BINARY;
    boolean isCounted = hasLength || type != single;
    int count = isCounted ? in.getInt() : 1;
    Optional<Value> first = Optional.empty();
    for (int i = 0; i < count; i++) {
      if (!hasLength) {
        skip(in, size(single));
        continue;
      }
      int length = in.getInt();
      if (length < 0 || length > in.remaining()) {
        throw new BufferUnderflowException();
      }
      byte[] bytes = new byte[length];
      in.get(bytes);
      skip(in, Math.min(padded(length) - length, in.remaining()));
      first = first.or(() -> Optional.of(new Value(single, bytes)));
    }
    return first;
  }

  private static int size(int type) {
    return switch (type) {
      case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
      case 0x48 -> BYTES_OF_AN_ID;
      default -> 4;
    };
  }

  private static int padded(int length) {
    return (int) ((length + 3L) & ~3L);
  }

  private static void skip(ByteBuffer in, int bytes) {
    if (bytes < 0 || bytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    in.position(in.position() + bytes);
  }

  boolean has(int id) {
    return values.containsKey(id);
  }

  /** The words of a property, in whatever encoding they are. */
  Optional<String> text(int id, Decoder decoder) {
    return Optional.ofNullable(values.get(id))
        .map(value ->
            value.type() == WIDE_TEXT
                ? new String(value.bytes(), StandardCharsets.UTF_16LE)
                : decoder.decode(unended(value.bytes())).text())
        .map(text -> text.replace("\0", ""))
        .filter(text -> !text.isBlank());
  }

  /** Without the zero at its end. */
  static byte[] unended(byte[] text) {
    int length = text.length;
    while (length > 0 && text[length - 1] == 0) {
      length--;
    }
    return java.util.Arrays.copyOf(text, length);
  }

  /** The bytes of a property; of an object those after the id of its kind. */
  Optional<byte[]> bytes(int id) {
    return Optional.ofNullable(values.get(id))
        .map(value ->
            value.type() == OBJECT && value.bytes().length >= BYTES_OF_AN_ID
                ? java.util.Arrays.copyOfRange(value.bytes(), BYTES_OF_AN_ID, value.bytes().length)
                : value.bytes());
  }
}
