package wenmai.analyzers.factory;

import java.util.Map;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.util.AttributeFactory;
import wenmai.analyzers.segment.Detail;
import wenmai.analyzers.segment.HanlpTokenizer;
import wenmai.analyzers.segment.HanlpTokenizer.Positions;
import wenmai.analyzers.segment.Segmentation;
import wenmai.analyzers.segment.hanlp.HanlpSegmentation;

/**
 * Makes {@link HanlpTokenizer}s (分词器工厂).
 *
 * <p>Options: {@code config}, the folder that holds {@code lexicon}; {@code detail}, {@code words}
 * (for queries), {@code words_within} or {@code all_words} (the default, for an index); {@code
 * positions}, {@code flat} for queries or {@code graph}, the default. The text is to be folded
 * before.
 */
public final class HanlpTokenizerFactory extends TokenizerFactory {
  public static final String NAME = "wenmaiHanlp";

  private final Segmentation segmentation;
  private final Positions positions;

  public HanlpTokenizerFactory(Map<String, String> args) {
    super(args);
    Detail detail = Options.choice(args, "detail", Detail.ALL_WORDS);
    positions = Options.choice(args, "positions", Positions.GRAPH);
    segmentation = new HanlpSegmentation(Options.lexicon(args), detail);
    Options.refuseRest(args);
  }

  /** Demanded by Lucene's service loader, never called. */
  public HanlpTokenizerFactory() {
    throw defaultCtorException();
  }

  @Override
  public HanlpTokenizer create(AttributeFactory factory) {
    return new HanlpTokenizer(factory, segmentation, positions);
  }
}
