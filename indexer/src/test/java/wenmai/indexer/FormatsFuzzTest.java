package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.text.RepairedText;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.Extractor;
import wenmai.indexer.extract.Limits;
import wenmai.indexer.repair.Repairer;

/**
 * Damages one file of each format of the sample in many ways, chosen by a fixed seed: bytes turned,
 * stretches lost or doubled, the end cut off, and for packages the same within their parts. Each
 * must end in a text that repairs both ways or in a refusal, within the limits; the parser must
 * serve the next file.
 */
class FormatsFuzzTest {
  private static final long SEED = 20261122;
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final int VARIANTS = Boolean.getBoolean("wenmai.test.long") ? 200 : 20;
  private static final List<String> PACKAGES = List.of("docx", "odt", "ofd");

  @TempDir Path folder;
  @TempDir Path scratch;
  private Extractor extractor;

  @BeforeEach
  void open() {
    Limits usual = Limits.defaults();
    Limits limits =
        new Limits(
            usual.fileBytes(),
            usual.textCharacters(),
            TIME,
            usual.ocrTimePerPage(),
            usual.expandedBytes(),
            usual.members(),
            usual.depth(),
            256L << 20);
    extractor =
        new IndexerSettings(
                TestSettings.config(), scratch, TestSettings.java(), 2, "no-such-program", limits)
            .extractor();
  }

  @AfterEach
  void close() {
    extractor.close();
  }

  @Test
  void everyDamagedFileEndsInATextOrARefusal() throws IOException {
    Repairer repairer = Repairer.read(TestSettings.config());
    List<Variant> variants = variants();
    List<String> wrong = variants.parallelStream().flatMap(v -> judge(v, repairer)).toList();
    assertEquals(List.of(), wrong);
    for (Path sample : samples().values()) {
      Extraction whole = extractor.extract(sample, String.valueOf(sample.getFileName()));
      assertInstanceOf(Extraction.Extracted.class, whole, "an undamaged " + sample);
    }
  }

  private record Variant(String name, byte[] bytes) {}

  private Stream<String> judge(Variant variant, Repairer repairer) {
    try {
      Path file = Files.write(folder.resolve(variant.name()), variant.bytes());
      long start = System.nanoTime();
      Extraction extraction = extractor.extract(file, variant.name());
      Duration used = Duration.ofNanos(System.nanoTime() - start);
      Files.delete(file);
      if (extraction instanceof Extraction.Extracted extracted) {
        RepairedText text = repairer.repair(extracted.text());
        if (!extracted.text().text().equals(text.map().restore(text.text()))) {
          return Stream.of(variant.name() + ": the repair cannot be undone");
        }
      }
      boolean late = used.compareTo(TIME.multipliedBy(6)) > 0;
      return late ? Stream.of(variant.name() + " took " + used) : Stream.empty();
    } catch (IOException | RuntimeException e) {
      return Stream.of(variant.name() + ": " + e);
    }
  }

  /** The smallest file of each format with a text layer. */
  private static TreeMap<String, Path> samples() throws IOException {
    TreeMap<String, Path> samples = new TreeMap<>();
    Path sample = Path.of(System.getProperty("wenmai.root"), "corpus", "sample", "public");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (!name.contains("扫描") && !extension.equals("md")) {
          samples.merge(extension, file, FormatsFuzzTest::smaller);
        }
      }
    }
    assertTrue(samples.size() >= 8, "formats: " + samples.keySet());
    return samples;
  }

  private static Path smaller(Path one, Path other) {
    return size(one) <= size(other) ? one : other;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Variant> variants() throws IOException {
    List<Variant> variants = new ArrayList<>();
    for (var sample : samples().entrySet()) {
      Random random = new Random(SEED + sample.getKey().hashCode());
      byte[] whole = Files.readAllBytes(sample.getValue());
      for (int i = 0; i < VARIANTS; i++) {
        boolean within = PACKAGES.contains(sample.getKey()) && i % 2 == 1;
        byte[] bytes = within ? damagedWithin(whole, random) : damaged(whole, random);
        variants.add(new Variant(i + "." + sample.getKey(), bytes));
      }
    }
    return variants;
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int at = random.nextInt(bytes.length);
    int length = 1 + random.nextInt(Math.min(2_000, bytes.length - at));
    switch (random.nextInt(4)) {
      case 0 -> {
        for (int i = 0; i < 1 + random.nextInt(40); i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      case 1 -> bytes = Arrays.copyOf(bytes, at);
      case 2 -> bytes = joined(bytes, at, at + length);
      default -> bytes = joined(bytes, at + length, at);
    }
    return bytes;
  }

  /** The bytes up to one place and from another: a stretch is lost, or comes twice. */
  private static byte[] joined(byte[] bytes, int to, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, to);
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }

  /** The same package, whole as such, with one of its parts damaged. */
  private static byte[] damagedWithin(byte[] whole, Random random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] part = in.readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(part.length > 0 && random.nextInt(3) == 0 ? damaged(part, random) : part);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
