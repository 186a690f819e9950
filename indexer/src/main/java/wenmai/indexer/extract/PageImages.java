package wenmai.indexer.extract;

import java.io.IOException;
import java.util.Iterator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Whether a PDF page has pictures that may show text (页面图像). */
final class PageImages {
  /** A logo or a stamp is smaller. */
  private static final int PIXELS_OF_A_SCAN = 200 * 200;

  /** A frame or a rule takes less. */
  private static final int BYTES_OF_OUTLINES = 4_000;

  private static final int FORMS_IN_FORMS = 4;

  private PageImages() {}

  static boolean cover(PDPage page) {
    PDResources resources = page.getResources();
    return resources != null && has(resources, FORMS_IN_FORMS);
  }

  /** Whether so much is drawn that it may be letters as outlines. */
  static boolean isDrawn(PDPage page) {
    long bytes = 0;
    for (Iterator<PDStream> i = page.getContentStreams(); i.hasNext(); ) {
      bytes += i.next().getLength();
    }
    return bytes >= BYTES_OF_OUTLINES;
  }

  private static boolean has(PDResources resources, int depth) {
    for (COSName name : resources.getXObjectNames()) {
      try {
        PDXObject object = resources.getXObject(name);
        if (object instanceof PDImageXObject image
            && (long) image.getWidth() * image.getHeight() >= PIXELS_OF_A_SCAN) {
          return true;
        }
        if (depth > 0
            && object instanceof PDFormXObject form
            && form.getResources() != null
            && has(form.getResources(), depth - 1)) {
          return true;
        }
      } catch (IOException e) {
        // A broken picture shows nothing.
      }
    }
    return false;
  }
}
