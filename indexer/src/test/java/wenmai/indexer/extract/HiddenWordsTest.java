package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Words that show in an office file and are none of its text are told of, and are not read as text.
 */
class HiddenWordsTest {
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String STRUCK =
      "<w:p><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>秘密★3年</w:delText></w:r></w:del></w:p>";
  private static final String PLAIN = "<w:p><w:r><w:t>关于灌溉用水的通知</w:t></w:r></w:p>";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word/document.xml",
        "word/document2.xml",
        "word/footnotes.xml",
        "word/endnotes.xml",
        "word/header1.xml",
        "word/body.xml"
      })
  void struckWordsAreToldOfWhateverPartTheyStandIn(String part) throws IOException {
    Path file = zip(Map.of(part, utf8(xml("UTF-8", STRUCK + PLAIN))));
    assertTrue(Revisions.in(file, Format.OOXML), part);
    assertEquals("秘密★3年", StruckOut.lines(file, Format.OOXML).strip(), part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"word/styles.xml", "word/settings.xml", "xl/sharedStrings.xml"})
  void partsThatDescribeLooksTellOfNoChange(String part) throws IOException {
    assertFalse(Revisions.in(zip(Map.of(part, utf8(xml("UTF-8", STRUCK)))), Format.OOXML), part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void struckWordsAreNoTextInWhateverEncoding(String encoding) throws IOException {
    String text = (encoding.equals("UTF-8") ? "" : "\uFEFF") + xml(encoding, STRUCK + PLAIN);
    Path file = docx(text.getBytes(Charset.forName(encoding)), Map.of());
    assertRead(file, Format.OOXML, "关于灌溉用水的通知", "office:revisions", "秘密★3年");
  }

  @Test
  void anElementMayGoOnInTheNextLine() throws IOException {
    String broken = STRUCK.replace("<w:del w:id", "<w:del\n w:id");
    Path file = docx(utf8(xml("UTF-8", broken + PLAIN)), Map.of());
    assertRead(file, Format.OOXML, "关于灌溉用水的通知", "office:revisions", "秘密★3年");
  }

  @Test
  void struckWordsOfAnRtfAreNoText() throws IOException {
    String rtf =
        "{\\rtf1\\ansi\\uc1\\pard {\\deleted\\revauthdel1 "
            + u("秘密★3年")
            + "\\par "
            + u("拟免去某某职务")
            + "\\par}{"
            + u("关于灌溉用水的通知")
            + "}\\par {\\revised "
            + u("各乡镇")
            + "}\\deleted \\'c3\\'d8\\'c3\\'dc\\deleted0 "
            + u("人大")
            + "\\par}";
    Path file = Files.writeString(folder.resolve("a.rtf"), rtf);
    assertTrue(Revisions.in(file, Format.RTF));
    assertEquals("秘密★3年\n秘密", StruckOut.lines(file, Format.RTF));
    Extraction.Extracted read = read(file, Format.RTF);
    assertEquals("关于灌溉用水的通知\n各乡镇人大\n", read.text().text());
    assertEquals("true", read.properties().get("office:revisions"));
  }

  @ParameterizedTest
  @CsvSource({
    "{\\deleted\\b #1}{\\deleted\\i #2}#3,秘密★3年",
    "{\\deleted {\\*\\bkmkstart __Ref}#1{\\*\\cs5 #2}{\\*\\bkmkend __Ref}}#3,秘密★3年",
    "{\\deleted #1}#3{\\deleted #2},秘密★",
    "{\\deleted #1\\par #2}#3,秘密★"
  })
  void whatIsStruckOutInAnRtfIsOneLineWhateverItsLettersLookLike(String rtf, String marks)
      throws IOException {
    String text = rtf.replace("#1", u("秘密★")).replace("#2", "3" + u("年")).replace("#3", u("通知"));
    Path file =
        Files.writeString(folder.resolve("a.rtf"), "{\\rtf1\\ansi\\uc1\\pard " + text + "\\par}");
    assertEquals(marks, StruckOut.lines(file, Format.RTF));
    assertEquals("通知", read(file, Format.RTF).text().text().strip());
  }

  @Test
  void anOrdinaryRtfIsReadAsItIs() throws IOException {
    String rtf = "{\\rtf1\\ansi\\uc1{\\*\\revtbl{Unknown;}}\\pard\\revised0 " + u("通知") + "\\par}";
    Path file = Files.writeString(folder.resolve("a.rtf"), rtf);
    assertFalse(Revisions.in(file, Format.RTF));
    assertEquals(rtf, RtfChanges.of(rtf).accepted());
  }

  @Test
  void struckWordsOfAnOpenDocumentInOnePieceAreNoText() throws IOException {
    String text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document"
            + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " office:mimetype=\"application/vnd.oasis.opendocument.text\" office:version=\"1.2\">"
            + "<office:body><office:text><text:tracked-changes><text:changed-region>"
            + "<text:deletion><text:p>秘密★3年</text:p></text:deletion></text:changed-region>"
            + "</text:tracked-changes><text:p>关于灌溉用水的通知</text:p></office:text></office:body>"
            + "</office:document>";
    Path file = Files.writeString(folder.resolve("a.fodt"), text);
    assertEquals(Format.OPEN_DOCUMENT, FormatSniffer.sniff(file, "a.fodt"));
    assertRead(file, Format.OPEN_DOCUMENT, "关于灌溉用水的通知", "office:revisions", "秘密★3年");
  }

  @Test
  void struckWordsOfABinaryWordFileAreToldOf() throws IOException {
    Path sample =
        Path.of(System.getProperty("wenmai.root"), "corpus/sample/public/霖川县/2023")
            .resolve("霖川县人民代表大会常务委员会议事规则（2023修订）.doc");
    assertFalse(Revisions.in(sample, Format.OLE));
    Path file = folder.resolve("a.doc");
    try (POIFSFileSystem container = new POIFSFileSystem(sample.toFile(), true);
        HWPFDocument document = new HWPFDocument(container);
        OutputStream out = Files.newOutputStream(file)) {
      Range text = document.getRange();
      text.getParagraph(0).getCharacterRun(0).markDeleted(true);
      document.write(out);
    }
    assertTrue(Revisions.in(file, Format.OLE));
    assertFalse(DocChanges.of(file).struck().isBlank());
  }

  @Test
  void remarksAreNoTextAndAreToldOf() throws IOException {
    String remark =
        "<w:comments xmlns:w=\""
            + WORD
            + "\"><w:comment w:id=\"1\" w:author=\"某甲\"><w:p><w:r><w:t>秘密★3年</w:t></w:r></w:p>"
            + "</w:comment></w:comments>";
    String marked =
        "<w:p><w:commentRangeStart w:id=\"1\"/><w:r><w:t>关于灌溉用水的通知</w:t></w:r>"
            + "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>";
    Path file = docx(utf8(xml("UTF-8", marked)), Map.of("word/comments.xml", utf8(remark)));
    Extraction.Extracted read = read(file, Format.OOXML);
    assertEquals("关于灌溉用水的通知", read.text().text().strip());
    assertEquals("秘密★3年", read.properties().get("office:remarks").strip());
    assertFalse(read.properties().containsKey("office:revisions"));
  }

  @Test
  void whoRemarksAndWhenIsNoPartOfTheMark() throws IOException {
    String text =
        "<o xmlns:office=\"o\" xmlns:text=\"t\" xmlns:dc=\"d\"><office:annotation><dc:creator>某甲</dc:creator>"
            + "<dc:date>2024-05-06</dc:date><text:p>秘密★3年</text:p></office:annotation></o>";
    Path file = zip(Map.of("content.xml", utf8(text)));
    assertEquals("秘密★3年", StruckOut.remarks(file, Format.OPEN_DOCUMENT).strip());
  }

  @ParameterizedTest
  @CsvSource({"text/plain,text/html", "text/html,text/plain"})
  void whatAnotherFormOfAMailSaysIsToldOf(String first, String second) throws IOException {
    String shown = "关于召开座谈会的通知";
    String other = "秘密★3年\n拟任命某某为主任";
    String text =
        first.equals("text/plain")
            ? mail(first, other, second, "<p>" + shown + "</p>")
            : mail(first, "<p>" + shown + "</p>", second, other);
    Path file = Files.writeString(folder.resolve("m.eml"), text);
    Extraction.Extracted read = read(file, Format.MAIL);
    String whole = read.text().text() + "\n" + read.properties().get("mail:other-form");
    assertTrue(whole.contains(shown) && whole.contains("秘密★3年"), whole);
    assertTrue(read.properties().containsKey("mail:other-form"), whole);
  }

  @ParameterizedTest
  @CsvSource({"m.eml,MAIL", "m,MAIL", "m.mht,HTML", "m.html,HTML"})
  void aMailOneFormOfWhichIsHtmlIsAMail(String name, Format expected) throws IOException {
    String text = mail("text/plain", "通知", "text/html", "<html><body><p>通知</p></body></html>");
    Path file = Files.writeString(folder.resolve(name), text);
    assertEquals(expected, FormatSniffer.sniff(file, name));
  }

  @Test
  void aPageThatShowsAMailIsAPage() throws IOException {
    String page = "<html><body><pre>\nSubject: x\nMIME-Version: 1.0\n</pre></body></html>";
    Path file = Files.writeString(folder.resolve("page"), page);
    assertEquals(Format.HTML, FormatSniffer.sniff(file, "page"));
  }

  @Test
  void formsThatSayTheSameAreOne() throws IOException {
    String plain = "各位代表：\n定于九月开会，\n请准时参加。\n<http://example.org>\n";
    String html = "<p><b>各位代表：</b></p><p>定于九月<a href=\"http://example.org\">开会</a>，请准时参加。</p>";
    Path file =
        Files.writeString(folder.resolve("m.eml"), mail("text/plain", plain, "text/html", html));
    assertFalse(read(file, Format.MAIL).properties().containsKey("mail:other-form"));
  }

  private static String mail(String first, String one, String second, String two) {
    return "From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\n"
        + "Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: "
        + first
        + "; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        + one
        + "\n--b\nContent-Type: "
        + second
        + "; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        + two
        + "\n--b--\n";
  }

  private void assertRead(Path file, Format format, String text, String property, String struck) {
    Extraction.Extracted read = read(file, format);
    assertEquals(text, read.text().text().strip());
    assertEquals("true", read.properties().get(property));
    assertEquals(struck, read.properties().get("office:struck").strip());
  }

  private Extraction.Extracted read(Path file, Format format) {
    TikaReader reader =
        new TikaReader(100_000, folder, AttachmentRoom.of(folder, Limits.defaults()));
    return assertInstanceOf(
        Extraction.Extracted.class, reader.read(file, file.getFileName().toString(), format));
  }

  private static String xml(String encoding, String body) {
    return "<?xml version=\"1.0\" encoding=\""
        + encoding.replaceAll("[LB]E$", "")
        + "\"?><w:document xmlns:w=\""
        + WORD
        + "\"><w:body>"
        + body
        + "</w:body></w:document>";
  }

  private static String u(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append("\\u").append((short) c).append('?'));
    return out.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path docx(byte[] document, Map<String, byte[]> others) throws IOException {
    String types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
            + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
            + "<Override PartName=\"/word/comments.xml\" ContentType=\"application/"
            + "vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/></Types>";
    String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    String head =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\""
            + relations;
    Map<String, byte[]> parts = new java.util.LinkedHashMap<>();
    parts.put("[Content_Types].xml", utf8(types));
    parts.put(
        "_rels/.rels",
        utf8(head + "officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
    if (others.containsKey("word/comments.xml")) {
      parts.put(
          "word/_rels/document.xml.rels",
          utf8(head + "comments\" Target=\"comments.xml\"/></Relationships>"));
    }
    parts.put("word/document.xml", document);
    parts.putAll(others);
    return zip(parts);
  }

  private Path zip(Map<String, byte[]> parts) throws IOException {
    Path file = folder.resolve("a.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return file;
  }
}
