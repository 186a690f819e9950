package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that were pasted into a file as pictures are told of, in every office format. */
class PagePicturesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          word/document.xml | <wp:inline><wp:extent cx="5270000" cy="7450000"/><a:blip/></wp:inline>                   | 1
          word/document.xml | <wp:inline><wp:extent cx="5270000" cy="3000000"/><a:blip/></wp:inline>                   | 0
          word/document.xml | <wp:anchor behindDoc="1"><wp:extent cx="7560000" cy="10690000"/><a:blip/></wp:anchor>    | 0
          word/document.xml | <wp:inline><wp:extent cx="5270000" cy="7450000"/><a:chart/></wp:inline>                  | 0
          word/document.xml | <v:shape style="width:415pt;height:600.5pt"><v:imagedata/></v:shape>                      | 1
          word/document.xml | <v:shape style="width:41pt;height:60pt"><v:imagedata/></v:shape>                          | 0
          word/header1.xml  | <wp:anchor><wp:extent cx="7560000" cy="10690000"/><a:blip/></wp:anchor>                  | 0
          """)
  void picturesAsLargeAsAPageAreCounted(String part, String picture, int expected)
      throws IOException {
    String text = "<d xmlns:wp=\"wp\" xmlns:a=\"a\" xmlns:v=\"v\">" + picture + "</d>";
    assertEquals(expected, PagePictures.in(zip(Map.of(part, utf8(text))), Format.OOXML));
  }

  @ParameterizedTest
  @CsvSource({
    "17cm,24cm,1",
    "170mm,240mm,1",
    "6.7in,9.4in,1",
    "480pt,680pt,1",
    "12cm,9cm,0",
    "100%,24cm,0"
  })
  void picturesAsLargeAsAPageAreCountedInOpenDocument(String width, String height, int expected)
      throws IOException {
    String text =
        "<d xmlns:draw=\"d\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\">"
            + "<draw:frame svg:width=\""
            + width
            + "\" svg:height=\""
            + height
            + "\"><draw:image/></draw:frame></d>";
    Path file = zip(Map.of("content.xml", utf8(text)));
    assertEquals(expected, PagePictures.in(file, Format.OPEN_DOCUMENT));
  }

  @ParameterizedTest
  @CsvSource({
    "{\\pict\\picscalex100\\picscaley100\\picwgoal9600\\pichgoal13600\\pngblip 00},1",
    "{\\pict\\picscalex40\\picscaley40\\picwgoal9600\\pichgoal13600\\pngblip 00},0",
    "{\\pict\\picwgoal9600\\pichgoal4000\\pngblip 00},0",
    "{\\*\\shppict{\\pict\\picwgoal9600\\pichgoal13600 00}}{\\nonshppict{\\pict\\picwgoal9600\\pichgoal13600 00}},1"
  })
  void picturesAsLargeAsAPageAreCountedInRtf(String rtf, int expected) {
    assertEquals(expected, PagePictures.ofRtf(rtf));
  }

  @ParameterizedTest
  @CsvSource({"1240,1754,true", "1280,960,false", "600,900,false"})
  void aPictureThatAMailShowsIsAPageWhereItIsUprightAndFine(int width, int height, boolean page)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", out);
    assertEquals(page, PagePictures.isPage(out.toByteArray()));
    assertFalse(PagePictures.isPage(utf8("no picture")));
    String text =
        "From: a@example.org\nSubject: x\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/related; boundary=\"b\"\n\n--b\n"
            + "Content-Type: text/html; charset=utf-8\n\n<p>通知</p>\n--b\nContent-Type: image/png\n"
            + "Content-Disposition: inline; filename=\"p.png\"\nContent-Transfer-Encoding: base64\n\n"
            + Base64.getMimeEncoder().encodeToString(out.toByteArray())
            + "\n--b--\n";
    Path file = Files.writeString(folder.resolve("m.eml"), text);
    assertEquals(page ? 1 : 0, read(file, Format.MAIL).attachments().size());
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

  private Extraction.Extracted read(Path file, Format format) {
    TikaReader reader =
        new TikaReader(100_000, folder, AttachmentRoom.of(folder, Limits.defaults()));
    return assertInstanceOf(
        Extraction.Extracted.class, reader.read(file, file.getFileName().toString(), format));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
