package wenmai.corpus.matter;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Votes;
import wenmai.corpus.structure.Outline;

/**
 * A document as the tracing of matters needs it (事项用文件).
 *
 * @param resolutions what its citations mean, for one audience
 * @param text its repaired text; may be fetched when asked, and gives the same each time
 */
public record MatterPaper(
    DocumentId id,
    Facts facts,
    Outline outline,
    Optional<Votes> votes,
    List<Resolution> resolutions,
    Supplier<String> text) {
  public MatterPaper {
    resolutions = List.copyOf(resolutions);
  }

  public static MatterPaper of(OfficialDocument document, List<Resolution> resolutions) {
    return new MatterPaper(
        document.id(),
        document.facts(),
        document.content().outline(),
        document.content().votes(),
        resolutions,
        document.content()::text);
  }
}
