package wenmai.corpus.citation;

import java.util.Optional;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.CompactText.Gap;
import wenmai.corpus.text.Numeral;

/**
 * Reads what a list does with the works it names (逐项列举): 废止下列地方性法规： 一、《…》 二、《…》. It goes through
 * the paragraphs once; places must not go back. For one text.
 */
final class ListedActs {
  /** The longest sentence that opens a list, in characters. */
  private static final int LONGEST_LEAD = 120;

  private final CompactText text;
  private final Lexicon lexicon;
  private int paragraph;
  private int next;
  private Relation act = Relation.MENTIONS;

  ListedActs(CompactText text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  /** What is done with the work whose title begins an item here; a mere mention elsewhere. */
  Relation at(int start) {
    while (next <= start && next < text.length()) {
      turn();
    }
    return start == behindMarker(paragraph) ? act : Relation.MENTIONS;
  }

  /** To the next paragraph; one that opens no list and is no item of one ends the list before. */
  private void turn() {
    int from = next;
    int end = from + 1;
    while (end < text.length() && !beginsLine(end)) {
      end++;
    }
    Optional<Relation> opened = opened(from, end);
    if (opened.isPresent()) {
      act = opened.get();
    } else if (behindMarker(from) == from && text.at(from) != '《' && endsPhrase(from)) {
      act = Relation.MENTIONS;
    }
    paragraph = from;
    next = end;
  }

  /** Whether the line before was not merely broken for want of room. */
  private boolean endsPhrase(int from) {
    return from > 0 && "。;:,)》".indexOf(text.at(from - 1)) >= 0;
  }

  private boolean beginsLine(int at) {
    Gap gap = text.gapBefore(at);
    return gap == Gap.PARAGRAPH || gap == Gap.LINE;
  }

  /** 决定废止下列地方性法规：, 对下列规章作出修改：. */
  private Optional<Relation> opened(int from, int end) {
    char last = text.at(end - 1);
    if ((last != ':' && last != '。') || end - from > LONGEST_LEAD) {
      return Optional.empty();
    }
    boolean list = false;
    Optional<Relation> told = Optional.empty();
    for (int i = from; i < end; i++) {
      list |= lexicon.listLeads().at(text, i).isPresent();
      Optional<Relation> cue =
          lexicon
              .cuesBefore()
              .at(text, i)
              .map(WordTrie.Match::value)
              .filter(it -> it == Relation.REPEALS || it == Relation.AMENDS);
      told = told.or(() -> cue);
    }
    return list ? told : Optional.empty();
  }

  /** Behind 一、 or (一) or 1. at the start of a paragraph; the start itself where none stands. */
  private int behindMarker(int from) {
    boolean bracket = text.at(from) == '(';
    Numeral number = Numeral.at(text, bracket ? from + 1 : from);
    if (!number.exists()) {
      return from;
    }
    char behind = text.at(number.end());
    boolean closes = bracket ? behind == ')' : behind == '、' || behind == '.' || behind == ',';
    return closes ? number.end() + 1 : from;
  }
}
