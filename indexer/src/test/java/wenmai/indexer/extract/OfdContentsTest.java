package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an OFD's list of contents says is read in one go, whatever it is made of. */
class OfdContentsTest {
  private static final int LONG = 1_000_000;

  @TempDir Path folder;

  @Test
  void theRootsOfBodiesAreDocuments() {
    assertEquals(
        List.of("Doc_0/Document.xml", "/Doc_1/Document.xml"),
        roots(
            "<ofd:OFD xmlns:ofd='a'><!-- <ofd:DocRoot>none</ofd:DocRoot> -->"
                + body("\n Doc_0/Document.xml\t")
                + "<ofd:DocBody/>"
                + body("/Doc_1/Document.xml")
                + "</ofd:OFD>"));
  }

  @Test
  void aListThatBreaksOffTellsWhatItCame() {
    assertEquals(
        List.of("a"), roots("<ofd:OFD xmlns:ofd='a'>" + body("a") + "<ofd:DocBody><ofd:Do"));
    assertEquals(List.of(), roots("no XML"));
    assertEquals(List.of(), roots("<!DOCTYPE a [<!ENTITY b 'c'>]><a><DocBody><DocRoot>&b;"));
  }

  /** Each would take hours if any of its signs were looked at again for each of the others. */
  @Test
  void listsMadeToTakeForEverDoNot() throws IOException {
    String open = "<ofd:OFD xmlns:ofd='a'><ofd:DocBody><ofd:DocRoot>a";
    for (String list :
        List.of(
            open + " ".repeat(LONG),
            "<ofd:DocRoot>a" + " ".repeat(LONG),
            open + "<ofd:DocRoot".repeat(LONG / 12),
            open + "<DocRoot ".repeat(LONG / 9) + ">",
            "<" + "a".repeat(LONG) + ":DocRoot>",
            "<a " + "b='c' ".repeat(LONG / 6) + ">",
            "<a>".repeat(LONG / 3),
            "<ofd:OFD xmlns:ofd='a'>" + body("/".repeat(LONG / 2)) + body("./".repeat(LONG / 5)))) {
      Path file = folder.resolve("hostile.ofd");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.putNextEntry(new ZipEntry("OFD.xml"));
        zip.write(list.getBytes(StandardCharsets.ISO_8859_1));
      }
      Format format = Extractor.format(file, "hostile.ofd");
      assertEquals(list.contains("./") ? Format.OFD_BUNDLE : Format.OFD, format);
      try (OfdBundle bundle = OfdBundle.open(file)) {
        for (int i = 0; i < bundle.size(); i++) {
          assertEquals((i + 1) + ".ofd", bundle.name(i));
        }
      }
    }
  }

  private static List<String> roots(String list) {
    return OfdContents.of(list.getBytes(StandardCharsets.UTF_8)).documents().stream()
        .map(OfdContents.Document::root)
        .toList();
  }

  private static String body(String root) {
    return "<ofd:DocBody><ofd:DocRoot>" + root + "</ofd:DocRoot></ofd:DocBody>";
  }
}
