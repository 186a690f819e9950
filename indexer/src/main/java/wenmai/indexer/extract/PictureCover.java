package wenmai.indexer.extract;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * How much of a PDF page lies under pictures (图像覆盖). Scans come as one picture, in strips or in
 * layers, so what is counted is the ground that they cover together.
 */
final class PictureCover extends DrawObject {
  /** The page is looked at in so many fields each way. */
  private static final int FIELDS = 40;

  /** A page pasted into a document with the usual margins covers so much of it. */
  private static final double MOST = 0.55;

  /** Coarser pictures show no letters: a page of A4 at 60 dots an inch. */
  private static final long PIXELS_TO_READ = 350_000;

  private final BitSet covered = new BitSet(FIELDS * FIELDS);
  private PDRectangle page = new PDRectangle();
  private long pixels;

  PictureCover(PDFStreamEngine engine) {
    super(engine);
  }

  void begin(PDRectangle page) {
    this.page = page;
    covered.clear();
    pixels = 0;
  }

  /** Whether most of the page is a picture in which letters could be read. */
  boolean isMostOfThePage() {
    return pixels >= PIXELS_TO_READ && covered.cardinality() >= FIELDS * FIELDS * MOST;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    if (!operands.isEmpty() && operands.getFirst() instanceof COSName name && isPicture(name)) {
      if (getContext().getResources().getXObject(name) instanceof PDImageXObject image) {
        pixels += (long) image.getWidth() * image.getHeight();
        cover(getContext().getGraphicsState().getCurrentTransformationMatrix());
      }
    } else {
      super.process(operator, operands);
    }
  }

  private boolean isPicture(COSName name) {
    return getContext().getResources() != null && getContext().getResources().isImageXObject(name);
  }

  /** A picture is a square of one by one that the matrix sets on the page. */
  private void cover(Matrix matrix) {
    float[] x = new float[4];
    float[] y = new float[4];
    for (int i = 0; i < x.length; i++) {
      var corner = matrix.transformPoint(i & 1, i >> 1);
      x[i] = (corner.x - page.getLowerLeftX()) / page.getWidth() * FIELDS;
      y[i] = (corner.y - page.getLowerLeftY()) / page.getHeight() * FIELDS;
    }
    int from = field(least(x));
    int to = field(most(x));
    for (int row = field(least(y)); row < field(most(y)); row++) {
      covered.set(row * FIELDS + from, row * FIELDS + to);
    }
  }

  private static float least(float[] four) {
    return Math.min(Math.min(four[0], four[1]), Math.min(four[2], four[3]));
  }

  private static float most(float[] four) {
    return Math.max(Math.max(four[0], four[1]), Math.max(four[2], four[3]));
  }

  private static int field(float at) {
    return Math.clamp(Math.round(at), 0, FIELDS);
  }
}
