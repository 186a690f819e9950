package wenmai.indexer.extract;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.indexer.layout.Glyph;
import wenmai.indexer.layout.PageLayout;

/**
 * Collects the signs of a PDF page with their places (PDF 字符); reading order is not its business.
 */
final class GlyphCollector extends PDFTextStripper {
  private static final Logger LOG = LoggerFactory.getLogger(GlyphCollector.class);

  private final Signs signs;
  private List<Glyph> glyphs = new ArrayList<>();

  /** The signs that lie on their side, by where they are in the list, as they stand on the page. */
  private final Map<Integer, Glyph> lying = new LinkedHashMap<>();

  private final StringBuilder slanted = new StringBuilder();
  private final StringBuilder remarks = new StringBuilder();
  private String shown = "";

  /** What stands in boxes over the page: no part of the lines below them. */
  private final List<List<Glyph>> boxes = new ArrayList<>();

  /** Degrees off the edges of the page; scans are straightened better than that. */
  private static final double SLANT = 8;

  private static final int LONGEST_STAMP = 200;

  /** Degrees of a text that is read from the top down. */
  private static final float DOWNWARDS = 270;

  /** How far a type reaches below its baseline, in sizes: on its side, to the left of it. */
  private static final double BELOW_BASELINE = 0.2;

  /** A page with more is an attack or a map. */
  private static final int MOST_GLYPHS = 400_000;

  /** Text boxes and rubber stamps (文本框批注、图章). */
  private static final Set<String> WRITTEN = Set.of("FreeText", "Stamp");

  /** Notes that open beside the page (附注、标注), and do not print with it. */
  private static final Set<String> REMARKS =
      Set.of(
          "Text",
          "Highlight",
          "Underline",
          "Squiggly",
          "StrikeOut",
          "Caret",
          "Ink",
          "Line",
          "Square",
          "Circle",
          "Polygon",
          "PolyLine",
          "Redact");

  private static final int LONGEST_REMARKS = 100_000;

  private static final double NOTE_SIZE = 12;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

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
    remarks.setLength(0);
    shown = "";
    boxes.clear();
    pictures.begin(of.getCropBox());
    page = of;
    writeText(document, Writer.nullWriter());
    return lying.isEmpty() ? glyphs : placed();
  }

  /** This page alone; what is inherited looks for it among all of them. */
  @Override
  protected void processPages(PDPageTree all) throws IOException {
    if (page.hasContents() || page.getCOSObject().containsKey(COSName.ANNOTS)) {
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

  /** What stands in each box over the page that was collected last. */
  List<List<Glyph>> boxes() {
    return List.copyOf(boxes);
  }

  /** What somebody remarks on the page that was collected last, each on lines of its own. */
  String remarks() {
    return remarks.toString();
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

  /** With what is written over the page, which prints with it. */
  @Override
  public void processPage(PDPage page) throws IOException {
    super.processPage(page);
    if (!page.getCOSObject().containsKey(COSName.ANNOTS)) {
      return;
    }
    for (PDAnnotation annotation : page.getAnnotations()) {
      read(page, annotation);
    }
  }

  /** What is drawn over a page, in whatever shape, loses nobody the page. */
  private void read(PDPage page, PDAnnotation annotation) {
    String kind = annotation.getSubtype() == null ? "" : annotation.getSubtype();
    boolean field = FormFields.isOfWords(annotation);
    boolean shown = !annotation.isHidden() && !annotation.isNoView();
    try {
      if ((field || WRITTEN.contains(kind)) && shown) {
        write(page, annotation, field);
      } else if (REMARKS.contains(kind)) {
        remark(annotation.getContents());
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("an annotation of a page could not be read", e);
    }
  }

  private void write(PDPage page, PDAnnotation annotation, boolean field) throws IOException {
    int before = glyphs.size();
    int slantedBefore = slanted.length();
    showAnnotation(annotation);
    boolean isShown = glyphs.size() > before || slanted.length() > slantedBefore;
    String contents = field ? FormFields.words(annotation) : annotation.getContents();
    if (!isShown && contents != null && annotation.getRectangle() != null) {
      place(contents.strip(), annotation.getRectangle(), page.getCropBox());
    }
    if (!field && glyphs.size() > before) {
      List<Glyph> box = glyphs.subList(before, glyphs.size());
      boxes.add(List.copyOf(box));
      box.clear();
      lying.keySet().removeIf(at -> at >= before);
    }
  }

  /** Some programs copy into a remark what it is about. */
  private void remark(@Nullable String words) {
    if (words == null || words.isBlank() || remarks.length() > LONGEST_REMARKS) {
      return;
    }
    if (!shown().contains(BLANKS.matcher(words).replaceAll(""))) {
      remarks.append(words.strip()).append('\n');
    }
  }

  /** The words of the page as far as they are collected, without blanks. */
  private String shown() {
    if (shown.isEmpty()) {
      StringBuilder words = new StringBuilder(glyphs.size());
      glyphs.stream()
          .filter(glyph -> !glyph.text().isBlank())
          .forEach(glyph -> words.append(glyph.text()));
      shown = words.toString();
    }
    return shown;
  }

  /** Where the file does not say how it looks, its reader draws it from the edge of its frame. */
  private void place(String contents, PDRectangle frame, PDRectangle page) {
    double top = page.getUpperRightY() - frame.getUpperRightY();
    double left = frame.getLowerLeftX() - page.getLowerLeftX();
    int line = 0;
    for (String words : contents.split("\\R")) {
      double x = left;
      for (int sign : words.codePoints().limit(LONGEST_STAMP).toArray()) {
        String text = signs.common(Character.toString(sign));
        if (glyphs.size() < MOST_GLYPHS && !text.isBlank()) {
          glyphs.add(new Glyph(text, x, top + line * NOTE_SIZE * 1.2, NOTE_SIZE, NOTE_SIZE));
        }
        x += NOTE_SIZE;
      }
      line++;
    }
  }

  @Override
  protected void writePage() {}
}
