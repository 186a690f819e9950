package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** What other programs read: feeds, site map, tables, comparisons, health. */
@ExtendWith(SiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedsTest {
  private TestSite site;

  @BeforeAll
  void open(TestSite running) {
    site = running;
  }

  private Document xml(String path) throws Exception {
    HttpResponse<String> answer = site.get(path);
    assertEquals(200, answer.statusCode(), path);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(answer.body())));
  }

  @Test
  void a_feed_tells_the_newest_papers_of_a_search() throws Exception {
    String query = "?q=" + TestSite.encode("供水");
    Document feed = xml("/feed.atom" + query);
    long total = site.json("/api/v1/documents" + query + "&copies=fold").path("total").asLong();
    NodeList entries = feed.getElementsByTagName("entry");
    assertEquals(Math.min(50, total), entries.getLength());
    List<String> stamps = new ArrayList<>();
    NodeList updated = feed.getElementsByTagName("updated");
    for (int i = 1; i < updated.getLength(); i++) {
      stamps.add(updated.item(i).getTextContent());
    }
    assertEquals(stamps.stream().sorted(java.util.Comparator.reverseOrder()).toList(), stamps);
  }

  @Test
  void a_feed_of_hostile_papers_is_still_a_feed() throws Exception {
    Document feed = xml("/feed.atom?q=" + TestSite.encode(HostilePapers.WORD));
    assertTrue(feed.getElementsByTagName("entry").getLength() > 0);
  }

  @Test
  void the_site_map_names_every_public_paper() throws Exception {
    NodeList parts = xml("/sitemap.xml").getElementsByTagName("loc");
    int places = 0;
    for (int i = 0; i < parts.getLength(); i++) {
      String part = parts.item(i).getTextContent().substring(site.url("").length());
      NodeList locations = xml(part).getElementsByTagName("loc");
      for (int k = 0; k < locations.getLength(); k++) {
        places += locations.item(k).getTextContent().contains("/documents/") ? 1 : 0;
      }
    }
    assertEquals(site.json("/api/v1/documents?size=1").path("total").asInt(), places);
  }

  @Test
  void browsers_learn_how_to_search() throws Exception {
    Document description = xml("/opensearch.xml");
    assertTrue(
        description
            .getElementsByTagName("Url")
            .item(0)
            .getAttributes()
            .getNamedItem("template")
            .getNodeValue()
            .contains("{searchTerms}"));
  }

  @Test
  void the_ledger_can_be_saved_as_a_table() throws Exception {
    long total = site.json("/api/v1/matters?size=1").path("total").asLong();
    String csv = site.get("/matters.csv").body();
    assertTrue(csv.startsWith("\uFEFF\"事项\""), csv);
    assertEquals(total + 1, csv.lines().count());
    byte[] workbook = site.getBytes("/matters.xlsx").body();
    List<String> parts = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts.add(part.getName());
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(zip.readAllBytes()));
      }
    }
    assertTrue(parts.contains("xl/worksheets/sheet1.xml"), parts.toString());
  }

  @Test
  void two_versions_are_compared_article_by_article() {
    JsonNode hits =
        site.json("/api/v1/documents?sort=date&q=" + TestSite.encode("标题:\"澜江省农村供水条例\""))
            .path("hits");
    String left = hits.get(0).path("id").asString();
    String right = hits.get(hits.size() - 1).path("id").asString();
    JsonNode pairs = site.json("/api/v1/compare?left=" + left + "&right=" + right).path("pairs");
    assertTrue(pairs.size() > 3);
    for (JsonNode pair : pairs) {
      boolean same = pair.path("change").asString().equals("same");
      assertTrue(!same || pair.path("differences").isEmpty());
      assertTrue(!pair.path("left").isNull() || !pair.path("right").isNull());
    }
    assertEquals(200, site.get("/compare?left=" + left + "&right=" + right).statusCode());
    assertEquals(400, site.get("/api/v1/compare?left=" + left).statusCode());
    assertEquals(
        404, site.get("/api/v1/compare?left=" + left + ":999&right=" + right).statusCode());
  }

  @Test
  void the_site_says_how_it_fares() {
    assertEquals(200, site.get("/healthz").statusCode());
    assertEquals(200, site.get("/readyz").statusCode());
    String metrics = site.get("/metrics").body();
    for (String figure :
        List.of("wenmai_requests_seconds_count", "wenmai_documents", "jvm_memory_used_bytes")) {
      assertTrue(metrics.contains(figure), figure);
    }
  }
}
