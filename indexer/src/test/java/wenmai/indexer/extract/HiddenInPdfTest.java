package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.indexer.extract.Extraction.Part;

/**
 * What a PDF carries beside the content of its pages: files that hang anywhere, words written over
 * a page.
 */
class HiddenInPdfTest extends PdfCase {
  private static final PDRectangle OVER = new PDRectangle(60, 700, 200, 20);

  @ParameterizedTest
  @ValueSource(strings = {"catalog", "page", "annotation", "direct"})
  void associatedFilesComeOutWhereverTheyHang(String where) throws IOException {
    Path pdf = folder.resolve("af.pdf");
    try (PDDocument document = written()) {
      PDComplexFileSpecification file = new PDComplexFileSpecification();
      file.setFile("list.txt");
      file.setEmbeddedFile(
          new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {'a', 'b'})));
      COSArray files = new COSArray();
      files.add(file.getCOSObject());
      files.setDirect(where.equals("direct"));
      file.getCOSObject().setDirect(where.equals("direct"));
      COSDictionary holder =
          switch (where) {
            case "page" -> document.getPage(0).getCOSObject();
            case "annotation" -> {
              PDAnnotation link = new PDAnnotationLink();
              link.setRectangle(OVER);
              document.getPage(0).setAnnotations(List.of(link));
              yield link.getCOSObject();
            }
            default -> document.getDocumentCatalog().getCOSObject();
          };
      holder.setItem(COSName.getPDFName("AF"), files);
      document.save(pdf.toFile());
    }
    Extraction.Extracted read =
        assertInstanceOf(Extraction.Extracted.class, parsed(pdf, "no-such-program"));
    assertEquals(1, read.attachments().size());
    Part.Whole part = assertInstanceOf(Part.Whole.class, read.attachments().getFirst());
    assertEquals("list.txt", part.name());
    assertEquals("ab", Files.readString(part.file()));
  }

  @Test
  void aTextBoxWithoutAnAppearanceIsReadWhereItStands() throws IOException {
    assertEquals("机密★1年", firstLine(annotated(document -> box("机密★1年")), "no-such-program"));
  }

  @Test
  void aTextBoxIsReadAsItLooks() throws IOException {
    Path pdf =
        annotated(document -> {
          PDAnnotation box = box("other words");
          PDAppearanceStream looks = new PDAppearanceStream(document);
          looks.setBBox(new PDRectangle(200, 20));
          looks.setResources(new PDResources());
          try (PDPageContentStream content = new PDPageContentStream(document, looks)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 12);
            content.newLineAtOffset(2, 4);
            content.showText("SECRET 5 years");
            content.endText();
          }
          PDAppearanceDictionary appearance = new PDAppearanceDictionary();
          appearance.setNormalAppearance(looks);
          box.setAppearance(appearance);
          return box;
        });
    assertEquals("SECRET 5 years", firstLine(pdf, "no-such-program"));
  }

  @Test
  void aTextBoxBesideALineIsNoPartOfIt() throws IOException {
    Path pdf =
        annotated(document -> {
          PDAnnotation box = box("此处建议修改");
          box.setRectangle(new PDRectangle(400, 592, 150, 20));
          return box;
        });
    List<String> lines = read(pdf, "no-such-program").lines().toList();
    assertEquals(TEXT.getFirst(), lines.getFirst());
    assertEquals("此处建议修改", lines.getLast());
  }

  @Test
  void whatAReaderHidesAndWhatALinkIsCalledAreNoText() throws IOException {
    Path hidden =
        annotated(document -> {
          PDAnnotation box = box("机密★1年");
          box.setHidden(true);
          return box;
        });
    assertTrue(read(hidden, "no-such-program").startsWith(TEXT.getFirst()));
    Path link =
        annotated(document -> {
          PDAnnotation one = new PDAnnotationLink();
          one.setRectangle(OVER);
          one.setContents("机密★1年");
          return one;
        });
    assertTrue(read(link, "no-such-program").startsWith(TEXT.getFirst()));
  }

  @Test
  void anAnnotationThatSaysNotWhatItIsLosesNobodyThePage() throws IOException {
    Path pdf =
        annotated(document -> {
          PDAnnotation bare = new PDAnnotationLink();
          bare.getCOSObject().removeItem(COSName.SUBTYPE);
          return bare;
        });
    assertTrue(read(pdf, "no-such-program").startsWith(TEXT.getFirst()));
  }

  @Test
  void whatAFormIsFilledInWithIsRead() throws IOException {
    assertEquals("张某等12人", firstLine(annotated(document -> field("Tx", 0)), "no-such-program"));
    assertEquals("张某等12人", firstLine(annotated(document -> field("Ch", 0)), "no-such-program"));
  }

  @Test
  void buttonsSignaturesAndPasswordsOfAFormAreNoText() throws IOException {
    for (PDAnnotation field : List.of(field("Btn", 0), field("Sig", 0), field("Tx", 1 << 13))) {
      Path pdf = annotated(document -> field);
      assertTrue(read(pdf, "no-such-program").startsWith(TEXT.getFirst()), field.toString());
    }
  }

  @Test
  void aFieldInheritsFromTheFieldsAboveItAndARingOfThemEnds() throws IOException {
    PDAnnotation widget = field("Tx", 0);
    COSDictionary above = new COSDictionary(widget.getCOSObject());
    widget.getCOSObject().removeItem(COSName.FT);
    widget.getCOSObject().removeItem(COSName.V);
    widget.getCOSObject().setItem(COSName.PARENT, above);
    assertEquals("张某等12人", firstLine(annotated(document -> widget), "no-such-program"));
    above.removeItem(COSName.FT);
    above.setItem(COSName.PARENT, above);
    assertFalse(FormFields.isOfWords(widget));
  }

  @Test
  void aRemarkOnAPageIsNoTextAndIsToldOf() throws IOException {
    for (String kind : List.of("Text", "Highlight")) {
      Path pdf = annotated(document -> remark(kind, "处理意见\n机密★1年"));
      Extraction.Extracted read =
          assertInstanceOf(Extraction.Extracted.class, parsed(pdf, "no-such-program"));
      assertTrue(read.text().text().startsWith(TEXT.getFirst()), kind);
      assertEquals("机密★1年", read.properties().get("office:remarks"), kind);
    }
  }

  @Test
  void aMarkedWordThatItsRemarkRepeatsIsNone() throws IOException {
    Path pdf = annotated(document -> remark("Highlight", "asks the government"));
    Extraction.Extracted read =
        assertInstanceOf(Extraction.Extracted.class, parsed(pdf, "no-such-program"));
    assertFalse(read.properties().containsKey("office:remarks"));
  }

  private static PDAnnotation remark(String kind, String contents) {
    COSDictionary remark = new COSDictionary();
    remark.setName(COSName.TYPE, "Annot");
    remark.setName(COSName.SUBTYPE, kind);
    remark.setString(COSName.CONTENTS, contents);
    PDAnnotation annotation =
        kind.equals("Text") ? new PDAnnotationText(remark) : new PDAnnotationHighlight(remark);
    annotation.setRectangle(OVER);
    return annotation;
  }

  private static PDAnnotation field(String type, int flags) {
    PDAnnotation widget = new PDAnnotationWidget();
    widget.setRectangle(OVER);
    widget.getCOSObject().setName(COSName.FT, type);
    widget.getCOSObject().setInt(COSName.FF, flags);
    widget.getCOSObject().setString(COSName.V, "张某等12人");
    return widget;
  }

  /** Makes an annotation of a document. */
  @FunctionalInterface
  private interface Made {
    PDAnnotation of(PDDocument document) throws IOException;
  }

  private static PDAnnotation box(String contents) {
    PDAnnotation box = new PDAnnotationFreeText();
    box.setRectangle(OVER);
    box.setContents(contents);
    return box;
  }

  private Path annotated(Made made) throws IOException {
    Path pdf = folder.resolve("annotated.pdf");
    try (PDDocument document = written()) {
      document.getPage(0).setAnnotations(List.of(made.of(document)));
      document.save(pdf.toFile());
    }
    return pdf;
  }

  private String firstLine(Path pdf, String tesseract) {
    return read(pdf, tesseract).lines().findFirst().orElse("");
  }

  private static PDDocument written() throws IOException {
    PDDocument document = new PDDocument();
    PDPage page = page(document);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      write(content, TEXT, 600, 12);
    }
    return document;
  }
}
