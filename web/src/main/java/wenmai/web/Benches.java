package wenmai.web;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.corpus.Archive;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.Reader;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.LuceneEngine;
import wenmai.corpus.engine.lucene.PlainLucene;
import wenmai.corpus.search.SearchDesk;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchSettings;
import wenmai.corpus.upkeep.IndexKeeper;
import wenmai.web.bench.AnalysisBench;
import wenmai.web.bench.Bench;
import wenmai.web.bench.ExactBench;
import wenmai.web.bench.ExtractBench;
import wenmai.web.bench.IngestBench;
import wenmai.web.bench.MattersBench;
import wenmai.web.bench.ReadingBench;
import wenmai.web.bench.RelevanceBench;
import wenmai.web.bench.SearchBench;
import wenmai.web.bench.TraceBench;
import wenmai.web.bench.TrialArchive;
import wenmai.web.site.Site;

/**
 * The benchmarks of {@code ./wenmai bench}, wired (性能与质量测量).
 *
 * @param maker makes archives to be thrown away
 * @param site opens a site over an archive on any free port
 */
record Benches(Path config, TrialArchive.Maker maker, Function<Archive, Site> site) {

  /** By name. */
  Map<String, Bench> all() {
    Lexicon lexicon = Lexicon.load(config);
    return Map.of(
        "ingest",
            new IngestBench(
                maker,
                folder ->
                    Main.engine(
                        folder, ArchiveSettings.Access.WRITE, lexicon, Weights.load(config))),
        "search", new SearchBench(maker, site, folder -> plainLucene(folder, lexicon)),
        "trace", new TraceBench(maker, site),
        "analysis", new AnalysisBench(maker, lexicon),
        "exact", new ExactBench(maker, text -> lexicon.folding().fold(text).text()),
        "relevance", new RelevanceBench(maker),
        "reading", new ReadingBench(maker),
        "extract", new ExtractBench(maker),
        "matters", new MattersBench(maker));
  }

  private SearchBench.Peer plainLucene(Path folder, Lexicon lexicon) {
    LuceneEngine engine =
        LuceneEngine.forReading(IndexKeeper.inUse(folder), lexicon, Weights.load(config));
    EngineView view = engine.view(Reader.Audience.PUBLIC);
    PlainLucene lucene = engine.plain(Reader.Audience.PUBLIC);
    SearchDesk desk = new SearchDesk(SearchSettings.load(config, lexicon));
    return new SearchBench.Peer() {
      @Override
      public long ask(String query) {
        return lucene.ask(desk.understand(query, view), SearchRequest.DEFAULT_SIZE);
      }

      @Override
      public void close() {
        lucene.close();
        view.close();
        engine.close();
      }
    };
  }
}
