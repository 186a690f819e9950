package wenmai.corpus.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.Page;

/**
 * What searching asks of the records (案卷): opened for one audience and one day. What that audience
 * may not see is missing from every answer. Safe for many threads.
 */
public interface DocumentLookup {

  Audience audience();

  /** Summaries of those that are there; asked for one page of hits at a time. */
  Map<DocumentId, DocumentSummary> summaries(Collection<DocumentId> ids);

  /** Texts of those that are there; asked for one page of hits at a time. */
  Map<DocumentId, StoredText> texts(Collection<DocumentId> ids);

  /** Summaries and texts of those that are there; asked for one page of hits at a time. */
  default Map<DocumentId, Shown> shown(Collection<DocumentId> ids) {
    Map<DocumentId, DocumentSummary> summaries = summaries(ids);
    Map<DocumentId, Shown> shown = HashMap.newHashMap(ids.size());
    texts(summaries.keySet())
        .forEach((id, text) ->
            Optional.ofNullable(summaries.get(id))
                .ifPresent(summary -> shown.put(id, new Shown(summary, text))));
    return shown;
  }

  SideValues sideValues();

  /** What a hit is shown from. */
  record Shown(DocumentSummary summary, StoredText text) {}

  /**
   * A text at hand; its outline is fetched when somebody asks for it, for hardly a hit needs it.
   *
   * @param text the repaired text
   * @param places counts its code points
   * @param pages of the original, where its format has any
   */
  record StoredText(
      String text, CodePointIndex places, List<Page> pages, Supplier<Outline> outlines) {
    public StoredText {
      pages = List.copyOf(pages);
    }

    public static StoredText of(String text, List<Page> pages, Supplier<Outline> outlines) {
      return new StoredText(text, CodePointIndex.of(text), pages, outlines);
    }

    public Outline outline() {
      return outlines.get();
    }
  }
}
