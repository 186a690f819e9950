package wenmai.corpus.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.structure.Outline;
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

  SideValues sideValues();

  /**
   * @param text the repaired text
   * @param pages of the original, where its format has any
   */
  record StoredText(String text, Outline outline, List<Page> pages) {
    public StoredText {
      pages = List.copyOf(pages);
    }

    /** Of a format without pages. */
    public StoredText(String text, Outline outline) {
      this(text, outline, List.of());
    }
  }
}
