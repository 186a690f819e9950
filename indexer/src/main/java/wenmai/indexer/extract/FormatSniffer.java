package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import wenmai.indexer.source.ZipDirectory;

/**
 * Tells what a file is by its first bytes (辨认格式); its name is asked only where bytes cannot tell,
 * as between a text and lines of JSON.
 */
final class FormatSniffer {
  private static final int HEAD = 4096;
  private static final int ENTRIES_TO_LOOK_AT = 400;

  /** Lines of a header, as far as they go. */
  private static final Pattern MAIL_HEADER =
      Pattern.compile(
          "(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\\r\\n]*+\\r?\\n(?:[ \\t][^\\r\\n]*+\\r?\\n)*+)++");

  private FormatSniffer() {}

  static Format sniff(Path file, String name) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (head.length == 0) {
      return Format.EMPTY;
    }
    Format magic = magic(head);
    return switch (magic) {
      case ZIP -> zip(file);
      case TEXT -> text(head, name.toLowerCase(Locale.ROOT));
      case GZIP ->
          name.toLowerCase(Locale.ROOT).endsWith(".jsonl.gz") ? Format.JSON_LINES : Format.GZIP;
      default -> magic;
    };
  }

  private static Format magic(byte[] head) {
    if (starts(head, 0, 0x00, 0x05, 0x16, 0x07) || starts(head, 0, 0x00, 0x05, 0x16, 0x00)) {
      return Format.APPLE_DOUBLE;
    }
    if (starts(head, 0, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      return Format.OLE;
    }
    if (starts(head, 0, 0x78, 0x9F, 0x3E, 0x22)) {
      return Format.TNEF;
    }
    if (starts(head, 0, 'P', 'K', 3, 4) || starts(head, 0, 'P', 'K', 5, 6)) {
      return Format.ZIP;
    }
    int pdf = indexOf(head, "%PDF-", 1024);
    if (pdf >= 0) {
      return pdf > 0 && beginsAsMail(head) ? Format.MAIL : Format.PDF;
    }
    if (starts(head, 0, '{', '\\', 'r', 't', 'f')) {
      return Format.RTF;
    }
    if (starts(head, 0, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
      return Format.SEVEN_ZIP;
    }
    if (starts(head, 0, 'R', 'a', 'r', '!', 0x1A, 0x07)) {
      return Format.RAR;
    }
    if (starts(head, 257, 'u', 's', 't', 'a', 'r')) {
      return Format.TAR;
    }
    if (starts(head, 0, 0x1F, 0x8B)) {
      return Format.GZIP;
    }
    if (isImage(head)) {
      return Format.IMAGE;
    }
    return looksLikeText(head) ? Format.TEXT : beginsAsMail(head) ? Format.MAIL : Format.OTHER;
  }

  /** Pages that browsers saved, some of them packed like a mail. */
  private static boolean isPage(String name) {
    return Stream.of(".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")
        .anyMatch(name::endsWith);
  }

  /** What is attached to a mail may stand in it as it is, close to its beginning. */
  private static boolean beginsAsMail(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    Matcher header = MAIL_HEADER.matcher(start);
    return header.lookingAt() && isMail(header.group().toLowerCase(Locale.ROOT));
  }

  private static boolean isMail(String lower) {
    return (lower.contains("mime-version:") && lower.contains("\nsubject:"))
        || (lower.contains("mime-version:") && lower.startsWith("subject:"))
        || lower.startsWith("received:")
        || lower.startsWith("return-path:");
  }

  private static boolean isImage(byte[] head) {
    return starts(head, 0, 0x89, 'P', 'N', 'G')
        || starts(head, 0, 0xFF, 0xD8, 0xFF)
        || starts(head, 0, 'I', 'I', 0x2A, 0)
        || starts(head, 0, 'M', 'M', 0, 0x2A)
        || starts(head, 0, 'G', 'I', 'F', '8')
        || (starts(head, 0, 'B', 'M') && head.length > 14 && head[6] == 0 && head[8] == 0)
        || (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P'))
        || starts(head, 0, 0, 0, 0, 0x0C, 'j', 'P');
  }

  /** No control characters but white space, or UTF-16: marked, or with a zero in every ASCII. */
  private static boolean looksLikeText(byte[] head) {
    if (starts(head, 0, 0xFF, 0xFE) || starts(head, 0, 0xFE, 0xFF)) {
      return true;
    }
    int odd = 0;
    int even = 0;
    int control = 0;
    for (int i = 0; i < head.length; i++) {
      int b = head[i] & 0xFF;
      if (b == 0) {
        if ((i & 1) == 0) {
          even++;
        } else {
          odd++;
        }
      } else if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) {
        control++;
      }
    }
    boolean wide = (odd > 0) != (even > 0);
    if (odd > 0 && even > 0) {
      return isWideChinese(head, 0) || isWideChinese(head, 1);
    }
    return wide ? control * 50 <= head.length : odd == 0 && control * 100 <= head.length;
  }

  /**
   * UTF-16 without a mark that holds the ideographic blank, U+3000, has zeros at both places.
   * Nearly every unit of it must be one that Chinese texts consist of.
   *
   * @param high where the higher byte of a unit stands: 0 or 1
   */
  private static boolean isWideChinese(byte[] head, int high) {
    int chinese = 0;
    int other = 0;
    for (int i = 0; i + 1 < head.length; i += 2) {
      int unit = (head[i + high] & 0xFF) << 8 | (head[i + 1 - high] & 0xFF);
      if (unit >= 0x4E00 && unit <= 0x9FFF) {
        chinese++;
      } else if (!isPlain(unit)) {
        other++;
      }
    }
    return chinese > 0 && other * 50 <= head.length / 2;
  }

  private static boolean isPlain(int unit) {
    boolean ascii = unit >= 0x20 && unit < 0x7F;
    boolean white = unit == '\t' || unit == '\n' || unit == '\r';
    return ascii
        || white
        || (unit >= 0x2010 && unit <= 0x303F)
        || (unit >= 0xFF00 && unit < 0xFFF0);
  }

  private static Format text(byte[] head, String name) {
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return Format.JSON_LINES;
    }
    String start = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
    String lower = start.toLowerCase(Locale.ROOT);
    if (lower.contains("<office:document ") && lower.contains("opendocument")) {
      return Format.OPEN_DOCUMENT; // in one piece of XML
    }
    if (lower.contains("<?mso-application") || lower.contains("<w:worddocument")) {
      return Format.OOXML; // the XML of Office 2003
    }
    if (name.endsWith(".md") || name.endsWith(".markdown")) {
      return Format.MARKDOWN;
    }
    if (name.endsWith(".txt") || name.endsWith(".csv")) {
      return Format.TEXT;
    }
    if (!isPage(name) && beginsAsMail(head)) {
      return Format.MAIL; // the text of which may be HTML, or have such a form
    }
    if (name.endsWith(".html")
        || name.endsWith(".htm")
        || name.endsWith(".xhtml")
        || name.endsWith(".shtml")
        || lower.contains("<html")
        || lower.contains("<!doctype html")) {
      return Format.HTML;
    }
    boolean mail =
        name.endsWith(".eml")
            || name.endsWith(".mht")
            || (lower.contains("mime-version:") && lower.contains("multipart/related"))
            || isMail(lower);
    return mail ? Format.MAIL : Format.TEXT;
  }

  private static Format zip(Path file) throws IOException {
    if (ZipDirectory.isTooLarge(file)) {
      return Format.ZIP; // whoever opens it asks again
    }
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      int left = ENTRIES_TO_LOOK_AT;
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements() && left-- > 0; ) {
        ZipEntry entry = e.nextElement();
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.equals("[content_types].xml")) {
          return Format.OOXML;
        }
        if (name.equals("mimetype")) {
          return Format.OPEN_DOCUMENT;
        }
        if (OfdContents.isAt(name)) {
          return OfdBundle.isOf(zip, entry) ? Format.OFD_BUNDLE : Format.OFD;
        }
      }
      return Format.ZIP;
    } catch (ZipException e) {
      // Cut off before its list of contents: the parser for its kind may still make something of
      // it.
      return Format.ZIP;
    }
  }

  private static boolean starts(byte[] head, int at, int... magic) {
    if (head.length < at + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[at + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static int indexOf(byte[] head, String ascii, int within) {
    return new String(head, 0, Math.min(head.length, within), StandardCharsets.ISO_8859_1)
        .indexOf(ascii);
  }
}
