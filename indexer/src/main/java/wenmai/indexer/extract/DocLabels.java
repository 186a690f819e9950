package wenmai.indexer.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.FileInformationBlock;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.parser.microsoft.ListManager;
import org.jspecify.annotations.Nullable;
import wenmai.indexer.numbering.Labels;
import wenmai.indexer.numbering.NumberedList;

/**
 * The automatic numbers of a Word file of the binary format (DOC 自动编号). Goes through the paragraphs
 * as Tika does and says for each what Tika writes before it and what belongs there.
 */
final class DocLabels {
  /** Beyond stand paragraphs taken out of their list ([MS-DOC] 2.6.2, sprmPIlfo). */
  private static final int LAST_LIST = 2046;

  /** What Tika holds for empty: a paragraph of ideographic spaces is not. */
  private static final Pattern EMPTY = Pattern.compile("\\s*");

  private final DocLists lists;
  private final ListManager tika;
  private final HWPFDocument document;
  private final Labels labels = new Labels();
  private final List<Labelled> paragraphs = new ArrayList<>();

  private DocLabels(HWPFDocument document, ListTables tables) {
    this.lists = new DocLists(tables);
    this.tika = new ListManager(document);
    this.document = document;
  }

  /**
   * A paragraph that Tika makes an element of.
   *
   * @param text all of it, with the signs of its fields
   * @param foreign what Tika writes before it
   * @param label what belongs there
   */
  record Labelled(String text, String foreign, String label) {}

  /** All paragraphs of the text in their order; none where nothing is numbered. */
  static List<Labelled> of(Path file) {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      if (!container.getRoot().hasEntryCaseInsensitive("WordDocument")) {
        return List.of();
      }
      try (HWPFDocument document = new HWPFDocument(container)) {
        ListTables tables = tables(document);
        return tables == null ? List.of() : new DocLabels(document, tables).read();
      }
    } catch (IOException | RuntimeException e) {
      return List.of(); // Tika will say what is wrong with it, if anything is
    }
  }

  /** POI takes tables at the very beginning of their stream, where WPS puts them, for none. */
  private static @Nullable ListTables tables(HWPFDocument document) {
    FileInformationBlock block = document.getFileInformationBlock();
    return block.getLcbPlfLst() == 0
        ? null
        : new ListTables(
            document.getTableStream(),
            block.getFcPlfLst(),
            block.getFcPlfLfo(),
            block.getLcbPlfLfo());
  }

  private List<Labelled> read() {
    Range text = document.getRange();
    for (int i = 0; i < text.numParagraphs(); i++) {
      Paragraph paragraph = text.getParagraph(i);
      if (paragraph.isInTable() && paragraph.getTableLevel() > 0) {
        Table table = text.getTable(paragraph);
        readCells(table);
        i += table.numParagraphs() - 1;
      } else {
        read(paragraph);
      }
    }
    return paragraphs.stream().allMatch(p -> p.label().equals(p.foreign()))
        ? List.of()
        : paragraphs;
  }

  private void readCells(Table table) {
    for (int r = 0; r < table.numRows(); r++) {
      TableRow row = table.getRow(r);
      for (int c = 0; c < row.numCells(); c++) {
        TableCell cell = row.getCell(c);
        for (int i = 0; i < cell.numParagraphs(); i++) {
          read(cell.getParagraph(i));
        }
      }
    }
  }

  /** Tika passes over empty paragraphs; Word counts them. */
  private void read(Paragraph paragraph) {
    String label = label(paragraph);
    String text = paragraph.text();
    if (!EMPTY.matcher(text).matches()) {
      paragraphs.add(new Labelled(text, foreign(paragraph), label));
    }
  }

  private String label(Paragraph paragraph) {
    int place = paragraph.getIlfo();
    if (place <= 0 || place > LAST_LIST) {
      return "";
    }
    NumberedList list = lists.list(place);
    return list == null ? "" : labels.next(String.valueOf(place), list, paragraph.getIlvl());
  }

  private String foreign(Paragraph paragraph) {
    boolean styled = paragraph.getStyleIndex() < document.getStyleSheet().numStyles();
    var style =
        styled ? document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex()) : null;
    boolean named = style != null && style.getName() != null && !style.getName().isEmpty();
    try {
      return named && paragraph.isInList() ? tika.getFormattedNumber(paragraph) : "";
    } catch (NoSuchElementException | IndexOutOfBoundsException e) {
      return "";
    }
  }
}
