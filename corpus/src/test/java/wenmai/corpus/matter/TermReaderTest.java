package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.citation.CitationWords;

/** Terms as papers set them. */
class TermReaderTest {
  private static final WorkCalendar CALENDAR = MatterTemplates.load(SampleSet.CONFIG).calendar();
  private static final TermReader READER =
      new TermReader(CALENDAR, MatterTemplates.load(SampleSet.CONFIG).termWords());
  private static final LocalDate SIGNED = LocalDate.of(2024, 9, 10);

  @Test
  void readsTermsInTheirManyForms() {
    assertDue("请于2025年3月10日前报送", "2025-03-10");
    assertDue("在六个月内（即2025年3月11日前）报告".replace('（', '(').replace('）', ')'), "2025-03-11");
    assertDue("自收到之日起两个月内反馈", "2024-11-10");
    assertDue("2024年11月底前出台", "2024-11-30");
    assertDue("年底前完成", "2024-12-31");
    assertDue("最迟不得晚于2025年4月28日报送", "2025-04-28");
    assertDue("于3月31日前答复", "2025-03-31");
    assertDue("2025年上半年完成", "2025-06-30");
    assertDue("应当在2025年、2027年分别报告", "2025-12-31", "2027-12-31");
    assertDue("自2025年起,每年第三季度报告,连续报告三年", "2025-09-30", "2026-09-30", "2027-09-30");
    assertDue("关于《2024年计划》的报告");
    assertDue("于10月18日召开的会议上报告", "2024-10-18");
    assertDue("经8月18日召开的常委会会议测评");
    assertDue("4个充电位本月20日前通电", "2024-09-20");
    assertDue("11月中旬前公布", "2024-11-20");
    assertDue("12月上旬完成", "2024-12-10");
    assertDue("在完工后十日内报送");
    assertDue("应当于2025年4月向县人大常委会报告", "2025-04-30");
    assertDue("2025年安排800万元");
    assertDue("7月9日向你办交办了审议意见,要求9月6日前报送", "2024-09-06");
  }

  @Test
  void aSentenceReadAsAWholeSetsEveryTermThatIsNotPast() {
    PaperReading paper =
        PaperReading.of(
            MatterPaper.of(
                LabelledSet.document(
                    "report",
                    "未能按2月底完成的一项，计划2025年6月30日前完成，2025年底前验收。承诺7月底完成的两项没有按期完成。",
                    LabelledSet.facts(Map.of("date", "2024-09-10")),
                    new CitationFinder(CitationWords.read(SampleSet.CONFIG.resolve("citation")))),
                List.of()),
            MatterTemplates.load(SampleSet.CONFIG).folding());
    assertEquals(
        List.of(LocalDate.of(2025, 6, 30), LocalDate.of(2025, 12, 31)),
        READER
            .find(paper, Pattern.compile("完成"), Optional.empty(), Optional.of(SIGNED), true)
            .stream()
            .map(TermReader.Term::due)
            .distinct()
            .sorted()
            .toList());
  }

  @Test
  void whatIsToldAsDoneSetsNoTermAndWhatIsStillToBeDoneDoes() {
    assertPromised("修复工作3月底已全部完成");
    assertPromised("绿化工程去年12月底已完成");
    assertPromised("路灯已于3月底修复完成");
    assertPromised("修复工作3月底全部完成");
    assertPromised("按照方案,计划8月底前完成的12处任务已全部完成并通过验收");
    assertPromised("将在每年年底前完成巡检");
    assertPromised("承诺7月底完成的两项,至今没有按期完成");
    assertPromised("未按期完成的2处,计划2025年4月30日前完成", "2025-04-30");
    assertPromised("受冻土限制的两所8月中旬进场,供暖期能够完成");
    assertPromised("将于3月底完成修复", "2025-03-31");
    assertPromised("已完成3处,其余的12月底前完成", "2024-12-31");
    assertPromised("请于12月底前将已整改事项的完成情况报告", "2024-12-31");
  }

  @Test
  void spansCountFromADayThatIsKnown() {
    assertDue("会议结束后两个月内报告", "2024-11-10");
    assertDue("自本决定施行之日起一年内报告", "2025-09-10");
    assertDue("整改结束后一个月内报告");
    assertDue("竣工后一年内报告");
    assertDue("上半年内完成");
  }

  private static void assertPromised(String words, String... days) {
    PaperReading paper =
        PaperReading.of(
            MatterPaper.of(
                LabelledSet.document(
                    "report",
                    words + "。",
                    LabelledSet.facts(Map.of("date", "2024-09-10")),
                    new CitationFinder(CitationWords.read(SampleSet.CONFIG.resolve("citation")))),
                List.of()),
            MatterTemplates.load(SampleSet.CONFIG).folding());
    assertEquals(
        List.of(days).stream().map(LocalDate::parse).toList(),
        READER
            .find(paper, Pattern.compile("完成"), Optional.empty(), Optional.of(SIGNED), true)
            .stream()
            .map(TermReader.Term::due)
            .filter(due -> due.isAfter(SIGNED))
            .distinct()
            .toList(),
        words);
  }

  @Test
  void countsWorkingDaysByTheHolidayCalendar() {
    assertDue("自交办之日起十五个工作日内", "2024-10-08");
    assertFalse(CALENDAR.isWorked(LocalDate.of(2024, 10, 1)));
    assertTrue(CALENDAR.isWorked(LocalDate.of(2024, 9, 29)));
    assertTrue(CALENDAR.isWorked(LocalDate.of(2024, 10, 12)));
    assertFalse(CALENDAR.isWorked(LocalDate.of(2024, 10, 13)));
  }

  private static void assertDue(String words, String... days) {
    assertEquals(
        List.of(days).stream().map(LocalDate::parse).toList(),
        READER.dues(words, Optional.of(SIGNED), true));
  }
}
