package wenmai.indexer.extract;

import java.util.List;
import wenmai.indexer.layout.Glyph;

/**
 * What stands on a page of an OFD (OFD 页), its template's content included.
 *
 * @param height in millimetres
 * @param glyphs in millimetres
 * @param pictures resource ids, the largest first
 */
record OfdPage(double height, List<Glyph> glyphs, List<String> pictures) {
  OfdPage {
    glyphs = List.copyOf(glyphs);
    pictures = List.copyOf(pictures);
  }

  boolean isPicture() {
    return !pictures.isEmpty();
  }
}
