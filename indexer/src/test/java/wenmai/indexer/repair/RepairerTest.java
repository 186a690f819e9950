package wenmai.indexer.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.RepairedText;

/** Pins what is mended in a text and, as much, what is left alone. Every repair can be undone. */
class RepairerTest extends RepairCase {
  @Test
  void tonedGlossesGoAndOtherBracketsStay() {
    assertRepaired("依法監督，村(社區)、甲(A)、咖啡(café)", "依法監(jiān)督（dū），村(社區)、甲(A)、咖啡(café)");
    assertRepaired("汀浦有人", "汀浦(tīng pǔ)有人");
    assertUntouched("联系人张三(zhang)");
  }

  @Test
  void aGlossWithoutToneGoesOnlyFromAGlossedText() {
    assertRepaired("學習強國實中人丙(b)", "學(xué)習(xí)強(qiáng)國(guó)實(shí)中(zhong)人丙(b)");
    assertUntouched("學(xué)習中(zhong)".replace("(xué)", ""));
  }

  @Test
  void aNoticeInMidTextIsTakenOutAndTheSidesAreNotGlued() {
    assertRepaired(BODY + "一是要提高质量。\n" + BODY, BODY + "此处内容需要权限查看\n会员免费查看一是要提高质量。\n" + BODY);
    RepairedText within = repair(BODY + "前半句没有完请登录后阅读全文后半句是别的话。\n");
    assertEquals(BODY + "前半句没有完\n后半句是别的话。\n", within.text());
  }

  @Test
  void aPortalsHeadAndFootGoAndThePapersOwnLinesStay() {
    String paper =
        "关于教育工作情况的审议意见\n发布时间：2021-03-04  来源：教科文卫委\n平人常发〔2021〕3号\n县人民政府：\n"
            + BODY
            + "平县人民代表大会常务委员会\n2021年3月1日\n抄送：县委办公室。\n联系人：王一　电话：0000-1234567\n";
    String raw =
        "平县人大网\n首页 | 机构概况 | 要闻动态 | 监督工作 | 代表工作\n下载\n全屏\n【字号：\n加大\n还原\n】\n您现在的位置：首页 > 监督工作 > 审议意见\n"
            + paper.replace("教科文卫委\n", "教科文卫委  字号：【大 中 小】  浏览次数：88\n")
            + "【打印】【关闭】\n上一篇：没有了\n下一篇：另一件\n主办单位：平县人大常委会办公室\n版权所有 平县人大常委会\n平ICP备00000001号\n地址：平县人民路1号\n";
    String text = repair(raw).text();
    for (String line : paper.split("\n")) {
      assertTrue(text.contains(line), line);
    }
    for (String gone : List.of("人大网", "首页", "字号", "还原", "打印", "上一篇", "版权", "ICP", "人民路")) {
      assertFalse(text.contains(gone), gone);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"&C&A", "&CPage &P", "&A\t", "第 &P 页，共 &N 页", "&L&\"宋体,常规\"&10&D\t&R&P/&N"})
  void codesOfATablesRunningHeadAndFootGo(String codes) {
    assertRepaired(BODY, BODY + codes + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A&B", "研发&设计中心", "R&D经费"})
  void anAmpersandOfATableStays(String own) {
    assertUntouched(BODY + own + "\n");
  }

  @Test
  void aTitleOverAMessagesBylineStaysThoughFurnitureFollows() {
    String title = "栖岭区人大常委会召开第二十一次会议\n原创 融媒组 栖岭人大 2024年10月31日 18:22\n";
    assertRepaired(title + BODY, title + "点击上方蓝字关注我们\n" + BODY);
    String spoken = "查水表，问账本！\n";
    assertRepaired(spoken + BODY, spoken + "点击上方蓝字关注我们\n" + BODY);
  }

  @Test
  void aMirrorsTailOfOtherTitlesGoes() {
    String text =
        repair(BODY + "作者：李二\n责编：王三\n\n【要闻】甲县召开会议\n【要闻】乙县召开会议\n【评论】谈一件事\n继续滑动看下一个\n您可能也对以下帖子感兴趣\n")
            .text();
    assertEquals(BODY + "作者：李二\n责编：王三", text.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "第一条　为了规范停车秩序，制定本办法。\n第二条　本办法适用于本市。\n",
        "关于推进全县停车工作的\n审议意见\n\n县人民政府：\n现将意见送你们。\n",
        "任命：\n张一　李二　王三　赵四\n免去：\n孙五\n",
        "注：本网格的地址和电话由街道公布。\n联系电话：0000-1234567\n",
        "联系人：王一\n电话：0000-1234567\n邮编：000000\n",
        "收入　100　200\n支出　90　180\n1\n2\n3\n",
      })
  void whatIsThePapersOwnIsLeftAlone(String raw) {
    assertUntouched(BODY + raw);
  }

  @Test
  void aGazettesRunningHeadGoesAndItsNameAndBulletinsOfFiguresStay() {
    for (String head :
        List.of(
            "·12·　　平县人民代表大会常务委员会公报　　２０２３年第４期",
            "平县人大常委会公报　　2023年第4期（总第61期）　　·31·",
            "31　平县人大常委会公报　　2023年第4期")) {
      assertRepaired(BODY, head + "\n" + BODY);
    }
    for (String own :
        List.of(
            "平县人民代表大会常务委员会公报 2023年第4期（总第61期）",
            "2023 年平县国民经济和社会发展统计公报",
            "2021 年平县第七次全国人口普查公报 第1号")) {
      assertUntouched(own + "\n\n" + BODY);
    }
  }

  @Test
  void anOAmongTheFiguresOfAYearIsAZero() {
    assertRepaired("会议于2023年8月30日召开，1 O 2，CO2年均浓度下降。", "会议于2O23年8月30日召开，1 O 2，CO2年均浓度下降。");
    assertRepaired("2000 年度和2010年", "2oOO 年度和2O1o年");
  }

  @Test
  void whoWroteAPaperStaysAndThePortalsButtonsBesideItGo() {
    assertEquals(BODY + "责任编辑：王三", repair(BODY + "责任编辑：王三  【打印】 【关闭】\n").text().strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "本文继续阅读请登录",
        "剩余内容请开通VIP后查看",
        "全文请购买后阅读",
        "开通会员后可阅读全文",
        "您需要登录后才可以查看完整内容",
        "登录后查看全文",
        "本文为会员专享，剩余内容请开通VIP后查看",
        "【付费内容，购买后可见】",
        "付费阅读，试读已结束",
        "开通VIP会员，阅读全文",
        "本文共3200字，试读结束，购买后继续阅读",
        "权限不足，请升级会员",
        "点击下载完整版（10积分）",
        "发表评论 登录后评论 0条评论",
        "网友评论 仅供其表达个人看法，不表明本站立场",
        "分享让更多人看到 微博 微信 QQ",
        "【我要打印】【关闭窗口】【推荐给朋友】",
        "点击“阅读原文”查看更多",
        "分享、点赞、在看，一键三连！",
        "点个“在看”，你最好看",
      })
  void noticesOfPayWallsAndMessagesBetweenLinesGo(String notice) {
    assertRepaired(BODY + "二、要办实事。\n" + BODY, BODY + notice + "\n二、要办实事。\n" + BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "【付费内容，购买后可见】",
        "（您需要登录后才可以查看完整内容）",
        "（剩余2345字，登录后查看全文）",
        "[VIP专享]",
        "【会员专享，开通后可见】",
      })
  void noticesInBracketsInASentenceGo(String notice) {
    RepairedText text = repair(BODY + "应当把农村饮水安全" + notice + "纳入规划。\n");
    assertEquals(BODY + "应当把农村饮水安全\n纳入规划。\n", text.text());
    assertEquals(
        List.of(Repair.Reason.BOILERPLATE), text.repairs().stream().map(Repair::why).toList());
  }

  @Test
  void aNoticeThatIsTakenOutWithItsLineEndStaysBoilerplate() {
    RepairedText text = repair(BODY + "收入完成12.3亿元……剩余内容请登录后查看全文）\n" + BODY);
    assertTrue(
        text.repairs().stream().anyMatch(repair -> repair.why() == Repair.Reason.BOILERPLATE));
    assertFalse(
        text.repairs().stream()
            .anyMatch(
                repair -> repair.why() == Repair.Reason.LINE_BREAK && repair.was().contains("登录")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"往期推荐", "相关文章", "【相关阅读】", "更多精彩", "大家都在看"})
  void aListOfRecommendedPapersBelowGoes(String over) {
    assertEquals(
        BODY + "来源：平县人大",
        repair(BODY + "来源：平县人大\n" + over + "\n县人大常委会召开主任会议\n程岚调研教育工作\n").text().strip());
    assertEquals(
        BODY.strip(), repair(BODY + over + "\n关于表彰优秀代表的决定\n主办：平县人大 技术支持：某某公司\n").text().strip());
    assertUntouched(BODY + over + "\n第二条　本办法适用于本市。\n附件：名单\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "相关信息\n会议时间：五月八日上午九时\n会议地点：区人大常委会二楼会议室\n会议材料由区人大常委会办公室另行发放\n",
        "推荐阅读\n《中国人民代表大会制度》\n《论坚持人民当家作主》\n《乡土中国》\n",
        "延伸阅读\n平县志\n平县人大志\n",
        "相关内容\n代表议案七件\n代表建议一百二十件\n",
        "立法 监督 代表 决定 任免\n统计数据 规划计划 政策 公示 通知\n",
        "转发、评论、点赞、收藏\n",
        "相关信息\n联系人：王三\n地址：平县人民路一号\n",
      })
  void aPapersOwnLastPartStaysUnderAHeadingThatPagesHaveToo(String own) {
    assertUntouched(BODY + own);
    assertUntouched(BODY + own + BODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"相关链接", "推荐阅读", "相关信息"})
  void whereThePageShowsItselfTheListBelowGoes(String over) {
    String list = over + "\n县人大常委会召开主任会议\n程岚调研教育工作\n版权所有：平县人大\n";
    assertEquals(BODY.strip(), repair(BODY + list).text().strip());
    String foot = over + "\n联系我们|网站地图|\n地址：平县人民路一号　信箱：　电\n话：010-68792114\n";
    assertEquals(BODY.strip(), repair(BODY + foot).text().strip());
    assertTrue(
        repair(BODY + over + "\n会议时间：五月八日上午九时\n会议地点：二楼会议室\n版权所有：平县人大\n").text().contains("会议地点"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "设置监督二维码（扫码后可见公共收益明细），接受业主监督。",
        "设置公示牌（扫码即可查看项目全部信息），方便群众了解进展。",
        "设置监督二维码（扫码后可见），接受业主监督。",
        "开通查询平台（注册用户可下载全部目录），全年访问十二万人次。",
        "建立普惠服务平台（会员专享优惠项目四十二个），惠及职工八万人。",
        "商会办事大厅（会员可查看全部政策），服务企业六百家。",
        "建立普惠平台（会员专享），惠及职工八万人。",
        "采用[会员制]管理，推行【扫码支付】。",
      })
  void ordinaryBracketsInASentenceStay(String sentence) {
    assertUntouched(BODY + sentence + "\n" + BODY);
    assertUntouched(BODY + sentence + "\n");
  }

  @Test
  void whoEditedAndCheckedAMessageGoesWithWhatThePlatformAdds() {
    String credits = "来源丨区人大办\n编辑丨小王\n审核丨老李\n";
    assertEquals(BODY.strip(), repair(BODY + credits + "END\n点击“阅读原文”查看更多\n").text().strip());
    assertEquals(
        BODY.strip(),
        repair(BODY + "编辑：小王　审核：老李\n长按识别二维码关注我们\n点击“阅读原文”\n往期推荐\n程岚调研教育工作\n").text().strip());
    assertUntouched(BODY + credits);
    assertUntouched(BODY + "编辑：小王　审核：老李\n");
    assertUntouched("环节|审核|排版\n编辑|小王|老李\n" + BODY);
  }

  @Test
  void aPointBetweenANoticeAndTheFootOfAPageStays() {
    assertEquals(
        BODY + "一、要加强领导。\n二、自公布之日起施行。",
        repair(BODY + "一、要加强领导。\n本文为会员专享，剩余内容请开通VIP后查看\n二、自公布之日起施行。\n分享到：微信 微博\n上一篇：某决议\n")
            .text()
            .strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "代表登录平台后，可以查看建议的办理情况，群众扫码即可查看公示内容。\n",
        "（详情可登录平县人大网查看）\n",
        "一、会员大会由全体会员组成，会员可以查阅会费的收支情况。\n",
        "二、推行扫码阅读，在村头设置阅读点十处\n",
        "三、推荐阅读书目由县图书馆公布，供代表选用。\n",
        "编辑：王三\n审核：李四\n",
        "编审：县志办公室\n",
        "点赞的代表有十人，转发的有五人，评论的有两人\n",
        "付费阅读收入三万元\n",
        "网上评论二百条，登录平台的用户五千人\n",
        "购买服务的会员单位可继续查看\n",
        "分享微信工作经验的代表有三人\n",
        "积分兑换\n",
        "（大）（中）班\n",
      })
  void wordsLikeThoseOfNoticesThatAreThePapersOwnStay(String raw) {
    assertUntouched(BODY + raw + BODY);
    assertUntouched(BODY + raw);
  }

  @Test
  void aPageNumberInASentenceGoesAndTheSentenceCloses() {
    assertRepaired(
        "本办法自公布之日起施行，有效期至二〇二五年十二月三十一日。\n完", "本办法自公布之日起施行，有效期至二〇二五年\n- 6 -\n十二月三十一日。\n- 7 -\n完");
  }

  @Test
  void utf8ReadAsAnotherEncodingIsUndone() {
    String good = "关于加强预算审查监督的决定，自公布之日起施行";
    String asLatin = new String(good.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertRepaired(good + "\n" + BODY, asLatin + "\n" + BODY);
    String gbAsLatin =
        new String(good.getBytes(Charset.forName("GB18030")), StandardCharsets.ISO_8859_1);
    RepairedText text = repair(gbAsLatin + "\n" + BODY);
    assertEquals(good + "\n" + BODY, text.text());
    assertEquals(Repair.Reason.ENCODING, text.map().edits().getFirst().why());
  }

  @Test
  void onlyFurnitureIsKeptRatherThanNothing() {
    assertUntouched("网站地图 | 联系我们\n版权所有 平县人大常委会\n");
  }

  @Test
  void aHugeLineTakesNoTime() {
    repair("首页 > ".repeat(60_000) + "监(jiān)督".repeat(50_000));
    repair("(a".repeat(200_000));
  }

  @Test
  void aMenuOfOneEntryALineOrInOneRowThatBeginsWithHomeGoes() {
    String title = "平县停车办法\n";
    String entries = "首页\n政务公开\n信息公开指南\n来访预约\n行政许可\n互动交流\n";
    assertRepaired(title + BODY, entries + title + BODY);
    assertRepaired(title + BODY, "首页\t政务公开\t来访预约\t信访大厅\t网上投票\t行政许可\t智慧停车\n" + title + BODY);
    assertUntouched(title + BODY + "首页设计\n栏目设计\n" + BODY);
    assertUntouched("项目\t首页改版\t栏目调整\n金额\t3万元\t2万元\n" + BODY);
    assertUntouched("决定\n公告\n通知\n" + BODY);
  }
}
