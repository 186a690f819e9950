package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Folding;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.Span;

/**
 * A paper as the readers of matters see it (文件通读): its text folded and without blanks and line
 * breaks, with the way back to the original words.
 */
final class PaperReading {
  private static final int HEAD = 500;
  private static final String CHINESE_DIGITS = "零一二三四五六七八九";

  private final MatterPaper paper;
  private final String text;
  private final String compact;
  private final int[] origins;
  private final String title;
  private final CodePointIndex index;
  private final String head;
  private final String organ;
  private final Optional<Kind> kind;
  private final Optional<LocalDate> date;
  private final List<Span> sentences;

  private PaperReading(MatterPaper paper, Folding folding) {
    this.paper = paper;
    this.text = paper.text().get();
    this.index = CodePointIndex.of(text);
    String folded = folding.fold(text);
    char[] kept = new char[folded.length()];
    int[] from = new int[folded.length() + 1];
    int length = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c != ' ' && c != '\n') {
        kept[length] = c;
        from[length++] = i;
      }
    }
    from[length] = folded.length();
    arabicYears(kept, length);
    this.compact = new String(kept, 0, length);
    this.origins = from;
    this.title = paper.facts().value(FactKey.TITLE).map(t -> compact(t, folding)).orElse("");
    this.head = compact.substring(0, Math.min(HEAD, compact.length()));
    this.organ = paper.facts().value(FactKey.ORGAN).map(Organ::name).orElse("");
    this.kind = paper.facts().value(FactKey.KIND);
    this.date = paper.facts().value(FactKey.DATE);
    this.sentences = Sentences.of(this);
  }

  static PaperReading of(MatterPaper paper, Folding folding) {
    return new PaperReading(paper, folding);
  }

  /** Words folded, without blanks, with the numerals of years in Arabic. */
  static String compact(String words, Folding folding) {
    String folded = folding.fold(words);
    char[] kept = new char[folded.length()];
    int length = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c != ' ' && c != '\n') {
        kept[length++] = c;
      }
    }
    arabicYears(kept, length);
    return new String(kept, 0, length);
  }

  /** 二〇二三年 becomes 2023年, which is as long. */
  private static void arabicYears(char[] chars, int length) {
    for (int i = 4; i < length; i++) {
      if (chars[i] == '年' && (chars[i - 4] == '二' || chars[i - 4] == '一')) {
        int[] digits = new int[4];
        boolean all = true;
        for (int k = 0; k < 4; k++) {
          char c = chars[i - 4 + k];
          digits[k] = c == '〇' || c == '○' || c == 'O' ? 0 : CHINESE_DIGITS.indexOf(c);
          all &= digits[k] >= 0;
        }
        for (int k = 0; all && k < 4; k++) {
          chars[i - 4 + k] = (char) ('0' + digits[k]);
        }
      }
    }
  }

  MatterPaper paper() {
    return paper;
  }

  DocumentId id() {
    return paper.id();
  }

  /** Folded, without blanks; empty where there is none. */
  String title() {
    return title;
  }

  String compact() {
    return compact;
  }

  /** The first lines. */
  String head() {
    return head;
  }

  Optional<Kind> kind() {
    return kind;
  }

  String organ() {
    return organ;
  }

  Optional<LocalDate> date() {
    return date;
  }

  /** Stretches of the compact text, in order. */
  List<Span> sentences() {
    return sentences;
  }

  /** Whether a new line of the original begins at this place of the compact text. */
  boolean lineStartsAt(int at) {
    if (at == 0) {
      return true;
    }
    for (int i = origins[at - 1] + 1; i < origins[at]; i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Whether a blank or the end of a line stands before this place in the original. */
  boolean blankBefore(int at) {
    return at == 0 || origins[at] > origins[at - 1] + 1;
  }

  /** Whether the line that begins there is set in, as a new paragraph is. */
  boolean indentedAt(int at) {
    int i = origins[at] - 1;
    return i >= 0 && text.charAt(i) != '\n' && Character.isSpaceChar(text.charAt(i));
  }

  /** The original words of a stretch of the compact text. */
  Quote quote(int start, int end) {
    int first = origins[start];
    int last = end > start ? origins[end - 1] + 1 : first;
    return Quote.of(text, Span.of(first, last), index);
  }

  /** The words of the sentence in which a place of the original, in code points, stands. */
  String sentenceAt(int place) {
    for (Span sentence : sentences) {
      CodePointSpan span = quote(sentence.start(), sentence.end()).span();
      if (span.start() <= place && place < span.end()) {
        return sentence.in(compact);
      }
    }
    return "";
  }

  DocumentQuote documentQuote(int start, int end) {
    return new DocumentQuote(id(), quote(start, end));
  }

  /** The words that name the paper: its title where it stands, else its first words. */
  DocumentQuote name() {
    Optional<Quote> stated =
        paper
            .facts()
            .get(FactKey.TITLE)
            .map(Fact::evidence)
            .flatMap(evidence ->
                evidence instanceof Evidence.InText inText
                    ? Optional.of(inText.quote())
                    : Optional.empty());
    if (stated.isPresent()) {
      return new DocumentQuote(id(), stated.get());
    }
    int at = title.isEmpty() ? -1 : compact.indexOf(title);
    if (at >= 0) {
      return documentQuote(at, at + title.length());
    }
    if (compact.isEmpty()) {
      return new DocumentQuote(id(), new Quote(new CodePointSpan(0, 0), ""));
    }
    return documentQuote(0, Math.min(40, compact.length()));
  }
}
