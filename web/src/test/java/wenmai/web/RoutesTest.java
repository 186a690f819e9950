package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.Reader;
import wenmai.corpus.Workroom;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.store.Premises;
import wenmai.web.render.Messages;
import wenmai.web.site.Site;
import wenmai.web.site.SiteSettings;

/** The description of the API and the routes that are really there say the same. */
class RoutesTest {
  /** Routes for people and browsers, which the description leaves out. */
  private static final Set<String> OTHERS =
      Set.of(
          "/matters.csv",
          "/wanted",
          "/wanted.csv",
          "/wanted.xlsx",
          "/bases",
          "/documents/{id}/cited-by",
          "/documents/{id}/repairs",
          "/documents/{id}/original",
          "/documents/{id}/articles/{article}",
          "/matters.xlsx",
          "/sitemap.xml",
          "/sitemap/{page}",
          "/opensearch.xml",
          "/robots.txt");

  @TempDir Path folder;

  private Set<String> routes() {
    Application application =
        new Application(
            (reader, day) -> {
              throw new IllegalStateException("nothing is asked of an archive here");
            },
            () -> false,
            Clock.system(ArchiveSettings.ZONE),
            Optional.empty(),
            Messages.load(),
            "test");
    List<Endpoint> endpoints = new ArrayList<>();
    try (AccountBook accounts = AccountBook.open(Premises.in(folder), Clock.systemUTC())) {
      List<Site.Routes> routes =
          application.routes(
              accounts,
              RoutesTest::nobodyEdits,
              reader -> {
                throw new IllegalStateException("nothing is asked of an archive here");
              },
              Optional.empty(),
              SiteSettings.at("127.0.0.1", 0));
      Javalin server = Javalin.create(config -> routes.forEach(group -> group.addTo(config)));
      server.unsafe.internalRouter.allHttpHandlers().forEach(h -> endpoints.add(h.endpoint));
    }
    return endpoints.stream()
        .map(endpoint -> endpoint.path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Workroom nobodyEdits(Reader reader) {
    throw new IllegalStateException("nothing is asked of a workroom here");
  }

  private static JsonNode description() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(RoutesTest.class.getResourceAsStream("/openapi.json"))) {
      return JsonMapper.shared().readTree(in);
    }
  }

  @Test
  void every_route_for_programs_is_described_and_no_other() throws IOException {
    Set<String> described = new TreeSet<>(description().path("paths").propertyNames());
    Set<String> programs =
        routes().stream()
            .filter(path ->
                path.startsWith("/api/")
                    || described.contains(path)
                    || path.matches("/(healthz|readyz|metrics|feed\\.atom)"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(programs.size() > 12, "only " + programs);
    assertEquals(programs, described);
  }

  @Test
  void every_reference_in_the_description_leads_to_a_schema() throws IOException {
    JsonNode description = description();
    List<String> lost = new ArrayList<>();
    description
        .findValuesAsString("$ref")
        .forEach(ref -> {
          String name = ref.substring("#/components/schemas/".length());
          if (description.path("components").path("schemas").path(name).isMissingNode()) {
            lost.add(ref);
          }
        });
    assertEquals(List.of(), lost);
  }

  @Test
  void the_routes_for_browsers_are_there() {
    assertTrue(routes().containsAll(OTHERS));
  }
}
