package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.Listener;
import wenmai.corpus.Intake.Request;
import wenmai.corpus.document.Visibility;

/**
 * What comes out of the containers other than ZIP (7z, RAR, TAR, GZIP), and what is said of the
 * rest.
 */
class ArchiveFormatsTest {
  private static final String NAME = "内层/决议.txt";
  private static final byte[] TEXT = "关于城市供热的决议".getBytes(StandardCharsets.UTF_8);

  /** {@code HEAD_FLAGS} of a file in RAR 4: a block with data, a name in UTF-8, a password. */
  private static final int LONG_BLOCK = 0x8000;

  private static final int UNICODE = 0x0200;
  private static final int PASSWORD = 0x0004;

  @TempDir Path folder;
  @TempDir Path scratch;
  private final MemoryRegister register = new MemoryRegister();
  private FileIntake intake;

  @BeforeEach
  void open() {
    intake = FileIntake.create(TestSettings.in(scratch), FileIntakeTest::read, () -> register);
  }

  @AfterEach
  void close() {
    intake.close();
  }

  /** What became of each file; of what was a container, only that it could not be opened. */
  private List<String> told() {
    IntakeReport report =
        intake.take(new Request(List.of(folder), Visibility.PUBLIC, false), Listener.silent());
    TreeMap<String, String> told = new TreeMap<>();
    register.files.keySet().stream()
        .filter(file -> file.path().endsWith(".txt"))
        .forEach(file -> told.put(file.path(), "taken"));
    report.rejected().forEach(rejected -> told.put(rejected.path(), rejected.code()));
    return told.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList();
  }

  @Test
  void filesComeOutAndWhatCannotBeOpenedSaysWhy() throws IOException {
    byte[] whole = rar(0);
    Files.write(folder.resolve("four.rar"), whole);
    Files.write(folder.resolve("cut.rar"), Arrays.copyOf(whole, whole.length - 20));
    Files.write(
        folder.resolve("five.rar"),
        "Rar!\u001A\u0007\u0001\u0000....".getBytes(StandardCharsets.US_ASCII));
    Files.write(folder.resolve("shut.rar"), rar(PASSWORD));
    Files.write(folder.resolve("a.7z"), sevenZip());
    Files.write(folder.resolve("a.tar.gz"), packedTar());
    assertEquals(
        List.of(
            "a.7z!/" + NAME + " taken",
            "a.tar.gz!/a.tar!/" + NAME + " taken",
            "cut.rar!/" + NAME + " damaged",
            "five.rar unsupported-archive",
            "four.rar!/" + NAME + " taken",
            "shut.rar!/" + NAME + " encrypted"),
        told());
  }

  /** One file, without a time. */
  private byte[] sevenZip() throws IOException {
    Path file = scratch.resolve("made.7z");
    try (SevenZOutputFile out = new SevenZOutputFile(file.toFile())) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName(NAME);
      out.putArchiveEntry(entry);
      out.write(TEXT);
      out.closeArchiveEntry();
    }
    return Files.readAllBytes(file);
  }

  private static byte[] packedTar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8")) {
      TarArchiveEntry entry = new TarArchiveEntry(NAME);
      entry.setSize(TEXT.length);
      out.putArchiveEntry(entry);
      out.write(TEXT);
      out.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  /**
   * A RAR of version 4 that holds one file as it is, by the description of its blocks
   * (technote.txt).
   */
  private static byte[] rar(int flags) {
    byte[] name = NAME.getBytes(StandardCharsets.UTF_8);
    CRC32 sum = new CRC32();
    sum.update(TEXT);
    ByteBuffer file = little(25 + name.length);
    file.putInt(TEXT.length).putInt(TEXT.length).put((byte) 3).putInt((int) sum.getValue());
    file.putInt(0x5A5A5A5A).put((byte) 20).put((byte) 0x30).putShort((short) name.length);
    file.putInt(0x81A4).put(name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("Rar!\u001A\u0007\u0000".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(block(0x73, 0, new byte[6]));
    out.writeBytes(block(0x74, LONG_BLOCK | UNICODE | flags, file.array()));
    out.writeBytes(TEXT);
    out.writeBytes(block(0x7B, 0x4000, new byte[0]));
    return out.toByteArray();
  }

  private static byte[] block(int type, int flags, byte[] body) {
    ByteBuffer block = little(7 + body.length).putShort((short) 0).put((byte) type);
    block.putShort((short) flags).putShort((short) (7 + body.length)).put(body);
    CRC32 sum = new CRC32();
    sum.update(block.array(), 2, block.capacity() - 2);
    return block.putShort(0, (short) sum.getValue()).array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
