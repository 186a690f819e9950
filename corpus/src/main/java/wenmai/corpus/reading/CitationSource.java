package wenmai.corpus.reading;

import java.util.List;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.document.Facts;
import wenmai.corpus.structure.Outline;

/** Finds the citations (引用) of a text whose structure and facts are known. */
@FunctionalInterface
public interface CitationSource {

  /**
   * @param text repaired
   * @return in order of the text
   */
  List<Citation> find(String text, Outline outline, Facts facts);
}
