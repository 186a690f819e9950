package wenmai.indexer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How large the directory of a ZIP is (压缩包目录; APPNOTE 6.3.10, 4.3.12 to 4.3.16), without reading
 * it: whoever opens a ZIP holds all of it in memory, some times over.
 */
public final class ZipDirectory {
  /** With the names of half a million files. */
  public static final long MOST_BYTES = 32L << 20;

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int SIZE_IN_END = 12;
  private static final int OFFSET_IN_END = 16;

  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int OFFSET_IN_LOCATOR = 8;

  private static final int END64 = 0x06064b50;
  private static final int END64_BYTES = 56;
  private static final int SIZE_IN_END64 = 40;
  private static final int OFFSET_IN_END64 = 48;

  private static final long SEE_END64 = 0xFFFFFFFFL;

  private ZipDirectory() {}

  /** Whether it is larger than anybody should open. */
  public static boolean isTooLarge(Path zip) throws IOException {
    return bytes(zip) > MOST_BYTES;
  }

  /**
   * What the ZIP says of its length, or from where it says that it begins to where it ends: readers
   * believe the one or the other. 0 where it has no end that could be found, which no reader opens.
   */
  static long bytes(Path zip) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(zip)) {
      long from = Math.max(0, channel.size() - END_BYTES - LONGEST_COMMENT);
      ByteBuffer tail = read(channel, from, (int) (channel.size() - from));
      for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
        if (tail.getInt(at) == END) {
          long size = Integer.toUnsignedLong(tail.getInt(at + SIZE_IN_END));
          long start = Integer.toUnsignedLong(tail.getInt(at + OFFSET_IN_END));
          return size == SEE_END64 || start == SEE_END64
              ? bytes64(channel, from + at)
              : Math.max(size, from + at - start);
        }
      }
      return 0;
    }
  }

  private static long bytes64(SeekableByteChannel channel, long end) throws IOException {
    ByteBuffer locator = read(channel, Math.max(0, end - LOCATOR_BYTES), LOCATOR_BYTES);
    if (locator.limit() < LOCATOR_BYTES || locator.getInt(0) != LOCATOR) {
      return 0;
    }
    long at = locator.getLong(OFFSET_IN_LOCATOR);
    if (at < 0 || at > channel.size()) {
      return 0;
    }
    ByteBuffer end64 = read(channel, at, END64_BYTES);
    return end64.limit() < END64_BYTES || end64.getInt(0) != END64
        ? 0
        : Math.max(end64.getLong(SIZE_IN_END64), at - end64.getLong(OFFSET_IN_END64));
  }

  private static ByteBuffer read(SeekableByteChannel channel, long from, int most)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(from);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // until it is full or the file ends
    }
    return bytes.flip();
  }
}
