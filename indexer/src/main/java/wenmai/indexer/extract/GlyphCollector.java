package wenmai.indexer.extract;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import wenmai.indexer.layout.Glyph;
import wenmai.indexer.layout.PageLayout;

/**
 * Collects the signs of a PDF page with their places (PDF 字符); reading order is not its business.
 */
final class GlyphCollector extends PDFTextStripper {
  private final Signs signs;
  private List<Glyph> glyphs = new ArrayList<>();

  /** The signs that lie on their side, by where they are in the list, as they stand on the page. */
  private final Map<Integer, Glyph> lying = new LinkedHashMap<>();

  private final StringBuilder slanted = new StringBuilder();

  /** Degrees off the edges of the page; scans are straightened better than that. */
  private static final double SLANT = 8;

  private static final int LONGEST_STAMP = 200;

  /** Degrees of a text that is read from the top down. */
  private static final float DOWNWARDS = 270;

  /** How far a type reaches below its baseline, in sizes: on its side, to the left of it. */
  private static final double BELOW_BASELINE = 0.2;

  /** A page with more is an attack or a map. */
  private static final int MOST_GLYPHS = 400_000;

  private final PictureCover pictures;
  private PDPage page = new PDPage();

  GlyphCollector(Signs signs) {
    this.signs = signs;
    this.pictures = new PictureCover(this);
    addOperator(pictures);
    setStartPage(0); // nobody counts them here
  }

  List<Glyph> collect(PDDocument document, PDPage of) throws IOException {
    glyphs = new ArrayList<>();
    lying.clear();
    slanted.setLength(0);
    pictures.begin(of.getCropBox());
    page = of;
    writeText(document, Writer.nullWriter());
    return lying.isEmpty() ? glyphs : placed();
  }

  /** This page alone; what is inherited looks for it among all of them. */
  @Override
  protected void processPages(PDPageTree all) throws IOException {
    if (page.hasContents()) {
      processPage(page);
    }
  }

  /**
   * On a page of vertical writing figures and Latin words lie on their side within its lines; on
   * any other page what lies so is a text by itself, and stands as one reads it with the head
   * turned.
   */
  private List<Glyph> placed() {
    List<Glyph> upright = new ArrayList<>(glyphs);
    lying.keySet().stream().sorted(Comparator.reverseOrder()).forEach(i -> upright.remove((int) i));
    if (PageLayout.isVertical(upright)) {
      lying.forEach(glyphs::set);
    }
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
    if (position.getDir() == DOWNWARDS && position.getRotation() == 0) {
      double x = position.getX() - size * BELOW_BASELINE;
      lying.put(glyphs.size(), new Glyph(text, x, position.getY(), size, size, width));
    }
    glyphs.add(new Glyph(text, position.getXDirAdj(), position.getYDirAdj() - size, width, size));
  }

  /** What lies across the page that was collected last, as a watermark does. */
  String slanted() {
    return slanted.toString().strip();
  }

  /** Whether the page that was collected last is mostly a picture. */
  boolean isPicture() {
    return pictures.isMostOfThePage();
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
