package wenmai.corpus.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.CompactText.Gap;
import wenmai.corpus.text.Numeral;

/**
 * Reads from the words around what a text does with what it cites: 根据《…》, 《…》同时废止. Documents named
 * in a row share their words.
 */
final class RelationReader {
  /** How far a cue may stand from the citation, in characters, within one clause. */
  private static final int REACH = 40;

  private final CompactText text;
  private final Lexicon lexicon;

  RelationReader(CompactText text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  /** One relation for each mention, in their order. */
  List<Relation> read(List<Mention> mentions) {
    List<Relation> relations = new ArrayList<>(mentions.size());
    ListedActs lists = new ListedActs(text, lexicon);
    int first = 0;
    while (first < mentions.size()) {
      int last = first;
      while (last + 1 < mentions.size()
          && isRow(mentions.get(last).end(), mentions.get(last + 1).start())) {
        last++;
      }
      int floor = first == 0 ? 0 : mentions.get(first - 1).end();
      int ceiling = last + 1 < mentions.size() ? mentions.get(last + 1).start() : text.length();
      int start = mentions.get(first).start();
      Relation said = relation(start, floor, mentions.get(last).end(), ceiling);
      Relation relation = said == Relation.MENTIONS ? lists.at(start) : said;
      for (int i = first; i <= last; i++) {
        relations.add(relation);
      }
      first = last + 1;
    }
    return relations;
  }

  /** Nothing but 、 and 和 and brackets between two names. */
  private boolean isRow(int end, int start) {
    if (start - end > 6) {
      return false;
    }
    for (int i = end; i < start; i++) {
      if ("、,和及与以或者等()".indexOf(text.at(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private Relation relation(int start, int floor, int end, int ceiling) {
    return behind(end, ceiling).or(() -> before(start, floor)).orElse(Relation.MENTIONS);
  }

  private Optional<Relation> before(int start, int floor) {
    Optional<Relation> nearest = Optional.empty();
    int from = start;
    while (from > Math.max(floor, start - REACH) && !endsClause(text.at(from - 1))) {
      if (text.gapBefore(from) == Gap.PARAGRAPH) {
        break;
      }
      from--;
    }
    for (int i = from; i < start; ) {
      Optional<WordTrie.Match<Relation>> cue = lexicon.cuesBefore().at(text, i);
      if (cue.isPresent() && cue.get().end() <= start) {
        // 新修订的《…》 and 通过的《…》 say what it is, not what is done with it
        boolean attribute = text.at(cue.get().end()) == '的' || text.at(cue.get().end()) == '后';
        nearest = attribute ? nearest : Optional.of(cue.get().value());
        i = cue.get().end();
      } else {
        i++;
      }
    }
    return nearest;
  }

  private Optional<Relation> behind(int end, int ceiling) {
    if (isOwnHistory(end)) {
      return Optional.of(Relation.MENTIONS);
    }
    int to = Math.min(ceiling, end + REACH);
    for (int i = end; i < to && !endsClause(text.at(i)); i++) {
      if (text.gapBefore(i) == Gap.PARAGRAPH && i > end) {
        break;
      }
      Optional<WordTrie.Match<Relation>> cue = lexicon.cuesAfter().at(text, i);
      if (cue.isPresent() && cue.get().end() <= ceiling) {
        return Optional.of(cue.get().value());
      }
    }
    return Optional.empty();
  }

  /** 《…的决定》第二次修正 in a note under a title: that decision amended this text. */
  private boolean isOwnHistory(int end) {
    int at = end;
    if (text.at(at) == '第') {
      Numeral times = Numeral.at(text, at + 1);
      at = times.exists() && text.at(times.end()) == '次' ? times.end() + 1 : at;
    }
    return text.startsAt(at, "修正") || text.startsAt(at, "修订");
  }

  private static boolean endsClause(char c) {
    return c == '。' || c == ',' || c == ';' || c == '!' || c == '?' || c == ':';
  }
}
