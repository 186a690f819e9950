package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.MAPI;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.EmbeddedContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Takes what is attached to a mail (邮件附件) into the scratch folder, a mail that was passed on whole
 * included; of the pictures in its text only those of whole pages are taken, and texts without a
 * name that are no attachments are the mail's own. What has no name gets its number, what cannot be
 * had is told of.
 */
final class Attachments implements EmbeddedDocumentExtractor {
  private static final String MAIL = "message/rfc822";
  private static final String OUTLOOK = "application/vnd.ms-outlook";
  private static final String ALTERNATIVE = "alternative";
  private static final int LARGEST_PICTURE = 64 << 20;

  /** The parser adds an extension to a name that has one. */
  private static final Pattern TWICE = Pattern.compile("(?i)(\\.[a-z0-9]{1,5})\\1$");

  /** The signature of a mail (RFC 8551, RFC 3156) vouches for it and says nothing itself. */
  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-signature");

  private final TakenOut taken;
  private final Metadata whole;
  private final Parser parser;
  private final ParseContext context;
  private boolean isAlternativeRead;

  /**
   * @param whole what is known of the file that is read
   * @param parser for texts of the mail itself
   * @param context to read these in
   */
  Attachments(TakenOut taken, Metadata whole, Parser parser, ParseContext context) {
    this.whole = whole;
    this.taken = taken;
    this.parser = parser;
    this.context = context;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    String kind = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
    boolean attached =
        "ATTACHMENT".equals(kind) || type(metadata).equals(MAIL) || isOfMail(metadata);
    boolean told = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) != null || isOfMail(metadata);
    return attached && told && !SIGNATURES.contains(type(metadata));
  }

  /** Parts of a mail say what they are; nameless objects in a document are parts of its page. */
  private boolean isOfMail(Metadata metadata) {
    return metadata.get(Message.MULTIPART_SUBTYPE) != null
        || type(metadata).equals(MAIL)
        || type(whole).equals(OUTLOOK);
  }

  private boolean isShown(Metadata metadata) {
    return "INLINE".equals(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE))
        || isOfText(metadata);
  }

  /** What the text of a message shows has a name in it, or none that the message gave. */
  private boolean isOfText(Metadata metadata) {
    return metadata.get(MAPI.ATTACH_CONTENT_ID) != null
        || (type(whole).equals(OUTLOOK)
            && metadata.get(MAPI.ATTACH_LONG_FILE_NAME) == null
            && metadata.get(MAPI.ATTACH_FILE_NAME) == null
            && metadata.get(MAPI.ATTACH_DISPLAY_NAME) == null);
  }

  /** By its type or by its name: mailers call pictures what they like. */
  private static boolean isPicture(Metadata metadata) {
    Metadata named = new Metadata();
    named.set(
        TikaCoreProperties.RESOURCE_NAME_KEY, metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY));
    try {
      return type(metadata).startsWith("image/")
          || MimeTypes.getDefaultMimeTypes().detect(null, named).getType().equals("image");
    } catch (IOException e) {
      return false; // nothing is read for a name
    }
  }

  /** A mailer that attaches something says so, or gives it a name. */
  private static boolean isOwnText(Metadata metadata) {
    String type = type(metadata);
    return metadata.get(Message.MULTIPART_SUBTYPE) != null
        && !MailForms.isAttached(metadata)
        && metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) == null
        && (type.equals("text/plain") || type.equals("text/html"));
  }

  private static String type(Metadata metadata) {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    return type == null ? "" : type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws SAXException, IOException {
    if (isOwnText(metadata)) {
      read(stream, handler, metadata);
      return;
    }
    if (isShown(metadata) && isPicture(metadata)) {
      takePage(name(metadata), stream);
      return;
    }
    String name = name(metadata);
    if (stream instanceof TikaInputStream told
        && told.getOpenContainer() instanceof DirectoryNode folder) {
      takeFolder(name, folder);
    } else {
      taken.takeOrTell(name, stream);
    }
  }

  private String name(Metadata metadata) {
    return Optional.ofNullable(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY))
        .filter(told -> !told.isBlank())
        .orElseGet(() -> taken.parts().size() + 1 + extension(type(metadata)));
  }

  /** A picture within the text: a logo or a photograph is left, a scan of a page is read. */
  private void takePage(String name, InputStream stream) throws IOException {
    byte[] picture = stream.readNBytes(LARGEST_PICTURE);
    if (PagePictures.isPage(picture)) {
      taken.takeOrTell(name, new ByteArrayInputStream(picture));
    }
  }

  private void takeFolder(String name, DirectoryNode folder) {
    try (InputStream file = EmbeddedStorage.file(folder)) {
      taken.take(TWICE.matcher(name).replaceFirst("$1"), file);
    } catch (IOException | RuntimeException e) {
      taken.tellDamaged(name, e);
    }
  }

  /** Of several forms of one text the first stands for all. */
  private void read(InputStream stream, ContentHandler handler, Metadata metadata)
      throws SAXException, IOException {
    boolean alternative = ALTERNATIVE.equals(metadata.get(Message.MULTIPART_SUBTYPE));
    if (alternative && isAlternativeRead) {
      return;
    }
    isAlternativeRead |= alternative;
    try {
      parser.parse(
          stream, new EmbeddedContentHandler(new BodyContentHandler(handler)), metadata, context);
    } catch (TikaException e) {
      taken.tellDamaged(taken.parts().size() + 1 + extension(type(metadata)), e);
    }
  }

  private static String extension(String type) {
    try {
      return type.isEmpty() ? "" : MimeTypes.getDefaultMimeTypes().forName(type).getExtension();
    } catch (MimeTypeException e) {
      return "";
    }
  }
}
