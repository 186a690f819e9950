package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Intake.IntakeReport;

/** What cannot be read of what came with a paper is told of by itself; the paper comes in. */
class DamagedAttachmentsTest extends IntakeCase {
  private static final String BROKEN_PDF = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog broken";

  private static final String BODY =
      """
      Content-Type: text/plain; charset="utf-8"
      Content-Transfer-Encoding: 8bit

      县人大常委会：现将办理情况报送你们，请予审阅。
      """;

  private static final String NEIGHBOUR =
      """
      Content-Type: text/plain
      Content-Disposition: attachment; filename="list.txt"
      Content-Transfer-Encoding: 8bit

      附件的文字
      """;

  @Test
  void aMailThatBeginsWithADamagedPdfIsAMailAllTheSame() throws IOException {
    mail("a.eml", "mixed", pdf("inline", "binary", BROKEN_PDF), BODY, NEIGHBOUR);
    IntakeReport report = run();
    assertEquals(List.of("a.eml!/x.pdf damaged"), refused(report));
    assertNeighbours("a.eml");
    assertFalse(report.rejected().getFirst().remedy().isBlank());
  }

  @Test
  void whatIsShownWithinAMailCameWithItUnlessItIsAPicture() throws IOException {
    String coded = Base64.getEncoder().encodeToString(BROKEN_PDF.getBytes(StandardCharsets.UTF_8));
    String picture =
        """
        Content-Type: image/png; name="logo.png"
        Content-Disposition: inline; filename="logo.png"
        Content-ID: <logo>
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        """;
    mail("a.eml", "related", BODY, pdf("inline", "base64", coded), picture, NEIGHBOUR);
    assertEquals(List.of("a.eml!/x.pdf damaged"), refused(run()));
    assertNeighbours("a.eml");
  }

  @Test
  void theTextOfAMailIsItsOwnHoweverItsPartsAreNested() throws IOException {
    String html =
        """
        Content-Type: multipart/related; boundary="c"

        --c
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        <p>县人大常委会：现将办理情况报送你们，请予审阅。</p>
        --c--
        """;
    mail("a.eml", "mixed", html, NEIGHBOUR);
    assertEquals(List.of(), refused(run()));
    assertNeighbours("a.eml");
    assertEquals(2, register.papers.size());
  }

  @Test
  void anInvitationIsNoBetterThanTheTextItStandsBeside() throws IOException {
    String html =
        """
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        <p>县人大常委会：现将办理情况报送你们，请予审阅。</p>
        """;
    String invitation =
        """
        Content-Type: text/calendar; charset="utf-8"; method=REQUEST
        Content-Transfer-Encoding: 8bit

        BEGIN:VCALENDAR
        END:VCALENDAR
        """;
    mail("a.eml", "alternative", BODY, html, invitation);
    run();
    String text = at("a.eml").orElseThrow().content().text();
    assertEquals(text.indexOf("现将办理"), text.lastIndexOf("现将办理"), text);
    assertTrue(text.contains("现将办理"), text);
  }

  @Test
  void whatAMailSaysBeforeItBreaksOffIsKeptAndTheRestIsToldOf() throws IOException {
    String endless = "X-Trace: a\n".repeat(1500) + "Content-Type: application/pdf\n\nx\n";
    mail("a.eml", "mixed", BODY, NEIGHBOUR, endless);
    IntakeReport report = run();
    assertEquals(1, report.rejected().size());
    assertTrue(report.rejected().getFirst().path().startsWith("a.eml!/"), refused(report).get(0));
    assertNeighbours("a.eml");
  }

  @Test
  void aMessageOfOutlookComesInBesideItsDamagedAttachments() throws IOException {
    try (POIFSFileSystem ole = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(folder.resolve("a.msg"))) {
      DirectoryEntry root = ole.getRoot();
      message(root, 32, "关于报送情况的函", "县人大常委会：现将办理情况报送你们，请予审阅。");
      attach(root, 0, "list.txt", "附件的文字".getBytes(StandardCharsets.UTF_8));
      attach(root, 1, "x.pdf", BROKEN_PDF.getBytes(StandardCharsets.UTF_8));
      attach(root, 2, "logo.png", new byte[] {1, 2, 3});
      text((DirectoryEntry) root.getEntry("__attach_version1.0_#00000002"), "3712", "logo");
      DirectoryEntry broken = folderAttached(root, 3, "inner.doc");
      broken.createDocument("WordDocument", new ByteArrayInputStream(new byte[] {1, 2, 3}));
      message(folderAttached(root, 4, "来信"), 24, "来信", "定于六月一日召开代表座谈会。");
      ole.writeFilesystem(out);
    }
    IntakeReport report = run();
    assertEquals(List.of("a.msg!/x.pdf damaged", "a.msg!/inner.doc damaged"), refused(report));
    assertNeighbours("a.msg");
    String letter = at("a.msg!/来信.msg").orElseThrow().content().text();
    assertTrue(letter.contains("代表座谈会"), letter);
  }

  @Test
  void aPdfComesInWhoseListOfFilesIsDamaged() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText("Report on drinking water in the villages");
        content.endText();
      }
      COSArray names = new COSArray(List.of(COSInteger.ONE, COSInteger.TWO));
      COSDictionary tree = new COSDictionary();
      tree.setItem(COSName.NAMES, names);
      COSDictionary lists = new COSDictionary();
      lists.setItem(COSName.EMBEDDED_FILES, tree);
      document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, lists);
      document.save(folder.resolve("a.pdf").toFile());
    }
    IntakeReport report = run();
    assertTrue(at("a.pdf").orElseThrow().content().text().contains("drinking water"));
    assertEquals(List.of("a.pdf!/EmbeddedFiles damaged"), refused(report));
  }

  @Test
  void aDocumentTellsOfAFileEmbeddedInItThatCannotBeHad() throws IOException {
    byte[] docx = docx();
    int name = new String(docx, StandardCharsets.ISO_8859_1).indexOf("word/embeddings/S1.xlsx");
    int from = name + "word/embeddings/S1.xlsx".length();
    Arrays.fill(docx, from, from + 40, (byte) 0xFF);
    Files.write(folder.resolve("a.docx"), docx);
    IntakeReport report = run();
    assertEquals(1, report.rejected().size());
    assertTrue(report.rejected().getFirst().path().startsWith("a.docx!/"));
    assertEquals("damaged", report.rejected().getFirst().code());
    assertTrue(at("a.docx").orElseThrow().content().text().contains("特此报告"));
  }

  private void assertNeighbours(String mail) {
    String text = at(mail).orElseThrow().content().text();
    assertTrue(text.contains("现将办理情况报送你们"), text);
    assertTrue(at(mail + "!/list.txt").orElseThrow().content().text().contains("附件的文字"));
  }

  private static List<String> refused(IntakeReport report) {
    return report.rejected().stream().map(one -> one.path() + " " + one.code()).toList();
  }

  private static String pdf(String disposition, String encoding, String content) {
    return "Content-Type: application/pdf; name=\"x.pdf\"\nContent-Disposition: "
        + disposition
        + "; filename=\"x.pdf\"\nContent-Transfer-Encoding: "
        + encoding
        + "\n\n"
        + content
        + "\n";
  }

  private void mail(String name, String kind, String... parts) throws IOException {
    StringBuilder mail = new StringBuilder("Subject: report\nFrom: a@example.org\n");
    mail.append("MIME-Version: 1.0\nContent-Type: multipart/").append(kind);
    mail.append("; boundary=\"b\"\n\n");
    for (String part : parts) {
      mail.append("--b\n").append(part);
    }
    mail.append("--b--\n");
    Files.writeString(folder.resolve(name), mail.toString().replace("\n", "\r\n"));
  }

  private static void properties(DirectoryEntry directory, int bytes) throws IOException {
    directory.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[bytes]));
  }

  private static void text(DirectoryEntry directory, String property, String text)
      throws IOException {
    directory.createDocument(
        "__substg1.0_" + property + "001F",
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16LE)));
  }

  private static void message(DirectoryEntry folder, int head, String subject, String body)
      throws IOException {
    properties(folder, head);
    text(folder, "001A", "IPM.Note");
    text(folder, "0037", subject);
    text(folder, "1000", body);
  }

  private static DirectoryEntry folderAttached(DirectoryEntry root, int number, String name)
      throws IOException {
    DirectoryEntry part = root.createDirectory("__attach_version1.0_#0000000" + number);
    properties(part, 8);
    text(part, "3707", name);
    return part.createDirectory("__substg1.0_3701000D");
  }

  private static void attach(DirectoryEntry root, int number, String name, byte[] content)
      throws IOException {
    DirectoryEntry part = root.createDirectory("__attach_version1.0_#0000000" + number);
    properties(part, 8);
    text(part, "3707", name);
    part.createDocument("__substg1.0_37010102", new ByteArrayInputStream(content));
  }

  private static byte[] docx() throws IOException {
    String rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Default Extension='rels' ContentType='application/"
            + "vnd.openxmlformats-package.relationships+xml'/><Default Extension='xlsx' ContentType="
            + "'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'/><Override PartName="
            + "'/word/document.xml' ContentType='application/"
            + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>");
    parts.put("_rels/.rels", relation(rels, office + "/officeDocument", "word/document.xml"));
    parts.put(
        "word/document.xml",
        "<w:document xmlns:w='"
            + word
            + "' xmlns:r='"
            + office
            + "' xmlns:o='urn:schemas-microsoft-com:office:office'><w:body><w:p><w:r><w:object>"
            + "<o:OLEObject Type='Embed' ProgID='Excel.Sheet.12' r:id='r1'/></w:object></w:r></w:p>"
            + "<w:p><w:r><w:t>特此报告。</w:t></w:r></w:p></w:body></w:document>");
    parts.put(
        "word/_rels/document.xml.rels", relation(rels, office + "/package", "embeddings/S1.xlsx"));
    parts.put("word/embeddings/S1.xlsx", "0123456789abcdefghijklmnopqrstuvwxyz".repeat(40));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static String relation(String rels, String type, String target) {
    return "<Relationships xmlns='"
        + rels
        + "'><Relationship Id='r1' Type='"
        + type
        + "' Target='"
        + target
        + "'/></Relationships>";
  }
}
