package wenmai.web.feed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * A table as a workbook (XLSX, ECMA-376): one sheet whose cells are text, so that nothing in it is
 * ever reckoned as a formula.
 */
final class Workbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/package/2006/content-types";
  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** A spreadsheet refuses a longer cell. */
  private static final int LONGEST_CELL = 32_767;

  private Workbook() {}

  /** Writes it row by row. */
  static void write(String name, Table table, OutputStream to) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(to);
    part(zip, "[Content_Types].xml", contentTypes());
    part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
    part(zip, "xl/workbook.xml", workbook(name));
    part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
    open(zip, "xl/worksheets/sheet1.xml");
    Writer sheet = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    XmlText.write(
        sheet,
        "worksheet",
        MAIN,
        out -> out.element("sheetData", () -> table.each(values -> row(out, values))));
    sheet.flush();
    zip.closeEntry();
    zip.finish();
  }

  private static void open(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.fromMillis(0));
    zip.putNextEntry(entry);
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    open(zip, name);
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String contentTypes() {
    return XmlText.document(
        "Types",
        TYPES,
        out -> {
          out.empty(
              "Default",
              "Extension",
              "rels",
              "ContentType",
              "application/vnd.openxmlformats-package.relationships+xml");
          out.empty("Override", "PartName", "/xl/workbook.xml", "ContentType", SHEET + ".main+xml");
          out.empty(
              "Override",
              "PartName",
              "/xl/worksheets/sheet1.xml",
              "ContentType",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        });
  }

  private static String relation(String type, String target) {
    return XmlText.document(
        "Relationships",
        PACKAGE,
        out ->
            out.empty("Relationship", "Id", "rId1", "Type", OFFICE + "/" + type, "Target", target));
  }

  private static String workbook(String name) {
    return XmlText.document(
        "workbook",
        MAIN,
        out -> {
          out.namespace("r", OFFICE);
          out.element(
              "sheets", () -> out.empty("sheet", "name", name, "sheetId", "1", "r:id", "rId1"));
        });
  }

  private static void row(XmlText out, List<String> values) {
    try {
      out.element(
          "row",
          () -> {
            for (String value : values) {
              String shown =
                  value.length() > LONGEST_CELL ? value.substring(0, LONGEST_CELL) : value;
              out.element(
                  "c",
                  () -> {
                    out.attributes("t", "inlineStr");
                    out.element("is", () -> out.element("t", shown));
                  });
            }
          });
    } catch (XMLStreamException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
