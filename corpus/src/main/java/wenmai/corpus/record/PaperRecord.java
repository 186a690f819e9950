package wenmai.corpus.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.text.RepairedText;

/**
 * A paper as it is kept (档案记录): the document as it was read, the untouched extraction, and the
 * tools that made it, as compressed JSON. The extraction is left out where text and repairs give it
 * back exactly, which is nearly always.
 *
 * @param extractor the tools, with versions
 */
public record PaperRecord(OfficialDocument document, String rawText, String extractor) {
  /* Level 1: four times the speed of the usual 6 for a tenth more bytes; intake waits for this. */
  private static final int LEVEL = Deflater.BEST_SPEED;

  public byte[] compressed() {
    Deflater deflater = new Deflater(LEVEL);
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
      try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 8192)) {
        JsonOut.write(out, this::write);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written to", e);
    } finally {
      deflater.end();
    }
  }

  private void write(JsonOut out) {
    DocumentJson.writeAlone(out, document);
    boolean derivable = restore(document.content()).filter(rawText::equals).isPresent();
    out.text("raw", derivable ? Optional.empty() : Optional.of(rawText));
    out.text("extractor", extractor);
  }

  /**
   * @throws RecordProblem if these bytes are no record
   */
  public static PaperRecord ofCompressed(byte[] compressed) {
    JsonIn in = JsonIn.parse(inflate(compressed));
    OfficialDocument document = DocumentJson.read(in);
    String raw =
        in.optional("raw")
            .or(() -> restore(document.content()))
            .orElseThrow(() -> new RecordProblem("the repairs do not lead back to the raw text"));
    return new PaperRecord(document, raw, in.text("extractor"));
  }

  private static byte[] inflate(byte[] compressed) {
    try (RecordStream in = new RecordStream(compressed)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new RecordProblem("a damaged record: " + e.getMessage(), e);
    }
  }

  /** Both layers of the text; empty where the repairs do not lead back to the raw one. */
  public Optional<RepairedText> layers() {
    return layers(document.content()).filter(layers -> layers.raw().equals(rawText));
  }

  private static Optional<RepairedText> layers(Content content) {
    try {
      return Optional.of(RepairedText.of(content.text(), content.repairs()));
    } catch (IllegalArgumentException overlapping) {
      return Optional.empty();
    }
  }

  /** The text with every repair undone; empty where the repairs overlap or go back. */
  static Optional<String> restore(Content content) {
    return layers(content).map(RepairedText::raw);
  }
}
