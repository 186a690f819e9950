package wenmai.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Warning;

/** Why a paper was kept from the public (转为内部的原因), in the words the reader of it found. */
final class InternalReason {
  private final Map<InternalCause, String> texts;

  private InternalReason(Map<InternalCause, String> texts) {
    this.texts = texts;
  }

  /**
   * Reads {@code extract/internal.txt} of the configuration folder.
   *
   * @throws IllegalArgumentException if a line cannot be understood or a cause has no text
   */
  static InternalReason read(Path config) {
    Path file = config.resolve("extract/internal.txt");
    Map<String, String> lines = new HashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split("\\|", -1);
          if (parts.length != 2) {
            throw new IllegalArgumentException("[" + file + "] not key | reason: " + line);
          }
          lines.put(parts[0].strip(), parts[1].strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("[" + file + "] cannot be read", e);
    }
    Map<InternalCause, String> texts = new EnumMap<>(InternalCause.class);
    for (InternalCause cause : InternalCause.values()) {
      texts.put(
          cause,
          Optional.ofNullable(lines.get(cause.key()))
              .orElseThrow(
                  () -> new IllegalArgumentException("[" + file + "] no text for " + cause.key())));
    }
    return new InternalReason(texts);
  }

  /**
   * @param cause for which it was kept, if not for itself
   */
  String of(OfficialDocument document, Optional<InternalCause> cause) {
    Optional<Fact<String>> mark = document.facts().get(FactKey.SECRECY);
    if (mark.isPresent()) {
      return mark.get().value();
    }
    Optional<InternalCause> ofIssue =
        document.provenance().parent().map(issue -> InternalCause.OF_ITS_PARENT);
    return document.content().warnings().stream()
        .filter(warning -> warning.code().keepsFromPublic())
        .map(Warning::detail)
        .findFirst()
        .or(() -> cause.or(() -> ofIssue).map(why -> Objects.requireNonNull(texts.get(why))))
        .orElse("");
  }
}
