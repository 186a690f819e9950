package wenmai.corpus.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.search.Shelf.Paper;

/**
 * What is there is found, whatever words the segmenter cuts the text around it into: any run of
 * characters of a text, typed as it stands, finds that text.
 */
class CutOtherwiseTest {
  /** Side by side in any order, many of these make words across their borders. */
  private static final List<String> PIECES =
      List.of(
          "研究", "研究生", "生命", "命令", "起源", "的", "和", "和服", "服装", "装配", "人民", "民主", "主任", "任务", "务必",
          "大会", "会议", "议案", "案件", "常委会", "会计", "计划", "划分", "分配", "配合", "合同", "同意", "意见", "见证", "证明",
          "明确", "确定", "定期", "期限", "限制", "制度", "度量", "量化", "化解", "解决", "决算", "算法", "法律", "律师", "市",
          "县", "区", "人大", "上", "不", "了", "有", "在", "十二", "第三", "2022年");

  @TempDir Path folder;

  @Test
  void anyRunOfATextFindsItHoweverTheTextIsCut() {
    Random random = new Random(20261122);
    try (Shelf shelf = new Shelf(folder)) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        StringBuilder text = new StringBuilder();
        for (int piece = 0; piece < 60; piece++) {
          text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        texts.add(text.toString());
        shelf.add(new Paper("p" + i).title("无题" + i).text(text.toString()));
      }
      shelf.commit();
      for (int probe = 0; probe < 600; probe++) {
        int paper = random.nextInt(texts.size());
        String run = run(random, texts.get(paper));
        List<String> found = shelf.names(shelf.search(all(run), Audience.PUBLIC));
        assertTrue(found.contains("p" + paper), run + " is in p" + paper + ", found " + found);
      }
    }
  }

  /** A stretch that does not begin or end inside a number, which would be another number. */
  private static String run(Random random, String text) {
    while (true) {
      int from = random.nextInt(text.length() - 9);
      String run = text.substring(from, from + 2 + random.nextInt(7));
      if (run.chars().noneMatch(c -> "0123456789十二三第年".indexOf(c) >= 0)) {
        return run;
      }
    }
  }

  @Test
  void scriptsAndWidthsFoldInEveryField() {
    try (Shelf shelf = new Shelf(folder)) {
      shelf.add(
          new Paper("simple")
              .title("棠州市预算审查监督条例")
              .text("第一条　为了规范预算审查监督，里面的台账、众议、关于ＡＢ类项目的条款适用本条例。\n")
              .organ("棠州市人民代表大会常务委员会")
              .number("棠人常〔2022〕7号"));
      shelf.add(
          new Paper("traditional")
              .title("棠州市決算審查監督辦法")
              .text("第一條　爲了規範決算審查監督，裏面的臺賬、眾議、關於ab類項目的條款適用本辦法。\n"));
      shelf.commit();
      for (String query :
          List.of("标题:審查監督", "标题:审查监督", "台账", "臺帳 OR 臺賬", "衆议", "众議", "\"ａb類項目\"", "里面的", "裏面的")) {
        assertEquals(2, shelf.search(query).total(), query);
      }
      assertEquals(List.of("simple"), shelf.find("机关:棠州市人民代表大會常務委員會"));
      assertEquals(List.of("simple"), shelf.find("文号:棠人常（２０２２）７號"));
      assertEquals(
          "simple",
          shelf.names(shelf.search("棠州市預算審查監督條例")).getFirst(),
          "a title typed as it stands");
    }
  }

  private static SearchRequest all(String query) {
    return SearchRequest.of(query).page(1, 100);
  }
}
