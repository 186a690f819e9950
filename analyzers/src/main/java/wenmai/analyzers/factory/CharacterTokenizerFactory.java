package wenmai.analyzers.factory;

import java.util.Map;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.util.AttributeFactory;
import wenmai.analyzers.CharacterTokenizer;

/** Makes {@link CharacterTokenizer}s (逐字切分器工厂). No options. */
public final class CharacterTokenizerFactory extends TokenizerFactory {
  public static final String NAME = "wenmaiCharacter";

  public CharacterTokenizerFactory(Map<String, String> args) {
    super(args);
    Options.refuseRest(args);
  }

  /** Demanded by Lucene's service loader, never called. */
  public CharacterTokenizerFactory() {
    throw defaultCtorException();
  }

  @Override
  public CharacterTokenizer create(AttributeFactory factory) {
    return new CharacterTokenizer(factory);
  }
}
