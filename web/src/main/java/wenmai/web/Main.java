package wenmai.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;
import wenmai.analyzers.AnalysisSettings;
import wenmai.analyzers.AnalyzedTerm;
import wenmai.analyzers.ExactAnalyzer;
import wenmai.analyzers.HanlpAnalyzer;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.analyzers.segment.hanlp.HanlpSegmentation;
import wenmai.corpus.Accessions;
import wenmai.corpus.Archive;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.Intake;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.account.OutsideBook;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.citation.CitationResolver;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.engine.Engine;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.LuceneEngines;
import wenmai.corpus.engine.lucene.LuceneVectors;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterTemplates;
import wenmai.corpus.reading.DocumentReader;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.reading.ReadingRules;
import wenmai.corpus.search.SearchDesk;
import wenmai.corpus.search.SearchSettings;
import wenmai.corpus.semantic.BgeEmbedder;
import wenmai.corpus.semantic.Meanings;
import wenmai.corpus.store.Premises;
import wenmai.indexer.FileIntake;
import wenmai.indexer.IndexerSettings;
import wenmai.indexer.watch.FolderWatch;
import wenmai.indexer.worker.JavaRuntime;
import wenmai.web.bench.Bench;
import wenmai.web.bench.TrialArchive;
import wenmai.web.command.ArchiveOptions;
import wenmai.web.command.Console;
import wenmai.web.command.Wiring;
import wenmai.web.identity.LdapDirectory;
import wenmai.web.identity.OpenIdProvider;
import wenmai.web.render.Messages;
import wenmai.web.site.Site;
import wenmai.web.site.SiteSettings;

/**
 * The one class that wires everything, and the only one that knows the indexer. It reads
 * environment and system properties; nothing below it does.
 */
@Command(name = "wenmai", mixinStandardHelpOptions = true, description = "文脉：人大文献全文检索与溯源")
public final class Main implements Wiring {
  /** Memory for what the index has not yet written: of all memory a thirty-second, up to 96 MB. */
  private static final int INDEX_BUFFER_MEGABYTES =
      (int) Math.clamp(Runtime.getRuntime().maxMemory() >> 25, 16, 96);

  private final Path home;
  private final Messages messages;

  /** On its way since the archive began to be opened. */
  private Optional<Loading<DocumentReader>> readers = Optional.empty();

  private Main(Path home, Messages messages) {
    this.home = home;
    this.messages = messages;
  }

  /** Runs one verb; the exit status is the contract's. */
  public static void main(String[] arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(run(arguments, Console.ofProcess()));
  }

  /** Runs one verb within this process. */
  public static int run(String[] arguments, Console console) {
    Main main =
        new Main(
            Path.of(System.getProperty("wenmai.home", ".")).toAbsolutePath().normalize(),
            Messages.load());
    CommandLine line =
        new Verbs(main, main::benches, console, main.messages)
            .line(main, "wenmai " + main.version(), arguments);
    int status = line.execute(arguments);
    console.flush();
    return status;
  }

  private Map<String, Bench> benches() {
    TrialArchive.Maker maker =
        new TrialArchive.Maker() {
          @Override
          public Archive open(Path folder, UnaryOperator<Weights> tuned) {
            Weights weights = tuned.apply(Weights.load(config()));
            return Archive.open(archiveSettings(folder, weights), "bench");
          }

          @Override
          public Intake into(Archive archive, Path folder) {
            return intake(archive, folder);
          }
        };
    return new Benches(
            config(), launcher(), maker, this::examiner, this::quietSite, Main::indexQuietly)
        .all();
  }

  private Path launcher() {
    return home.resolve(windows() ? "wenmai.cmd" : "wenmai");
  }

  private static void indexQuietly(Path data, Path papers) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        run(
            new String[] {"index", papers.toString(), "--data", data.toString()},
            new Console(said, said));
    if (status != 0) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
    }
  }

  /** A site over an archive on any free port of this machine. */
  private Site quietSite(Archive archive) {
    Application application =
        new Application(
            archive::openFor,
            archive::isSample,
            Clock.system(ArchiveSettings.ZONE),
            Optional.empty(),
            messages,
            version());
    return application.open(SiteSettings.at("127.0.0.1", 0), application.routes());
  }

  private Intake intake(Archive archive, Path folder) {
    DocumentReader reader = readers.map(Loading::value).orElseGet(this::reader);
    return archive.noting(
        FileIntake.create(
            indexerSettings(folder.resolve("scratch")), reader::read, archive::accessions));
  }

  private Path config() {
    return home.resolve("config");
  }

  @Override
  public Path data(ArchiveOptions options) {
    return options
        .data()
        .or(() ->
            Optional.ofNullable(System.getenv("WENMAI_DATA"))
                .filter(name -> !name.isBlank())
                .map(Path::of))
        .orElse(home.resolve("data"))
        .toAbsolutePath()
        .normalize();
  }

  @Override
  public ArchiveSettings archive(ArchiveOptions options) {
    return archiveSettings(data(options)).at(premises(options));
  }

  @Override
  public Premises premises(ArchiveOptions options) {
    return new Premises(data(options), settings(options).database());
  }

  private ArchiveSettings archiveSettings(Path folder) {
    return archiveSettings(folder, Weights.load(config()));
  }

  private ArchiveSettings archiveSettings(Path folder, Weights weights) {
    Loading.begin(HanlpSegmentation::readDictionaries);
    Loading<MatterTemplates> templates = Loading.begin(() -> MatterTemplates.load(config()));
    Lexicon lexicon = Lexicon.load(config());
    Meanings meanings =
        new Meanings(
            BgeEmbedder::load, LuceneVectors.open(folder.resolve("vectors"), BgeEmbedder.NAME));
    SearchDesk desk = new SearchDesk(SearchSettings.load(config(), lexicon, weights), meanings);
    LuceneEngines engines = new LuceneEngines(lexicon, weights);
    return ArchiveSettings.of(
            folder,
            (index, access) -> engine(index, access, engines),
            desk,
            new CitationResolver(citationWords()),
            new MatterBuilder(templates.value()))
        .withReader(this::reread);
  }

  private OfficialDocument reread(ReadingInput input) {
    DocumentReader reader = readers.map(Loading::value).orElseGet(this::reader);
    return reader.read(input);
  }

  static Engine engine(Path folder, ArchiveSettings.Access access, LuceneEngines engines) {
    return switch (access) {
      case WRITE -> engines.forWriting(folder, INDEX_BUFFER_MEGABYTES);
      case READ -> engines.forReading(folder);
    };
  }

  @Override
  public Archive openForReading(ArchiveOptions options) {
    return Archive.openForReading(archive(options));
  }

  @Override
  public Archive openForWriting(ArchiveOptions options, String what) {
    readers = Optional.of(Loading.begin(this::reader));
    return Archive.open(archive(options), what);
  }

  @Override
  public Intake intakeInto(Archive archive, ArchiveOptions options) {
    return intake(archive, data(options));
  }

  @Override
  public void follow(List<Path> paths, BooleanSupplier look) throws IOException {
    new FolderWatch(paths, FolderWatch.SETTLED, FolderWatch.ROUND).follow(look);
  }

  @Override
  public Duration settled() {
    return FolderWatch.SETTLED;
  }

  @Override
  public Intake examiner(ArchiveOptions options) {
    return examiner();
  }

  private Intake examiner() {
    return FileIntake.create(
        indexerSettings(Path.of(System.getProperty("java.io.tmpdir"))),
        reader()::read,
        Main::noRegister);
  }

  private static Accessions noRegister() {
    throw new IllegalStateException("examining takes nothing in");
  }

  private CitationWords citationWords() {
    return CitationWords.read(config().resolve("citation"));
  }

  private DocumentReader reader() {
    CitationFinder finder = new CitationFinder(citationWords());
    return new DocumentReader(ReadingRules.load(config()), finder::find);
  }

  private IndexerSettings indexerSettings(Path scratch) {
    try {
      Files.createDirectories(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", windows() ? "java.exe" : "java");
    return IndexerSettings.of(
        config(), scratch, new JavaRuntime(java, System.getProperty("java.class.path")));
  }

  private static boolean windows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private Settings settings(ArchiveOptions options) {
    return Settings.read(options.config().orElse(config().resolve("wenmai.conf")));
  }

  @Override
  public AccountBook accounts(ArchiveOptions options) {
    Optional<OutsideBook> directory = settings(options).signIn().ldap().map(LdapDirectory::new);
    return AccountBook.open(premises(options), Clock.system(ArchiveSettings.ZONE), directory);
  }

  @Override
  public Optional<OpenIdProvider> openId(ArchiveOptions options) {
    return settings(options).signIn().openId().map(OpenIdProvider::new);
  }

  @Override
  public SiteSettings site(ArchiveOptions options, Optional<String> host, Optional<Integer> port) {
    Settings settings = settings(options);
    return SiteSettings.at(host.orElse(settings.host()), port.orElse(settings.port()))
        .behind(settings.trustedProxies());
  }

  @Override
  public Path sample() {
    return home.resolve("corpus").resolve("sample");
  }

  @Override
  public List<String> analyze(ArchiveOptions options, String text, String field, boolean json) {
    Lexicon lexicon = Lexicon.load(config());
    List<AnalyzedTerm> terms =
        field.equals("exact")
            ? AnalyzedTerm.of(new ExactAnalyzer(lexicon), text)
            : AnalyzedTerm.of(HanlpAnalyzer.forIndex(lexicon, AnalysisSettings.defaults()), text);
    if (json) {
      return List.of(JsonMapper.builder().build().writeValueAsString(terms));
    }
    return terms.stream()
        .map(t ->
            t.position() + "\t" + t.start() + "–" + t.end() + "\t" + t.term() + "\t" + t.type())
        .toList();
  }

  @Override
  public String version() {
    try (InputStream in = Main.class.getResourceAsStream("/wenmai.properties")) {
      Properties properties = new Properties();
      properties.load(java.util.Objects.requireNonNull(in));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
