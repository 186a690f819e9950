package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.record.MatterDraftJson;

/** Matters of small papers of our own. */
class MatterBuilderTest extends VillageDoctors {
  @Test
  void aReportAnOpinionAndItsAnswerAreOneMatter() {
    List<MatterDraft> drafts = build(StaffDecisions.none(), REPORT, OPINION, ANSWER);
    assertEquals(1, drafts.size());
    MatterDraft draft = drafts.getFirst();
    assertEquals(MatterType.SUPERVISION, draft.type());
    assertEquals(
        List.of("专项工作报告", "审议意见", "研究处理情况报告"),
        draft.stages().stream().map(Matter.StageEntry::stage).toList());
    assertEquals("桐人常〔2024〕6号", draft.stages().getLast().evidence().quote().words());
    assertTrue(draft.id().endsWith(OPINION.id().value()));
  }

  @Test
  void aReportNotYetGivenIsMissingAndOverdueOnlyAfterItsDay() {
    MatterDraft draft = build(StaffDecisions.none(), REPORT, OPINION).getFirst();
    LocalDate due = LocalDate.of(2024, 10, 8);
    Matter onTheDay = Ledger.on(draft, due);
    assertEquals(MatterStatus.OPEN, onTheDay.status());
    assertEquals("研究处理情况报告", onTheDay.missing().getFirst().stage());
    assertEquals(due, onTheDay.missing().getFirst().due().orElseThrow());
    assertEquals(DemandState.NOT_DUE, onTheDay.demands().getFirst().state());
    Matter after = Ledger.on(draft, due.plusDays(1));
    assertEquals(MatterStatus.OVERDUE, after.status());
    assertEquals(DemandState.UNKNOWN, after.demands().getFirst().state());
  }

  @Test
  void theSameSubjectOfTheNextYearIsAnotherMatterThatIsNamed() {
    OfficialDocument next =
        paper(
            "next",
            "关于全县乡村医生队伍建设情况报告的审议意见",
            "review-opinion",
            "桐安县人民代表大会常务委员会",
            "桐人常〔2025〕4号",
            "2025-04-07",
            "第九届第二十一次会议",
            "县人民政府：\n会议认为，桐人常〔2024〕6号审议意见办理以来有进展。意见如下：\n一、提高补助标准。\n请于2025年10月底前报告研究处理情况。");
    List<MatterDraft> drafts = build(StaffDecisions.none(), REPORT, OPINION, ANSWER, next);
    assertEquals(2, drafts.size());
    for (MatterDraft draft : drafts) {
      assertEquals(1, draft.related().size());
      assertFalse(draft.related().getFirst().why().isBlank());
    }
  }

  @Test
  void whatPeopleDividedStaysDividedAndWhatTheyJoinedIsReviewed() {
    StaffDecisions.Pair pair = new StaffDecisions.Pair(OPINION.id(), ANSWER.id());
    List<MatterDraft> divided =
        build(StaffDecisions.of(List.of(), List.of(pair)), REPORT, OPINION, ANSWER);
    for (MatterDraft draft : divided) {
      List<DocumentId> members = draft.stages().stream().map(Matter.StageEntry::document).toList();
      assertFalse(members.contains(OPINION.id()) && members.contains(ANSWER.id()));
    }
    MatterDraft joined =
        build(StaffDecisions.of(List.of(pair), List.of()), REPORT, OPINION, ANSWER).getFirst();
    assertTrue(joined.reviewed());
  }

  @Test
  void anIdFromBeforeTheOpinionCameLeadsToTheMatter() {
    MatterDraft before = build(StaffDecisions.none(), REPORT).getFirst();
    MatterDraft after = build(StaffDecisions.none(), REPORT, OPINION).getFirst();
    assertFalse(before.id().equals(after.id()));
    assertTrue(after.formerIds().contains(before.id()));
  }

  @Test
  void anotherRegionsPapersAreNotDrawnIn() {
    Map<String, List<MatterPaper>> partitions =
        SampleSet.partitions(List.of(REPORT, OPINION), BUILDER);
    assertEquals(Set.of("桐安县"), partitions.keySet());
    assertTrue(
        BUILDER
            .build("别县", partitions.getOrDefault("桐安县", List.of()), StaffDecisions.none())
            .isEmpty());
  }

  @Test
  void aStepThatIsLackingIsNamedBeforeTheOneThatComesNext() {
    MatterDraft draft = build(StaffDecisions.none(), OPINION, ANSWER).getFirst();
    Matter.MissingStage gap = Ledger.on(draft, LocalDate.of(2025, 1, 1)).missing().getFirst();
    assertEquals("专项工作报告", gap.stage());
    assertEquals(OPINION.id(), gap.before().orElseThrow());
    assertEquals(draft, MatterDraftJson.read(MatterDraftJson.bytes(draft)));
  }

  /** 主任会议纪要: what is decided on goes along, by whatever short name; what is heard does not. */
  @Test
  void minutesGoWithWhatTheyDecideOnAndNotWithWhatTheyHear() {
    assertTrue(stages("二、乡村医生审议意见办理进度。议定：执业注册名单9月底前报齐。").contains("会议纪要"));
    assertFalse(stages("二、听取《关于废止乡村医生办法的决定》执行情况和桐人常〔2024〕6号文件研究处理情况的汇报。").contains("会议纪要"));
  }

  private static List<String> stages(String item) {
    OfficialDocument minutes =
        paper(
            "minutes",
            "桐安县人大常委会主任会议纪要",
            "minutes",
            "桐安县人民代表大会常务委员会",
            "",
            "2024-08-12",
            "",
            "2024年8月12日上午，县人大常委会召开主任会议。\n一、听取机关建设情况汇报。\n" + item + "\n三、同意提请会议审议议程草案。");
    return build(StaffDecisions.none(), REPORT, OPINION, minutes).getFirst().stages().stream()
        .map(Matter.StageEntry::stage)
        .toList();
  }

  @Test
  void whatARecitedOrderAskedForDeniesNoEnd() {
    assertTrue(isEnded("按照县人大常委会的督办要求重新办理，渠道已经修通。本件作办结处理。"));
    assertFalse(isEnded("渠道已经修通，本件作办结处理。请县水务局对其余两段重新办理。"));
  }

  private static boolean isEnded(String words) {
    OfficialDocument suggestion =
        paper(
            "suggestion",
            "关于修复北渠的建议",
            "suggestion",
            "",
            "",
            "2024-01-10",
            "第九届第三次会议",
            "第37号\n建议修复北渠。");
    OfficialDocument again =
        paper(
            "again",
            "桐安县水务局关于县九届人大三次会议第37号建议的再次答复",
            "reply",
            "桐安县水务局",
            "桐水函〔2024〕61号",
            "2024-11-12",
            "",
            "您对第37号建议的答复表示不满意。" + words);
    return build(StaffDecisions.none(), suggestion, again).getFirst().closing().isPresent();
  }

  /** 完成时限 for each of several; a validity is no term; what is told of July was due after July. */
  @Test
  void aListOfTermsSetsEachAndAValidityNoneAndWhatIsToldCountsFromItsDay() {
    MatterTemplates templates = MatterTemplates.load(SampleSet.CONFIG);
    TermReader terms = new TermReader(templates.calendar(), templates.termWords());
    Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 1, 16));
    assertEquals(
        List.of(LocalDate.of(2026, 9, 25), LocalDate.of(2026, 12, 15)),
        terms.dues("完成时限:第一项2026年9月25日,其余六项2026年12月15日。", day, true));
    assertEquals(List.of(), terms.dues("该文件有效期至2026年底,拟先修改。", day, true));
    assertEquals(
        List.of(LocalDate.of(2024, 11, 30)),
        terms.dues("今年7月8日提出审议意见,要求11月30日前报送。", Optional.of(LocalDate.of(2024, 12, 16)), true));
  }

  @Test
  void aCueThatIsNoPatternIsNamedWithItsFileAndLine(@TempDir Path folder) throws IOException {
    List<String> lines =
        new ArrayList<>(Files.readAllLines(SampleSet.CONFIG.resolve("matters/cues.conf")));
    int line =
        lines.indexOf(
            lines.stream().filter(it -> it.startsWith("decided =")).findFirst().orElseThrow());
    lines.set(line, "decided = \"(\"");
    Path file = Files.write(folder.resolve("cues.conf"), lines);
    Config config = ConfigFactory.parseFile(file.toFile());
    String message = assertThrows(ConfigException.class, () -> Cues.read(config)).getMessage();
    assertTrue(message.contains("cues.conf: " + (line + 1)), message);
    assertTrue(message.contains("decided"), message);
  }

  /** A notice of thousands of points is read in time that grows as it does. */
  @Test
  void aNoticeOfThousandsOfVotesIsReadInTime() {
    StringBuilder points = new StringBuilder("会议对审议意见研究处理情况的报告进行了满意度测评。\n");
    for (int i = 0; i < 6_000; i++) {
      points.append(i % 99 + 1).append(".乡村医生");
      for (int k = 0; k < 30; k++) {
        points.append((char) (0x4e00 + (i * 31 + k * 97) % 3_000));
      }
      points.append("审议意见，测评结果为满意，2025年3月31日前再次书面报告。\n");
    }
    OfficialDocument notice =
        paper(
            "notice",
            "关于全县乡村医生队伍建设审议意见研究处理情况满意度测评结果的通报",
            "other",
            "桐安县人民代表大会常务委员会",
            "桐人常办〔2024〕40号",
            "2024-11-28",
            "",
            points.toString());
    List<MatterDraft> drafts =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> build(StaffDecisions.none(), REPORT, OPINION, ANSWER, notice));
    assertEquals(4, drafts.getFirst().stages().size());
  }
}
