package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text with changes that nobody has accepted may not be the final one, and that is told. */
class RevisionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          word/document.xml | OOXML         | <w:p><w:ins w:id="1" w:author="a"><w:r><w:t>新</w:t></w:r></w:ins></w:p> | true
          word/document.xml | OOXML         | <w:p><w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>  | true
          content.xml       | OPEN_DOCUMENT | <text:tracked-changes><text:changed-region/></text:tracked-changes>      | true
          word/document.xml | OOXML         | <w:p><w:r><w:instrText>PAGE</w:instrText><w:t>文</w:t></w:r></w:p>        | false
          word/document.xml | OOXML         | <w:p><w:pPr><w:rPrChange w:id="1"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p> | false
          content.xml       | OPEN_DOCUMENT | <text:p>文</text:p>                                                       | false
          word/styles.xml   | OOXML         | <w:ins w:id="1"/>                                                        | false
          """)
  void changesOfWordsAreToldAndThoseOfLooksAreNot(
      String part, Format format, String text, boolean expected) throws IOException {
    Path file = file(part, text);
    assertEquals(expected, Revisions.in(file, format));
  }

  private Path file(String part, String text) throws IOException {
    Path file = folder.resolve("a.bin");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(part));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          word/document.xml | OOXML         | <d xmlns:w="w"><w:p><w:del w:id="1"><w:r><w:delText>机密★</w:delText></w:r><w:r><w:delText>1年</w:delText></w:r></w:del></w:p><w:p>文</w:p></d> | 机密★1年
          word/document.xml | OOXML         | <d xmlns:w="w"><w:p><w:moveFrom w:id="1"><w:r><w:t>密级：秘密</w:t></w:r></w:moveFrom></w:p></d> | 密级：秘密
          content.xml       | OPEN_DOCUMENT | <d xmlns:t="t"><t:tracked-changes><t:changed-region><t:deletion><t:change-info>甲</t:change-info><t:p>机密★1年</t:p></t:deletion></t:changed-region></t:tracked-changes></d> | 机密★1年
          word/document.xml | OOXML         | <d xmlns:w="w"><w:p><w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del><w:t>机密★1年</w:t></w:p></d> |
          """)
  void aMarkThatIsStruckOutIsFound(String part, Format format, String text, String expected)
      throws IOException {
    String found = expected == null ? "" : expected;
    assertEquals(found, StruckOut.lines(file(part, text), format).strip());
  }

  /** Of two parts of one name nobody knows which counts; the second is not even unpacked. */
  @Test
  void aTextThatIsThereTwiceIsLeftToItsParser() throws IOException {
    Path file = folder.resolve("twice.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String part : List.of("word/document.xml", "word/documenu.xml")) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write("<d/>".getBytes(StandardCharsets.UTF_8));
      }
    }
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, bytes.replace("documenu", "document"), StandardCharsets.ISO_8859_1);
    IOException told = assertThrows(IOException.class, () -> DocxPreparation.of(file, folder));
    assertEquals("word/document.xml 重复", told.getMessage());
  }
}
