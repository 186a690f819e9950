package wenmai.corpus.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.corpus.document.Facts;
import wenmai.corpus.structure.OutlineReader;
import wenmai.corpus.text.Quote;

/** Whatever the text, what a citation says of it is exactly what stands there. */
class CitationFuzzTest {
  private static final CitationFinder FINDER =
      new CitationFinder(
          CitationWords.read(Path.of(System.getProperty("wenmai.root"), "config", "citation")));

  static Stream<Arguments> texts() {
    return Stream.of(
            "根据《中华人民共和国预算法》（2018修正）第十二条第二款、第三至五条和《甲市养犬条例》（以下简称《条例》）",
            "依照《条例》第九条之一第（二）项，云人常〔2022〕12号、本条例第三条、该办法和前款的规定。",
            "《关于〈甲〉的《乙》的决定》《《》》〈〉（以下简称“预算法”）依照预算法𠮷第1条第2款",
            "")
        .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "1m")
  void quotationsStandWhereTheySay(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (Citation citation : FINDER.find(text, OutlineReader.read(text), Facts.none())) {
      assertStands(text, citation.place());
      assertStands(text, citation.sentence());
    }
  }

  private static void assertStands(String text, Quote quote) {
    int start = text.offsetByCodePoints(0, quote.span().start());
    int end = text.offsetByCodePoints(0, quote.span().end());
    assertEquals(quote.words(), text.substring(start, end));
  }
}
