package wenmai.indexer.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import wenmai.corpus.Intake;

/** Reason and remedy of every {@link RejectionCode} as people read them (拒收说明). */
public final class RejectionTexts {
  private record Text(String reason, String remedy) {}

  private final Map<RejectionCode, Text> texts;

  private RejectionTexts(Map<RejectionCode, Text> texts) {
    this.texts = texts;
  }

  /**
   * Reads {@code extract/rejections.txt} of the configuration folder.
   *
   * @throws IllegalArgumentException if a line cannot be understood or a code has no text
   */
  public static RejectionTexts read(Path config) {
    Path file = config.resolve("extract/rejections.txt");
    try {
      Map<RejectionCode, Text> texts = new EnumMap<>(RejectionCode.class);
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split("\\|", -1);
          RejectionCode code =
              RejectionCode.ofKey(parts[0].strip())
                  .orElseThrow(() -> new IllegalArgumentException(file + ": no code: " + line));
          if (parts.length != 3) {
            throw new IllegalArgumentException(file + ": not key | reason | remedy: " + line);
          }
          texts.put(code, new Text(parts[1].strip(), parts[2].strip()));
        }
      }
      for (RejectionCode code : RejectionCode.values()) {
        if (!texts.containsKey(code)) {
          throw new IllegalArgumentException(file + ": no text for " + code.key());
        }
      }
      return new RejectionTexts(texts);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The entry of the report for the file at this path. */
  public Intake.Rejected entry(String path, Extraction.Rejected rejected) {
    Text text = Objects.requireNonNull(texts.get(rejected.code()), "read() saw to it");
    String detail = rejected.detail().strip();
    String reason =
        detail.isEmpty()
            ? text.reason().replace("（{0}）", "")
            : text.reason().replace("{0}", detail);
    return new Intake.Rejected(path, rejected.code().key(), reason, text.remedy());
  }
}
