package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.xml.sax.ContentHandler;

/**
 * Takes what is attached to a mail (邮件附件) into the scratch folder, a mail that was passed on whole
 * included; pictures in its text are left. What has no name gets its number.
 */
final class Attachments implements EmbeddedDocumentExtractor {
  private static final String MAIL = "message/rfc822";

  private final TakenOut taken;

  Attachments(TakenOut taken) {
    this.taken = taken;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    boolean attached =
        "ATTACHMENT".equals(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE))
            || type(metadata).equals(MAIL);
    boolean told = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) != null || isOfMail(metadata);
    return attached && told && !taken.isFull();
  }

  /** Parts of a mail say what they are; nameless objects in a document are parts of its page. */
  private static boolean isOfMail(Metadata metadata) {
    return metadata.get(Message.MULTIPART_SUBTYPE) != null || type(metadata).equals(MAIL);
  }

  private static String type(Metadata metadata) {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    return type == null ? "" : type.replaceAll(";.*", "").strip();
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws IOException {
    String name =
        Optional.ofNullable(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY))
            .filter(told -> !told.isBlank())
            .orElseGet(() -> taken.parts().size() + 1 + extension(type(metadata)));
    taken.take(name, stream);
  }

  private static String extension(String type) {
    try {
      return type.isEmpty() ? "" : MimeTypes.getDefaultMimeTypes().forName(type).getExtension();
    } catch (MimeTypeException e) {
      return "";
    }
  }
}
