package wenmai.indexer.repair;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pins which lines are joined, broken inside a sentence, and which stand by themselves. */
class LineBreakTest extends RepairCase {
  @Test
  void rulersAndLabelledLinesOfAFormStandByThemselves() {
    String rule = "────────────────────────────\n";
    String head = "栖岭区第十届人民代表大会第三次会议\n代 表 建 议\n" + " ".repeat(48) + "第 58 号\n" + rule;
    String form =
        "标  题：关于打通小学北侧步道的建议\n领衔代表：韩文川（桥东代表团）    附议代表：区景文、车万里\n联系电话：（略）      提出日期：2024年1月17日\n";
    String broken = "    小学现有学生1860人，其中住在北面新村和盐场宿舍的约七百\n";
    String rest = "人，走路要绕行很远的路程，家长们对此意见很大很大，要求早日\n打通步道，方便学生上学。\n";
    assertRepaired(
        head
            + form
            + rule
            + "案由：\n"
            + (broken + rest).replace("七百\n人", "七百人").replace("早日\n", "早日"),
        head + form + rule + "案由：\n" + broken + rest);
  }

  @Test
  void linesBrokenInsideASentenceAreJoinedAndUnitsAreNot() {
    assertRepaired(
        """
        平县人民代表大会常务委员会公告
        　　第三号
        　　平县停车管理办法已经平县第十届人民代表大会常务委员会第五次会议于2020年3月5日通过，现予公布，自2020年6月1日起施行。各单位应当认真贯彻执行，不得另行规定。
        　　一、要加强宣传，使全县的单位和个人都知道办法的内容，做到人人遵守。
        """,
        """
        平县人民代表大会常务委员会公告
        　　第三号
        　　平县停车管理办法已经平县第十届人民代表大会
        常务委员会第五次会议于2020年3月5日通过，现予公布，
        自2020年6月1日起施行。各单位应当认真贯彻执行，
        不得另行规定。
        　　一、要加强宣传，使全县的单位和个人都知道办法
        的内容，做到人人遵守。
        """);
  }

  @Test
  void aLinkOnALineOfItsOwnIsJoinedOnBothSides() {
    assertRepaired(
        "会议听取和审议了县长所作的政府工作报告。会议充分肯定过去一年的工作。\n", "会议听取和审议了县长所作的\n政府工作报告\n。会议充分肯定过去一年的工作。\n");
    assertRepaired("会议要求，各部门落实《平县供水条例》，保证供水。\n", "会议要求，各部门落实\n《平县供水条例》\n，保证供水。\n");
    assertRepaired("总体要求\n贯彻监督法，依法监督。\n", "总体要求\n贯彻监督法\n，依法监督。\n");
  }

  @Test
  void theLineOfASessionPaperIsNoPartOfTheTitleBelow() {
    String lines =
        """
        区十八届人大常委会第十六次会议材料（四）
        关于全区校园食品安全的报告
        各位领导，根据会议安排，我受区人民政府的委托
        现在报告全区校园食品安全的工作情况，请审议。
        全区共有中小学、幼儿园一百三十八所，在校师生
        九万二千人，其中自办食堂一百零一所，校外配餐
        三十七所。
        """;
    assertRepaired(lines.replace("委托\n", "委托").replace("师生\n", "师生").replace("配餐\n", "配餐"), lines);
  }

  @Test
  void aNumberIsWholeThoughItsLastSignStandsOnTheNextLine() {
    assertRepaired("平交建字〔2023〕7号 分类：C\n对建议的答复\n", "平交建字〔2023〕7\n号 分类：C\n对建议的答复\n");
    assertRepaired("下列文件\n号召全县各界支持。\n", "下列文件\n号召全县各界支持。\n");
  }

  @Test
  void aMarkOfSecrecyOnALineOfItsOwnIsNotTheRestOfASentence() {
    String lines =
        """
        　　根据工作安排，现就召开会议的有关事项通知如下，会议
        将于五月举行，请各单位认真组织填报，按照规定的时间报送
        有关材料，并且做好会议的各项准备工作，如有不明之处可以
        向办公室询问，办公室将及时答复，并将汇总情况填入汇总表
        %s
        棠州市代表名单
        """;
    for (String mark : List.of("机密★1年", "密级：机密", "【秘密】", "000001 绝密★30年 特急", "机密")) {
      String set = lines.replace("%s", mark);
      assertRepaired(joined(set), set);
    }
    String rest = lines.replace("%s", "秘密。");
    assertRepaired(joined(rest).replace("汇总表\n秘", "汇总表秘"), rest);
  }

  private static String joined(String set) {
    return set.replace("会议\n将", "会议将").replace("报送\n有", "报送有").replace("可以\n向", "可以向");
  }

  @Test
  void aLineCannotBeginWithAClosingSign() {
    assertRepaired("依照《中华人民共和国预算法》，批准决算。", "依照《中华人民共和国预算法》\n，批准决算。");
    assertRepaired("依照《中华人民共和国预算法》批准决算。", "依照《\n中华人民共和国预算法》批准决算。");
    assertRepaired("an international law，", "an inter-\nnational law，");
  }

  @Test
  void aNoteInBracketsGoesOnUntilItsBracketClosesAndNotesOneUnderTheOtherStayApart() {
    assertRepaired("（2012年3月5日平县人民代表大会常务委员会第五次会议通过）", "（2012年3月5日平县人民代表大会\n常务委员会第五次会议通过）");
    assertRepaired("（2012年3月5日通过）", "（2012年3月\n5日通过）");
    assertUntouched("（2012年3月5日常务委员会第五次会议通过\n2018年5月6日常务委员会第九次会议修订）");
    assertUntouched("（2012年3月5日常务委员会第五次会议通过\n根据2018年5月6日常务委员会第九次会议决定修正）");
  }

  @Test
  void aFullLineBeforeAnEntryOfAFormAnAddresseeOrARuleIsNotJoinedToIt() {
    String body =
        """
        城东旧粮站的空地原产权单位同意无偿用到年底，已经划线设八十六个临
        时摊位，每天开放到晚上九点，收摊以后由市场的业主方负责保洁和清运
        各类垃圾，街道和城管中队每月抽查两次，结果在社区公告栏里公开张贴
        两周，居民有不同意见的可以向代表联络站反映。
        """;
    String joined = body.replaceAll("(?<!。)\n", "");
    for (String next :
        List.of(
            "标  题：关于打通步道的建议",
            "联系电话：（略）",
            "────────────",
            "① 占道经营",
            "县人民政府：",
            "【附】",
            "2022-09-15  转自：云麓人大")) {
      String full = "领衔代表：某某某（城东代表团）和其他几位代表一同签名提出并且附议者十人\n";
      assertRepaired(joined + full + next + "\n", body + full + next + "\n");
    }
  }

  @Test
  void rowsWhoseCellsBlanksPartStayApart() {
    String table =
        """
        项目                 完成情况（镇政府报告）              满意 基本满意
        老水管改造工程       十一公里全部通水并且水质抽检合格    四十九 六
        食堂三处             三处运营，西边的一处改到了旧村部    四十五 十
        农村公厕提升         十二座，另外加了扶手的又有十二套    五十二 四
        """;
    assertUntouched(table);
  }

  @Test
  void aParagraphThatAPageBrokeByItselfIsJoined() {
    String title = "平县人民代表大会常务委员会\n关于加强供水工作的决定\n（2023年5月18日平县第十六届人民代表大会常务委员会第十四次会议通过）\n\n";
    String points = "　　一、县人民政府应当加强领导。\n　　二、本决定自公布之日起施行。\n";
    assertRepaired(
        title + "　　平县第十六届人民代表大会常务委员会第十四次会议听取和审议了县人民政府关于供水工作情况的报告，作出如下决定：\n" + points,
        title + "　　平县第十六届人民代表大会常务委员会第十四次会议听\n取和审议了县人民政府关于供水工作情况的报\n告，作出如下决定：\n" + points);
    assertUntouched(
        title + "　　报送单位为平县人民代表大会常务委员会办公室及其各工作机构\n平县人民代表大会常务委员会办公室\n2023年5月18日\n" + points);
    String deep = "　".repeat(18);
    assertUntouched(
        title + points + deep + "平县人大常委会\n" + deep + "2023年10月8日\n抄：县委办公室、县委组织部、县人民政府办公室。\n");
    assertUntouched(title + "　　附：平县人民代表大会常务委员会关于供水工作的审议意见清单\n一、加强领导，落实责任，保障群众用水的安全。\n" + points);
  }

  @Test
  void itemsOneUnderTheOtherStayThoughOnlyTheLastHasAStop() {
    String title = "平县第十六届人大常委会第十二次会议建议议程\n\n";
    assertUntouched(
        title
            + "　　听取和审议县人民政府关于国民经济和社会发展计划执行情况的报告\n"
            + "审议县人民政府关于二〇二二年财政决算情况的报告和审计工作情况的报告\n"
            + "表决县人大常委会主任会议关于提请任命有关人员职务的议案及其他有关事项。\n");
    assertUntouched(
        title + "　　平县第一中学教学楼改造工程由县教育局牵头，县住房建设局配合实施\n" + "平县人民医院门诊楼改造工程由县卫生健康局牵头，县住房建设局配合实施。\n");
  }

  @Test
  void rowsOfATableSayNothingOfTheWidthOfATextAndAnAddresseeBeginsALine() {
    String rows =
        "索引号：\t003012-2023-0012\t发文机关：\t平县人民政府\n标题：\t平县人民政府关于印发平县养老服务规划的通知\n"
            + "发文字号：\t平政发〔2023〕9号\t成文日期：\t2023年04月11日\n发布日期：\t2023年04月20日\t有效性：\t有效\n";
    assertUntouched(
        rows
            + "平县人民政府关于印发平县养老服务规划的通知\n各街道办事处，县政府各部门：\n现将《平县养老服务规划》印发给你们，请认真贯彻执行。\n平县人民政府\n2023年4月11日\n");
  }

  @Test
  void marksFarApartOnALineAreNoSentence() {
    assertUntouched(
        "第 012 号　　　　　　秘密★5年\n平县人民代表大会常务委员会文件\n平人常〔2023〕18号\n关于全县代表资格审查有关情况的报告\n县委：\n"
            + "现将有关情况报告如下，请审示，并请转告各乡镇。\n平县人民代表大会常务委员会\n2023年3月6日\n");
  }
}
