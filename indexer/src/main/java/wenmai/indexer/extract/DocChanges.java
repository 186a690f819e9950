package wenmai.indexer.extract;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The changes of a Word file of the binary format that nobody has accepted (DOC、WPS 修订痕迹), in its
 * text, notes and running heads.
 *
 * @param any whether there are some
 * @param struck what they strike out, one stretch a line
 */
record DocChanges(boolean any, String struck) {
  private static final DocChanges NONE = new DocChanges(false, "");
  private static final int MOST = 20_000;

  static DocChanges of(Path file) {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      if (!container.getRoot().hasEntryCaseInsensitive("WordDocument")) {
        return NONE;
      }
      try (HWPFDocument document = new HWPFDocument(container)) {
        return of(document.getOverallRange());
      }
    } catch (IOException | RuntimeException e) {
      return NONE; // Tika will say what is wrong with it, if anything is
    }
  }

  private static DocChanges of(Range text) {
    boolean any = false;
    StringBuilder struck = new StringBuilder();
    for (int i = 0; i < text.numCharacterRuns(); i++) {
      CharacterRun run = text.getCharacterRun(i);
      any |= run.isMarkedInserted() || run.isMarkedDeleted();
      if (run.isMarkedDeleted() && struck.length() < MOST) {
        struck.append(run.text().replace('\r', '\n'));
      } else if (!struck.isEmpty() && struck.charAt(struck.length() - 1) != '\n') {
        struck.append('\n');
      }
    }
    return new DocChanges(any, struck.toString());
  }
}
