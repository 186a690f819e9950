package wenmai.analyzers;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import wenmai.analyzers.segment.Detail;

/**
 * The words field through Lucene's own checks, every detail with its full chain, and the questions
 * that Lucene asks its Chinese analyzer.
 */
public class HanlpAnalyzerTest extends BaseTokenStreamTestCase {
  private static final Analyzer INDEX =
      HanlpAnalyzer.forIndex(TestLexicon.get(), AnalysisSettings.defaults());
  private static final Analyzer WITHIN =
      HanlpAnalyzer.forIndex(TestLexicon.get(), new AnalysisSettings(Detail.WORDS_WITHIN));
  private static final Analyzer QUERY = HanlpAnalyzer.forQueries(TestLexicon.get());

  private static final String SAMPLE =
      "第八届人大常委会〔２０２２〕第12号公告，二〇二三年十五件　臺灣ＡＢc㎡𠮷々"
          + "百分之二十\n\n县级以上地方各级人民政府A4纸1,234.5万元第（一）项十四五\u200B规划";

  public void testRandomTextsGiveConsistentStreams() throws IOException {
    for (Analyzer analyzer : List.of(INDEX, WITHIN, QUERY)) {
      checkRandomData(random(), analyzer, 100 * RANDOM_MULTIPLIER);
    }
  }

  public void testLongRandomTextsGiveConsistentStreams() throws IOException {
    for (Analyzer analyzer : List.of(INDEX, QUERY)) {
      checkRandomData(random(), analyzer, 5 * RANDOM_MULTIPLIER, 8192);
    }
  }

  /** Random Unicode seldom makes a word; pieces of official text in random order often do. */
  public void testShuffledOfficialTextGivesConsistentStreams() throws IOException {
    for (int round = 0; round < 150 * RANDOM_MULTIPLIER; round++) {
      String text = shuffled(random());
      for (Analyzer analyzer : List.of(INDEX, WITHIN, QUERY)) {
        checkAnalysisConsistency(random(), analyzer, random().nextBoolean(), text);
      }
    }
  }

  private static String shuffled(Random random) {
    StringBuilder text = new StringBuilder();
    for (int piece = 0; piece < 20; piece++) {
      int start = random.nextInt(SAMPLE.length());
      text.append(SAMPLE, start, Math.min(SAMPLE.length(), start + 1 + random.nextInt(8)));
      if (random.nextInt(6) == 0) {
        text.append(" \n\u3000\u200D".charAt(random.nextInt(4)));
      }
    }
    return text.toString();
  }

  public void testQueriesGiveEachWordOnceAtItsPlace() throws IOException {
    assertAnalyzesTo(
        QUERY,
        "区人大常委会听取审议意见落实情况",
        new String[] {"区人大常委会", "听取", "审议意见", "落实", "情况"},
        new int[] {0, 6, 8, 12, 14},
        new int[] {6, 8, 12, 14, 16},
        new int[] {1, 6, 2, 4, 2});
  }

  public void testTheIndexHoldsTheWordsInsideWordsAtTheirOwnPlaces() throws IOException {
    assertAnalyzesTo(
        INDEX,
        "工作报告",
        new String[] {"工作报告", "工作", "报告"},
        new int[] {0, 0, 2},
        new int[] {4, 2, 4},
        new String[] {"word", "inner", "inner"},
        new int[] {1, 0, 2},
        new int[] {4, 2, 2});
  }

  public void testNumbersAreWrittenOneWay() throws IOException {
    for (String written : List.of("第十二条", "第12条", "第１２条", "第十二條")) {
      assertAnalyzesTo(QUERY, written, new String[] {"第12条"});
    }
    for (String written : List.of("二〇二三年", "二○二三年", "二零二三年", "2023年", "２０２３年")) {
      assertAnalyzesTo(QUERY, written, new String[] {"2023年"});
    }
    for (String written : List.of("〔2022〕12号", "[2022]12号", "（2022）第12号", "【２０２２】十二號")) {
      assertAnalyzesTo(QUERY, written, new String[] {"〔2022〕12号"});
    }
    assertAnalyzesTo(QUERY, "第（一）项", new String[] {"第1项"});
    assertAnalyzesTo(QUERY, "百分之二十", new String[] {"20%"});
    assertAnalyzesTo(QUERY, "两个", new String[] {"2个"});
  }

  public void testANumberTakesOnePlaceHoweverItIsWritten() {
    List<String> ways = List.of("第一百一十二条第二款规定", "第112条第2款规定", "第１１２條 第二款規定");
    for (String way : ways) {
      List<AnalyzedTerm> terms = AnalyzedTerm.of(QUERY, way);
      assertEquals(List.of("第112条", "第2款", "规定"), terms.stream().map(AnalyzedTerm::term).toList());
      assertEquals(List.of(0, 3, 6), terms.stream().map(AnalyzedTerm::position).toList());
    }
  }

  public void testPunctuationLeavesAHoleAndWhiteSpaceNone() throws IOException {
    assertAnalyzesTo(
        QUERY,
        "预算，决算",
        new String[] {"预算", "决算"},
        new int[] {0, 3},
        new int[] {2, 5},
        new int[] {1, 3});
    assertAnalyzesTo(
        QUERY,
        "预算\u3000\r\n决算",
        new String[] {"预算", "决算"},
        new int[] {0, 5},
        new int[] {2, 7},
        new int[] {1, 2});
  }

  public void testALineBreakInsideAWordDoesNotPartItButABlankLineDoes() throws IOException {
    assertAnalyzesTo(QUERY, "人大常\n委会", new String[] {"人大常委会"}, new int[] {0}, new int[] {6});
    assertAnalyzesTo(QUERY, "审议\n\n意见", new String[] {"审议", "意见"});
  }

  public void testLeadingLineBreaksDoNotShiftOffsets() throws IOException {
    assertAnalyzesTo(
        QUERY, "\n\n\u3000审议意见\n", new String[] {"审议意见"}, new int[] {3}, new int[] {7});
  }

  public void testWidthCaseScriptAndCompatibilityFormsFold() throws IOException {
    assertAnalyzesTo(QUERY, "臺灣ＡＢc", new String[] {"台湾", "abc"});
    assertAnalyzesTo(QUERY, "㎡㎡", new String[] {"m2m2"}, new int[] {0}, new int[] {2});
  }

  public void testLatinAndChineseStandSideBySide() throws IOException {
    assertAnalyzesTo(
        QUERY,
        "A4纸PM2.5超标",
        new String[] {"a4", "纸", "pm2", "5", "超标"},
        new int[] {0, 2, 3, 7, 8},
        new int[] {2, 3, 6, 8, 10});
  }

  public void testCharactersOutsideTheBasicPlaneAreSingleWords() throws IOException {
    assertAnalyzesTo(
        QUERY,
        "𠮷山",
        new String[] {"𠮷", "山"},
        new int[] {0, 2},
        new int[] {2, 3},
        new int[] {1, 1});
  }

  public void testLoneSurrogatesPassAsSigns() {
    List<AnalyzedTerm> terms = AnalyzedTerm.of(INDEX, "预算\uD842决算\uDFB7");
    assertTrue(terms.toString(), terms.stream().anyMatch(term -> term.term().equals("决算")));
  }

  public void testNothingGivesNothing() throws IOException {
    for (String empty : List.of("", " \n\u3000", "，。；", "\u200B")) {
      assertAnalyzesTo(INDEX, empty, new String[] {});
    }
  }

  /** What happens today, pinned so that a change is seen. */
  public void testUnknownNamesStayTogether() throws IOException {
    assertAnalyzesTo(QUERY, "棠州市人民政府", new String[] {"棠州市人民政府"});
    assertAnalyzesTo(QUERY, "前往汀浦区", new String[] {"前往", "汀浦区"});
    assertAnalyzesTo(QUERY, "副主任齐攸宁", new String[] {"副主任", "齐攸宁"});
    assertAnalyzesTo(QUERY, "市、县人民政府", new String[] {"市", "县", "人民政府"});
    assertAnalyzesTo(QUERY, "全市人大代表", new String[] {"全市", "人大代表"});
  }

  public void testTheSecondValueOfAFieldStartsBehindTheFirst() throws IOException {
    try (TokenStream stream = INDEX.tokenStream("f", new StringReader("第一\n"))) {
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        assertTrue(offset.endOffset() <= 2);
      }
      stream.end();
      assertEquals(3, offset.endOffset());
    }
    assertAnalyzesTo(INDEX, "预算", new String[] {"预算"}, new int[] {0}, new int[] {2});
  }

  public void testALongTextWithoutSignsIsCutInPlaceAndLosesNothing() throws IOException {
    String text = "我购买了道具和服装".repeat(2000);
    int at = 0;
    try (TokenStream stream = QUERY.tokenStream("f", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        assertEquals(at, offset.startOffset());
        assertEquals(text.substring(offset.startOffset(), offset.endOffset()), term.toString());
        at = offset.endOffset();
      }
      stream.end();
    }
    assertEquals(text.length(), at);
  }

  public void testAnEndlessRunOfDigitsOrLettersIsCut() {
    for (String run : List.of("9", "x", "é", "十", "第")) {
      List<AnalyzedTerm> terms = AnalyzedTerm.of(INDEX, run.repeat(100_000));
      assertTrue(terms.stream().allMatch(term -> term.term().length() <= 256));
    }
  }
}
