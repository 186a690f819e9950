package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
