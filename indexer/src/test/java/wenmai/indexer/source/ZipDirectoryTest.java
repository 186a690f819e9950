package wenmai.indexer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How large the directory of a ZIP is, is known before it is read. */
class ZipDirectoryTest {
  private static final int ENTRY = 46;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 300})
  void itIsAsLargeAsItsEntriesAre(int files) throws IOException {
    Random random = new Random(files);
    Path zip = folder.resolve("a.zip");
    long expected = 0;
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < files; i++) {
        String name = i + "x".repeat(random.nextInt(20));
        out.putNextEntry(new ZipEntry(name));
        out.write(new byte[random.nextInt(3)]);
        expected += ENTRY + name.getBytes(StandardCharsets.UTF_8).length;
      }
      out.setComment("注".repeat(random.nextInt(100)));
    }
    assertEquals(expected, ZipDirectory.bytes(zip));
    assertFalse(ZipDirectory.isTooLarge(zip));
  }

  /** A ZIP of the large kind says so in an end of its own, before the other. */
  @Test
  void theEndOfALargeZipIsRead() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(1000 + 56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(1000, 0x06064b50).putLong(1040, 900).putLong(1048, 100);
    file.putInt(1056, 0x07064b50).putLong(1064, 1000);
    file.putInt(1076, 0x06054b50).putInt(1088, -1).putInt(1092, -1);
    Path zip = Files.write(folder.resolve("large.zip"), file.array());
    assertEquals(900, ZipDirectory.bytes(zip));
    file.putLong(1040, ZipDirectory.MOST_BYTES + 1);
    assertTrue(ZipDirectory.isTooLarge(Files.write(zip, file.array())));
    file.putLong(1064, 5000);
    assertEquals(0, ZipDirectory.bytes(Files.write(zip, file.array())), "no such place");
  }

  /** However it lies of its length or its place. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneThatIsTooLargeIsTold(boolean byLength) throws IOException {
    Path zip = folder.resolve("large.zip");
    long size = ZipDirectory.MOST_BYTES + 100;
    ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0, 0x06054b50);
    end.putInt(12, byLength ? (int) size : 0);
    end.putInt(16, byLength ? (int) size : 0);
    try (SeekableByteChannel out =
        Files.newByteChannel(
            zip, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
      out.position(size);
      out.write(end);
    }
    assertTrue(ZipDirectory.isTooLarge(zip));
  }

  @Test
  void whatHasNoEndHasNoDirectory() throws IOException {
    assertEquals(0, ZipDirectory.bytes(Files.write(folder.resolve("a"), new byte[0])));
    assertEquals(0, ZipDirectory.bytes(Files.write(folder.resolve("b"), new byte[100_000])));
    byte[] far = new byte[22];
    ByteBuffer.wrap(far).order(ByteOrder.LITTLE_ENDIAN).putInt(0x06054b50).putLong(12, -1L);
    assertEquals(0, ZipDirectory.bytes(Files.write(folder.resolve("c"), far)));
  }
}
