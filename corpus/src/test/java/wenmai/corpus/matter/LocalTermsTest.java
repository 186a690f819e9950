package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.ConfigFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.document.Region;
import wenmai.corpus.matter.MatterDraft.Obligation;

/** A place's own rule, or the nearest one above it, sets the term where no paper does. */
class LocalTermsTest {
  private static final MatterTemplates TEMPLATES = MatterTemplates.load(SampleSet.CONFIG);
  private static final MatterBuilder BUILDER = new MatterBuilder(TEMPLATES);

  private static Obligation owedIn(String city) {
    String text =
        city
            + "人民代表大会常务委员会关于背街小巷整治工作情况报告的审议意见\n\n"
            + "常务委员会会议听取和审议了《"
            + city
            + "人民政府关于背街小巷整治工作情况的报告》，提出以下审议意见。\n"
            + "一、完善机制。市人民政府应当健全考核办法，落实管护责任。\n\n"
            + city
            + "人民代表大会常务委员会\n2023年7月10日\n";
    List<MatterDraft> drafts =
        SampleSet.drafts(List.of(ReadPapers.read("opinion.txt", text)), BUILDER);
    return drafts.getFirst().obligations().stream()
        .filter(each -> each.nature() == MatterDraft.Nature.OWED)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCityHasTheTermOfItsProvinceAndTheLedgerNamesTheArticle() {
    Obligation owed = owedIn("洛阳市");
    assertEquals(Optional.of(LocalDate.of(2023, 10, 10)), owed.due());
    assertTrue(owed.rule().contains("河南省") && owed.rule().contains("第十一条"), owed.rule());
  }

  @Test
  void aPlaceWithoutARuleOfItsOwnHasTheTermOfTheTemplate() {
    Obligation owed = owedIn("长沙市");
    assertEquals(Optional.of(LocalDate.of(2024, 1, 10)), owed.due());
    assertFalse(owed.rule().contains("河南省"), owed.rule());
  }

  private static final LocalTerms NESTED =
      LocalTerms.read(
          ConfigFactory.parseString(
              """
              terms = [
                { region = "全国", template = oversight, after = opinion, step = rectification,
                  months = 5, since = 2000-01-01, rule = "国" }
                { region = "槐南省", template = oversight, after = opinion, step = rectification,
                  months = 4, since = 2000-01-01, rule = "省" }
                { region = "槐南省/棠州市", template = oversight, after = opinion,
                  step = rectification, months = 3, since = 2010-01-01, rule = "市旧" }
                { region = "棠州市", template = oversight, after = opinion, step = rectification,
                  working-days = 30, since = 2020-01-01, rule = "市新" }
              ]
              """));

  private static Expectation in(String day, String... place) {
    Template oversight =
        TEMPLATES.templates().stream()
            .filter(each -> each.id().equals("oversight"))
            .findFirst()
            .orElseThrow();
    Expectation expectation =
        oversight.expectations().stream()
            .filter(each -> each.after().equals("opinion") && each.step().equals("rectification"))
            .findFirst()
            .orElseThrow();
    return NESTED.of(
        oversight, expectation, Optional.of(Region.of(place)), Optional.of(LocalDate.parse(day)));
  }

  @Test
  void theNearestRuleCountsAndOfItsPlaceTheLastThatWasInForce() {
    assertEquals("市新", in("2023-05-01", "槐南省", "棠州市", "汀浦区").rule());
    assertEquals(OptionalInt.of(30), in("2023-05-01", "槐南省", "棠州市").workingDays());
    assertEquals(OptionalInt.empty(), in("2023-05-01", "槐南省", "棠州市").months());
    assertEquals("市旧", in("2015-05-01", "槐南省", "棠州市", "汀浦区").rule());
    assertEquals("省", in("2005-05-01", "槐南省", "棠州市").rule());
    assertEquals("省", in("2023-05-01", "槐南省", "柳川市").rule());
    assertEquals("国", in("2023-05-01", "东岭省", "柳川市").rule());
  }

  @Test
  void aRuleWithoutATermOrWithTwoIsRefused() {
    String rule =
        "terms = [{ region = \"棠州市\", template = oversight, after = opinion,"
            + " step = rectification, since = 2020-01-01, rule = \"某办法\" %s }]";
    for (String term : List.of("", ", months = 3, working-days = 30")) {
      var config = ConfigFactory.parseString(rule.replace("%s", term));
      assertThrows(IllegalArgumentException.class, () -> LocalTerms.read(config));
    }
  }
}
