package wenmai.indexer.extract;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import wenmai.indexer.layout.Glyph;

/**
 * Collects the signs of a PDF page with their places (PDF 字符); reading order is not its business.
 */
final class GlyphCollector extends PDFTextStripper {
  private List<Glyph> glyphs = new ArrayList<>();

  /** A page with more is an attack or a map. */
  private static final int MOST_GLYPHS = 400_000;

  List<Glyph> collect(PDDocument document, int index) throws IOException {
    glyphs = new ArrayList<>();
    setStartPage(index + 1);
    setEndPage(index + 1);
    writeText(document, Writer.nullWriter());
    return glyphs;
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    String text = position.getUnicode();
    if (text == null || glyphs.size() >= MOST_GLYPHS) {
      return;
    }
    double size = Math.max(position.getFontSizeInPt(), position.getHeightDir());
    double width = position.getWidthDirAdj();
    glyphs.add(new Glyph(text, position.getXDirAdj(), position.getYDirAdj() - size, width, size));
  }

  @Override
  protected void writePage() {}
}
