package wenmai.indexer.extract;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The pages of a PDF one after the other (PDF 逐页). To ask for each by its number looks through
 * those before it every time, which in a yearbook takes longer than reading it.
 */
final class PdfPages {
  private PdfPages() {}

  /** Whoever goes through them sees each page, also one that does not say that it is one. */
  static Iterator<PDPage> of(PDDocument document) {
    nameLeaves(document.getPages().getCOSObject());
    return document.getPages().iterator();
  }

  /** A page that lacks its type is passed over by whoever goes through all of them. */
  private static void nameLeaves(COSDictionary root) {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSDictionary> left = new ArrayDeque<>();
    left.add(root);
    while (!left.isEmpty()) {
      COSDictionary node = left.removeLast();
      COSArray kids = node.getCOSArray(COSName.KIDS);
      if (!seen.add(node)) {
        continue;
      }
      if (kids == null) {
        if (node.getCOSName(COSName.TYPE) == null) {
          node.setItem(COSName.TYPE, COSName.PAGE);
        }
        continue;
      }
      for (int i = 0; i < kids.size(); i++) {
        if (kids.getObject(i) instanceof COSDictionary kid) {
          left.add(kid);
        }
      }
    }
  }
}
