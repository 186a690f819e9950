package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.OfficialDocument;

/**
 * A rule of a place that is held sets the terms of that place's matters, by its plain words alone.
 */
class RuleTermsTest {
  private static final MatterTemplates TEMPLATES = MatterTemplates.load(SampleSet.CONFIG);
  private static final MatterBuilder BUILDER = new MatterBuilder(TEMPLATES);

  @ParameterizedTest
  @CsvSource({
    "有关机关应当在收到审议意见之日起三个月内，将研究处理情况书面报告常务委员会。, 3, MONTHS",
    "审议意见交办后，区人民政府应当在六十日内向常务委员会提出研究处理情况的报告。, 60, DAYS",
    "办公室应当在会议结束后十个工作日内将审议意见送交有关机关；有关机关应当在两个月内书面报告研究处理情况。, 2, MONTHS",
    "常务委员会办公室应当在会议结束后十五日内将审议意见印发有关机关研究处理。, 0, NONE",
    "审议意见的研究处理情况应当及时报告常务委员会。, 0, NONE",
    "办公室应当在会议结束后七日内整理形成审议意见，报送主任会议审定。, 0, NONE",
    "常务委员会会议审议意见应当在十日内反馈给有关机关。, 0, NONE",
    "研究处理审议意见确有困难的，可以申请延期，延长期限不超过三个月。, 0, NONE",
  })
  void aPlainSentenceSetsATerm(String sentence, int number, String unit) {
    List<RuleTerm> terms = TEMPLATES.ruleTerms().of(reading(rule("第九条　" + sentence)));
    if (number == 0) {
      assertEquals(List.of(), terms);
    } else {
      assertEquals(number, terms.getFirst().number());
      assertEquals(unit, terms.getFirst().unit().name());
      assertTrue(terms.getFirst().rule().contains("》第九条：“"), terms.getFirst().rule());
    }
  }

  @Test
  void twoTermsThatDifferSetNone() {
    String two = "第九条　有关机关应当在收到审议意见后三个月内报告研究处理情况。\n第十条　审议意见的研究处理情况应当在六个月内报告。";
    assertEquals(List.of(), TEMPLATES.ruleTerms().of(reading(rule(two))));
  }

  @Test
  void theTermHoldsForTheMattersOfThePlaceWhileTheRuleIsInForce() {
    OfficialDocument rule = rule("第九条　有关机关应当在收到审议意见之日起三个月内，将研究处理情况书面报告常务委员会。");
    OfficialDocument before = opinion("城市绿化", "2017年5月10日");
    OfficialDocument within = opinion("居家养老服务", "2021年5月10日");
    List<MatterDraft> drafts =
        BUILDER.build(
            "汀浦区",
            List.of(rule, before, within).stream().map(RuleTermsTest::paper).toList(),
            StaffDecisions.none());
    assertEquals(2, drafts.size());
    for (MatterDraft draft : drafts) {
      MatterDraft.Obligation owed =
          draft.obligations().stream()
              .filter(each -> each.stage().contains("研究处理情况"))
              .findFirst()
              .orElseThrow();
      boolean inForce = draft.subject().contains("养老");
      LocalDate due = owed.due().orElseThrow();
      assertEquals(LocalDate.parse(inForce ? "2021-08-10" : "2017-11-10"), due);
      assertEquals(inForce, owed.rule().contains("三个月内"), owed.rule());
    }
  }

  private static OfficialDocument rule(String articles) {
    return ReadPapers.read(
        "rule.txt",
        "汀浦区人民代表大会常务委员会审议意见办理办法\n"
            + "（2018年3月20日汀浦区第十六届人民代表大会常务委员会第八次会议通过　自2018年4月1日起施行）\n"
            + articles
            + "\n");
  }

  private static OfficialDocument opinion(String subject, String day) {
    return ReadPapers.read(
        subject + ".txt",
        "汀浦区人大常委会关于"
            + subject
            + "工作情况报告的审议意见\n汀浦区人民政府：\n会议听取和审议了区人民政府关于"
            + subject
            + "工作情况的报告，提出以下审议意见：\n一、要加大投入。\n二、要健全机制。\n汀浦区人民代表大会常务委员会\n"
            + day
            + "\n");
  }

  private static MatterPaper paper(OfficialDocument document) {
    return MatterPaper.of(
        document,
        document.content().citations().stream()
            .map(citation -> (Resolution) new Resolution.Wanted(citation))
            .toList());
  }

  private static PaperReading reading(OfficialDocument document) {
    return PaperReading.of(paper(document), TEMPLATES.folding());
  }
}
