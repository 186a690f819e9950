package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.record.MatterDraftJson;
import wenmai.corpus.record.MatterJson;
import wenmai.corpus.text.CodePointSpan;

/** Votes, assessments and grades read from sentences of our own, in the styles of many houses. */
class OutcomeReadingTest {
  private static final MatterTemplates TEMPLATES = MatterTemplates.load(SampleSet.CONFIG);
  private static final TallyReader TALLIES = new TallyReader(TEMPLATES.outcomeWords());
  private static final GradeReader GRADES = new GradeReader(TEMPLATES.outcomeWords());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "常委会应到组成人员43人，实到39人，赞成37票，反对0票，弃权2票，决定获得通过。 | ballot for=37 against=0 abstaining=2 passed of 43 present 39",
        "表决结果：35票赞成、1票反对、2票弃权。会议通过了该决议。 | ballot for=35 against=1 abstaining=2 passed",
        "经无记名投票，同意二十八票，不同意一票，弃权两票，通过。 | ballot for=28 against=1 abstaining=2 passed",
        "表决：赞成 31 人，反对 2 人，弃权 1 人，未按表决器 1 人。 | ballot for=31 against=2 abstaining=1 not-voting=1",
        "该草案以36票赞成获得通过。 | ballot for=36 passed",
        "赞成、反对、弃权分别为35票、0票、1票。 | ballot for=35 against=0 abstaining=1",
        "赞成票12张，反对票20张，弃权票4张，议案未获通过。 | ballot for=12 against=20 abstaining=4 not-passed",
        "到会34名组成人员全部投了票，赞成34票，没有反对和弃权票，决议草案表决通过。 | ballot for=34 against=0 abstaining=0 passed present 34",
        "贊成二十七票，反對三票，棄權一票，議案通過。 | ballot for=27 against=3 abstaining=1 passed",
        "赞成35票（占出席人数的94.6%），反对1票（2.7%），弃权1票（2.7%），超过全体组成人员的半数，通过。 | ballot for=35/94.6 against=1/2.7 abstaining=1/2.7 passed over 1/2 members",
        "有30人赞成，另有2人弃权，方案表决通过。 | ballot for=30 abstaining=2 passed",
        "赞成２９票，反对０票，弃权３票。 | ballot for=29 against=0 abstaining=3",
        "赞成35,反对0,弃权1,表决通过。 | ballot for=35 against=0 abstaining=1 passed",
        "赞成票占91.2%，反对票占5.9%，弃权票占2.9%，获得通过。 | ballot for=?/91.2 against=?/5.9 abstaining=?/2.9 passed",
        "满意21票，基本满意8票，不满意2票，测评结果为满意。 | satisfaction satisfied=21 basically-satisfied=8 dissatisfied=2 satisfied",
        "测评结果为“基本满意”：满意12票，基本满意15票，不满意6票。 | satisfaction satisfied=12 basically-satisfied=15 dissatisfied=6 basically-satisfied",
        "收回有效票38张，其中：满意30票，占78.9%；基本满意6票，占15.8%；不满意2票，占5.3%。测评等次为满意。 | satisfaction satisfied=30/78.9 basically-satisfied=6/15.8 dissatisfied=2/5.3 satisfied",
        "投“满意”票的十九人，投“基本满意”票的十一人，投“不满意”票的四人，等次确定为基本满意。 | satisfaction satisfied=19 basically-satisfied=11 dissatisfied=4 basically-satisfied",
        "满意、基本满意、不满意分别为22票、9票和3票，结果为满意。 | satisfaction satisfied=22 basically-satisfied=9 dissatisfied=3 satisfied",
        "满意18票、比较满意9票、基本满意3票、不满意1票、不了解2票。 | satisfaction satisfied=18 rather-satisfied=9 basically-satisfied=3 dissatisfied=1 unsure=2",
        "很满意10票，满意14票，基本满意5票，不满意1票，总体评价为满意。 | satisfaction very-satisfied=10 satisfied=14 basically-satisfied=5 dissatisfied=1 satisfied",
        "满意占百分之六十二点五，基本满意占百分之三十点五，不满意占百分之七，测评结果：满意。 | satisfaction satisfied=?/62.5 basically-satisfied=?/30.5 dissatisfied=?/7 satisfied",
        "经测评，满意率为92.3%，评定为满意等次。 | satisfaction rate 92.3 satisfied",
        "满意26票，基本满意7票，不满意0票，满意率（含基本满意）100%。 | satisfaction satisfied=26 basically-satisfied=7 dissatisfied=0 rate 100",
        "应到组成人员三十五名，实到三十一名。满意八票，基本满意九票，不满意十四票，未过出席人员半数，结果为不满意。 | satisfaction satisfied=8 basically-satisfied=9 dissatisfied=14 dissatisfied of 35 present 31 over 1/2 present",
        "27票满意，5票基本满意，1票不满意，结果为满意。 | satisfaction satisfied=27 basically-satisfied=5 dissatisfied=1 satisfied",
        "满意票20张、基本满意票10张、不满意票1张，满意和基本满意票合计超过出席人员的三分之二，等次为基本满意。 | satisfaction satisfied=20 basically-satisfied=10 dissatisfied=1 basically-satisfied over 2/3 present",
        "优秀12票，称职17票，基本称职2票，不称职0票，评定为称职。 | appraisal excellent=12 competent=17 barely-competent=2 incompetent=0 competent",
        "上次测评满意9票、基本满意8票、不满意18票，此次满意24票、基本满意10票、不满意1票，结果为满意。 | satisfaction satisfied=24 basically-satisfied=10 dissatisfied=1 satisfied",
        "办理满意率95.2%，比上年提高2.4个百分点。 | satisfaction rate 95.2",
        "表决须有全体组成人员的过半数赞成方为通过。 | -",
        "“满意”票超过出席人员半数的，结果为满意；超过三分之二的，为基本满意。 | -",
        "应有23票以上赞成，决议方可通过。 | -",
        "测评票设满意、基本满意、不满意三个档次，组成人员选择其一。 | -",
        "常委会应到组成人员41人，实到36人，符合法定人数。 | -",
        "去年的测评，满意12票、基本满意10票、不满意9票，结果为基本满意。 | -",
        "上年满意率为86.5%。 | -",
        "群众对办事效率的满意率为97.1%。 | -",
        "问卷结果显示，满意1201人，不满意34人。 | -",
        "力争明年代表建议办理满意率达到95%。 | -",
        "办理满意率不低于90%。 | -",
        "代表反馈249件，其中满意226件、基本满意20件、不满意3件。 | -",
        "会议通过无记名投票方式进行满意度测评。 | -",
        "十名以上代表联名可以提出质询案，赞成10人、反对0人时不在此限。 | -",
        "第2票赞成后休会。 | -",
        "代表对答复不满意的，两个月内重新办理。 | -",
        "同意增加编制30个，反对浪费。 | -",
        "2023年满意度测评工作安排如下，于12月20日举行。 | -",
      })
  void aSentenceTellsOfAVoteOrOfNone(String words, String expected) {
    PaperReading paper = paper(words);
    List<Outcome> outcomes = TALLIES.read(paper, paper.sentences());
    assertEquals(expected, outcomes.isEmpty() ? "-" : said(outcomes.getLast()), words);
    for (Outcome outcome : outcomes) {
      CodePointSpan span = outcome.evidence().quote().span();
      String text = paper.paper().text().get();
      assertEquals(
          text.substring(
              text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end())),
          outcome.evidence().quote().words());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "办理结果：A类 | A",
        "（B类） | B",
        "答复类别：C | C",
        "□A类　■B类　□C类 | B",
        "A类☑　B类□　C类□ | A",
        "本件列为B类，分两年落实。 | B",
        "办理结果：列入计划，分步实施。 | B",
        "☑已解决　□列入计划　□留作参考 | A",
        "□已解决　□列入计划　☑留作参考 | C",
        "类别：B类~经核实，路灯已经亮起，本件由B类调整为A类。 | A",
        "本单位争取年内把它转为A类。 | -",
        "A类建议是指所提问题已经解决的建议。 | -",
        "实验室保存A类菌种三十株。 | -",
        "我们已解决了三处漏水。 | -",
      })
  void aReplyGivesItsGradeOrNone(String words, String expected) {
    PaperReading paper = paper(words.replace("~", "\n"));
    Optional<Outcome.Graded> grade = GRADES.read(paper);
    assertEquals(expected, grade.map(each -> each.given().name()).orElse("-"), words);
  }

  @Test
  void severalVotesOfAPaperStayApart() {
    PaperReading paper =
        paper(
            "一、总体评价：满意16票，基本满意14票，不满意3票，结果为基本满意；\n"
                + "二、县住建局：满意4票，基本满意9票，不满意20票，结果为不满意；\n"
                + "三、县水利局：满意29票，基本满意4票，不满意0票，结果为满意。\n");
    List<Outcome> outcomes = TALLIES.read(paper, paper.sentences());
    assertEquals(
        List.of(
            Optional.of(Verdict.BASICALLY_SATISFIED),
            Optional.of(Verdict.DISSATISFIED),
            Optional.of(Verdict.SATISFIED)),
        outcomes.stream().map(Outcome::verdict).toList());
    assertTrue(outcomes.get(1).evidence().quote().words().startsWith("二、县住建局"));
  }

  @Test
  void aPaperOfNothingButVotesInOneSentenceIsReadInTime() {
    List<Outcome> outcomes = read("赞成1票，反对1票，".repeat(20_000));
    assertTrue(!outcomes.isEmpty() && outcomes.size() <= 500, "not every one is kept");
    int quoted = outcomes.stream().mapToInt(each -> each.evidence().quote().words().length()).sum();
    assertTrue(quoted <= 2_000_000, "nor the whole sentence with each: " + quoted);
  }

  @Test
  void aFormOfNothingButEmptyBoxesIsReadAsWell() {
    assertEquals(Optional.empty(), GRADES.read(paper("□A类".repeat(20_000))));
    assertEquals(Optional.empty(), GRADES.read(paper("A类□".repeat(20_000))));
  }

  @Test
  void theLastVoteAndTheLastGradeStand() {
    Outcome first = read("满意3票，基本满意9票，不满意20票，结果为不满意。").getFirst();
    Outcome second = read("满意23票，基本满意9票，不满意2票，结果为满意。").getFirst();
    List<Outcome> both = List.of(first, second);
    assertTrue(OutcomeFilter.SATISFIED.fits(both));
    assertTrue(!OutcomeFilter.DISSATISFIED.fits(both));
    assertEquals(Optional.of("满意（满意23票、基本满意9票、不满意2票）"), OutcomeLine.of(both));
  }

  @Test
  void whatCameIsWrittenDownAndReadBack() {
    for (String words :
        List.of(
            "应到41人，实到36人，赞成票占91.2%，反对票占5.9%，弃权票占2.9%，超过出席人员的三分之二，获得通过。",
            "满意26票，基本满意7票，不满意0票，满意率（含基本满意）97.5%。", "优秀12票，称职17票，基本称职2票，不称职0票。")) {
      List<Outcome> outcomes = new ArrayList<>(read(words));
      outcomes.addAll(GRADES.read(paper("办理结果：A类")).stream().toList());
      outcomes.add(new Outcome.Stated(Verdict.NOT_PASSED, outcomes.getFirst().evidence()));
      assertEquals(3, outcomes.size(), words);
      MatterDraft draft = draft(outcomes);
      assertEquals(draft, MatterDraftJson.read(MatterDraftJson.bytes(draft)));
      Matter matter = Ledger.on(draft, LocalDate.of(2026, 1, 1));
      assertEquals(
          matter, MatterJson.read(MatterJson.string(matter).getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void aRowFromBeforeThereWereCountsIsStillRead() {
    byte[] bytes = MatterDraftJson.bytes(draft(List.of()));
    String old = new String(bytes, StandardCharsets.UTF_8).replace("\"outcomes\":[],", "");
    assertEquals(draft(List.of()), MatterDraftJson.read(old.getBytes(StandardCharsets.UTF_8)));
  }

  private static MatterDraft draft(List<Outcome> outcomes) {
    return new MatterDraft(
        "supervision-1",
        List.of(),
        MatterType.SUPERVISION,
        "乡村医生队伍建设",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        OutcomeLine.of(outcomes),
        outcomes,
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  private static List<Outcome> read(String words) {
    PaperReading paper = paper(words);
    return TALLIES.read(paper, paper.sentences());
  }

  private static PaperReading paper(String words) {
    OfficialDocument document =
        LabelledSet.document(
            "paper",
            words,
            LabelledSet.facts(Map.of()),
            new CitationFinder(CitationWords.read(SampleSet.CONFIG.resolve("citation"))));
    return PaperReading.of(MatterPaper.of(document, List.of()), TEMPLATES.folding());
  }

  private static String said(Outcome outcome) {
    Outcome.Tally tally = outcome.tally().orElseThrow();
    StringJoiner said = new StringJoiner(" ");
    said.add(outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
    for (Outcome.Count count : tally.counts()) {
      said.add(count.choice().key() + "=" + number(count.votes()) + share(count.share()));
    }
    tally.rate().ifPresent(rate -> said.add("rate " + OutcomeLine.percent(rate).replace("%", "")));
    outcome.verdict().ifPresent(verdict -> said.add(verdict.key()));
    tally.members().ifPresent(members -> said.add("of " + members));
    tally.present().ifPresent(present -> said.add("present " + present));
    tally
        .threshold()
        .ifPresent(it -> said.add("over " + it.part() + "/" + it.whole() + " " + it.of().key()));
    return said.toString();
  }

  private static String number(OptionalInt votes) {
    return votes.isPresent() ? Integer.toString(votes.getAsInt()) : "?";
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? "/" + OutcomeLine.percent(share.getAsDouble()).replace("%", "") : "";
  }
}
