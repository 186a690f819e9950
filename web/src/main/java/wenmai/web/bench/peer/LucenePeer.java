package wenmai.web.bench.peer;

import java.nio.file.Path;
import java.util.Optional;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.IndexableDocument;
import wenmai.corpus.engine.lucene.LuceneEngine;
import wenmai.corpus.engine.lucene.PlainIndex;
import wenmai.corpus.search.SearchDesk;
import wenmai.corpus.search.SearchRequest;
import wenmai.web.bench.SearchBench;

/**
 * {@link MarkingLucene} over the documents of an archive, asked what the archive's own desk would
 * ask. Who reads the query needs the archive's index, which is open for reading beside it.
 */
public final class LucenePeer implements SearchBench.Peer {
  private final LuceneEngine engine;
  private final EngineView view;
  private final SearchDesk desk;
  private final PlainIndex index;
  private Optional<MarkingLucene> lucene = Optional.empty();

  /**
   * @param engine over the archive's index; closed with this
   * @param folder where the index of Lucene alone is made
   */
  public LucenePeer(LuceneEngine engine, Path folder, SearchDesk desk) {
    this.engine = engine;
    this.view = engine.view(Audience.PUBLIC);
    this.desk = desk;
    this.index = engine.plain(folder);
  }

  @Override
  public void put(OfficialDocument document) {
    index.put(IndexableDocument.of(document));
  }

  @Override
  public void ready() {
    lucene = Optional.of(new MarkingLucene(index));
  }

  @Override
  public long ask(String query) {
    return lucene.orElseThrow().ask(understood(query), SearchRequest.DEFAULT_SIZE);
  }

  @Override
  public long askAsItComes(String query) {
    return lucene.orElseThrow().askAsItComes(understood(query), SearchRequest.DEFAULT_SIZE);
  }

  @Override
  public long askPlainly(String query) {
    return lucene.orElseThrow().askPlainly(understood(query), SearchRequest.DEFAULT_SIZE);
  }

  private EngineQuery understood(String query) {
    return desk.understand(query, view);
  }

  @Override
  public void close() {
    lucene.ifPresent(MarkingLucene::close);
    index.close();
    view.close();
    engine.close();
  }
}
