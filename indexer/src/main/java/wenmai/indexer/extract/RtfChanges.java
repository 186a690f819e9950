package wenmai.indexer.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * The changes of an RTF that nobody has accepted (RTF 修订痕迹), and remarks (批注): Tika reads what they
 * strike out, and what somebody remarks, as text.
 */
final class RtfChanges {
  /** Bytes without a word of their encoding are those of Chinese Windows. */
  private static final Charset BYTES = Charset.forName("GBK");

  private static final Set<String> BREAKS = Set.of("par", "line", "sect", "page");
  private static final String DELETED = "\\deleted";
  private static final String REMARKED = "\\annotation";

  /** Who remarked it, when, and where: labels of a remark. */
  private static final Set<String> LABELS =
      Set.of("atnid", "atnauthor", "atntime", "atndate", "atnref", "atnicn", "atnparent");

  /** Behind a star they name the looks of words and no other use of their group. */
  private static final Set<String> STYLES = Set.of("cs", "ds", "ts");

  /** What becomes of words. */
  private enum Fate {
    KEPT,
    STRUCK,
    REMARKED,
    LABEL
  }

  /**
   * What holds within a group.
   *
   * @param stand how many signs stand for one that is given by its number
   */
  private record State(Fate fate, int stand) {
    boolean gone() {
      return fate != Fate.KEPT;
    }

    boolean ofRemark() {
      return fate == Fate.REMARKED || fate == Fate.LABEL;
    }
  }

  private final String rtf;
  private final StringBuilder kept = new StringBuilder();
  private final StringBuilder struck = new StringBuilder();
  private final StringBuilder remarks = new StringBuilder();
  private final StringBuilder bytes = new StringBuilder();
  private final Deque<State> outer = new ArrayDeque<>();
  private State state = new State(Fate.KEPT, 1);
  private boolean any;

  /** Whether what was struck out last goes on if nothing that is kept comes between. */
  private boolean isOpen;

  /** Whether the word to come names what its group is for, should a reader not know it. */
  private boolean isStarred;

  private int at;
  private int toSkip;

  private RtfChanges(String rtf) {
    this.rtf = rtf;
  }

  static RtfChanges none() {
    return new RtfChanges("");
  }

  static RtfChanges of(byte[] bytes) {
    return of(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /**
   * @param rtf each byte as a character
   */
  static RtfChanges of(String rtf) {
    RtfChanges changes = new RtfChanges(rtf);
    changes.read();
    return changes;
  }

  /** Whether words were put in or struck out. */
  boolean any() {
    return any;
  }

  /** What is struck out, one stretch or paragraph a line. */
  String struck() {
    return struck.toString();
  }

  /** What is remarked beside the text, one paragraph a line. */
  String remarks() {
    return remarks.toString();
  }

  /** The file as it stands when all is accepted, without remarks. */
  String accepted() {
    return rtf.contains(DELETED) || rtf.contains(REMARKED) ? kept.toString() : rtf;
  }

  private void read() {
    while (at < rtf.length()) {
      char c = rtf.charAt(at);
      if (c == '\\') {
        word();
        continue;
      }
      at++;
      if (c == '{') {
        outer.push(state);
        kept.append(c);
      } else if (c == '}') {
        back();
        kept.append(c);
      } else if (!state.gone()) {
        kept.append(c);
        if (c > ' ') {
          close();
        }
      } else if (c != '\r' && c != '\n') {
        sign(c);
      }
    }
    flush();
  }

  private void back() {
    State inner = state;
    if (inner.gone() && (outer.isEmpty() || outer.peek().fate() != inner.fate())) {
      leave();
    }
    state = outer.isEmpty() ? new State(Fate.KEPT, 1) : outer.pop();
  }

  /** A control word with its figures and the blank that ends it, or a control symbol. */
  private void word() {
    int start = at++;
    while (at < rtf.length() && isLetter(rtf.charAt(at))) {
      at++;
    }
    String word = rtf.substring(start + 1, at);
    if (word.isEmpty()) {
      symbol(start);
      return;
    }
    int figures = at;
    while (at < rtf.length()
        && (isFigure(rtf.charAt(at)) || (at == figures && rtf.charAt(at) == '-'))) {
      at++;
    }
    int value = value(rtf.substring(figures, at));
    if (isStarred && state.fate() == Fate.STRUCK && !STYLES.contains(word)) {
      leave();
      state = new State(Fate.LABEL, state.stand());
    }
    isStarred = false;
    at += at < rtf.length() && rtf.charAt(at) == ' ' ? 1 : 0;
    if (word.equals("bin")) {
      at = (int) Math.min(rtf.length(), (long) at + Math.max(0, value));
    }
    switch (word) {
      case "deleted" -> gone(value != 0);
      case "annotation" -> state = new State(Fate.REMARKED, state.stand());
      case "plain" -> {
        gone(false);
        if (!state.ofRemark()) {
          kept.append(rtf, start, at);
        }
      }
      case "uc" -> {
        state = new State(state.fate(), Math.max(0, value));
        kept.append(rtf, start, at);
      }
      default -> {
        if (LABELS.contains(word)) {
          state = new State(Fate.LABEL, state.stand());
        }
        any |= word.equals("revised") && value != 0;
        other(word, value, start);
      }
    }
  }

  private void other(String word, int value, int start) {
    if (!state.gone()) {
      kept.append(rtf, start, at);
      if (word.equals("u") || BREAKS.contains(word)) {
        close();
      }
    } else if (word.equals("u")) {
      flush();
      words().append((char) value);
      toSkip = state.stand();
    } else if (BREAKS.contains(word)) {
      end();
    } else if (!word.equals("tab") && !state.ofRemark()) {
      kept.append(rtf, start, at);
    }
  }

  private void symbol(int start) {
    char symbol = at < rtf.length() ? rtf.charAt(at++) : ' ';
    boolean hex = symbol == '\'';
    isStarred = symbol == '*';
    if (hex && !state.gone()) {
      close();
    }
    at = hex ? Math.min(rtf.length(), at + 2) : at;
    if (!state.gone() || symbol == '*') {
      kept.append(rtf, start, at);
    } else if (hex) {
      sign((char) Math.max(0, hexadecimal(rtf.substring(start + 2, at))));
    } else {
      sign(symbol);
    }
  }

  private void gone(boolean gone) {
    if (state.ofRemark()) {
      return;
    }
    any |= gone;
    if (state.gone() && !gone) {
      leave();
    }
    state = new State(gone ? Fate.STRUCK : Fate.KEPT, state.stand());
  }

  /** Where words go that are gone; labels nowhere. */
  private StringBuilder words() {
    return switch (state.fate()) {
      case REMARKED -> remarks;
      case LABEL -> new StringBuilder();
      default -> struck;
    };
  }

  /** A byte of what is struck out, unless it only stands for the sign before it. */
  private void sign(char one) {
    if (toSkip > 0) {
      toSkip--;
    } else {
      bytes.append(one);
    }
  }

  /** A stretch is over; struck-out words may be parted by the looks of their letters. */
  private void leave() {
    if (state.fate() == Fate.STRUCK) {
      flush();
      toSkip = 0;
      isOpen = true;
    } else {
      end();
    }
  }

  /** Something that is kept stands behind what was struck out. */
  private void close() {
    if (isOpen) {
      struck.append('\n');
      isOpen = false;
    }
  }

  private void end() {
    flush();
    toSkip = 0;
    words().append('\n');
  }

  private void flush() {
    if (!bytes.isEmpty()) {
      words().append(new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), BYTES));
      bytes.setLength(0);
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isFigure(char c) {
    return c >= '0' && c <= '9';
  }

  /** A word without figures is switched on. */
  private static int value(String figures) {
    try {
      return figures.isEmpty() ? 1 : Integer.parseInt(figures);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private static int hexadecimal(String figures) {
    try {
      return Integer.parseInt(figures, 16);
    } catch (NumberFormatException e) {
      return ' ';
    }
  }
}
