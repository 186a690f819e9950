package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.document.OfficialDocument;

/** What an OFD holds besides the pages of one document comes in as well. */
class OfdFilesTest extends IntakeCase {
  private static final String ONE = "关于加强饮水安全工作的决定";

  /** A picture that fills the page lies under its words. */
  private static final String GROUND =
      "<ofd:Layer><ofd:ImageObject ID='90' Boundary='0 0 210 297' ResourceID='9'/>";

  private static final String OTHER = "关于召开第三次会议的决定";

  @Test
  void whatIsAttachedToAnOfdBelongsToItsPaper() throws IOException {
    Map<String, String> parts = parts("Doc_0/Document.xml");
    document(parts, "Doc_0/", ONE, "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>");
    parts.put(
        "Doc_0/Attachs/Attachments.xml",
        xml(
            "Attachments",
            "<ofd:Attachment ID='7' Name='工程名单' Format='txt'><ofd:FileLoc>f1.txt</ofd:FileLoc>"
                + "</ofd:Attachment><ofd:Attachment ID='8' Name='没有了.txt'>"
                + "<ofd:FileLoc>gone.txt</ofd:FileLoc></ofd:Attachment><ofd:Attachment ID='9'"
                + " Name='同一个.txt'><ofd:FileLoc>./F1.txt</ofd:FileLoc></ofd:Attachment>"));
    parts.put("Doc_0/Attachs/f1.txt", "一、白石镇石桥村供水站。");
    write("a.ofd", parts);
    IntakeReport report = run();
    OfficialDocument paper = at("a.ofd").orElseThrow();
    assertTrue(paper.content().text().contains(ONE), paper.content().text());
    OfficialDocument attached = at("a.ofd!/工程名单.txt").orElseThrow();
    assertTrue(attached.content().text().contains("石桥村"), attached.content().text());
    assertEquals(Optional.empty(), at("a.ofd!/同一个.txt"), "the same place once");
    assertEquals(Optional.of(paper.id()), attached.provenance().parent());
    assertEquals(
        List.of("a.ofd!/没有了.txt damaged"),
        report.rejected().stream().map(r -> r.path() + " " + r.code()).toList());
  }

  @Test
  void severalDocumentsInOneOfdAreSeveralPapers() throws IOException {
    Map<String, String> parts = parts("Doc_0/Document.xml", "/Doc_1/Document.xml");
    document(parts, "Doc_0/", ONE, "");
    document(parts, "Doc_1/", OTHER, "");
    write("two.ofd", parts);
    assertEquals(List.of(), run().rejected());
    OfficialDocument one = at("two.ofd!/Doc_0.ofd").orElseThrow();
    OfficialDocument other = at("two.ofd!/Doc_1.ofd").orElseThrow();
    assertTrue(one.content().text().contains(ONE), one.content().text());
    assertFalse(one.content().text().contains(OTHER), one.content().text());
    assertTrue(other.content().text().contains(OTHER), other.content().text());
    assertEquals(Optional.empty(), other.provenance().parent());
    assertEquals(2, run().unchanged());
  }

  @Test
  void severalDocumentsInOneFolderOfAnOfdAreNumbered() throws IOException {
    Map<String, String> parts = parts("Doc/One.xml", "Doc/Other.xml");
    document(parts, "Doc/", ONE, "");
    parts.put("Doc/One.xml", parts.remove("Doc/Document.xml"));
    parts.put("Doc/Other.xml", parts.get("Doc/One.xml").replace("Page.xml", "Page2.xml"));
    parts.put("Doc/Page2.xml", parts.get("Doc/Page.xml").replace(ONE, OTHER));
    write("two.ofd", parts);
    assertEquals(List.of(), run().rejected());
    assertTrue(at("two.ofd!/1.ofd").orElseThrow().content().text().contains(ONE));
    assertTrue(at("two.ofd!/2.ofd").orElseThrow().content().text().contains(OTHER));
  }

  @Test
  void unitsThatAreUsedOnAPageAreReadThereAndHiddenTextIsNot() throws IOException {
    Map<String, String> parts = parts("Doc_0/Document.xml");
    document(parts, "Doc_0/", ONE, "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>");
    parts.put(
        "Doc_0/DocumentRes.xml",
        xml(
            "Res",
            "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID='60'><ofd:Content>"
                + text("另一个图元", "")
                + "</ofd:Content></ofd:CompositeGraphicUnit><ofd:CompositeGraphicUnit ID='61'>"
                + "<ofd:Content>"
                + text("复合图元中的文字", "")
                + "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"));
    parts.put(
        "Doc_0/Page.xml",
        parts
            .get("Doc_0/Page.xml")
            .replace(
                "</ofd:Layer>",
                "<ofd:CompositeObject ID='9' Boundary='0 100 100 20' ResourceID='61'/>"
                    + text("看不见的文字", " Visible='false'")
                    + "</ofd:Layer>"));
    write("a.ofd", parts);
    assertEquals(List.of(), run().rejected());
    String text = at("a.ofd").orElseThrow().content().text();
    assertTrue(text.contains("复合图元中的文字"), text);
    assertFalse(text.contains("另一个图元"), text);
    assertFalse(text.contains("看不见"), text);
  }

  @Test
  void aPictureThatCannotBeReadCostsNoOtherPage() throws IOException {
    for (String picture : List.of("\u0089PNG\r\n\u001a\n\u0000\u0000", "\u0097JB2 stub", "none")) {
      Map<String, String> parts = parts("Doc_0/Document.xml");
      document(parts, "Doc_0/", ONE, "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>");
      parts.put("Doc_0/Two.xml", parts.get("Doc_0/Page.xml").replace(ONE, "常委会认为，饮水安全关系群众健康。"));
      parts.put("Doc_0/Page.xml", parts.get("Doc_0/Page.xml").replace("<ofd:Layer>", GROUND));
      parts.put(
          "Doc_0/Document.xml",
          parts
              .get("Doc_0/Document.xml")
              .replace("</ofd:Pages>", "<ofd:Page ID='2' BaseLoc='Two.xml'/></ofd:Pages>"));
      parts.put(
          "Doc_0/Res.xml",
          xml(
              "Res",
              "<ofd:MultiMedia ID='9'><ofd:MediaFile>i.png</ofd:MediaFile></ofd:MultiMedia>"));
      parts.put("Doc_0/i.png", picture);
      write("cover.ofd", parts);
      assertEquals(
          List.of("cover.ofd needs-ocr"),
          run().rejected().stream().map(r -> r.path() + " " + r.code()).toList());
      String text = at("cover.ofd").orElseThrow().content().text();
      assertTrue(text.contains(ONE) && text.contains("关系群众健康"), text);
    }
  }

  @Test
  void anOfdThatIsEncipheredIsSaidToBe() throws IOException {
    Map<String, String> parts = parts("Doc_0/Document.xml");
    parts.put("Encryptions.xml", xml("Encryptions", ""));
    parts.put("Doc_0/Document.xml", "\u0001\u0002");
    write("a.ofd", parts);
    assertEquals("encrypted", run().rejected().getFirst().code());
  }

  @Test
  void anOfdOfOneDocumentStaysTheFileItWas() throws IOException {
    Map<String, String> parts = parts("Doc_0/Document.xml");
    document(parts, "Doc_0/", ONE, "");
    write("one.ofd", parts);
    assertEquals(1, run().added());
    assertTrue(at("one.ofd").isPresent());
  }

  private static Map<String, String> parts(String... roots) {
    StringBuilder bodies = new StringBuilder();
    for (String root : roots) {
      bodies.append(
          "<ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>");
      bodies.append(root).append("</ofd:DocRoot></ofd:DocBody>");
    }
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("OFD.xml", xml("OFD", bodies.toString()));
    return parts;
  }

  private static void document(Map<String, String> parts, String base, String text, String more) {
    parts.put(
        base + "Document.xml",
        xml("Document", "<ofd:Pages><ofd:Page ID='1' BaseLoc='Page.xml'/></ofd:Pages>" + more));
    parts.put(
        base + "Page.xml",
        xml("Page", "<ofd:Content><ofd:Layer>" + text(text, "") + "</ofd:Layer></ofd:Content>"));
  }

  private static String text(String words, String more) {
    return "<ofd:TextObject ID='3' Boundary='20 30 150 8' Size='5'"
        + more
        + "><ofd:TextCode X='0' Y='5' DeltaX='g 30 5'>"
        + words
        + "</ofd:TextCode></ofd:TextObject>";
  }

  private static String xml(String root, String inner) {
    return "<?xml version='1.0' encoding='UTF-8'?><ofd:"
        + root
        + " xmlns:ofd='http://www.ofdspec.org/2016'>"
        + inner
        + "</ofd:"
        + root
        + ">";
  }

  private void write(String name, Map<String, String> parts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
