package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

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

  private static final Pattern MARGINS = Pattern.compile(".*(?:header|footer)[^/]*");

  /** How large a shape of older files is. */
  private static final Pattern STYLE =
      Pattern.compile("(?:^|;)(?<what>width|height):(?<points>[0-9]{1,5}(?:\\.[0-9]{1,6})?)pt");

  private double area;
  private boolean isGround;
  private int found;

  private PagePictures() {}

  static int in(Path file, Format format) {
    if (format != Format.OOXML) {
      return 0;
    }
    AtomicInteger count = new AtomicInteger();
    OfficeParts.each(
        file,
        (name, part) -> {
          if (name.startsWith("word/") && !MARGINS.matcher(name).matches()) {
            count.addAndGet(of(part));
          }
        });
    return count.get();
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
      case "blip", "imagedata" -> {
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

  private static double ofStyle(@org.jspecify.annotations.Nullable String style) {
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
