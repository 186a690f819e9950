package wenmai.indexer.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import wenmai.corpus.Accessions.FileLocation;

/**
 * The lines of a {@code .jsonl} or {@code .jsonl.gz} (JSON 行文件), read twice: once to see which
 * external ids come again, so that of several lines with one id only the last is brought in.
 */
public final class JsonLines {
  private static final JsonFactory JSON = new JsonFactory();

  /** Hears of each line in turn. */
  public interface Visitor {
    void line(SourceLine line);

    /** A line of the same external id follows. */
    void superseded(FileLocation location);

    /** Longer than allowed. */
    void tooLong(FileLocation location);

    /** More comes out of the file than may; nothing of it is told. */
    void expandsTooFar(String limit);

    /** It lies in a container that holds more than it may in all; nothing follows. */
    void beyondBudget();
  }

  /** What comes out of a packed file is more than may. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;
  }

  private final SourceFile file;
  private final int longest;
  private final long most;
  private final long mostInAll;
  private final ContainerBudget budget;

  /**
   * @param longest bytes of one line
   * @param limits of what may come out of it where it is packed
   * @param budget of the outermost container it lies in, or is
   */
  public JsonLines(SourceFile file, int longest, ContainerLimits limits, ContainerBudget budget) {
    this.file = file;
    this.budget = budget;
    this.longest = longest;
    this.most = limits.mayExpandTo(file.bytes());
    this.mostInAll = file.bytes() + budget.bytesLeft();
  }

  public void read(Visitor visitor) throws IOException {
    try {
      readTwice(visitor);
    } catch (TooMuch e) {
      if (most <= mostInAll) {
        visitor.expandsTooFar((most >> 20) + " MB");
      } else {
        budget.takeBytes(most - file.bytes());
        visitor.beyondBudget();
      }
    }
  }

  /** The first time tells whether it is too much, before anything is told of. */
  private void readTwice(Visitor visitor) throws IOException {
    Fingerprints lastLines = new Fingerprints();
    long bytes =
        each((number, line) -> {
          externalId(line).ifPresent(id -> lastLines.put(id, number));
          return true;
        });
    budget.takeBytes(Math.max(0, bytes - file.bytes())); // what was not packed has been counted
    each((number, line) -> tell(number, line, lastLines, visitor));
  }

  /** Whether there may be more. */
  private boolean tell(int number, String line, Fingerprints lastLines, Visitor visitor) {
    if (line.length() <= longest) {
      Optional<String> id = externalId(line);
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      FileLocation location = member(id.orElseGet(() -> Checksum.of(bytes)));
      if (id.isPresent() && lastLines.last(id.get()) != number) {
        visitor.superseded(location);
        return true;
      }
      if (budget.takeLine()) {
        visitor.line(new SourceLine(location, line, bytes.length, file.modifiedMillis(), number));
        return true;
      }
    } else if (budget.takeLine()) {
      visitor.tooLong(member("line-" + number));
      return true;
    }
    visitor.beyondBudget();
    return false;
  }

  private FileLocation member(String key) {
    return new FileLocation(file.location().root(), file.location().path() + "!/" + key);
  }

  private interface LineConsumer {
    /** Whether it wants more. */
    boolean accept(int number, String line);
  }

  /** How many bytes they are. */
  private long each(LineConsumer consumer) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file.file()), 1 << 16);
        InputStream in = new BufferedInputStream(unpacked(raw), 1 << 16)) {
      int number = 0;
      long left = Math.min(most, mostInAll);
      long bytes = 0;
      ByteArrayOutputStream buffer = new ByteArrayOutputStream(4096);
      for (long read = nextLine(in, buffer); read > 0; read = nextLine(in, buffer)) {
        number++;
        bytes += read;
        left -= read;
        if (left < 0) {
          throw new TooMuch();
        }
        String text = withoutMark(buffer.toString(StandardCharsets.UTF_8));
        if (!text.isBlank() && !consumer.accept(number, text)) {
          return bytes;
        }
      }
      return bytes;
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    raw.mark(2);
    boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
    raw.reset();
    return packed ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  /**
   * Puts the next line, cut off one unit after the longest allowed, into the buffer.
   *
   * @return how many bytes were read with the one that ends it; 0 at the end of the file
   */
  private long nextLine(InputStream in, ByteArrayOutputStream line) throws IOException {
    line.reset();
    long read = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      read++;
      if (b == '\n') {
        break;
      }
      if (line.size() <= longest * 4L) {
        line.write(b);
      }
      if (read > Math.min(most, mostInAll)) {
        throw new TooMuch();
      }
    }
    return read;
  }

  /** A byte order mark is nothing, on any line: files are joined into one end to end. */
  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  /**
   * What the line's paper is known by: the value of {@code externalId} at the top of the object, or
   * the id of an exported document. The rest is not built.
   */
  static Optional<String> externalId(String json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      boolean exported = false;
      Optional<String> ownId = Optional.empty();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        boolean printable = value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT;
        switch (name) {
          case "externalId" -> {
            if (printable) {
              return Optional.of(parser.getString());
            }
          }
          case "record" -> exported = printable;
          case "id" -> ownId = printable ? Optional.of(parser.getString()) : Optional.empty();
          default -> {}
        }
        parser.skipChildren();
      }
      return exported ? ownId : Optional.empty();
    } catch (JacksonException e) {
      // Whoever reads the line will say what is wrong with it.
      return Optional.empty();
    }
  }
}
