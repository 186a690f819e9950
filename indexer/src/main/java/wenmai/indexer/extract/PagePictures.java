package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Pictures in a text that are as large as what is printed of a page (整页图片): scans that somebody
 * pasted in, of which nothing is read. Grounds behind the text, running heads and photographs are
 * none.
 */
final class PagePictures {
  /** In square centimetres; the printed part of a page of A4 has some 350. */
  private static final double LEAST = 250;

  private static final double UNITS_PER_CM = 360_000;
  private static final double POINTS_PER_CM = 72 / 2.54;

  private static final String SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";

  private static final Pattern MARGINS = Pattern.compile(".*(?:header|footer)[^/]*");

  /** How large a shape of older files is. */
  private static final Pattern STYLE =
      Pattern.compile("(?:^|;)(?<what>width|height):(?<points>[0-9]{1,5}(?:\\.[0-9]{1,6})?)pt");

  private static final double TWIPS_PER_CM = 1440 / 2.54;

  /** Word counts by the thousand. */
  private static final double SCALE_OF_WORD = 1000;

  private static final String PICT = "\\pict";

  /** Before the picture once more, for programs that do not know the first. */
  private static final String OLDER_FORM = "nonshppict";

  private static final int BEFORE_PICTURE = 16;

  private static final int HEAD_OF_PICTURE = 600;
  private static final Pattern GOAL_WIDTH = Pattern.compile("\\\\picwgoal(\\d{1,6})");
  private static final Pattern GOAL_HEIGHT = Pattern.compile("\\\\pichgoal(\\d{1,6})");
  private static final Pattern SCALE_WIDTH = Pattern.compile("\\\\picscalex(\\d{1,4})");
  private static final Pattern SCALE_HEIGHT = Pattern.compile("\\\\picscaley(\\d{1,4})");

  /** A length of OpenDocument. */
  private static final Pattern LENGTH =
      Pattern.compile("(?<number>[0-9]{1,5}(?:\\.[0-9]{1,6})?)(?<unit>cm|mm|in|pt)");

  /** What OCR can read of a page is at least so wide. */
  private static final int LEAST_PIXELS = 700;

  private static final double UPRIGHT = 1.2;

  private double area;
  private boolean isGround;
  private int found;

  private PagePictures() {}

  static int in(Path file, Format format) {
    return switch (format) {
      case OOXML ->
          inParts(file, part -> part.startsWith("word/") && !MARGINS.matcher(part).matches());
      case OPEN_DOCUMENT -> inParts(file, part -> part.isEmpty() || part.equals("content.xml"));
      case OLE -> inWord(file);
      case RTF -> inRtf(file);
      default -> 0;
    };
  }

  /** Whether a picture that a mail shows is a page: upright, and fine enough to be read. */
  static boolean isPage(byte[] picture) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return false;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        return width >= LEAST_PIXELS && reader.getHeight(0) >= width * UPRIGHT;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return false; // nobody is shown it either
    }
  }

  private static int inParts(Path file, Predicate<String> isText) {
    AtomicInteger count = new AtomicInteger();
    OfficeParts.each(
        file,
        (name, part) -> {
          if (isText.test(name)) {
            count.addAndGet(of(part));
          }
        });
    return count.get();
  }

  private static int inWord(Path file) {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      if (!container.getRoot().hasEntryCaseInsensitive("WordDocument")) {
        return 0;
      }
      try (HWPFDocument document = new HWPFDocument(container)) {
        return (int)
            document.getPicturesTable().getAllPictures().stream()
                .filter(picture ->
                    isLarge(
                        picture.getDxaGoal()
                            * (picture.getHorizontalScalingFactor() / SCALE_OF_WORD),
                        picture.getDyaGoal()
                            * (picture.getVerticalScalingFactor() / SCALE_OF_WORD)))
                .count();
      }
    } catch (IOException | RuntimeException e) {
      return 0; // the parser says what is wrong with it
    }
  }

  private static int inRtf(Path file) {
    try {
      return Files.size(file) <= RtfPreparation.MOST_BYTES
          ? ofRtf(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          : 0;
    } catch (IOException e) {
      return 0; // the parser says what is wrong with it
    }
  }

  static int ofRtf(String rtf) {
    int count = 0;
    for (int at = rtf.indexOf(PICT); at >= 0; at = rtf.indexOf(PICT, at + PICT.length())) {
      boolean again = rtf.substring(Math.max(0, at - BEFORE_PICTURE), at).contains(OLDER_FORM);
      String head = rtf.substring(at, Math.min(rtf.length(), at + HEAD_OF_PICTURE));
      double width = value(GOAL_WIDTH, head, 0) * value(SCALE_WIDTH, head, 100) / 100;
      double height = value(GOAL_HEIGHT, head, 0) * value(SCALE_HEIGHT, head, 100) / 100;
      count += !again && isLarge(width, height) ? 1 : 0;
    }
    return count;
  }

  private static double value(Pattern word, String head, double otherwise) {
    Matcher found = word.matcher(head);
    return found.find() ? Integer.parseInt(found.group(1)) : otherwise;
  }

  /**
   * @param width in twentieths of a point
   */
  private static boolean isLarge(double width, double height) {
    return width / TWIPS_PER_CM * (height / TWIPS_PER_CM) >= LEAST;
  }

  private static int of(byte[] part) {
    PagePictures pictures = new PagePictures();
    try {
      XMLStreamReader xml = SafeXml.factory().createXMLStreamReader(new ByteArrayInputStream(part));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          pictures.element(xml);
        }
      }
    } catch (XMLStreamException | RuntimeException e) {
      return pictures.found; // the parser says what is wrong with it
    }
    return pictures.found;
  }

  private void element(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "inline", "anchor" -> isGround = "1".equals(xml.getAttributeValue(null, "behindDoc"));
      case "extent" -> area = number(xml, "cx") * number(xml, "cy");
      case "shape" -> {
        isGround = false;
        area = ofStyle(xml.getAttributeValue(null, "style"));
      }
      case "frame" -> {
        isGround = false;
        area = length(xml, "width") * length(xml, "height");
      }
      case "blip", "imagedata", "image" -> {
        found += area >= LEAST && !isGround ? 1 : 0;
        area = 0;
      }
      default -> {}
    }
  }

  private static double number(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value != null && value.matches("[0-9]{1,12}") ? Long.parseLong(value) / UNITS_PER_CM : 0;
  }

  private static double length(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(SVG, name);
    Matcher length = LENGTH.matcher(value == null ? "" : value);
    if (!length.matches()) {
      return 0;
    }
    double number = Double.parseDouble(length.group("number"));
    return switch (length.group("unit")) {
      case "mm" -> number / 10;
      case "in" -> number * 2.54;
      case "pt" -> number / POINTS_PER_CM;
      default -> number;
    };
  }

  private static double ofStyle(@Nullable String style) {
    double width = 0;
    double height = 0;
    Matcher sides = STYLE.matcher(style == null ? "" : style.replace(" ", ""));
    while (sides.find()) {
      double side = Double.parseDouble(sides.group("points")) / POINTS_PER_CM;
      width = sides.group("what").equals("width") ? side : width;
      height = sides.group("what").equals("height") ? side : height;
    }
    return width * height;
  }
}
