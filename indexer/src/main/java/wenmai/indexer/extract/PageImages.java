package wenmai.indexer.extract;

import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Whether a PDF page has pictures that may show text (页面图像). */
final class PageImages {
  /** A logo or a stamp is smaller. */
  private static final int PIXELS_OF_A_SCAN = 200 * 200;

  private static final int FORMS_IN_FORMS = 4;

  private PageImages() {}

  static boolean cover(PDPage page) {
    PDResources resources = page.getResources();
    return resources != null && has(resources, FORMS_IN_FORMS);
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
