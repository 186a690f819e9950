package wenmai.indexer.extract;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Pages without their text layer (去掉文字层的页面): a stamp or watermark that was laid over a scan would
 * be read into its lines.
 */
final class BarePages extends PDFRenderer {
  BarePages(PDDocument document) {
    super(document);
    setSubsamplingAllowed(true);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    PageDrawer drawer = new Drawer(parameters);
    drawer.setAnnotationFilter(getAnnotationsFilter());
    return drawer;
  }

  private static final class Drawer extends PageDrawer {
    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void showText(byte[] string) {}
  }
}
