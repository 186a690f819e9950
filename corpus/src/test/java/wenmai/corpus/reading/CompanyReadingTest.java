package wenmai.corpus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;

/** Pins what a paper that names its place by its level only takes from those it lies beside. */
class CompanyReadingTest {
  private static final List<Region> COUNTY = List.of(Region.of("蓼南省", "临浦市", "汐塘县"));
  private static final String LETTER =
      """
      县人民政府办公室：

      经县人大常委会主任会议研究，现将代表意见转去，请研究处理，并于10月底前书面答复。

      县人大常委会办公室
      2024年9月3日
      """;

  private static String region(OfficialDocument paper) {
    return Readings.printed(paper, FactKey.REGION);
  }

  private static String organ(OfficialDocument paper) {
    return Readings.printed(paper, FactKey.ORGAN);
  }

  private static OfficialDocument read(String text, List<Region> company) {
    return Readings.read("paper.txt", text, company);
  }

  @Test
  void byItselfItIsOfNoPlace() {
    OfficialDocument alone = read(LETTER, List.of());
    assertEquals("(null)", region(alone));
    assertEquals("(null)", organ(alone));
    assertEquals("县人民代表大会常务委员会办公室", Readings.printed(alone, FactKey.PRINTED_ORGAN));
  }

  @Test
  void besidePapersOfACountyItIsThatCountysAndItsOrganIsWrittenOut() {
    OfficialDocument paper = read(LETTER, COUNTY);
    assertEquals("蓼南省/临浦市/汐塘县", region(paper));
    assertEquals("汐塘县人民代表大会常务委员会办公室", organ(paper));
    assertEquals("(null)", Readings.printed(paper, FactKey.PRINTED_ORGAN));
    Fact<Region> region = paper.facts().get(FactKey.REGION).orElseThrow();
    assertEquals(new Evidence.InCompany("汐塘县"), region.evidence());
    assertTrue(region.inferred());
    Fact<Organ> organ = paper.facts().get(FactKey.ORGAN).orElseThrow();
    assertEquals("县人大常委会办公室", organ.evidence().words(), "the words of the text show it");
    assertTrue(organ.inferred());
    assertTrue(organ.confidence() <= 0.5, "as unsure as the place");
  }

  @Test
  void ofPlacesOfSeveralLevelsItsOwnLevelDecides() {
    List<Region> both = List.of(Region.of("临浦市"), Region.of("汐塘县"));
    assertEquals("汐塘县", region(read(LETTER, both)));
    assertEquals("(null)", region(read(LETTER, List.of(Region.of("临浦市")))));
    assertEquals("(null)", region(read(LETTER, List.of(Region.of("槐安区"), Region.of("全国")))));
  }

  @Test
  void anAutonomousRegionIsNoDistrict() {
    String district = LETTER.replace('县', '区');
    assertEquals("(null)", region(read(district, List.of(Region.of("岚西自治区")))));
    assertEquals("槐安区", region(read(district, List.of(Region.of("岚西自治区"), Region.of("槐安区")))));
  }

  @Test
  void whatTheTextSaysWins() {
    String named = LETTER.replace("县人大常委会办公室\n", "云麓县人大常委会办公室\n");
    OfficialDocument beside = read(named, COUNTY);
    assertEquals("云麓县", region(beside));
    assertEquals("云麓县人民代表大会常务委员会办公室", organ(beside));
    assertEquals(read(named, List.of()).facts(), beside.facts());
  }

  @Test
  void soDoFolderAndSite() {
    assertEquals("云麓县", region(Readings.read("云麓县/a.txt", LETTER, COUNTY)));
    assertEquals("云麓县", region(Readings.read("a.txt", "云麓人大网\n" + LETTER, COUNTY)));
  }

  /** Even where that is too little to be of it. */
  @ParameterizedTest
  @ValueSource(strings = {"云麓县人民政府来函收悉。", "抄送：云麓县人大常委会"})
  void whoeverNamesAnotherPlaceOfThatLevelIsNotOfThisOne(String words) {
    String region = region(read(LETTER.replace("经县人大", words + "\n经县人大"), COUNTY));
    assertTrue(!region.endsWith("汐塘县"), region);
  }

  @Test
  void anInquiryWithoutAnOrganIsOfTheLevelItSpeaksOfMost() {
    String speech =
        """
        在交办会上的讲话

        同志们：
        会议收到建议112件，县政府提了要求，我都同意。办不好的，到县人大常委会说明。
        镇政府也要配合。
        """;
    assertEquals("蓼南省/临浦市/汐塘县", region(read(speech, COUNTY)));
    assertEquals("(null)", region(read(speech, List.of(Region.of("柳湾镇")))));
  }

  /** By itself it is of no place, for it names this one in passing. */
  @Test
  void aPlaceNamedInPassingIsItsOwnBesideThePapersOfIt() {
    String speech = "同志们：\n今天不开长会，就讲一件事：我们汐塘县的乡镇怎么把架子搭起来、把活干出来。\n";
    assertEquals("(null)", region(read(speech, List.of())));
    assertEquals("蓼南省/临浦市/汐塘县", region(read(speech, COUNTY)));
    assertEquals("(null)", region(read(speech.replace("汐塘县", "云麓县"), COUNTY)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "关于开会的通知\n各单位：\n明天上午九点开会，请准时参加。\n",
        "国务院办公厅关于做好防汛工作的通知\n县级以上地方人民政府要落实责任。省、市、县人民政府要加强值守。\n国务院办公厅\n2024年6月1日\n",
        "中华人民共和国饮水法\n第一条　为了保障饮水，制定本法。\n第二条　市、县人民政府应当加强管理。县人民政府可以制定办法。\n"
      })
  void whoeverSpeaksOfNoLevelOfItsOwnGetsNothing(String text) {
    assertEquals(region(read(text, List.of())), region(read(text, COUNTY)));
  }
}
