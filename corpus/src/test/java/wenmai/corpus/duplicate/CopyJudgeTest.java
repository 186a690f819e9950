package wenmai.corpus.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.reading.DocumentReader;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.reading.ReadingRules;
import wenmai.corpus.text.RepairedText;

/** Pins what is a copy of a paper and what only looks like one. */
class CopyJudgeTest {
  private static final DocumentReader READER =
      new DocumentReader(
          ReadingRules.load(Path.of(System.getProperty("wenmai.root"), "config")),
          (text, outline, facts) -> List.of());

  private static final String OPINION =
      """
      苍人常发〔2023〕7号
      苍梧市人大常委会关于校车安全管理情况报告的审议意见
      市人民政府：
      市八届人大常委会第四十二次会议听取和审议了《关于校车安全管理情况的报告》，认为过去一年校车安全管理取得成效，但是农村线路监管仍然薄弱。
      一、加强农村校车线路的巡查，建立隐患台账，逐一销号，确保学生上下学安全。
      二、完善校车驾驶人资格审查制度，定期组织培训，公开监督电话，接受社会监督。
      三、加大财政投入，2024年6月底以前更新全部超龄校车，并书面报告办理结果。
      苍梧市人民代表大会常务委员会
      2023年5月6日
      """;

  private static OfficialDocument read(String text) {
    return READER.read(
        new ReadingInput(
            DocumentId.ofExternal(text.substring(0, 6) + text.hashCode()),
            new Provenance(
                Optional.empty(), "a.txt", "0".repeat(64), 1, "text/plain", Optional.empty()),
            RepairedText.untouched(text),
            List.of(),
            Map.of(),
            Facts.none(),
            Visibility.PUBLIC));
  }

  private static boolean areCopies(String one, String other) {
    boolean copies = CopyJudge.areCopies(read(one), read(other));
    assertEquals(copies, CopyJudge.areCopies(read(other), read(one)), "in both directions");
    return copies;
  }

  @Test
  void aRepostWithClutterOrOtherSignsIsACopy() {
    assertTrue(areCopies(OPINION, "来源：某某网\n当前位置：首页 > 监督\n" + OPINION + "责任编辑：王三\n"));
    assertTrue(areCopies(OPINION, OPINION.replace('，', ',').replace("\n", "\n\n")));
    assertTrue(areCopies(OPINION, OPINION.replace("隐患台账", "隐患臺賬").replace("监督电话", "監督電話")));
  }

  @Test
  void theSamePaperOfAnotherYearPlaceOrNumberIsNone() {
    assertFalse(areCopies(OPINION, OPINION.replace("〔2023〕7号", "〔2024〕9号")));
    assertFalse(areCopies(OPINION, OPINION.replace("2023年5月6日", "2024年5月6日")));
    assertFalse(areCopies(OPINION, OPINION.replace("苍梧市", "白榆县").replace("苍人", "白人")));
  }

  @Test
  void thePortalsWordsOverAPaperOfOneNumberAndDayAreNoOtherTitle() {
    String portal = "苍梧市人大常委会关于市政府校车安全专项工作报告的审议意见\n发布日期：2023-05-09\n" + OPINION;
    assertTrue(areCopies(OPINION.replace("苍梧市人大常委会关于", "关于全市"), portal));
    assertFalse(areCopies(OPINION, portal.replace("〔2023〕7号", "〔2023〕8号")));
  }

  private static final String DECISION =
      """
      苍梧市人民代表大会常务委员会关于加强校车安全管理的决定
      为了加强校车安全管理，保障学生上下学安全，根据有关法律、法规，结合本市实际，作出如下决定：
      一、市人民政府应当建立校车安全管理协调机制，统筹解决校车安全管理中的重大问题。
      二、教育行政部门应当会同公安机关审核校车使用许可，定期检查校车线路和驾驶人资格。
      三、财政部门应当将校车更新经费纳入预算，专款专用，并接受审计监督。
      四、本决定自2023年7月1日起施行。
      """;

  private static String staged(String stage) {
    return DECISION.replace("的决定\n", "的决定" + stage + "\n");
  }

  @Test
  void aDraftIsNoCopyOfAnotherStageOrOfWhatWasAdopted() {
    for (String stage : List.of("（草案）", "草案", "（草案二次审议稿）", "（草案修改稿）", "（征求意见稿）")) {
      assertFalse(areCopies(DECISION, staged(stage)), stage);
      assertTrue(areCopies(staged(stage), "来源：某某网\n" + staged(stage)), stage);
    }
    assertFalse(areCopies(staged("（草案）"), staged("（草案二次审议稿）")));
    assertFalse(areCopies(staged("（草案）"), staged("（草案征求意见稿）")));
    assertFalse(areCopies(DECISION, staged("\n（草案）")), "on a line of its own");
    assertTrue(areCopies(staged("（草案）"), staged("草案")), "written otherwise");
  }

  @Test
  void whatIsSaidAboutADraftAndAManuscriptAreCopiedLikeAnyPaper() {
    String explanation =
        OPINION
            .replace("苍梧市人大常委会关于校车安全管理情况报告的审议意见", "关于《苍梧市校车安全管理条例（草案）》的说明")
            .replace("苍人常发〔2023〕7号\n", "");
    assertTrue(areCopies(explanation, "当前位置：首页\n" + explanation));
    String speech =
        OPINION
            .replace("苍梧市人大常委会关于校车安全管理情况报告的审议意见", "在全市校车安全管理会议上的讲话")
            .replace("苍人常发〔2023〕7号\n", "");
    assertTrue(areCopies(speech, speech.replace("会议上的讲话", "会议上的讲话稿")));
  }

  @Test
  void aTitleWithTheOrgansNameWrittenOutIsNoOtherTitle() {
    assertTrue(areCopies(OPINION, OPINION.replace("苍梧市人大常委会关于", "苍梧市人民代表大会常务委员会关于")));
  }

  @Test
  void newsPutOutAgainWithinDaysMayHaveCaptionsBetweenItsParagraphs() {
    String news =
        """
        蔺长河带队视察全县高标准农田建设管护情况
        发布日期：2023-09-15　信息来源：县融媒体中心　作者：吕静
        本网讯（记者 吕静）9月14日，县人大常委会主任蔺长河带领部分代表视察高标准农田建设管护情况。
        视察组一行先后察看了红沙堡镇万亩示范片、新寺镇集雨补灌示范点和黑窑乡撂荒地复耕现场。
        详细了解地埂修筑、窖池配套、管护经费落实等情况，在阳坡村与村民算起了收入账。
        座谈会上，县政府负责同志汇报了研究处理进展，五个方面问题已完成两项，其余三项正在推进。
        蔺长河指出，高标准农田建设三分建、七分管，各乡镇要把管护责任落实到村到户，谁受益、谁管护。
        """;
    String again =
        news.replace("发布日期：2023-09-15　信息来源：县融媒体中心　作者：吕静", "2023-09-16 08:02 发表于甘肃")
            .replace("本网讯（记者 吕静）", "")
            .replace("情况。\n视察组", "情况。\n▲在红沙堡镇察看示范片\n视察组")
            .replace("现场。\n", "现场。\n▲在黑窑乡与村民交谈\n");
    assertTrue(areCopies(news, again));
    assertTrue(
        areCopies(news.replace("9月14日", "2023年9月14日"), again.replace("9月14日", "2023年9月14日")),
        "days with their years");
    assertFalse(areCopies(news, again.replace("2023-09-16", "2024-09-16")));
  }

  @Test
  void newsThatSaysYesterdayIsTheSameByItsMeetingAndHeadline() {
    String body =
        """
        昨天下午，市人大机关会议厅里，气氛比窗外的气温高出许多。%s就城市供热保障工作开展专题询问。
        “储煤率71%%，可场地上只够烧九天。”第一个问题就让会场安静下来。
        %s
        管网改造是委员们追问最多的话题，直指三年改造计划还差37公里。
        %s
        “专题询问不是走过场，承诺的事项要列清单。”市人大常委会主任表示。
        """;
    String sitting = "市十六届人大常委会第六次会议";
    String paper =
        "供热条例谁来落实\n2022-10-28　来源：苍梧日报　记者 某某\n" + String.format(Locale.ROOT, body, sitting, "", "");
    String post =
        "供热条例谁来落实\n原创 苍梧人大 苍梧人大\n2022-10-28 11:05 发表于苍梧\n点击蓝字 关注我们\n"
            + String.format(Locale.ROOT, body, sitting, "图片 会场里", "图片 委员在提问");
    String next =
        "供热条例谁来落实\n原创 苍梧人大 苍梧人大\n2022-10-28 11:05 发表于苍梧\n点击蓝字 关注我们\n"
            + String.format(Locale.ROOT, body, "市十六届人大常委会第七次会议", "图片 会场里", "图片 委员在提问");
    assertTrue(areCopies(paper, post));
    assertFalse(areCopies(paper, next));
  }

  @Test
  void aReplyThatAPortalNamesInItsOwnWordsIsStillThatOfItsNumber() {
    String reply =
        """
        苍发改复〔2024〕33号
        苍梧市发展和改革委员会关于市八届人大三次会议第89号建议的答复
        邬某某代表：
        您在市八届人大三次会议上提出的《关于加快充电设施建设的建议》由我委主办，现答复如下：
        一、建设规划已经印发。明确到2026年底新增充电端口四万个，任务已经分解到县区。
        二、收费指导意见已经出台。充电电费执行居民合表电价，服务费上限每度三角五分。
        感谢您对价格工作的关心。
        苍梧市发展和改革委员会
        2024年6月25日
        """;
    String shown =
        reply
            .replace("苍发改复〔2024〕33号\n", "")
            .replace(
                "苍梧市发展和改革委员会关于市八届人大三次会议第89号建议的答复",
                "对市八届人大三次会议第89号建议的答复（苍发改复〔2024〕33号）\n时间：2024-07-08　来源：市发展改革委")
            .replace("苍梧市发展和改革委员会\n2024年6月25日\n", "");
    assertTrue(areCopies(reply, shown));
    assertFalse(areCopies(reply, shown.replace("33号", "34号")));
  }

  @Test
  void eachMediumHasItsOwnHeadlineForOnePieceOfNews() {
    String news =
        """
        《苍梧市电动自行车管理条例》施行首日见闻：头盔戴起来
        发布日期：2024-07-02　来源：苍梧日报　作者：阮某某
        本报讯（记者 阮某某）7月1日，条例正式施行。早上七点半，在云锦路口，执勤民警拦下一位没戴头盔的骑手，先敬礼，后讲法。
        记者在现场观察半小时，通过的六百一十二辆电动自行车中，佩戴头盔的有五百三十八辆。
        下午，记者来到望湖小区。新建的车棚里，充电端口一字排开，公示牌上电费、服务费分得清清楚楚。
        """;
    String again =
        news.replace("《苍梧市电动自行车管理条例》施行首日见闻：头盔戴起来", "头盔戴起来！苍梧市电动自行车新规施行首日见闻")
            .replace("发布日期：2024-07-02　来源：苍梧日报　作者：阮某某", "苍梧人大 2024-07-03 18:46 发表于江南");
    assertTrue(areCopies(news, again));
    assertFalse(areCopies(news, again.replace("2024-07-03", "2025-07-03")));
  }

  @Test
  void newsOfAnotherMeetingUnderTheSameHeadlineIsNoCopy() {
    String news =
        """
        县人大常委会召开主任会议研究部署近期工作
        发布日期：2024-03-05　来源：木姑人大
        3月4日，县人大常委会召开第四十一次主任会议。县人大常委会主任普国雄主持会议，副主任施文学、龙明出席。
        会议听取了县财政局关于预算执行情况的汇报，研究了常委会会议议程，讨论了代表视察方案。
        会议要求，各工作机构要认真组织实施，按时完成各项任务，重要情况及时报告主任会议。
        """;
    String other = news.replace("03-05", "03-12").replace("县财政局关于预算执行", "县水务局关于防汛准备");
    assertFalse(areCopies(news, other.replace("3月4日", "3月11日")));
    assertFalse(areCopies(news, other.replace("第四十一次", "第四十二次")));
  }

  @Test
  void announcementsOfOneSerialThatNameNoSessionAreOfOthers() {
    String announcement =
        """
        木姑县人民代表大会常务委员会公告
        第8号
        由大箐乡选举单位补选的县第十七届人民代表大会代表普琼芬，经代表资格审查委员会审查，其代表资格有效，现予公告。截至目前，县第十七届人民代表大会实有代表一百八十六名。
        木姑县人民代表大会常务委员会
        2024年4月2日
        """;
    assertFalse(areCopies(announcement, announcement.replace("大箐乡", "新寺镇").replace("普琼芬", "李阿鲁")));
  }

  @Test
  void aCopyThatLostItsSerialIsStillOne() {
    String proposal =
        """
        关于增设社区老年助餐点的建议
        第4号
        目前社区老年助餐点布点少、距离远，独居老人吃饭难的问题突出，建议：
        1．改造老旧小区闲置用房十六处用作助餐点
        2．对高龄独居老人上门送餐并给予补贴
        3．公开招标引进连锁餐饮企业运营管理
        提出人：殷大鹏
        2022年1月7日
        """;
    assertTrue(
        areCopies(proposal, proposal.replace("第4号\n", "").replaceAll("(?m)^(\\d)．", "0$1  ")));
  }

  @Test
  void announcementsOfOneSerialMayCountTheirListOtherwise() {
    String announcement =
        """
        云冲区第七届人民代表大会第二次会议公告
        （第4号）
        云冲区第七届人民代表大会第二次会议于2022年12月30日票决确定下列民生实事项目，现予公告：
        1．中小学午休躺睡设施全覆盖（229票）
        2．改造老旧小区二十一个（226票）
        3．更新改造老旧供水管网（222票）
        4．适龄女生疫苗免费接种（219票）
        云冲区第七届人民代表大会第二次会议主席团
        2022年12月30日
        """;
    String listed = announcement.replaceAll("(?m)^(\\d)．", "0$1  ");
    assertTrue(areCopies(announcement, listed));
    assertFalse(areCopies(announcement, listed.replace("第4号", "第5号")));
  }

  @Test
  void anExcerptIsNoCopy() {
    int half = OPINION.indexOf("二、");
    assertFalse(areCopies(OPINION, OPINION.substring(0, half / 2) + "（节选）"));
  }

  @Test
  void aVersionWithOtherNotesUnderItsTitleIsNoCopy() {
    String rule =
        "苍梧市古树保护条例\n（2016年8月30日苍梧市第七届人民代表大会常务委员会第四十次会议通过）\n"
            + "第一条　为了保护古树，制定本条例。\n第二条　本市行政区域内古树的保护，适用本条例。\n第三条　古树由县区人民政府登记建档。\n第四条　本条例自2017年1月1日起施行。\n";
    String amended = rule.replace("通过）", "通过　根据2021年6月29日苍梧市第八届人民代表大会常务委员会第三十一次会议决定修正）");
    assertFalse(areCopies(rule, amended));
    assertTrue(areCopies(rule, rule + "打印本页\n"));
  }

  @Test
  void aVersionAmendedAfterTheOtherWasPublishedIsNoCopy() {
    String rule =
        "灌区水费管理条例\n（2006年4月12日中华人民共和国国务院令第461号公布）\n"
            + "第一条　为了加强灌区水费管理，制定本条例。\n第二条　灌区水费的计收和使用，适用本条例。\n"
            + "第三条　水费按照用水量计收，具体标准由省级人民政府规定。\n第四条　本条例自2006年7月1日起施行。\n";
    String amended =
        rule.replace("公布）", "公布　根据2019年3月2日《国务院关于修改部分行政法规的决定》修订）").replace("省级人民政府", "县级以上人民政府");
    assertFalse(areCopies(rule, amended));
    assertTrue(areCopies(rule, rule.replace("国务院令第461号公布", "国务院令第461号发布")));
  }

  @Test
  void theFirstSentenceThatBothHaveProvesTheLink() {
    String copy = "转载。" + OPINION;
    String quote = FirstSharedSentence.of(copy, OPINION).orElseThrow().words();
    assertTrue(copy.contains(quote) && quote.length() > 11, quote);
    assertEquals(Optional.empty(), FirstSharedSentence.of("一句话。", OPINION));
  }

  @Test
  void whoIsACopyOfWhomFollowsFromTheGroupAlone() {
    Map<String, Originality> members =
        Map.of("a", new Originality("0"), "b", new Originality("1"), "c", new Originality("2"));
    Set<CopyGroup.Pair<String>> copies =
        Set.of(new CopyGroup.Pair<>("b", "a"), new CopyGroup.Pair<>("c", "b"));
    assertEquals(Map.of("b", "a"), new CopyGroup<>(members, copies).originals());
    Set<CopyGroup.Pair<String>> all =
        Set.of(
            new CopyGroup.Pair<>("b", "a"),
            new CopyGroup.Pair<>("c", "b"),
            new CopyGroup.Pair<>("a", "c"));
    assertEquals(Map.of("b", "a", "c", "a"), new CopyGroup<>(members, all).originals());
  }

  @Test
  void theOrgansOwnStandsBeforeAMirrorsAndTheUndamagedBeforeTheCut() {
    OfficialDocument own = read(OPINION);
    OfficialDocument cut = read(OPINION.replace("二、完善", "此处内容需要权限查看\n二、完善"));
    assertTrue(Originality.of(own).compareTo(Originality.of(cut)) < 0);
  }
}
