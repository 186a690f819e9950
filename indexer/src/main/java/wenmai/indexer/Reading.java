package wenmai.indexer;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import wenmai.corpus.Accessions.OriginalBytes;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.extract.Extraction;

/** What came of reading one file or line (读取结果). */
sealed interface Reading {

  /**
   * What was read.
   *
   * @param papers one, or several where the file holds a whole issue; none where only attachments
   *     came
   * @param attachments files that came with it
   * @param notices what could not be read of it
   */
  record Papers(
      List<Paper> papers,
      Map<String, OriginalBytes> originals,
      List<Extraction.Part> attachments,
      List<Extraction.Rejected> notices)
      implements Reading {
    public Papers {
      papers = List.copyOf(papers);
      originals = Map.copyOf(originals);
      attachments = List.copyOf(attachments);
      notices = List.copyOf(notices);
    }

    public Papers(List<Paper> papers, Map<String, OriginalBytes> originals) {
      this(papers, originals, List.of(), List.of());
    }

    /** The same, some of them not for the public. */
    Papers internal(Predicate<OfficialDocument> some) {
      return new Papers(
          papers.stream()
              .map(paper -> some.test(paper.document()) ? internal(paper) : paper)
              .toList(),
          originals,
          attachments,
          notices);
    }

    private static Paper internal(Paper paper) {
      return new Paper(
          paper.document().withVisibility(Visibility.INTERNAL), paper.rawText(), paper.extractor());
    }
  }

  record Refused(Extraction.Rejected rejected) implements Reading {}

  /** Well-formed, but no paper: a matter of an export, which follows from the documents. */
  record NoPaper() implements Reading {}
}
