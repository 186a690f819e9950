package wenmai.indexer.extract;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.input.BoundedInputStream;

/** The records that a TNEF consists of (winmail.dat 的记录), one after another to its end. */
final class TnefRecords {
  static final int OF_MESSAGE = 1;
  static final int OF_ATTACHMENT = 2;

  private static final int SIGNATURE = 0x223E9F78;

  /** Before the first record: signature and key. */
  private static final int HEAD = 6;

  /** Of each record: level, id, kind and length before it, a sum after it. */
  private static final int BEFORE = 9;

  private static final int AFTER = 2;
  private static final int MOST = 100_000;

  /** What is read as a whole; attached files are not. */
  private static final int MOST_BYTES = 64 << 20;

  private final RandomAccessFile file;

  TnefRecords(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * One record.
   *
   * @param level whether it is of the message or of an attachment
   */
  record Item(int level, int id, long offset, long length) {}

  /** All of them; what is cut off is no record. */
  List<Item> all() throws IOException {
    if (file.length() < HEAD || Integer.reverseBytes(file.readInt()) != SIGNATURE) {
      throw new IOException("TNEF");
    }
    List<Item> items = new ArrayList<>();
    long at = HEAD;
    while (at + BEFORE <= file.length() && items.size() < MOST) {
      file.seek(at);
      int level = file.readUnsignedByte();
      int id = Short.toUnsignedInt(Short.reverseBytes(file.readShort()));
      file.skipBytes(2);
      long length = Integer.toUnsignedLong(Integer.reverseBytes(file.readInt()));
      if (level == 0 && !items.isEmpty()) {
        requireZeros(at);
        return items; // filled up with zeros
      }
      boolean known = level == OF_MESSAGE || level == OF_ATTACHMENT;
      if (!known || at + BEFORE + length > file.length()) {
        throw new EOFException("TNEF " + at);
      }
      items.add(new Item(level, id, at + BEFORE, length));
      at += BEFORE + length + AFTER;
    }
    if (items.size() == MOST && at + BEFORE <= file.length()) {
      throw new IOException("TNEF > " + MOST); // what comes behind would be lost without a word
    }
    return items;
  }

  /** Behind zeros at the end nothing comes; what comes behind others would be lost. */
  private void requireZeros(long from) throws IOException {
    file.seek(from);
    byte[] rest = new byte[1 << 13];
    for (int read = file.read(rest); read > 0; read = file.read(rest)) {
      for (int i = 0; i < read; i++) {
        if (rest[i] != 0) {
          throw new EOFException("TNEF " + from);
        }
      }
    }
  }

  byte[] bytes(Item item) throws IOException {
    if (item.length() > MOST_BYTES) {
      throw new IOException(item.length() + " > " + MOST_BYTES);
    }
    byte[] bytes = new byte[(int) item.length()];
    file.seek(item.offset());
    file.readFully(bytes);
    return bytes;
  }

  /** What stands in it; to be read before any other record is. */
  InputStream stream(Item item) throws IOException {
    file.seek(item.offset());
    return BoundedInputStream.builder()
        .setInputStream(Channels.newInputStream(file.getChannel()))
        .setMaxCount(item.length())
        .setPropagateClose(false)
        .get();
  }
}
