package wenmai.analyzers.factory;

import java.io.Reader;
import java.util.Map;
import org.apache.lucene.analysis.CharFilterFactory;
import wenmai.analyzers.fold.Folding;
import wenmai.analyzers.fold.FoldingCharFilter;

/**
 * Makes {@link FoldingCharFilter}s (折叠过滤器工厂).
 *
 * <p>Options: {@code config}, the folder that holds {@code lexicon}; {@code reach}, {@code exact}
 * for a field that answers to the letter or {@code wide}, the default, for one that ranks.
 */
public final class FoldingCharFilterFactory extends CharFilterFactory {
  public static final String NAME = "wenmaiFolding";

  /** How far folding goes. */
  public enum Reach {
    /** Width, case, script: one character to one. */
    EXACT,
    /** Compatibility forms as well: ㎡ is m2. */
    WIDE
  }

  private final Folding folding;

  public FoldingCharFilterFactory(Map<String, String> args) {
    super(args);
    Reach reach = Options.choice(args, "reach", Reach.WIDE);
    Folding exact = Options.lexicon(args).folding();
    folding = reach == Reach.EXACT ? exact : exact.wide();
    Options.refuseRest(args);
  }

  /** Demanded by Lucene's service loader, never called. */
  public FoldingCharFilterFactory() {
    throw defaultCtorException();
  }

  @Override
  public Reader create(Reader input) {
    return new FoldingCharFilter(folding, input);
  }

  @Override
  public Reader normalize(Reader input) {
    return create(input);
  }
}
