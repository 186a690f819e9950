package wenmai.indexer.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.Format;
import wenmai.indexer.extract.Limits;
import wenmai.indexer.extract.ParserSettings;
import wenmai.indexer.extract.Parsers;

/**
 * The main class of a parser process (解析进程): reads requests from standard input, answers on
 * standard output, and ends when its master does. Arguments: configuration folder, scratch folder,
 * Tesseract, most characters of a text, bytes and number of what may come out of a container,
 * seconds for OCR of a page.
 */
public final class Worker {
  /** A path or a name is no longer. */
  private static final int LONGEST_NAME = 8192;

  /** Said once, when requests can come. */
  static final int READY = 7;

  private Worker() {}

  public static void main(String[] args) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    // A library that prints must not spoil the answers.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    Parsers parsers = new Parsers(settings(args), () -> page(out));
    out.writeByte(READY);
    out.flush();
    while (true) {
      Path file;
      try {
        file = Wire.path(in, LONGEST_NAME);
      } catch (EOFException e) {
        return;
      }
      String name = Wire.string(in, LONGEST_NAME);
      Format format = Format.valueOf(Wire.string(in, LONGEST_NAME));
      Extraction extraction = parsers.parse(file, name, format);
      Wire.write(extraction, out);
    }
  }

  private static void page(DataOutputStream out) {
    try {
      Wire.page(out);
    } catch (IOException e) {
      throw new UncheckedIOException("the master is gone", e);
    }
  }

  static String[] arguments(ParserSettings settings) {
    Limits limits = settings.limits();
    return new String[] {
      settings.config().toString(),
      settings.scratch().toString(),
      settings.tesseract(),
      String.valueOf(limits.textCharacters()),
      String.valueOf(limits.expandedBytes()),
      String.valueOf(limits.members()),
      String.valueOf(limits.ocrTimePerPage().toSeconds())
    };
  }

  private static ParserSettings settings(String[] args) {
    Limits defaults = Limits.defaults();
    Limits limits =
        new Limits(
            defaults.fileBytes(),
            Integer.parseInt(args[3]),
            defaults.time(),
            java.time.Duration.ofSeconds(Math.max(1, Long.parseLong(args[6]))),
            Long.parseLong(args[4]),
            Integer.parseInt(args[5]),
            defaults.depth(),
            defaults.workerHeapBytes());
    return new ParserSettings(Path.of(args[0]), Path.of(args[1]), args[2], limits);
  }
}
