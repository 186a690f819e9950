package wenmai.corpus.reading;

import java.util.List;
import java.util.Map;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.text.Page;
import wenmai.corpus.text.RepairedText;

/**
 * What a reading starts from.
 *
 * @param pages in code points of the repaired text; empty where the format has none
 * @param properties of the file, by name ({@code dc:title}, {@code dcterms:created}, {@code
 *     html:title} …)
 * @param given facts given from outside; they win over what is read
 * @param visibility asked for; a secrecy mark or blocking personal data makes it internal
 * @param company the places that the papers beside it are of (同卷文件), at most one of each level;
 *     asked only where nothing of its own tells of what place it is
 */
public record ReadingInput(
    DocumentId id,
    Provenance provenance,
    RepairedText text,
    List<Page> pages,
    Map<String, String> properties,
    Facts given,
    Visibility visibility,
    List<Region> company) {
  public ReadingInput {
    pages = List.copyOf(pages);
    properties = Map.copyOf(properties);
    company = List.copyOf(company);
  }

  /** A paper by itself. */
  public ReadingInput(
      DocumentId id,
      Provenance provenance,
      RepairedText text,
      List<Page> pages,
      Map<String, String> properties,
      Facts given,
      Visibility visibility) {
    this(id, provenance, text, pages, properties, given, visibility, List.of());
  }

  /** The same paper beside papers of these places. */
  public ReadingInput withCompany(List<Region> places) {
    return new ReadingInput(id, provenance, text, pages, properties, given, visibility, places);
  }
}
