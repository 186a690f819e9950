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
    this(WordSources.of(lexicon), detail);
  }

  private HanlpSegmentation(WordSources sources, Detail detail) {
    this.sources = sources;
    this.detail = detail;
  }

  /** The same words in another detail; they are held once. */
  public HanlpSegmentation in(Detail other) {
    return new HanlpSegmentation(sources, other);
  }

  /**
   * Reads HanLP's dictionaries, which all segmentations share, unless they have been read; half a
   * second to two that a program may spend beside something else.
   */
  public static void readDictionaries() {
    WordSources.readDictionaries();
  }

  @Override
  public Segmenter newSegmenter() {
    return new LatticeSegmenter(sources, detail);
  }
}
