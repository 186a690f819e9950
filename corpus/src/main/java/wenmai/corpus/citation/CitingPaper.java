package wenmai.corpus.citation;

import java.util.List;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;

/**
 * What resolving a document's citations needs of it (引用方), without its text, so that it can be kept
 * until all the documents are here that it may mean.
 *
 * @param citations in their order in the text
 */
public record CitingPaper(
    DocumentId id, Visibility visibility, Facts facts, List<Citation> citations) {
  public CitingPaper {
    citations = List.copyOf(citations);
  }

  public static CitingPaper of(OfficialDocument document) {
    return new CitingPaper(
        document.id(), document.visibility(), document.facts(), document.content().citations());
  }
}
