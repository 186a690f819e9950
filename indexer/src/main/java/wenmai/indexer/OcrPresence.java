package wenmai.indexer;

import wenmai.indexer.extract.Extractor;

/**
 * Whether the pictures of pages can be read on this machine (文字识别是否可用). Looked up once a run, and
 * only where a file waits for it. For one thread.
 */
final class OcrPresence {
  private enum Known {
    NOT_YET,
    HERE,
    ABSENT
  }

  private final String tesseract;
  private Known known = Known.NOT_YET;

  /**
   * @param tesseract name or path of the program
   */
  OcrPresence(String tesseract) {
    this.tesseract = tesseract;
  }

  boolean isHere() {
    if (known == Known.NOT_YET) {
      known = Extractor.canRecognise(tesseract) ? Known.HERE : Known.ABSENT;
    }
    return known == Known.HERE;
  }
}
