package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.corpus.text.RepairedText;
import wenmai.indexer.TestSettings;
import wenmai.indexer.gazette.GazetteSplitter;
import wenmai.indexer.layout.LayoutLine;
import wenmai.indexer.layout.PageLayout;
import wenmai.indexer.layout.RawText;
import wenmai.indexer.repair.Repairer;

/**
 * Each parser of our own against any bytes: it answers, and nothing is lost on the way. With every
 * build the seeds alone; {@code .ci/fuzz} lets Jazzer look for more for a bounded time.
 */
class ReadersFuzzTest {
  private static final Decoder DECODER = new Decoder(CommonCharacters.read(TestSettings.config()));
  private static final HtmlReader HTML =
      new HtmlReader(DECODER, HtmlRules.read(TestSettings.config()));
  private static final GazetteSplitter GAZETTES = GazetteSplitter.read(TestSettings.config());
  private static final Repairer REPAIRER = Repairer.read(TestSettings.config());

  static Stream<Arguments> texts() {
    return Stream.of(
            "",
            "\n",
            "关于预算的决议\n（2024年3月5日通过）\n会议同意，\n决定批准。",
            "監(jiān)督(dū)法(fǎ)規(guī)定(dìng)甲(A)和第(一)項",
            "位置：首页 > 公报\n上一篇：甲\n下一篇：乙\n版权所有",
            "Adminis-\ntration 3.\n5亿元《关于\n办法》（试\n行）",
            "⼈⺠代表⼤会︐\u0000\u200b\ud800",
            "云岭市人大常委会公报\n目 录\n关于甲的决定……（1）\n关于乙的决议……\n（3）\n关于丙的报告……5\n"
                + "关于甲的决定\n文\n关于乙的决议\n文\n关于丙的报告\n文")
        .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "1m")
  void repairsCanBeUndone(byte[] bytes) {
    RawText raw = RawText.plain(new String(bytes, StandardCharsets.UTF_8));
    RepairedText text = REPAIRER.repair(raw);
    assertEquals(raw.text(), text.map().restore(text.text()));
    assertTrue(text.map().toRaw(text.text().length()) <= raw.text().length());
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "1m")
  void anIssueIsSplitWithoutLoss(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    GAZETTES
        .split(RawText.plain(text))
        .ifPresent(issue -> {
          StringBuilder again = new StringBuilder(issue.front().text());
          issue.documents().forEach(part -> again.append(part.text().text()));
          assertEquals(text, again.toString());
        });
  }

  static Stream<Arguments> encodings() {
    return Stream.of("UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE")
        .map(name -> "关于预算审查的决议，会议同意。\r\n　第一条".getBytes(Charset.forName(name)))
        .map(bytes -> Arguments.of((Object) bytes));
  }

  @MethodSource("encodings")
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreDecoded(byte[] bytes) {
    Decoder.Decoded decoded = DECODER.decode(bytes);
    assertTrue(Charset.isSupported(decoded.charset()));
    assertTrue(decoded.text().indexOf('\r') < 0);
  }

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

  static Stream<Arguments> rtfs() {
    return Stream.of(
            "{\\rtf1\\ansi{\\header \\par h}{\\footnote \\u20851?}\\cell\\row\\bin3 {{{ x}",
            "{\\rtf1 {\\*\\footnote }",
            "{\\bin99999999999 }",
            "{{{")
        .map(rtf -> Arguments.of((Object) rtf.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @MethodSource("rtfs")
  @FuzzTest(maxDuration = "1m")
  void anyRtfIsPrepared(byte[] bytes) {
    byte[] prepared = RtfPreparation.of(bytes);
    assertTrue(prepared.length <= 40L * bytes.length + 40, "grew to " + prepared.length);
  }

  static Stream<Arguments> contents() {
    return Stream.of(
            "<Page><Area><PhysicalBox>0 0 210 297</PhysicalBox></Area><TextObject Boundary='1 1 9 9'"
                + " Size='5' CTM='1 0 0 1 0 0'><TextCode X='1' Y='2' DeltaX='g 2 5 4'>文脉书</TextCode>"
                + "</TextObject><ImageObject Boundary='0 0 9 9' ResourceID='1'/></Page>",
            "<a><TextCode DeltaX='g 999999999 1e308'>文</TextCode></a>",
            "<!DOCTYPE a><a/>",
            "<a>")
        .map(xml -> Arguments.of((Object) xml.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("contents")
  @FuzzTest(maxDuration = "1m")
  void anyOfdContentIsLaidOut(byte[] bytes) {
    OfdContent content = new OfdContent();
    try {
      content.read(SafeXml.factory().createXMLStreamReader(new ByteArrayInputStream(bytes)));
    } catch (XMLStreamException e) {
      return; // no XML: the file is refused
    }
    List<LayoutLine> lines = PageLayout.lines(content.page().glyphs());
    assertTrue(lines.size() <= content.page().glyphs().size());
  }
}
