package wenmai.corpus.engine.lucene;

import wenmai.corpus.search.FacetName;

/** One bit a facet, for sets of them that cost nothing (分面位). Not stored anywhere. */
final class FacetBits {
  private FacetBits() {}

  @SuppressWarnings("EnumOrdinal") // lives in memory for one search
  static int of(FacetName facet) {
    return 1 << facet.ordinal();
  }
}
