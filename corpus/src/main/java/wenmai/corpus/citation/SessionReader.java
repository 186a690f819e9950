package wenmai.corpus.citation;

import java.util.Optional;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.Numeral;

/**
 * Reads a document named by the occasion on which it was made: 市十六届人大常委会第二十八次会议通过的决议,
 * 第三次会议作出的关于…的决定.
 */
final class SessionReader {
  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_LEAD = 30;

  private final CompactText text;
  private final Lexicon lexicon;

  SessionReader(CompactText text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  /** The document named by the session whose 第…次会议 stands here. */
  Optional<Mention> at(int at, int floor) {
    Numeral sitting = Numeral.at(text, at + 1);
    if (!sitting.exists() || !text.startsAt(sitting.end(), "次会议")) {
      return Optional.empty();
    }
    Optional<WordTrie.Match<Boolean>> deed = lexicon.sessionDeeds().at(text, sitting.end() + 3);
    if (deed.isEmpty()) {
      return Optional.empty();
    }
    int titleStart = deed.get().end();
    int end = documentEnd(titleStart);
    if (end < 0) {
      return Optional.empty();
    }
    Optional<String> title =
        text.startsAt(titleStart, "关于")
            ? Optional.of(text.written(titleStart, end))
            : Optional.empty();
    return Optional.of(
        new Mention(
            lead(at, floor), end, CitationType.SESSION, title, Optional.empty(), Optional.empty()));
  }

  /** Where 决议 or 关于…的决议 ends that begins here; -1 where none does. */
  private int documentEnd(int start) {
    Optional<WordTrie.Match<Boolean>> noun = lexicon.sessionNouns().at(text, start);
    if (noun.isPresent()) {
      return noun.get().end();
    }
    if (!text.startsAt(start, "关于")) {
      return -1;
    }
    for (int i = start + 2; i < start + LONGEST_TITLE && i < text.length(); i++) {
      char c = text.at(i);
      if (c == '。' || c == ',' || c == ';' || c == '《') {
        return -1;
      }
      if (c == '的') {
        Optional<WordTrie.Match<Boolean>> end = lexicon.sessionNouns().at(text, i + 1);
        if (end.isPresent()) {
          return end.get().end();
        }
      }
    }
    return -1;
  }

  /** 市十六届人大常委会 or 第十四届全国人民代表大会 before the sitting belongs to it. */
  private int lead(int at, int floor) {
    int start = at;
    for (int i = at - 1; i >= Math.max(floor, at - LONGEST_LEAD); i--) {
      char c = text.at(i);
      if (!Character.isIdeographic(c) && c != '〇' && !(c >= '0' && c <= '9')) {
        break;
      }
      if (c == '届') {
        start = termStart(i);
      }
    }
    return start;
  }

  private int termStart(int term) {
    int i = term;
    while (i > 0 && Numeral.at(text, i - 1).exists()) {
      i--;
    }
    return text.at(i - 1) == '第' ? i - 1 : i;
  }
}
