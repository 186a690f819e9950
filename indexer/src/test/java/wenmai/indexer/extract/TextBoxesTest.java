package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

/** What stands in a box of a DOCX is read once, after the paragraph the box is pinned to. */
class TextBoxesTest {
  private static final String OLD =
      "<w:pict><w:textbox><w:txbxContent><w:p><w:r>框一</w:r></w:p><w:tbl>表</w:tbl>"
          + "</w:txbxContent></w:textbox></w:pict>";

  @Test
  void aBareBoxIsTakenOutOfItsParagraph() throws XMLStreamException {
    assertEquals(
        "<w:p><w:r>前，</w:r><w:r><w:pict><w:textbox></w:textbox></w:pict></w:r><w:r>后。</w:r></w:p>"
            + "<w:p><w:r>框一</w:r></w:p><w:tbl>表</w:tbl><w:p>末</w:p>",
        body("<w:p><w:r>前，</w:r><w:r>" + OLD + "</w:r><w:r>后。</w:r></w:p><w:p>末</w:p>"));
  }

  @Test
  void aBoxInTwoFormsAndATextWithoutBoxesStayAsTheyAre() throws XMLStreamException {
    for (String text :
        new String[] {
          "<w:p><w:r><mc:AlternateContent><mc:Choice>"
              + OLD
              + "</mc:Choice><mc:Fallback>"
              + OLD
              + "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
          "<w:p><w:r>没有文本框</w:r></w:p>"
        }) {
      assertEquals(Optional.empty(), TextBoxes.takenOut(whole(text)), text);
    }
  }

  private static String body(String text) throws XMLStreamException {
    String read = new String(TextBoxes.takenOut(whole(text)).orElseThrow(), StandardCharsets.UTF_8);
    return read.substring(read.indexOf("<w:body>") + 8, read.indexOf("</w:body>"));
  }

  private static byte[] whole(String body) {
    String names = " xmlns:w='w' xmlns:mc='mc'";
    return ("<w:document" + names + "><w:body>" + body + "</w:body></w:document>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
