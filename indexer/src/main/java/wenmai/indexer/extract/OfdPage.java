package wenmai.indexer.extract;

import java.util.List;
import wenmai.indexer.layout.Glyph;

/**
 * What stands on a page of an OFD (OFD 页), its template's content included.
 *
 * @param height in millimetres
 * @param glyphs in millimetres
 * @param pictures resource ids, the largest first
 * @param covered how much of the page lies under the largest of them, as a part of it
 */
record OfdPage(double height, List<Glyph> glyphs, List<String> pictures, double covered) {
  /** A page pasted into a document with the usual margins covers so much of it. */
  private static final double MOST = 0.55;

  OfdPage {
    glyphs = List.copyOf(glyphs);
    pictures = List.copyOf(pictures);
  }

  boolean isPicture() {
    return !pictures.isEmpty();
  }

  boolean isMostlyPicture() {
    return covered >= MOST;
  }
}
