package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.indexer.TestSettings;
import wenmai.indexer.extract.Extraction.Part;

/** What comes with a paper has its bounds, and never costs the paper. */
class TakenOutTest {
  private static final long HUGE = 1L << 30;

  @TempDir Path folder;

  @Test
  void allTogetherHaveTheirBoundsAndWhatFindsNoRoomIsNamed() throws IOException {
    TakenOut out = new TakenOut(folder, 10);
    out.take("a", bytes(6));
    out.take("b", bytes(6));
    out.take("c", bytes(4));
    out.take("d", bytes(1));
    assertEquals(
        List.of("a whole", "b expands-too-far", "c whole", "d expands-too-far"), told(out.parts()));
    assertEquals(2, files(), "nothing is left of what found no room");
  }

  @Test
  void whatBreaksOffLeavesNothing() throws IOException {
    TakenOut out = new TakenOut(folder, 10);
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken");
          }
        };
    assertThrows(IOException.class, () -> out.take("a", broken));
    assertEquals(0, files());
  }

  @Test
  void whatIsDiscardedTakesNoRoomAndIsNotCounted() throws IOException {
    TakenOut out = new TakenOut(folder, 1_000);
    for (int i = 0; i < 203; i++) {
      out.take(i + ".txt", bytes(4));
    }
    out.discard();
    assertEquals(1_000, out.left());
    out.take("a.txt", bytes(4));
    assertEquals(List.of("a.txt whole"), told(out.parts()));
  }

  @Test
  void aSmallFileHasLessRoomThanALargeOne() throws IOException {
    Path paper = Files.write(folder.resolve("paper"), new byte[1 << 20]);
    AttachmentRoom room = AttachmentRoom.of(folder, Limits.defaults());
    assertEquals(300L << 20, room.of(paper).left());
    assertEquals(100L << 20, room.of(folder.resolve("gone")).left());
    assertEquals(7, new AttachmentRoom(folder, 7).of(paper).left());
  }

  /** It would need more memory than there is if it were not read bit by bit. */
  @Test
  void aHugeFileInAPdfDoesNotCostThePaper() throws IOException {
    Path pdf = pdf(InputStream.nullInputStream(), COSName.FLATE_DECODE, HUGE);
    Extraction.Extracted read = assertInstanceOf(Extraction.Extracted.class, parsed(pdf));
    assertEquals("Report on drinking water\n", read.text().text());
    assertEquals(List.of("list.txt too-large"), told(read.attachments()));
  }

  @Test
  void filesInAPdfComeOutHoweverTheyArePacked() throws IOException {
    for (COSName filter :
        List.of(
            COSName.FLATE_DECODE,
            COSName.ASCII_HEX_DECODE,
            COSName.ASCII85_DECODE,
            COSName.LZW_DECODE)) {
      Extraction.Extracted read =
          assertInstanceOf(
              Extraction.Extracted.class,
              parsed(pdf(new ByteArrayInputStream(new byte[] {'a', 'b', 'c'}), filter, 0)));
      Part.Whole part = assertInstanceOf(Part.Whole.class, read.attachments().getFirst());
      assertEquals("abc", Files.readString(part.file()), filter.getName());
    }
  }

  /** A list that names itself thirty times, eight deep, would be read without end. */
  @Test
  void aListThatIsAPartOfItselfIsReadOnce() throws IOException {
    Path pdf = pdf(new ByteArrayInputStream(new byte[] {'a'}), COSName.FLATE_DECODE, 0);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDEmbeddedFilesNameTreeNode tree =
          document.getDocumentCatalog().getNames().getEmbeddedFiles();
      COSArray kids = new COSArray();
      for (int i = 0; i < 30; i++) {
        kids.add(tree.getCOSObject());
      }
      tree.getCOSObject().setItem(COSName.KIDS, kids);
      TakenOut out = new TakenOut(folder, 10);
      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> PdfAttachments.take(document, 1, out));
      assertEquals(List.of("list.txt whole"), told(out.parts()));
    }
  }

  /**
   * @param zeros to be packed by hand, since the library would hold them all in memory
   */
  private Path pdf(InputStream attached, COSName filter, long zeros) throws IOException {
    Path pdf = folder.resolve("carrier.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 12);
        content.newLineAtOffset(60, 600);
        content.showText("Report on drinking water");
        content.endText();
      }
      PDComplexFileSpecification file = new PDComplexFileSpecification();
      file.setFile("folder/list.txt");
      PDEmbeddedFile embedded = new PDEmbeddedFile(document, attached, filter);
      if (zeros > 0) {
        try (OutputStream raw = embedded.getCOSObject().createRawOutputStream();
            OutputStream packed = new DeflaterOutputStream(raw)) {
          for (long left = zeros; left > 0; left -= 1 << 20) {
            packed.write(new byte[1 << 20]);
          }
        }
      }
      file.setEmbeddedFile(embedded);
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of("list", file));
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      document.getDocumentCatalog().setNames(names);
      document.save(pdf.toFile());
    }
    return pdf;
  }

  private Extraction parsed(Path pdf) {
    return new Parsers(
            new ParserSettings(TestSettings.config(), folder, "no-such-program", Limits.defaults()),
            () -> {})
        .parse(pdf, "carrier.pdf", Format.PDF);
  }

  private static List<String> told(List<Part> parts) {
    return parts.stream()
        .map(part ->
            part.name()
                + " "
                + (part instanceof Part.Refused refused ? refused.why().code().key() : "whole"))
        .toList();
  }

  private static InputStream bytes(int count) {
    return new ByteArrayInputStream(new byte[count]);
  }

  private long files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
