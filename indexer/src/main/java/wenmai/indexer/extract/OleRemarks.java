package wenmai.indexer.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import wenmai.corpus.text.Span;
import wenmai.indexer.layout.RawText;

/**
 * Remarks beside the text of the binary office formats (DOC、XLS、WPS、ET 批注), which their parser puts
 * behind the text as if they were of it.
 *
 * @param remarks each as its paragraphs, without the empty ones
 */
record OleRemarks(List<List<String>> remarks) {
  private static final OleRemarks NONE = new OleRemarks(List.of());

  /**
   * Larger tables are read without looking for remarks: a model of them takes many times as much.
   */
  private static final long MOST_BYTES = 32L << 20;

  private static final int MOST = 5_000;
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
  private static final Pattern OTHER_SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  OleRemarks {
    remarks = List.copyOf(remarks);
  }

  static OleRemarks none() {
    return NONE;
  }

  static OleRemarks of(Path file) {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = container.getRoot();
      if (root.hasEntryCaseInsensitive("WordDocument")) {
        try (HWPFDocument document = new HWPFDocument(container)) {
          return new OleRemarks(paragraphs(document.getCommentsRange()));
        }
      }
      boolean table = root.hasEntryCaseInsensitive("Workbook") && Files.size(file) <= MOST_BYTES;
      return table ? ofTable(root) : NONE;
    } catch (IOException | RuntimeException e) {
      return NONE; // the parser says what is wrong with it
    }
  }

  private static List<List<String>> paragraphs(Range range) {
    List<List<String>> remarks = new ArrayList<>();
    for (int i = 0; i < range.numParagraphs() && remarks.size() < MOST; i++) {
      add(range.getParagraph(i).text(), remarks);
    }
    return remarks;
  }

  private static OleRemarks ofTable(DirectoryNode root) throws IOException {
    List<List<String>> remarks = new ArrayList<>();
    try (HSSFWorkbook book = new HSSFWorkbook(root, false)) {
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        HSSFSheet sheet = book.getSheetAt(i);
        sheet.getCellComments().values().stream()
            .limit(MOST - Math.min(MOST, remarks.size()))
            .forEach(remark -> add(remark.getString().getString(), remarks));
      }
    }
    return new OleRemarks(remarks);
  }

  private static void add(String remark, List<List<String>> remarks) {
    List<String> lines =
        CONTROLS
            .matcher(remark)
            .replaceAll("\n")
            .lines()
            .map(String::strip)
            .filter(line -> !bare(line).isEmpty())
            .toList();
    if (!lines.isEmpty()) {
      remarks.add(lines);
    }
  }

  /** All of them, one paragraph a line. */
  String lines() {
    return String.join("\n", remarks.stream().flatMap(List::stream).toList());
  }

  /** The text without them: of lines that say the same the last one is the remark. */
  RawText cutFrom(RawText raw) {
    if (remarks.isEmpty()) {
      return raw;
    }
    List<Span> lines = lines(raw.text());
    Map<String, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      places.computeIfAbsent(bare(lines.get(i).in(raw.text())), key -> new ArrayDeque<>()).push(i);
    }
    boolean[] gone = new boolean[lines.size()];
    for (List<String> remark : remarks) {
      for (String line : remark) {
        Deque<Integer> same = places.getOrDefault(bare(line), new ArrayDeque<>());
        if (!same.isEmpty()) {
          gone[same.pop()] = true;
        }
      }
    }
    List<Span> kept = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < gone.length; i++) {
      if (gone[i]) {
        kept.add(Span.of(from, lines.get(i).start()));
        from = lines.get(i).end();
      }
    }
    kept.add(Span.of(from, raw.text().length()));
    return raw.only(kept);
  }

  /** With their ends. */
  private static List<Span> lines(String text) {
    List<Span> lines = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(Span.of(start, next));
      start = next;
    }
    return lines;
  }

  private static String bare(String line) {
    return OTHER_SIGNS.matcher(line).replaceAll("");
  }
}
