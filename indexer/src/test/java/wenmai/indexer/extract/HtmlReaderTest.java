package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import wenmai.indexer.TestSettings;
import wenmai.indexer.repair.Repairer;

/** Pins what of a web page is the paper, and that the rest stays in the raw text. */
class HtmlReaderTest {
  private static final HtmlReader READER =
      new HtmlReader(
          new Decoder(CommonCharacters.read(TestSettings.config())),
          HtmlRules.read(TestSettings.config()),
          Limits.TEXT_CHARACTERS);
  private static final Repairer REPAIRER = Repairer.read(TestSettings.config());

  private static final String PAGE =
      """
      <html><head><meta charset="%s"><title>平县停车管理办法-平县人大</title>
      <meta name="PubDate" content="2021-03-04 09:00"><meta name="ContentSource" content="法工委"></head><body>
      <div class="top"><a href="/">首页</a> <a href="/jg">机构</a> <a href="/gz">公告</a> <a href="/jd">监督</a></div>
      <div class="crumbs">您的位置：<a href="/">首页</a> &gt; <a href="/fg">法规</a></div>
      <script>var x = "脚本里的字";</script><div style="display:none">看不见的字</div>
      <div class="wrap"><h1>平县停车管理办法</h1><p>发布时间：2021-03-04&nbsp;&nbsp;来源：法工委</p>
      <div class="box"><p>　　第一条　为了规范停车秩序，保障道路畅通，根据有关法律，结合本县实际，制定本办法。</p>
      <p>　　第二条　本县城区停车的规划、建设、使用和管理，适用本办法；农村道路除外。</p>
      <table><tr><td><p>车型</p></td><td><p>每小时</p></td></tr><tr><td>小型车</td><td>2元</td></tr></table>
      <p>监<ruby>督<rt>dū</rt></ruby>电话由主管部门公布。</p></div>
      <p>平县人民代表大会常务委员会</p><p>2021年3月1日</p></div>
      <div class="related"><ul><li><a href="/1">另一件规定</a></li><li><a href="/2">又一件规定</a></li></ul></div>
      <div class="foot">版权所有 平县人大 平ICP备1号</div></body></html>
      """;

  private static Extraction.Extracted read(String html, String charset) {
    return assertInstanceOf(
        Extraction.Extracted.class, READER.read(html.getBytes(Charset.forName(charset))));
  }

  @Test
  void thePaperIsFoundAmongMenusAndFooters() {
    Extraction.Extracted page = read(PAGE.formatted("utf-8"), "UTF-8");
    assertEquals(
        """
        平县停车管理办法
        发布时间：2021-03-04 来源：法工委
        　　第一条　为了规范停车秩序，保障道路畅通，根据有关法律，结合本县实际，制定本办法。
        　　第二条　本县城区停车的规划、建设、使用和管理，适用本办法；农村道路除外。
        车型 	每小时
        小型车	2元
        监督电话由主管部门公布。
        平县人民代表大会常务委员会
        2021年3月1日
        """,
        REPAIRER.repair(page.text()).text());
    assertTrue(page.text().text().contains("另一件规定"), "the raw text keeps all");
    assertFalse(page.text().text().contains("脚本") || page.text().text().contains("看不见"));
    assertEquals("2021-03-04 09:00", page.properties().get("web:published"));
    assertEquals("法工委", page.properties().get("web:source"));
    assertEquals("平县停车管理办法-平县人大", page.properties().get("html:title"));
  }

  @Test
  void aPageThatDeclaresOneEncodingAndIsWrittenInAnotherIsReadRight() {
    for (String charset : List.of("UTF-8", "GBK")) {
      String declared = charset.equals("GBK") ? "utf-8" : "gb2312";
      assertTrue(read(PAGE.formatted(declared), charset).text().text().contains("第一条　为了规范"));
    }
  }

  @Test
  void whatIsInNoChineseEncodingIsReadAsThePageSays() {
    String words = "Экономика области в этом году росла, сообщила администрация области.";
    String page =
        "<html><head><meta charset=windows-1251><title>t</title></head><body><p>"
            + words
            + "</p></body></html>";
    assertTrue(read(page, "windows-1251").text().text().contains(words));
  }

  @Test
  void deepNestingAndUnclosedTagsDoNoHarm() {
    assertInstanceOf(
        Extraction.Extracted.class,
        READER.read(("<div>".repeat(20_000) + "文字").getBytes(Charset.forName("UTF-8"))));
    assertInstanceOf(
        Extraction.Rejected.class, READER.read("<p><b></p>".getBytes(Charset.forName("UTF-8"))));
  }

  @Test
  void aNamedPlaceIsNoLinkAndATextInsideOfOneStays() {
    String text =
        repaired(
            PAGE.formatted("utf-8")
                .replace("<p>　　第一条", "<p><a name=OLE_LINK2>　　第一条")
                .replace("</p>\n<table>", "</p></a>\n<table>"));
    assertTrue(text.contains("第一条　为了规范") && text.contains("农村道路除外"), text);
  }

  @Test
  void aListOfLinksInTheBodyGoesAndFilesToFetchStay() {
    String links =
        "<ul>%s</ul>".formatted("<li><a href='/9'>别的一件公告</a></li>".repeat(6))
            + "<p><a href='/a.doc'>附件：收费标准.doc</a></p><p><a href='/b'>实施细则</a></p>";
    String text = repaired(PAGE.formatted("utf-8").replace("<table>", links + "<table>"));
    assertFalse(text.contains("别的一件"), text);
    assertTrue(text.contains("附件：收费标准.doc") && text.contains("实施细则"), text);
  }

  @Test
  void manyLinksTakeNoTime() {
    repaired(PAGE.formatted("utf-8").replace("<table>", "<p><a href=x>公告</a></p>".repeat(60_000)));
  }

  private static String repaired(String html) {
    return REPAIRER.repair(read(html, "UTF-8").text()).text();
  }

  @Test
  void aTitleAboveTheBodyIsToldByItsWordsWhereNothingInThePageSaysSo() {
    String body =
        "<p>各乡镇人民政府：</p><p>为了规范停车秩序，保障道路畅通，根据有关法律，结合本县实际，现提出以下意见，请认真贯彻执行，并及时反映问题。</p>".repeat(5);
    String page =
        "<html><head><title>平县住建局</title></head><body><table><tr><td><a href=/>首页</a></td></tr><tr><td>政策规定</td></tr>"
            + "<tr><td>当前浏览位置： 首页 &gt;政策规定 &gt;关于停车的规定</td></tr><tr><td>双击自动滚屏</td></tr>"
            + "<tr><td>TITLE</td></tr><tr><td><div>BODY</div></td></tr></table></body></html>";
    String mended = mended(page, "关于进一步规范平县停车秩序的意见", body);
    assertTrue(mended.startsWith("关于进一步规范平县停车秩序的意见\n各乡镇人民政府："), mended);
    String second = mended(page, "关于机构改革的通知", "<p>关于停车秩序的意见</p>" + body);
    assertTrue(second.startsWith("关于停车秩序的意见\n"), second);
    String none = mended(page, "行政许可事项", body);
    assertTrue(none.startsWith("各乡镇人民政府："), none);
  }

  @Test
  void aTeaserOfAnotherPaperAboveTheBodyIsNoTitle() {
    String body =
        "<p>今年以来，区人大代表联络站开展了接待活动。</p>"
            + "<p>区人大常委会组织代表对全区城市管理工作开展了专题调研，察看了六个街道的市容环境、垃圾分类情况。现将有关情况报告如下。</p>".repeat(4);
    String page =
        "<html><head><title>平江人大网</title></head><body><div><a href=/>首页</a></div>"
            + "<div class='hot'><p>TITLE</p></div><div class='content'>BODY</div></body></html>";
    for (String teaser : List.of("平江区人大常委会关于加强养犬管理工作的决定", "某某省关于推进城市更新工作的实施方案", "平江区物业管理条例")) {
      assertTrue(mended(page, teaser, body).startsWith("今年以来"), teaser);
    }
    String own = "关于全区城市管理工作情况的调研报告";
    assertTrue(mended(page, own, body).startsWith(own + "\n今年以来"));
    assertTrue(mended(page, own, "<p>代表联络站里话民生</p>" + body).startsWith("代表联络站里话民生\n"));
  }

  private static String mended(String page, String title, String body) {
    String html = page.replace("TITLE", title).replace("BODY", body);
    return REPAIRER.repair(read(html, "UTF-8").text()).text();
  }
}
