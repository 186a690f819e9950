package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.indexer.layout.LayoutLine;
import wenmai.indexer.layout.PageLayout;

/** Whatever a page of an OFD holds, it is laid out in lines. */
class OfdFuzzTest {

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
