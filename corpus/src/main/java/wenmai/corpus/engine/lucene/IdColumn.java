package wenmai.corpus.engine.lucene;

import java.util.HexFormat;
import wenmai.corpus.document.DocumentId;

/** Ids of ten bytes each, compared without making strings of them (标识列). */
final class IdColumn {
  private static final int TAIL_BITS = 16;

  private final long[] heads;
  private final short[] tails;

  IdColumn(int size) {
    heads = new long[size];
    tails = new short[size];
  }

  void set(int at, byte[] bytes, int offset) {
    long head = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      head = (head << Byte.SIZE) | (bytes[offset + i] & 0xFF);
    }
    heads[at] = head;
    tails[at] = (short) (((bytes[offset + 8] & 0xFF) << Byte.SIZE) | (bytes[offset + 9] & 0xFF));
  }

  DocumentId get(int at) {
    HexFormat hex = HexFormat.of();
    return new DocumentId(hex.toHexDigits(heads[at]) + hex.toHexDigits(tails[at], TAIL_BITS / 4));
  }

  /** The first 64 of an id's 80 bits. */
  long head(int at) {
    return heads[at];
  }

  /** The order of ids as strings. */
  static int compare(IdColumn left, int leftAt, IdColumn right, int rightAt) {
    int heads = Long.compareUnsigned(left.heads[leftAt], right.heads[rightAt]);
    return heads != 0
        ? heads
        : Integer.compare(
            Short.toUnsignedInt(left.tails[leftAt]), Short.toUnsignedInt(right.tails[rightAt]));
  }
}
