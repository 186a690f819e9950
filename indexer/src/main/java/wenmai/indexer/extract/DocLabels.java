package wenmai.indexer.extract;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.FileInformationBlock;
import org.apache.poi.hwpf.model.LFO;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import wenmai.indexer.layout.RawText;

/**
 * The labels of automatic lists in a DOC (DOC 自动编号): 第一条, （二）. The parser knows no Chinese forms,
 * and of lists that WPS wrote at the very beginning of their table it sees nothing at all.
 */
final class DocLabels {
  private static final int DECIMAL = 0;
  private static final int NOT_SEEN = Integer.MIN_VALUE;
  private static final byte BLANK_FOLLOWS = 1;

  /** Signs that stand for pictures, notes and ends of fields and cells. */
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f]");

  private static final Pattern FIGURES = Pattern.compile("\\d+");

  /** Of a long paragraph, so much is enough to find it. */
  private static final int LONGEST_PROBE = 60;

  /** Where a field begins the parser may leave out or add. */
  private static final char FIELD = 0x13;

  private final ListTables tables;
  private final Set<Integer> used = new HashSet<>();
  private final Map<Integer, int[]> counts = new HashMap<>();

  private DocLabels(ListTables tables) {
    this.tables = tables;
  }

  /** The same text with the labels of its lists as Word shows them. */
  static RawText labelled(RawText text, Path file) {
    try (InputStream in = new FileInputStream(file.toFile());
        HWPFDocument document = new HWPFDocument(in)) {
      Optional<ListTables> tables = tables(document);
      return tables.isPresent()
          ? new DocLabels(tables.get())
              .labelled(text, document.getRange(), document.getListTables() != null)
          : text;
    } catch (IOException | RuntimeException e) {
      return text; // what the parser has read stands without its labels
    }
  }

  private static Optional<ListTables> tables(HWPFDocument document) {
    FileInformationBlock fib = document.getFileInformationBlock();
    if (document.getListTables() != null || fib.getLcbPlfLst() <= 0 || fib.getLcbPlfLfo() <= 0) {
      return Optional.ofNullable(document.getListTables());
    }
    return Optional.of(
        new ListTables(
            document.getTableStream(), fib.getFcPlfLst(), fib.getFcPlfLfo(), fib.getLcbPlfLfo()));
  }

  /**
   * @param seen whether the parser saw the lists, so that only what it cannot write is put right
   */
  private RawText labelled(RawText text, Range range, boolean seen) {
    List<RawTextEdits.Edit> edits = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < range.numParagraphs(); i++) {
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.getIlfo() <= 0) {
        continue;
      }
      Optional<Label> label = label(paragraph).filter(found -> found.isChinese() || !seen);
      String words = words(paragraph.text());
      if (label.isEmpty() || words.isEmpty()) {
        continue;
      }
      Optional<RawTextEdits.Edit> edit = edit(text.text(), from, words, label.get());
      edit.ifPresent(edits::add);
      from = edit.map(RawTextEdits.Edit::end).orElse(from);
    }
    return RawTextEdits.applied(text, edits);
  }

  private static String words(String paragraph) {
    int field = paragraph.indexOf(FIELD);
    String plain = field < 0 ? paragraph : paragraph.substring(0, field);
    String words = CONTROLS.matcher(plain).replaceAll("\n").strip();
    int end = words.indexOf('\n');
    String first = end < 0 ? words : words.substring(0, end).strip();
    return first.length() <= LONGEST_PROBE ? first : first.substring(0, LONGEST_PROBE);
  }

  /** Where the words begin a line or a cell, perhaps after what the parser took for their label. */
  static Optional<RawTextEdits.Edit> edit(String text, int from, String words, Label label) {
    for (int at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
      int line = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\t', at - 1)) + 1;
      String before = text.substring(line, at);
      if (before.isBlank() || alike(before).equals(alike(label.inFigures()))) {
        return Optional.of(new RawTextEdits.Edit(Math.max(line, from), at, label.words()));
      }
    }
    return Optional.empty();
  }

  private static String alike(String label) {
    return FIGURES.matcher(label.strip()).replaceAll("0");
  }

  /**
   * A label as Word shows it.
   *
   * @param inFigures as the parser writes it
   * @param isChinese whether the two differ
   */
  record Label(String words, String inFigures, boolean isChinese) {}

  /** The next label of the paragraph's list, if its level is numbered. */
  private Optional<Label> label(Paragraph paragraph) {
    LFO use = tables.getLfo(paragraph.getIlfo());
    ListData list = use == null ? null : tables.getListData(use.getLsid());
    int depth = paragraph.getIlvl();
    if (list == null || depth < 0 || depth >= list.getLevels().length) {
      return Optional.empty();
    }
    ListLevel[] levels = list.getLevels().clone();
    int[] count =
        counts.computeIfAbsent(
            list.getLsid(),
            id -> {
              int[] fresh = new int[levels.length];
              Arrays.fill(fresh, NOT_SEEN);
              return fresh;
            });
    override(paragraph.getIlfo(), levels, count);
    for (int i = 0; i < depth; i++) {
      count[i] = count[i] == NOT_SEEN ? levels[i].getStartAt() : count[i];
    }
    count[depth] = count[depth] == NOT_SEEN ? levels[depth].getStartAt() : count[depth] + 1;
    Arrays.fill(count, depth + 1, count.length, NOT_SEEN);
    return written(levels[depth], levels, count);
  }

  /** What differs in this use of the list: its form, and where it begins when it is met first. */
  private void override(int use, ListLevel[] levels, int[] count) {
    boolean first = used.add(use);
    for (ListFormatOverrideLevel override : tables.getLfoData(use).getRgLfoLvl()) {
      int level = override.getLevelNum();
      if (level >= levels.length) {
        continue;
      }
      if (override.isFormatting() && override.getLevel() != null) {
        levels[level] = override.getLevel();
      }
      if (first && override.isStartAt()) {
        count[level] = override.getIStartAt() - 1;
      }
    }
  }

  private static Optional<Label> written(ListLevel level, ListLevel[] levels, int[] count) {
    StringBuilder words = new StringBuilder();
    StringBuilder figures = new StringBuilder();
    String pattern = level.getNumberText() == null ? "" : level.getNumberText();
    boolean chinese = false;
    boolean numbered = false;
    for (char c : pattern.toCharArray()) {
      if (c >= levels.length) {
        words.append(c);
        figures.append(c);
        continue;
      }
      numbered = true;
      int format = level.isLegalNumbering() ? DECIMAL : levels[c].getNumberFormat();
      Optional<ListNumber> form = ListNumber.of(String.valueOf(format));
      if (form.isEmpty() && format != DECIMAL) {
        return Optional.empty(); // letters and Roman figures are the parser's business
      }
      int number = Math.max(0, count[c]);
      chinese |= form.isPresent();
      words.append(form.map(each -> each.write(number)).orElse(String.valueOf(number)));
      figures.append(number);
    }
    String blank = level.getTypeOfCharFollowingTheNumber() <= BLANK_FOLLOWS ? " " : "";
    return numbered
        ? Optional.of(new Label(words + blank, figures.toString(), chinese))
        : Optional.empty();
  }
}
