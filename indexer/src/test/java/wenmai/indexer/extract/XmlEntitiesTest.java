package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.indexer.TestSettings;

/** Entities that a text declares are put in where that is harmless; a bomb of them is refused. */
class XmlEntitiesTest {
  @TempDir Path folder;

  private static String bomb(String root, String body) {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE " + root + " [");
    text.append("<!ENTITY a \"哈哈哈哈哈哈哈哈哈哈\">");
    for (char c = 'b'; c < 'k'; c++) {
      String inner = "&" + (char) (c - 1) + ";";
      text.append("<!ENTITY ").append(c).append(" \"").append(inner.repeat(10)).append("\">");
    }
    return text + "]>" + body;
  }

  @Test
  void aBombIsRefusedAsPageAndAsText() throws IOException {
    for (String name : new String[] {"bomb.xhtml", "bomb.xml"}) {
      Path file =
          Files.writeString(
              folder.resolve(name), bomb("html", "<html><body><p>关于供水的决定&j;</p></body></html>"));
      Extraction.Rejected rejected =
          assertInstanceOf(Extraction.Rejected.class, extractor().extract(file, name));
      assertEquals(RejectionCode.EXPANDS_TOO_FAR, rejected.code());
    }
  }

  @Test
  void oneThatStandsForItselfOrIsUsedWithoutEndIsABomb() {
    assertTrue(
        XmlEntities.of("<!DOCTYPE x [<!ENTITY a \"&b;\"><!ENTITY b '&a;'>]><x>&a;</x>").isBomb());
    String large = "<!DOCTYPE x [<!ENTITY a \"" + "哈".repeat(50_000) + "\">]><x>";
    assertTrue(XmlEntities.of(large + "&a;".repeat(1_000) + "</x>").isBomb());
    assertFalse(XmlEntities.of(large + "&a;</x>").isBomb());
  }

  @Test
  void aNameOfAnOfficeIsPutIn() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.xhtml"),
            "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY office \"县人大常委会\">"
                + "<!ENTITY who \"&office;办公室\">]><html><body><p>由&who;负责&nbsp;。</p></body></html>");
    Extraction.Extracted read =
        assertInstanceOf(Extraction.Extracted.class, extractor().extract(file, "a.xhtml"));
    assertEquals("由县人大常委会办公室负责 。\n", read.text().text());
  }

  @Test
  void textsThatSpeakOfEntitiesAreLeftAlone() {
    String text = "关于 <!ENTITY a \"&a;&a;\"> 的说明 &a; [1]>";
    assertFalse(XmlEntities.of(text).isBomb());
    assertEquals(text, XmlEntities.of(text).resolved());
  }

  private Extractor extractor() {
    return new Extractor(
        TestSettings.config(),
        Limits.defaults(),
        new Parsers(
            new ParserSettings(TestSettings.config(), folder, "no-such-program", Limits.defaults()),
            () -> {}));
  }
}
