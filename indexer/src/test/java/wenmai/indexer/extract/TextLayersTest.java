package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;
import wenmai.indexer.TestSettings;

/** Which text layers are texts: codes, words and numbers are, signs at random are not. */
class TextLayersTest extends PdfCase {
  @Test
  void specksThatAMachineTookForLettersAreNoWords() {
    GarbledLayer layer = new GarbledLayer(CommonCharacters.read(TestSettings.config()));
    assertTrue(layer.isMostlyNoWords("`.i乚ロ1ii~凵.|`冂凵^li^'~丿^^'l..丿乚i丨,丶冂 口'丿丿囗^l口乚 ,丿凵',i|亅`"));
    for (String text :
        List.of(
            "汀浦区人民代表大会常务委员会关于加强农村饮水安全工作的决定",
            "臺北市議會第十四屆第一次定期大會決議",
            "任命：程岚、何启明、沈砚秋、綦毓琨为书记员。",
            "1,234.5 12.3% 99 (45.2) 2023-05-18",
            "heard the report on drinking water")) {
      assertFalse(layer.isMostlyNoWords(text), text);
    }
  }

  @Test
  void aTextLayerOfLatinJunkIsNotTakenForAText() throws IOException {
    Path pdf = folder.resolve("junk.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        write(content, List.of(JUNK.split(" ")), 700, 12);
      }
      document.save(pdf.toFile());
    }
    assertEquals(RejectionCode.NEEDS_OCR, refused(pdf, "no-such-program").code());
  }

  @Test
  void wordsNumbersCodesAndAddressesAreNoJunk() {
    assertTrue(GarbledLayer.mayBeLatinJunk(JUNK));
    for (String text :
        List.of(
            "The Standing Committee of the People's Congress (hereinafter \"the Committee\") heard"
                + " the report on 18 May 2023; it adopted Resolution No. 12/2023 on GDP growth.",
            "1,234.5 12.3% 99 (45.2) 2023-05-18 A1 B2 C3 GB/T33190-2016 ISO9001:2015 45% 1,000,000"
                + " -12.5 H2O PM2.5 CO2 3,456.78 901.2 34.5% 6,789 0.12 3.45 67.8 901 2.34 567",
            "HJ-2023-001 LY2023A15 YC-B-12 QX2023-12-05 A12345 G60 S32 DN300 PE100 2.5m2 30kV 110kV"
                + " YJV22-8.7/15-3*95 HJ-2023-002 LY2023A16 YC-B-13",
            "http://www.npc.gov.cn/npc/c30834/202305/a1b2c3d4e5.shtml"
                + " https://example.com/index.php?id=12&name=abc https://example.com/a/b/c.html")) {
      assertFalse(GarbledLayer.mayBeLatinJunk(text), text);
    }
    assertFalse(GarbledLayer.mayBeLatinJunk("x1+x2=3*y^2 a=b*c/d"), "too little to tell");
    assertTrue(GarbledLayer.isChinese("关于饮水安全情况的报告，采用 ISO 标准"));
    assertFalse(GarbledLayer.isChinese("for (int i = 0; i < n; i++)"));
  }

  @Test
  void pagesOfCodesAreTheirText() throws IOException {
    List<String> codes =
        IntStream.range(0, 28)
            .mapToObj(i ->
                "9133010" + i % 9 + "MA" + i % 7 + "K" + i % 5 + "R" + i % 3 + "T" + i % 8 + "X")
            .toList();
    assertFalse(GarbledLayer.mayBeLatinJunk(String.join("\n", codes)));
    assertFalse(GarbledLayer.mayBeLatinJunk("a3f09b77c1d24e58\n0c9e8d7f6a5b4c3d ".repeat(9)));
    GarbledLayer layer = new GarbledLayer(CommonCharacters.read(TestSettings.config()));
    assertFalse(layer.isMostlyNoWords(String.join("\n", codes)));
    Path pdf = folder.resolve("codes.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        write(content, codes, 780, 12);
      }
      document.save(pdf.toFile());
    }
    for (String tesseract : List.of("no-such-program", TESSERACT)) {
      assertEquals(String.join("\n", codes) + "\n", read(pdf, tesseract));
    }
  }

  @Test
  void aDoubtfulPageStaysAsItIsWhereNothingCanRecogniseIt() throws IOException {
    Path pdf = folder.resolve("doubtful.pdf");
    try (PDDocument document = new PDDocument()) {
      for (List<String> lines : List.of(TEXT, List.of(JUNK.split(" ")))) {
        PDPage page = page(document);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          write(content, lines, 700, 12);
        }
      }
      document.save(pdf.toFile());
    }
    Extraction.Extracted read =
        assertInstanceOf(Extraction.Extracted.class, parsed(pdf, "no-such-program"));
    assertTrue(read.text().text().contains(JUNK.split(" ")[0]), read.text().text());
    assertEquals("1", read.properties().get("ocr:missing"));
  }

  @Test
  void aLayerThatHasWhatThePictureShowsIsRightInItsCodesToo() {
    String layer = "aB3!x9Q#zK 汀江市水务公司 pQ7$m2W 棠州市公交公司";
    assertTrue(GarbledLayer.tells(layer, "aB3lx9Q 汀江市水务公司 pO7Sm2W 党州市公交公司"));
    assertFalse(GarbledLayer.tells(JUNK, "汀江市水务公司关于供水的报告"));
    assertFalse(GarbledLayer.tells(layer, "for (int i = 0; i < n; i++)"));
  }
}
