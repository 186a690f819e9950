package wenmai.corpus.search;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.citation.TitleKey;

/**
 * National laws under what they are commonly called (法律简称), in queries as in texts: 监督法 is 《中华人民共和国
 * 各级人民代表大会常务委员会监督法》. Immutable.
 */
final class LawNames {
  private final Map<String, String> byCommonName;

  private LawNames(Map<String, String> byCommonName) {
    this.byCommonName = byCommonName;
  }

  /**
   * @param folder the folder {@code config/citation}
   */
  static LawNames load(Path folder) {
    return new LawNames(CitationWords.read(folder).laws());
  }

  /**
   * The full official title, where this is a name that differs from it in more than the state's.
   */
  Optional<String> full(String name) {
    return Optional.ofNullable(byCommonName.get(name.strip()))
        .filter(full -> !TitleKey.of(full).equals(TitleKey.of(name)));
  }
}
