package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.OfficialDocument;

/** Demands of an opinion and what answers them, in small papers of our own. */
class MatterDemandsTest extends VillageDoctors {
  @Test
  void aDemandIsQuotedWithTheSentenceThatAnswersIt() {
    MatterDraft draft = build(StaffDecisions.none(), REPORT, OPINION, ANSWER).getFirst();
    List<Matter.Demand> demands = Ledger.on(draft, LocalDate.of(2025, 1, 1)).demands();
    assertEquals(2, demands.size());
    assertEquals("2024年9月底前为47名无证人员补办执业注册", demands.getFirst().quote().quote().words());
    assertEquals(DemandState.ANSWERED, demands.getFirst().state());
    assertTrue(demands.getFirst().answer().orElseThrow().quote().words().contains("47名无证人员已全部"));
    assertTrue(demands.getLast().answer().isEmpty());
  }

  @Test
  void anAnswerIsJudgedByAllThatIsSaidOfItUnderItsHeading() {
    Matter.Demand demand =
        demands(
                "一、为47名无证人员补办执业注册。\n二、对三处漏雨的村卫生室限期翻修。",
                "一、关于执业注册\n47名无证人员已全部递交材料。但其中3人尚未取得结业证书，明年再办。\n二、关于村卫生室\n三处漏雨的已翻修。")
            .getFirst();
    assertEquals(DemandState.PARTLY, demand.state());
    assertTrue(demand.answer().orElseThrow().quote().words().endsWith("明年再办"));
  }

  /** 完善…机制、明确责任单位 and the matter's own subject stand in any answer. */
  @Test
  void sharedWordsOfEveryReportAreNoAnswer() {
    List<Matter.Demand> demands =
        demands(
            "一、为47名无证人员补办执业注册。\n二、完善乡村医生巡诊车辆调度工作机制，明确责任单位，加强偏远山寨急救转运。\n三、整改结果向社会公布。",
            "一、47名无证人员已全部补办执业注册。\n下一步，县政府将完善乡村医生工作机制，明确责任单位，加强监督检查。");
    assertEquals(DemandState.ANSWERED, demands.getFirst().state());
    assertTrue(demands.get(1).answer().isEmpty());
    assertEquals(DemandState.NOT_MENTIONED, demands.get(2).state());
  }

  @Test
  void whatOneSentenceAsksApartIsAskedByItself() {
    List<Matter.Demand> demands =
        demands(
            "一、向8家药店追回骗取的补贴36万元，对经办人员追究责任。\n二、清查村卫生室基本药物采购价格，采购价格按月在县政府网站公开。",
            "一、8家药店骗取的补贴36万元已全部追回。\n二、村卫生室基本药物采购价格已清查完毕。");
    assertEquals(
        List.of("answered", "not-mentioned", "answered", "not-mentioned"),
        demands.stream().map(demand -> demand.state().key()).toList());
  }

  private static List<Matter.Demand> demands(String points, String answers) {
    OfficialDocument asking =
        opinion("县人民政府：\n现提出以下意见：\n" + points + "\n请于2024年10月8日前将研究处理情况书面报告县人大常委会。");
    MatterDraft draft = build(StaffDecisions.none(), asking, answer(answers)).getFirst();
    return Ledger.on(draft, LocalDate.of(2025, 1, 1)).demands();
  }
}
