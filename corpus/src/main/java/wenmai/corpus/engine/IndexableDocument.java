package wenmai.corpus.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.search.FacetName;

/**
 * What the engine needs of a document (入索引的形式): only what stands in the document itself, nothing
 * that other documents or the day decide. Made by {@link #of}.
 *
 * @param genre the finer 文种, in Chinese
 * @param facets values by facet, without {@link FacetName#STATUS}; a region is printed with those
 *     above it (槐南省/棠州市)
 * @param date the day one cites it by
 * @param passages the stretches that can be found by themselves, in order, not overlapping
 * @param cites what it cites, as written
 * @param raw the untouched extraction, where a repair made the text differ from it
 */
public record IndexableDocument(
    DocumentId id,
    Visibility visibility,
    Optional<String> title,
    Optional<DocumentNumber> number,
    Optional<String> genre,
    Map<FacetName, List<String>> facets,
    Optional<LocalDate> date,
    String text,
    List<Passage> passages,
    List<CitedPlace> cites,
    Optional<String> raw) {
  public IndexableDocument {
    facets = Map.copyOf(facets);
    passages = List.copyOf(passages);
    cites = List.copyOf(cites);
  }

  public static IndexableDocument of(OfficialDocument document) {
    return DocumentMapper.map(document);
  }
}
