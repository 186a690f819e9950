package wenmai.indexer.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of one document of an OFD of several holds its own parts and nothing of the others. */
class OfdBundleTest {
  @TempDir Path folder;

  @Test
  void documentsInOneFolderArePartedByWhatTheyName() throws IOException {
    Map<String, String> parts = parts("Doc/One.xml", "Doc/Other.xml");
    parts.put("Doc/One.xml", document("<ofd:Page ID='1' BaseLoc='Page.xml'/>"));
    parts.put("Doc/Page.xml", page("Page2.xml"));
    parts.put("Doc/Other.xml", document("<ofd:Page ID='1' BaseLoc='Page2.xml'/>"));
    parts.put("Doc/Page2.xml", page("另一件"));
    write(parts);
    assertEquals(Set.of("OFD.xml", "Doc/One.xml", "Doc/Page.xml"), members(0));
    assertEquals(Set.of("OFD.xml", "Doc/Other.xml", "Doc/Page2.xml"), members(1));
  }

  @Test
  void foldersAreTheSameInAnyCaseAndResourcesFollowTheirDocument() throws IOException {
    Map<String, String> parts = parts("Doc_0/Document.xml", "Doc_1/Document.xml");
    parts.put(
        "doc_0/Document.xml",
        document("<ofd:DocumentRes>./Res.xml</ofd:DocumentRes><ofd:Page ID='1' BaseLoc='P.xml'/>"));
    parts.put("doc_0/P.xml", page("甲"));
    parts.put("doc_0/Res.xml", resources("/Res", "a.png"));
    parts.put(
        "DOC_1/Document.xml",
        document(
            "<ofd:PublicRes>..\\Res\\Res.xml</ofd:PublicRes><ofd:Page ID='1' BaseLoc='P.xml'/>"));
    parts.put("DOC_1/P.xml", page("乙"));
    parts.put("Res/Res.xml", resources("Pictures", "b.png"));
    parts.put("Res/a.png", "1");
    parts.put("Res/Pictures/b.png", "2");
    parts.put("Res/of-nobody.png", "3");
    write(parts);
    assertEquals(
        Set.of("OFD.xml", "doc_0/Document.xml", "doc_0/P.xml", "doc_0/Res.xml", "Res/a.png"),
        members(0));
    assertEquals(
        Set.of("OFD.xml", "DOC_1/Document.xml", "DOC_1/P.xml", "Res/Res.xml", "Res/Pictures/b.png"),
        members(1));
  }

  /** A part that every document names costs as much as one that one of them names. */
  @Test
  void whatDocumentsShareIsLookedThroughOnce() throws IOException {
    Map<String, String> parts = sharing(30, "<ofd:Font FontFile='f.ttf'/>");
    parts.put("f.ttf", "1");
    write(parts);
    Map<String, Integer> opened = new HashMap<>();
    try (ZipFile zip =
        new ZipFile(folder.resolve("two.ofd").toFile()) {
          @Override
          public InputStream getInputStream(ZipEntry entry) throws IOException {
            opened.merge(entry.getName(), 1, Integer::sum);
            return super.getInputStream(entry);
          }
        }) {
      List<ZipEntry> entries = new ArrayList<>(Collections.list(zip.entries()));
      OfdReach reach = new OfdReach(zip, entries);
      for (int i = 0; i < 30; i++) {
        byte[] list = parts("D" + i + "/Document.xml").get("OFD.xml").getBytes(UTF_8);
        List<String> reached =
            reach.parts(list, "").stream().map(ZipEntry::getName).sorted().toList();
        assertEquals(List.of("D" + i + "/Document.xml", "Res.xml", "f.ttf"), reached);
      }
    }
    assertEquals(1, opened.get("Res.xml"));
  }

  @Test
  void howMuchComesOutIsKnownBeforeAnythingIsWritten() throws IOException {
    write(sharing(200, "<ofd:Font/>".repeat(100_000)));
    try (OfdBundle bundle = OfdBundle.open(folder.resolve("two.ofd"))) {
      assertTrue(bundle.bytes(Long.MAX_VALUE) > 200 * 1_100_000L);
      assertTrue(bundle.bytes(5_000_000) < 7_000_000, "it counts no further than it must");
    }
    Path nowhere = folder.resolve("no folder to write to");
    Extraction out =
        new Unpacker(nowhere, Limits.defaults())
            .unpack(folder.resolve("two.ofd"), "two.ofd", Format.OFD_BUNDLE);
    assertEquals(RejectionCode.EXPANDS_TOO_FAR, ((Extraction.Rejected) out).code());
  }

  /** Parts of nothing take room in each file as well. */
  @Test
  void manyEmptyPartsThatDocumentsShareAreCounted() throws IOException {
    StringBuilder names = new StringBuilder();
    Map<String, String> parts = sharing(100, "");
    for (int i = 0; i < 1_000; i++) {
      names.append("<a>e").append(i).append("</a>");
      parts.put("e" + i, "");
    }
    parts.put("Res.xml", xml("Res", names.toString()));
    write(parts);
    try (OfdBundle bundle = OfdBundle.open(folder.resolve("two.ofd"))) {
      assertTrue(bundle.bytes(Long.MAX_VALUE) > 100 * 1_000 * 100L);
    }
  }

  @Test
  void documentsThatShareLittleAreAllTakenOut() throws IOException {
    write(sharing(300, "<ofd:Font/>"));
    Extraction out =
        new Unpacker(folder, Limits.defaults())
            .unpack(folder.resolve("two.ofd"), "two.ofd", Format.OFD_BUNDLE);
    assertEquals(300, ((Extraction.Unpacked) out).parts().size());
    assertEquals(Set.of("OFD.xml", "D299/Document.xml", "Res.xml"), members(299));
  }

  /** Documents, each in a folder of its own, that name the same resources. */
  private static Map<String, String> sharing(int documents, String resources) {
    Map<String, String> parts =
        parts(
            IntStream.range(0, documents)
                .mapToObj(i -> "D" + i + "/Document.xml")
                .toArray(String[]::new));
    for (int i = 0; i < documents; i++) {
      parts.put("D" + i + "/Document.xml", document("<ofd:PublicRes>../Res.xml</ofd:PublicRes>"));
    }
    parts.put("Res.xml", xml("Res", resources));
    return parts;
  }

  private static Map<String, String> parts(String... roots) {
    StringBuilder bodies = new StringBuilder();
    for (String root : roots) {
      bodies.append("<ofd:DocBody><ofd:DocRoot>" + root + "</ofd:DocRoot></ofd:DocBody>");
    }
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("OFD.xml", xml("OFD", bodies.toString()));
    return parts;
  }

  private static String document(String inner) {
    return xml("Document", inner);
  }

  private static String page(String words) {
    return xml(
        "Page",
        "<ofd:TextObject ID='3'><ofd:TextCode>" + words + "</ofd:TextCode></ofd:TextObject>");
  }

  private static String resources(String base, String picture) {
    return xml("Res", "<ofd:MediaFile>" + picture + "</ofd:MediaFile>")
        .replace("<ofd:Res ", "<ofd:Res BaseLoc='" + base + "' ");
  }

  private static String xml(String root, String inner) {
    return "<ofd:" + root + " xmlns:ofd='a'>" + inner + "</ofd:" + root + ">";
  }

  private Set<String> members(int index) throws IOException {
    Path own = folder.resolve("own.zip");
    try (OfdBundle bundle = OfdBundle.open(folder.resolve("two.ofd"));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(own))) {
      bundle.write(index, out, InputStream::transferTo);
    }
    try (ZipFile zip = new ZipFile(own.toFile())) {
      return zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
    }
  }

  private void write(Map<String, String> parts) throws IOException {
    Path file = folder.resolve("two.ofd");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
  }
}
