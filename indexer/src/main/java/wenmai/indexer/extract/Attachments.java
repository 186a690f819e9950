package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.ContentHandler;

/**
 * Takes what is attached to a mail (邮件附件) into the scratch folder; pictures in its text are left.
 */
final class Attachments implements EmbeddedDocumentExtractor {
  private final TakenOut taken;

  Attachments(TakenOut taken) {
    this.taken = taken;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    return "ATTACHMENT".equals(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE))
        && metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) != null
        && !taken.isFull();
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws IOException {
    String name = String.valueOf(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY));
    taken.take(name, stream);
  }
}
