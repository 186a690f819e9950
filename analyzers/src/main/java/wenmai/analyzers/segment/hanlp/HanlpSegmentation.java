package wenmai.analyzers.segment.hanlp;

import wenmai.analyzers.lexicon.Lexicon;
import wenmai.analyzers.segment.Detail;
import wenmai.analyzers.segment.Segmentation;
import wenmai.analyzers.segment.Segmenter;

/**
 * Segmentation with HanLP's dictionary and language model and the words of the field in one lattice
 * (分词方案). Immutable, shared by threads.
 */
public final class HanlpSegmentation implements Segmentation {
  private final WordSources sources;
  private final Detail detail;

  public HanlpSegmentation(Lexicon lexicon, Detail detail) {
    this.sources = WordSources.of(lexicon);
    this.detail = detail;
  }

  @Override
  public Segmenter newSegmenter() {
    return new LatticeSegmenter(sources, detail);
  }
}
