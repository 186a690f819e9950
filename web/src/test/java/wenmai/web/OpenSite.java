package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.typesafe.config.ConfigFactory;
import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.corpus.Archive;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.citation.CitationResolver;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.LuceneEngines;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterTemplates;
import wenmai.corpus.search.SearchDesk;
import wenmai.corpus.search.SearchSettings;
import wenmai.corpus.store.Premises;
import wenmai.web.command.Console;
import wenmai.web.identity.OpenIdProvider;
import wenmai.web.identity.SignInSettings;
import wenmai.web.render.Messages;
import wenmai.web.site.Site;
import wenmai.web.site.SiteSettings;

/**
 * A whole site within this process, so that a test can ask its router for every route it knows.
 *
 * @param routes method and path, such as {@code GET /documents/{id}}
 */
record OpenSite(Archive archive, AccountBook book, Site site, Set<String> routes)
    implements AutoCloseable {

  static OpenSite over(Path data, LocalDate day) {
    Archive archive = Archive.open(settings(data), "test");
    AccountBook book = AccountBook.open(Premises.in(data), Clock.systemUTC());
    Application application =
        new Application(
            archive::openFor,
            archive::isSample,
            Clock.system(ArchiveSettings.ZONE),
            Optional.of(day),
            Messages.load(),
            "test");
    SiteSettings settings = SiteSettings.at("127.0.0.1", 0);
    List<Site.Routes> groups =
        application.routes(
            book, archive::workroomFor, archive::conditionFor, Optional.of(nobody()), settings);
    Set<String> known = new TreeSet<>();
    Javalin.create(config -> groups.forEach(group -> group.addTo(config)))
        .unsafe
        .internalRouter
        .allHttpHandlers()
        .stream()
        .filter(handler -> handler.endpoint.path.startsWith("/"))
        .forEach(handler -> known.add(line(handler.endpoint)));
    return new OpenSite(archive, book, application.open(settings, groups), known);
  }

  private static String line(Endpoint endpoint) {
    return endpoint.method.name() + " " + endpoint.path;
  }

  /** Of an archive in that folder with the project's own lists and rules. */
  static ArchiveSettings settings(Path data) {
    Path config = Launched.project().resolve("config");
    Lexicon lexicon = Lexicon.load(config);
    LuceneEngines engines = new LuceneEngines(lexicon, Weights.load(config));
    return ArchiveSettings.of(
        data,
        (index, access) ->
            switch (access) {
              case WRITE -> engines.forWriting(index, 32);
              case READ -> engines.forReading(index);
            },
        new SearchDesk(SearchSettings.load(config, lexicon)),
        new CitationResolver(CitationWords.read(config.resolve("citation"))),
        new MatterBuilder(MatterTemplates.load(config)));
  }

  /** An identity provider that does not answer: its routes are there all the same. */
  private static OpenIdProvider nobody() {
    return new OpenIdProvider(
        SignInSettings.read(
                ConfigFactory.parseString(
                    """
                    sign-in.openid {
                      issuer = "http://127.0.0.1:9", client-id = "x"
                      redirect = "http://127.0.0.1:9/login/openid/callback", roles.reader = ["*"]
                    }\
                    """))
            .openId()
            .orElseThrow());
  }

  /** Takes papers in, through the command line of this process. */
  static void index(Path data, Path papers, String visibility) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] verb = {
      "index", papers.toString(), "--visibility", visibility, "--data", data.toString()
    };
    assertEquals(
        0, Main.run(verb, new Console(said, said)), () -> said.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    site.close();
    book.close();
    archive.close();
  }
}
