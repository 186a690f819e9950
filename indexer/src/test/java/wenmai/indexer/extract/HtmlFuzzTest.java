package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.corpus.text.RepairedText;
import wenmai.indexer.TestSettings;
import wenmai.indexer.repair.Repairer;

/** Whatever the page, it is read, and repairs of it can be undone. */
class HtmlFuzzTest {
  private static final HtmlReader HTML =
      new HtmlReader(
          new Decoder(CommonCharacters.read(TestSettings.config())),
          HtmlRules.read(TestSettings.config()),
          Limits.TEXT_CHARACTERS);
  private static final Repairer REPAIRER = Repairer.read(TestSettings.config());

  static Stream<Arguments> pages() {
    return Stream.of(
            "<html><head><title>t</title><meta name=PubDate content=2024-01-01></head><body>"
                + "<div class=nav><a href=a>首页</a></div><h1>关于预算的决议</h1><p>会议同意。</p>"
                + "<table><tr><td>甲<td>乙</table><!-- 注 --><script>x</script><div hidden>藏</div>",
            "<table><table><tr><td><p><table>文",
            "<body><pre>\n一\n二</pre><br><br>&#0;&#xD800;&amp",
            "<")
        .map(page -> Arguments.of((Object) page.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("pages")
  @FuzzTest(maxDuration = "1m")
  void anyPageIsRead(byte[] bytes) {
    if (HTML.read(bytes) instanceof Extraction.Extracted extracted) {
      RepairedText text = REPAIRER.repair(extracted.text());
      assertEquals(extracted.text().text(), text.map().restore(text.text()));
    }
  }
}
