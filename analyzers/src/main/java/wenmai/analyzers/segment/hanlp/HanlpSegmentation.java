package wenmai.analyzers.segment.hanlp;

import java.util.List;
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
    this.sources =
        new WordSources(
            CoreWords.instance(),
            Trie.of(lexicon.words().keySet()),
            Trie.of(List.copyOf(lexicon.measures())),
            Trie.of(List.copyOf(lexicon.ordinals())));
    this.detail = detail;
  }

  @Override
  public Segmenter newSegmenter() {
    return new LatticeSegmenter(sources, detail);
  }

  /** Where the words of a lattice come from. */
  record WordSources(CoreWords core, Trie field, Trie measures, Trie ordinals) {}
}
