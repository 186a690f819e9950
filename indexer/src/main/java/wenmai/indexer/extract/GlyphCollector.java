package wenmai.indexer.extract;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import wenmai.indexer.layout.Glyph;

/**
 * Collects the signs of a PDF page with their places (PDF 字符); reading order is not its business.
 */
final class GlyphCollector extends PDFTextStripper {
  private final Signs signs;
  private List<Glyph> glyphs = new ArrayList<>();
  private final StringBuilder slanted = new StringBuilder();

  /** Degrees off the edges of the page; scans are straightened better than that. */
  private static final double SLANT = 8;

  private static final int LONGEST_STAMP = 200;

  /** A page with more is an attack or a map. */
  private static final int MOST_GLYPHS = 400_000;

  GlyphCollector(Signs signs) {
    this.signs = signs;
  }

  List<Glyph> collect(PDDocument document, int index) throws IOException {
    glyphs = new ArrayList<>();
    slanted.setLength(0);
    setStartPage(index + 1);
    setEndPage(index + 1);
    writeText(document, Writer.nullWriter());
    return glyphs;
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    if (position.getUnicode() == null || glyphs.size() >= MOST_GLYPHS) {
      return;
    }
    String text = signs.common(position.getUnicode());
    if (isSlanted(position)) {
      slanted.append(slanted.length() < LONGEST_STAMP ? text : "");
      return;
    }
    double size = Math.max(position.getFontSizeInPt(), position.getHeightDir());
    double width = position.getWidthDirAdj();
    glyphs.add(new Glyph(text, position.getXDirAdj(), position.getYDirAdj() - size, width, size));
  }

  /** What lies across the page that was collected last, as a watermark does. */
  String slanted() {
    return slanted.toString().strip();
  }

  private static boolean isSlanted(TextPosition position) {
    Matrix matrix = position.getTextMatrix();
    double angle = Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()));
    double off = Math.abs(angle % 90);
    return Math.min(off, 90 - off) > SLANT;
  }

  @Override
  protected void writePage() {}
}
