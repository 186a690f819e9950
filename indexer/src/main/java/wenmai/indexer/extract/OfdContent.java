package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wenmai.indexer.layout.Glyph;

/**
 * Collects what the content streams of one OFD page hold (OFD 页面内容): signs, templates, pictures.
 */
final class OfdContent {
  private static final double A4_HEIGHT = 297;
  private static final double A4_WIDTH = 210;
  private static final int MOST_GLYPHS = 400_000;
  private static final int DEEPEST_UNIT = 4;
  private static final Unit NOWHERE = new Unit("", 0, 0, 0);

  /** From the upper edge of a sign to its baseline, in sizes. */
  private static final double ASCENT = 0.86;

  /** An advance up to this, in sizes, sets a line wide and leaves no blank. */
  private static final double SET_WIDE = 1.4;

  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<String> templates = new ArrayList<>();
  private final List<Unit> units = new ArrayList<>();
  private final TreeMap<Double, String> pictures = new TreeMap<>();
  private Unit placed = NOWHERE;
  private boolean hidden;
  private double height = A4_HEIGHT;
  private double width = A4_WIDTH;
  private TextObject text = new TextObject(0, 0, 1, Matrix.IDENTITY);
  private double x;
  private double y;

  /** A CTM: how a text object's own plane lies on the page. */
  private record Matrix(double a, double b, double c, double d, double e, double f) {
    static final Matrix IDENTITY = new Matrix(1, 0, 0, 1, 0, 0);

    static Matrix of(double[] numbers) {
      return numbers.length == 6
          ? new Matrix(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
          : IDENTITY;
    }

    double scale() {
      return Math.sqrt(Math.abs(a * d - b * c));
    }
  }

  /** A text object: its origin on the page, the size of its type, its matrix. */
  private record TextObject(double x, double y, double size, Matrix matrix) {
    double pageX(double atX, double atY) {
      return x + matrix.a() * atX + matrix.c() * atY + matrix.e();
    }

    double pageY(double atX, double atY) {
      return y + matrix.b() * atX + matrix.d() * atY + matrix.f();
    }
  }

  /**
   * A unit that is drawn once and used at many places (复合图元).
   *
   * @param x where it stands on the page
   * @param y where it stands on the page
   * @param depth in how many others
   */
  record Unit(String id, double x, double y, int depth) {}

  /** Units that stand on the page, as far as they have been met. */
  List<Unit> units() {
    return List.copyOf(units);
  }

  /** What a unit holds, at its place; the others of its file are passed over. */
  void read(XMLStreamReader xml, Unit unit) throws XMLStreamException {
    boolean inside = false;
    placed = unit;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException("DOCTYPE");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        boolean begins = xml.getLocalName().equals("CompositeGraphicUnit");
        inside = begins ? OfdPackage.attribute(xml, "ID").equals(unit.id()) : inside;
        if (inside && !begins) {
          element(xml);
        }
      }
    }
    placed = NOWHERE;
  }

  /** Templates the page stands on. */
  List<String> templates() {
    return List.copyOf(templates);
  }

  OfdPage page() {
    double largest = pictures.isEmpty() ? 0 : pictures.lastKey();
    List<String> bySize = List.copyOf(pictures.descendingMap().values());
    return new OfdPage(height, glyphs, bySize, largest / (width * height));
  }

  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException("DOCTYPE");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        element(xml);
      }
    }
  }

  private void element(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "PhysicalBox" -> {
        double[] box = numbers(xml.getElementText());
        height = box.length == 4 && box[3] > 0 ? box[3] : height;
        width = box.length == 4 && box[2] > 0 ? box[2] : width;
      }
      case "Template" -> templates.add(OfdPackage.attribute(xml, "TemplateID"));
      case "TextObject" -> text = textObject(xml);
      case "CompositeObject" -> {
        double[] box = numbers(OfdPackage.attribute(xml, "Boundary"));
        if (box.length == 4 && placed.depth() < DEEPEST_UNIT && units.size() < MOST_GLYPHS) {
          String id = OfdPackage.attribute(xml, "ResourceID");
          units.add(new Unit(id, placed.x() + box[0], placed.y() + box[1], placed.depth() + 1));
        }
      }
      case "TextCode" -> textCode(xml);
      case "ImageObject" -> {
        double[] box = numbers(OfdPackage.attribute(xml, "Boundary"));
        double area = box.length == 4 ? box[2] * box[3] : 0;
        pictures.put(area, OfdPackage.attribute(xml, "ResourceID"));
      }
      default -> {}
    }
  }

  private TextObject textObject(XMLStreamReader xml) {
    double[] box = numbers(OfdPackage.attribute(xml, "Boundary"));
    double[] size = numbers(OfdPackage.attribute(xml, "Size"));
    x = 0;
    y = 0;
    hidden = OfdPackage.attribute(xml, "Visible").equals("false");
    return new TextObject(
        placed.x() + (box.length >= 2 ? box[0] : 0),
        placed.y() + (box.length >= 2 ? box[1] : 0),
        size.length == 1 && size[0] > 0 ? size[0] : 1,
        Matrix.of(numbers(OfdPackage.attribute(xml, "CTM"))));
  }

  private void textCode(XMLStreamReader xml) throws XMLStreamException {
    double[] atX = numbers(OfdPackage.attribute(xml, "X"));
    double[] atY = numbers(OfdPackage.attribute(xml, "Y"));
    String deltaX = OfdPackage.attribute(xml, "DeltaX");
    String deltaY = OfdPackage.attribute(xml, "DeltaY");
    x = atX.length == 1 ? atX[0] : x;
    y = atY.length == 1 ? atY[0] : y;
    int[] codePoints = xml.getElementText().codePoints().toArray();
    List<Double> stepsX = steps(deltaX, codePoints.length);
    List<Double> stepsY = steps(deltaY, codePoints.length);
    double size = text.size() * text.matrix().scale();
    for (int i = 0; i < codePoints.length && glyphs.size() < MOST_GLYPHS; i++) {
      double own = codePoints[i] < 0x2000 ? text.size() / 2 : text.size();
      double advance = step(stepsX, i, own);
      double width = advance > own && advance < text.size() * SET_WIDE ? advance : own;
      boolean vertical = stepsX.isEmpty() && !stepsY.isEmpty();
      if (codePoints[i] != '\n' && codePoints[i] != '\r' && !hidden) {
        glyphs.add(
            new Glyph(
                Character.toString(codePoints[i]),
                text.pageX(x, y),
                text.pageY(x, y) - size * ASCENT,
                width * text.matrix().scale(),
                size));
      }
      x += vertical ? 0 : advance;
      y += step(stepsY, i, 0);
    }
  }

  private static double step(List<Double> steps, int index, double otherwise) {
    if (steps.isEmpty()) {
      return otherwise;
    }
    return index < steps.size() ? steps.get(index) : steps.getLast();
  }

  /**
   * Advances; {@code g 3 4.5} stands for three of 4.5.
   *
   * @param most how many signs there are to go on from
   */
  private static List<Double> steps(String words, int most) {
    List<Double> steps = new ArrayList<>();
    String[] parts = words.strip().split("[\\s,]+", -1);
    for (int i = 0; i < parts.length && steps.size() < most; i++) {
      if (parts[i].equals("g") && i + 2 < parts.length) {
        double count = number(parts[i + 1]);
        double step = number(parts[i + 2]);
        for (int n = 0; n < count && steps.size() < most; n++) {
          steps.add(step);
        }
        i += 2;
      } else if (!parts[i].isEmpty()) {
        steps.add(number(parts[i]));
      }
    }
    return steps;
  }

  private static double[] numbers(String words) {
    if (words.isBlank()) {
      return new double[0];
    }
    String[] parts = words.strip().split("[\\s,]+", -1);
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = number(parts[i]);
    }
    return numbers;
  }

  private static double number(String word) {
    try {
      double number = Double.parseDouble(word);
      return Double.isFinite(number) ? number : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
