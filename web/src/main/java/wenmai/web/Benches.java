package wenmai.web;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.corpus.Archive;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.Intake;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.LuceneEngine;
import wenmai.corpus.engine.lucene.LuceneEngines;
import wenmai.corpus.search.SearchDesk;
import wenmai.corpus.search.SearchSettings;
import wenmai.corpus.upkeep.IndexKeeper;
import wenmai.web.bench.AnalysisBench;
import wenmai.web.bench.ArrivalBench;
import wenmai.web.bench.Bench;
import wenmai.web.bench.ExactBench;
import wenmai.web.bench.ExtractBench;
import wenmai.web.bench.GrowthBench;
import wenmai.web.bench.IngestBench;
import wenmai.web.bench.LoadBench;
import wenmai.web.bench.MattersBench;
import wenmai.web.bench.PagesBench;
import wenmai.web.bench.ReadingBench;
import wenmai.web.bench.RelevanceBench;
import wenmai.web.bench.SearchBench;
import wenmai.web.bench.TraceBench;
import wenmai.web.bench.TrialArchive;
import wenmai.web.bench.peer.LucenePeer;
import wenmai.web.site.Site;

/**
 * The benchmarks of {@code ./wenmai bench}, wired (性能与质量测量).
 *
 * @param launcher what starts the product
 * @param maker makes archives to be thrown away
 * @param examiners what reads files without taking them in
 * @param site opens a site over an archive on any free port
 * @param index hands the papers of the second folder to whoever serves the archive in the first
 */
record Benches(
    Path config,
    Path launcher,
    TrialArchive.Maker maker,
    Supplier<Intake> examiners,
    Function<Archive, Site> site,
    BiConsumer<Path, Path> index) {

  /** By name. */
  Map<String, Bench> all() {
    Lexicon lexicon = Lexicon.load(config);
    LuceneEngines engines = new LuceneEngines(lexicon, Weights.load(config));
    return Map.ofEntries(
        Map.entry(
            "ingest",
            new IngestBench(
                maker, folder -> Main.engine(folder, ArchiveSettings.Access.WRITE, engines))),
        Map.entry(
            "search",
            new SearchBench(
                maker, site, (archive, folder) -> lucene(archive, folder, lexicon, engines))),
        Map.entry("growth", new GrowthBench(maker)),
        Map.entry("arrival", new ArrivalBench(maker)),
        Map.entry("trace", new TraceBench(maker, site)),
        Map.entry("load", new LoadBench(maker, launcher, index)),
        Map.entry("analysis", new AnalysisBench(maker, lexicon)),
        Map.entry("exact", new ExactBench(maker, text -> lexicon.folding().fold(text).text())),
        Map.entry("relevance", new RelevanceBench(maker)),
        Map.entry("reading", new ReadingBench(maker)),
        Map.entry("extract", new ExtractBench(maker)),
        Map.entry("pages", new PagesBench(examiners)),
        Map.entry("matters", new MattersBench(maker)));
  }

  private SearchBench.Peer lucene(
      Path archive, Path folder, Lexicon lexicon, LuceneEngines engines) {
    LuceneEngine engine = engines.forReading(IndexKeeper.inUse(archive));
    return new LucenePeer(engine, folder, new SearchDesk(SearchSettings.load(config, lexicon)));
  }
}
