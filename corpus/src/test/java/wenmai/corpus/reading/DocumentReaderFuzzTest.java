package wenmai.corpus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.text.Quote;

/** Whatever the text, it is read as a document, and what shows a fact stands in it. */
class DocumentReaderFuzzTest {

  static Stream<Arguments> texts() {
    return Stream.of(
            "云岭市人民代表大会常务委员会文件\n云人常〔2022〕12号\n\n关于预算的决议\n（2022年6月30日云岭市第五届人大常委会第九次会议通过）\n"
                + "会议同意，决定批准。\n云岭市人民代表大会常务委员会\n2022年6月30日\n",
            "来源：云岭人大网　发布时间：2022-06-30　作者：王*\n云岭县人民政府关于代表建议第12号的答复\n王某代表：\n附件：1.甲\n抄送：乙。",
            "机密★1年\n云岭市公报\n（2018年1月1日通过　根据2020年1月1日《决定》第一次修正）\n第一条　甲\n第三条　自公布之日起施行。\n",
            "满意12票，基本满意3票\n身份证110101199001011234",
            "")
        .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "1m")
  void evidenceStandsInTheText(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    OfficialDocument document = Readings.read(text);
    assertEquals(text, document.content().text());
    for (FactKey<?> key : FactKey.all()) {
      document.facts().all(key).forEach(fact -> assertStands(text, fact.evidence()));
    }
  }

  private static void assertStands(String text, Evidence evidence) {
    if (evidence instanceof Evidence.InText(Quote quote)) {
      int start = text.offsetByCodePoints(0, quote.span().start());
      int end = text.offsetByCodePoints(0, quote.span().end());
      assertEquals(quote.words(), text.substring(start, end));
    }
  }
}
