package wenmai.indexer.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.indexer.layout.Glyph;

/** What the parts of an OFD cost is counted as often as they are read. */
class OfdPackageTest {
  @TempDir Path folder;

  @Test
  void aTemplateCountsForEachPageThatStandsOnIt() throws IOException, XMLStreamException {
    Path file = write(onOneTemplate(20, " ".repeat(10_000)));
    try (OfdPackage ofd = OfdPackage.open(file, 150_000)) {
      assertThrows(OfdPackage.TooMuch.class, () -> pages(ofd));
    }
    try (OfdPackage ofd = OfdPackage.open(file, 1 << 20)) {
      assertEquals(20, pages(ofd));
    }
  }

  @Test
  void partsOfNothingThatAreOpenedAgainAndAgainCountToo() throws IOException, XMLStreamException {
    Path file = write(onOneTemplate(1_000, ""));
    try (OfdPackage ofd = OfdPackage.open(file, 1_200_000)) {
      assertThrows(OfdPackage.TooMuch.class, () -> pages(ofd));
    }
  }

  @Test
  void aDocumentThatTheListNamesTwiceIsReadOnce() throws IOException, XMLStreamException {
    Map<String, String> parts = onOneTemplate(2, "");
    parts.put("OFD.xml", parts.get("OFD.xml").replaceAll("(<DocRoot>.*</DocRoot>)", "$1$1"));
    try (OfdPackage ofd = OfdPackage.open(write(parts), 1 << 20)) {
      assertEquals(2, ofd.pages().size());
    }
  }

  @Test
  void advancesBeyondTheSignsMoveNothing() throws IOException, XMLStreamException {
    Map<String, String> parts = onOneTemplate(1, "");
    parts.put(
        "Page.xml",
        "<Page><TextObject Boundary='10 10 100 9' Size='4'>"
            + "<TextCode X='0' Y='4' DeltaX='6 g 400000 5'>人大办</TextCode>"
            + "<TextCode X='0' Y='14' DeltaX='7'>人大办</TextCode></TextObject></Page>");
    try (OfdPackage ofd = OfdPackage.open(write(parts), 1 << 20)) {
      List<Glyph> glyphs = ofd.page(ofd.pages().getFirst()).glyphs();
      assertEquals(
          List.of(10.0, 16.0, 21.0, 10.0, 17.0, 24.0), glyphs.stream().map(Glyph::x).toList());
    }
  }

  /** Reads all pages and says how many there were. */
  private static int pages(OfdPackage ofd) throws IOException, XMLStreamException {
    int read = 0;
    for (OfdPackage.PagePlace page : ofd.pages()) {
      ofd.page(page);
      read++;
    }
    return read;
  }

  private static Map<String, String> onOneTemplate(int pages, String inTemplate) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("OFD.xml", "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>");
    parts.put(
        "D.xml",
        "<Document><TemplatePage ID='1' BaseLoc='T.xml'/>"
            + "<Page ID='2' BaseLoc='Page.xml'/>".repeat(pages)
            + "</Document>");
    parts.put("T.xml", "<Page>" + inTemplate + "</Page>");
    parts.put("Page.xml", "<Page><Template TemplateID='1'/></Page>");
    return parts;
  }

  private Path write(Map<String, String> parts) throws IOException {
    Path file = folder.resolve("a.ofd");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}
