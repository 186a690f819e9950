package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.ContentHandler;
import wenmai.indexer.extract.Extraction.Part;
import wenmai.indexer.source.BoundedCopy;

/**
 * Takes what is attached to a mail (邮件附件) into the scratch folder; pictures in its text are left.
 */
final class Attachments implements EmbeddedDocumentExtractor {
  private static final long MOST_BYTES = 200L << 20;
  private static final int MOST = 200;

  private final Path scratch;
  private final List<Part> parts = new ArrayList<>();

  Attachments(Path scratch) {
    this.scratch = scratch;
  }

  List<Part> parts() {
    return parts;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    return "ATTACHMENT".equals(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE))
        && metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) != null
        && parts.size() < MOST;
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws IOException {
    String name = String.valueOf(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY));
    Path target = Files.createTempFile(scratch, "attachment", ".bin");
    try (OutputStream out = Files.newOutputStream(target)) {
      if (BoundedCopy.copy(stream, out, MOST_BYTES) <= MOST_BYTES) {
        parts.add(new Part.Whole(name, target, 0));
        return;
      }
    }
    Files.delete(target);
    parts.add(
        new Part.Refused(
            name, new Extraction.Rejected(RejectionCode.TOO_LARGE, (MOST_BYTES >> 20) + " MB")));
  }
}
