package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.exception.WriteLimitReachedException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.layout.RawText;

/**
 * Makes lines of text of the XHTML that Tika's parsers emit (成行): a paragraph is a line, a table
 * row is a line with its cells apart by tabs, a note comes after the paragraph it belongs to,
 * running heads and feet are marked as furniture and so is what the parser put for the sign of a
 * note.
 */
final class LineCollector extends DefaultHandler {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "li",
          "tr",
          "table",
          "title",
          "br",
          "section",
          "article",
          "main",
          "blockquote",
          "center",
          "pre",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "form",
          "fieldset",
          "address",
          "hr",
          "caption",
          "figure",
          "figcaption",
          "nav",
          "aside");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Set<String> SILENT = Set.of("head", "script", "style");

  /** What somebody remarks beside a slide (批注), its author and place before it. */
  private static final String REMARK = "slide-comment";

  private static final int LONGEST_REMARKS = 100_000;

  /** What Tika and POI write for the sign of a note: within a text, and before the note itself. */
  private static final Pattern NOTE_SIGN =
      Pattern.compile("\\[(?:foot|end)noteRef:\\d{1,6}]|(?m:^\uFFFD(?=[ \\t\\p{IsHan}]))");

  /**
   * Word's field for a gloss over a character (拼音指南), as a parser that does not know it leaves it.
   */
  private static final Pattern GLOSS =
      Pattern.compile(
          "[ \\x13]?EQ \\\\\\* jc\\d+ (?:\\\\\\* \"[^\"\\n]{0,60}\" )?\\\\\\* hps\\d+ \\\\o(?:\\\\a[a-z])?"
              + "\\(\\\\s\\\\up ?\\d+\\([^()\\n]{1,30}\\),([^()\\n]{1,20})\\)");

  private final int maxCharacters;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder notes = new StringBuilder();
  private final StringBuilder remarks = new StringBuilder();
  private int remarkDepth;
  private int noteDepth;
  private int noteStart;
  private final List<RawText.Mark> furniture = new ArrayList<>();
  private int silent;
  private int furnitureDepth;
  private int furnitureStart;
  private int depth;
  private int cellDepth;

  LineCollector(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  RawText text() {
    text.append(notes);
    notes.setLength(0);
    List<RawText.Mark> marks = new ArrayList<>(furniture);
    Matcher sign = NOTE_SIGN.matcher(text);
    while (sign.find()) {
      Span span = Span.of(sign.start(), sign.end());
      if (furniture.stream().noneMatch(mark -> mark.span().overlaps(span))) {
        marks.add(new RawText.Mark(span, "", Repair.Reason.OTHER));
      }
    }
    Matcher gloss = GLOSS.matcher(text);
    while (gloss.find()) {
      Span span = Span.of(gloss.start(), gloss.end());
      if (marks.stream().noneMatch(mark -> mark.span().overlaps(span))) {
        marks.add(new RawText.Mark(span, gloss.group(1), Repair.Reason.GLOSS));
      }
    }
    marks.sort(Comparator.comparingInt(mark -> mark.span().start()));
    return new RawText(text.toString(), List.of(), marks);
  }

  /** What stands beside the text, one remark a line. */
  String remarks() {
    return remarks.toString();
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) {
    depth++;
    if (remarkDepth == 0 && REMARK.equals(attributes.getValue("class"))) {
      remarkDepth = depth;
    }
    if (SILENT.contains(localName)) {
      silent++;
    } else if (CELLS.contains(localName)) {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\t');
      }
      cellDepth++;
    } else if (noteDepth == 0 && "note".equals(attributes.getValue("class"))) {
      noteDepth = depth;
      noteStart = text.length();
    } else if (BLOCKS.contains(localName)) {
      endLine();
      if (furnitureDepth == 0 && isFurniture(attributes)) {
        furnitureDepth = depth;
        furnitureStart = text.length();
      }
    }
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    if (remarkDepth == depth) {
      remarkDepth = 0;
      remarks.append('\n');
    }
    if (noteDepth == depth) {
      endNote();
    } else if (SILENT.contains(localName)) {
      silent--;
    } else if (CELLS.contains(localName)) {
      cellDepth--;
    } else if (BLOCKS.contains(localName)) {
      endLine();
      if (furnitureDepth == depth) {
        furnitureDepth = 0;
        endFurniture();
      }
    }
    depth--;
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (silent > 0) {
      return;
    }
    if (remarkDepth > 0) {
      remarks.append(chars, start, Math.min(length, LONGEST_REMARKS - remarks.length()));
      return;
    }
    if (text.length() + length > maxCharacters) {
      throw new WriteLimitReachedException(maxCharacters);
    }
    for (int i = start; i < start + length; i++) {
      char c = chars[i];
      if (c == RtfPreparation.FURNITURE_BEGINS) {
        furnitureStart = text.length();
      } else if (c == RtfPreparation.FURNITURE_ENDS) {
        endFurniture();
      } else if (c == '\n' || c == '\r') {
        if (cellDepth == 0) {
          endLine();
        }
      } else if (c != '\t' || (!text.isEmpty() && text.charAt(text.length() - 1) != '\n')) {
        text.append(c);
      }
    }
  }

  @Override
  public void ignorableWhitespace(char[] chars, int start, int length) {}

  private void endFurniture() {
    endLine();
    if (text.length() > furnitureStart) {
      Span span = Span.of(furnitureStart, text.length());
      furniture.add(new RawText.Mark(span, "", Repair.Reason.BOILERPLATE));
    }
    furnitureStart = text.length();
  }

  /** The note waits for the end of its paragraph. */
  private void endNote() {
    notes.append(text.substring(noteStart).strip().replace('\n', ' ')).append('\n');
    text.setLength(noteStart);
    noteDepth = 0;
  }

  /** A paragraph within a cell does not end the row. */
  private void endLine() {
    if (text.isEmpty() || text.charAt(text.length() - 1) == '\n') {
      return;
    }
    if (cellDepth > 0) {
      if (text.charAt(text.length() - 1) != ' ' && text.charAt(text.length() - 1) != '\t') {
        text.append(' ');
      }
    } else {
      text.append('\n');
      if (noteDepth == 0) {
        text.append(notes);
        notes.setLength(0);
      }
    }
  }

  private static boolean isFurniture(Attributes attributes) {
    String kind = attributes.getValue("class");
    if (kind == null) {
      return false;
    }
    String lower = kind.toLowerCase(Locale.ROOT);
    return lower.equals("header") || lower.equals("footer");
  }
}
