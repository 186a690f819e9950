package wenmai.indexer.extract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The parts of an office file that people write in (办公文档的文字部件): the text, whatever its part is
 * called, notes, running heads, remarks. An OpenDocument file in one piece is its only part.
 */
final class OfficeParts {
  /** Larger parts are left as they are; the parser has limits of its own. */
  static final int MOST_BYTES = 48 << 20;

  /** Tables and slides track no changes of words; what else is left out describes looks. */
  private static final Pattern TEXT =
      Pattern.compile(
          "(?!(?:.*/)?_rels/|(?:docProps|customXml|META-INF|xl|ppt)/)(?:.*/)?"
              + "(?!styles|settings|webSettings|numbering|fontTable|theme|people|meta|\\[)"
              + "[^/]+\\.xml");

  private static final Pattern REMARKS =
      Pattern.compile("(?:word|xl|ppt)/(?:[^/]+/)?(?:comments|threadedComments?)[^/]*\\.xml");

  private OfficeParts() {}

  static boolean isText(String part) {
    return TEXT.matcher(part).matches() || isRemarks(part);
  }

  /** Whether a part holds remarks (批注) and nothing else. */
  static boolean isRemarks(String part) {
    return REMARKS.matcher(part).matches();
  }

  /** Whether it is a package of parts, rather than one piece of XML. */
  static boolean isPackage(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K';
    }
  }

  /**
   * Goes through the parts with text as far as the file can be read; the parser says what is wrong
   * with it.
   *
   * @param each gets the name of a part, empty for a file in one piece, and its bytes
   */
  static void each(Path file, BiConsumer<String, byte[]> each) {
    try {
      if (isPackage(file)) {
        eachOfPackage(file, each);
      } else {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
          each.accept("", in.readNBytes(MOST_BYTES));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return; // no package of parts
    }
  }

  private static void eachOfPackage(Path file, BiConsumer<String, byte[]> each) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        if (isText(entry.getName())) {
          try (InputStream in = zip.getInputStream(entry)) {
            each.accept(entry.getName(), in.readNBytes(MOST_BYTES));
          }
        }
      }
    }
  }

  /** The names of the elements of a part can be told in this; other letters may be garbled. */
  static String markup(byte[] part) {
    return new String(part, encoding(part));
  }

  private static Charset encoding(byte[] part) {
    if (part.length < 2) {
      return StandardCharsets.ISO_8859_1;
    }
    boolean little = (part[0] == (byte) 0xFF && part[1] == (byte) 0xFE) || part[1] == 0;
    boolean big = (part[0] == (byte) 0xFE && part[1] == (byte) 0xFF) || part[0] == 0;
    return little
        ? StandardCharsets.UTF_16LE
        : big ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
  }
}
