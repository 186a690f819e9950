package wenmai.corpus.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Archive;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.Reader;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.OrganLevel;
import wenmai.corpus.document.Region;
import wenmai.corpus.search.SearchResult.FacetCount;

/** Counties that were renamed or merged are found under either name, and the reader is told. */
class RenamedPlacesTest {
  private static final OfficialDocument BEFORE = paper("密云县", "2013", "水源保护");
  private static final OfficialDocument AFTER = paper("密云区", "2018", "水源治理");
  private static final OfficialDocument MERGED =
      ReadPapers.read(
          "南汇.txt",
          """
          上海市南汇区人民代表大会常务委员会关于海塘建设情况的审议意见
          上海市南汇区人民政府：
          南汇区人大常委会听取和审议了海塘建设情况的报告，提出以下意见。
          上海市南汇区人民代表大会常务委员会
          2006年5月10日
          """);
  private static final OfficialDocument OTHER =
      ReadPapers.read(
          "长沙.txt",
          """
          湖南省长沙市长沙县人民代表大会常务委员会关于水源保护情况的审议意见
          长沙县人民政府：
          长沙县人大常委会听取和审议了水源保护情况的报告，提出以下意见。
          长沙县人民代表大会常务委员会
          2016年5月10日
          """);

  @TempDir Path folder;
  private Archive archive;

  private static OfficialDocument paper(String county, String year, String subject) {
    return ReadPapers.read(
        county + ".txt",
        """
        北京市%s人民代表大会常务委员会关于%s情况的审议意见
        %s人民政府：
        %s人大常委会听取和审议了%s情况的报告，提出以下意见。
        北京市%s人民代表大会常务委员会
        %s年5月10日
        """
            .formatted(county, subject, county, county, subject, county, year));
  }

  @BeforeEach
  void open() {
    archive = wenmai.corpus.TestArchive.open(folder);
    ReadPapers.take(archive, List.of(BEFORE, AFTER, MERGED, OTHER));
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private SearchResult search(String query, String... regions) {
    SearchRequest all = SearchRequest.of(query);
    return archive
        .openFor(Reader.anonymous(), LocalDate.of(2026, 6, 1))
        .search(regions.length == 0 ? all : all.with(Map.of(FacetName.REGION, List.of(regions))));
  }

  @Test
  void aPaperOfBeforeKeepsItsNameAndSaysWhatThePlaceIsToday() {
    assertEquals(Optional.of(Region.of("北京市", "密云县")), BEFORE.facts().value(FactKey.REGION));
    assertEquals(Optional.of(Region.of("北京市", "密云区")), BEFORE.facts().value(FactKey.REGION_NOW));
    assertEquals(Optional.empty(), AFTER.facts().value(FactKey.REGION_NOW));
    assertEquals(Optional.of(OrganLevel.COUNTY), AFTER.facts().value(FactKey.ORGAN_LEVEL));
  }

  @Test
  void theFilterByEitherNameFindsBoth() {
    assertEquals(2, search("", "密云区").total());
    assertEquals(2, search("", "密云县").total());
    assertEquals(2, search("", "北京市").total());
    assertEquals(1, search("", "浦东新区").total());
    assertEquals("密云县", search("", "密云区").renamed().getFirst().name());
    assertEquals(2015, search("", "密云县").renamed().getFirst().year());
    assertEquals(List.of(), search("", "长沙县").renamed());
  }

  @Test
  void theWordsOfEitherNameFindBoth() {
    assertEquals(2, search("密云区").total());
    SearchResult former = search("密云县");
    assertEquals(2, former.total());
    assertEquals("密云区", former.renamed().getFirst().today().name());
    assertEquals(1, search("浦东新区").total());
    assertTrue(search("密云区").alsoSearched().contains("密云县"));
  }

  @Test
  void aNameWithinAnotherIsNone() {
    assertEquals(List.of(), search("长沙县").renamed());
    assertEquals(1, search("长沙县").total());
  }

  @Test
  void everyValueOfTheFacetFindsAsManyAsItCounts() {
    SearchResult all = search("");
    List<FacetCount> regions = all.facets().getOrDefault(FacetName.REGION, List.of());
    assertTrue(regions.size() >= 7, regions.toString());
    for (FacetCount region : regions) {
      assertEquals(region.count(), search("", region.value()).total(), region.toString());
    }
    FacetCount former =
        regions.stream().filter(region -> region.label().equals("密云县")).findFirst().orElseThrow();
    assertEquals(List.of("北京市", "密云区"), former.path());
    assertEquals(1, former.count());
  }
}
