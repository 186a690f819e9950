package wenmai.corpus.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wenmai.corpus.text.Span;

/** Pins what counts as a unit, its address, and that its span covers it whole. */
class OutlineReaderTest {

  private static final String LAW =
      """
      目　录
      第一章　总则
      第二章 取水与用水

      第一章　总　则
      第一条　为了节约用水，制定本条例。
      第二条 本条例适用于本市行政区域。
      法律另有规定的，从其规定。
      第二章 取水与用水
      第十二条　用水单位应当：
      （一）装表计量；
      （二）按时报数。
      前款所称用水单位，包括个体工商户。
      第十二条之一　禁止盗水。
      """;

  @Test
  void articlesParagraphsAndItemsHaveAddresses() {
    assertEquals(
        List.of("1", "2", "2.1", "2.2", "12", "12.1", "12.1.1", "12.1.2", "12.2", "12_1"),
        addresses(OutlineReader.read(LAW)));
  }

  @Test
  void tableOfContentsIsNotTheBody() {
    List<String> chapters =
        OutlineReader.read(LAW).divisions().stream()
            .filter(division -> division.level() == Level.CHAPTER)
            .map(Division::label)
            .toList();
    assertEquals(List.of("第一章 总则", "第二章 取水与用水"), chapters);
  }

  @Test
  void spanCoversTheWholeUnit() {
    Division article = OutlineReader.read(LAW).at("12").orElseThrow();
    String words = words(LAW, article);
    assertTrue(words.startsWith("第十二条"), words);
    assertTrue(words.endsWith("包括个体工商户。"), words);
    Division chapter = OutlineReader.read(LAW).divisions().getFirst();
    assertTrue(words(LAW, chapter).endsWith("从其规定。"), words(LAW, chapter));
  }

  @Test
  void itemIsFoundWithoutItsParagraph() {
    assertEquals("（二）按时报数。", words(LAW, OutlineReader.read(LAW).at("12.0.2").orElseThrow()));
  }

  @Test
  void lineBrokenWithinASentenceBeginsNoParagraph() {
    Outline outline = OutlineReader.read("第一条　为了加强管理，\n保障安全，制定本办法。\n第二条　略。");
    assertEquals(List.of("1", "2"), addresses(outline));
  }

  @Test
  void numberedPointsOfAnOpinionCountAsArticles() {
    String opinion = "一、补齐短板。年内建成三个站点。\n二、压实责任：\n1.区住建局牵头；\n2．每季度报告一次。\n三、按时反馈。";
    Outline outline = OutlineReader.read(opinion);
    assertEquals(List.of("1", "2", "2.0.1", "2.0.2", "3"), addresses(outline));
    assertEquals("一、补齐短板", outline.divisions().getFirst().label());
  }

  @Test
  void numberedPointsOfAReportAreHeadings() {
    String report = "一、主要成效\n今年以来，全区新建站点十二个。\n（一）站点\n略。\n二、存在问题\n略。";
    Outline outline =
        OutlineReader.read(report, Span.of(0, report.length()), Numbering.POINTS_ARE_HEADINGS);
    assertEquals(
        "一、主要成效 heading|（一）站点 heading|二、存在问题 heading",
        outline.divisions().stream()
            .map(division -> division.label() + " " + division.level().key())
            .collect(Collectors.joining("|")));
    assertTrue(addresses(outline).isEmpty());
  }

  @Test
  void newWordingWithinQuotationMarksIsNoPointOfTheDecision() {
    String decision = "一、将第五条修改为：“第五条　应当公开。\n第六条　应当留档。”\n二、删去第九条。";
    assertEquals(List.of("1", "2"), addresses(OutlineReader.read(decision)));
  }

  @Test
  void citationAtALineStartIsNoArticle() {
    Outline outline = OutlineReader.read("第一条　依法办理。\n第三条第二款规定的情形除外。\n第二条　略。");
    assertEquals(List.of("1", "1.1", "1.2", "2"), addresses(outline));
  }

  @Test
  void marksOfMarkdownArePassedOver() {
    Outline outline = OutlineReader.read("## 第一章 总则\n**第一条** 为了规范管理，制定本办法。\n第二条 略。");
    assertEquals(List.of("1", "2"), addresses(outline));
    assertEquals(Level.CHAPTER, outline.divisions().getFirst().level());
  }

  @Test
  void bothScriptsAndBothKindsOfNumeralsAreUnderstood() {
    assertEquals(List.of("1", "2"), addresses(OutlineReader.read("第1條　為了規範管理，制定本辦法。\n第２條　略。")));
  }

  /** Whatever the text: units lie within it, and one that holds others spans them. */
  @Test
  void unitsNestInAnyText() {
    Random random = new Random(20261121);
    String[] pieces = {
      "第一章 总则", "第三条 略", "一、甲", "（二）乙", "1.丙", "\n", "。", "“", "”", "正文", "①丁", "𠮷"
    };
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String printed = text.toString();
      int length = printed.codePointCount(0, printed.length());
      int last = 0;
      for (Division division : OutlineReader.read(printed).divisions()) {
        assertTrue(division.span().start() >= last && division.span().end() <= length, printed);
        last = division.span().start();
      }
    }
  }

  private static List<String> addresses(Outline outline) {
    return outline.divisions().stream().flatMap(division -> division.article().stream()).toList();
  }

  private static String words(String text, Division division) {
    return division.span().toUtf16(text).in(text);
  }
}
