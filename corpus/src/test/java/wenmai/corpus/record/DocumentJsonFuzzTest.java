package wenmai.corpus.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.corpus.Papers;
import wenmai.corpus.document.OfficialDocument;

/** Whatever the JSON, it is a document that is written as it was read, or a refusal. */
class DocumentJsonFuzzTest {

  static Stream<Arguments> records() {
    OfficialDocument document =
        Papers.at("a.txt", "关于河道的报告\n根据《水法》办理。\n")
            .number("云人常〔2022〕12号")
            .date("2022-01-02")
            .document();
    String whole = DocumentJson.withRaw(document, document.content().text());
    return Stream.of(whole, whole.substring(0, whole.length() / 2), "{}", "[[[", "{\"id\":1e999}")
        .map(json -> Arguments.of((Object) json.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("records")
  @FuzzTest(maxDuration = "1m")
  void isReadOrRefused(byte[] bytes) {
    OfficialDocument document;
    try {
      document = DocumentJson.read(bytes);
    } catch (RecordProblem refused) {
      return;
    }
    String written = DocumentJson.withRaw(document, document.content().text());
    assertEquals(document, DocumentJson.read(written.getBytes(StandardCharsets.UTF_8)));
  }
}
