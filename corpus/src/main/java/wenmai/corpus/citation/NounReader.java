package wenmai.corpus.citation;

import java.util.Optional;
import java.util.regex.Pattern;
import wenmai.corpus.text.CompactText;

/**
 * Reads articles named after a bare noun: 本条例第八条, 该办法第五条, 条例第十五条, 草案修改稿第七条. It is called where 第
 * stands and looks back.
 */
final class NounReader {
  private static final int LONGEST_PLAIN = 30;

  /** What is shorter before 条例 may as well be a verb (明确条例第五条). */
  private static final int SHORTEST_PLAIN = 4;

  private final CompactText text;
  private final Lexicon lexicon;
  private final Referents referents;
  private final ProvisionParser provisions;

  NounReader(CompactText text, Lexicon lexicon, Referents referents, ProvisionParser provisions) {
    this.text = text;
    this.lexicon = lexicon;
    this.referents = referents;
    this.provisions = provisions;
  }

  /** The citation whose article stands here; its name does not reach before {@code floor}. */
  Optional<Mention> at(int at, int floor) {
    int behind = text.at(at - 1) == '的' || text.at(at - 1) == '中' ? at - 1 : at;
    Optional<Mention> self = self(behind, floor);
    return self.or(() -> noun(behind, floor)).flatMap(mention -> articles(mention, at));
  }

  private Optional<Mention> articles(Mention mention, int at) {
    return provisions.articles(at).map(mention::with);
  }

  private Optional<Mention> self(int end, int floor) {
    return lexicon
        .selfNouns()
        .endingAt(text, end, floor)
        .filter(noun -> noun.end() > floor && text.at(noun.end() - 1) == '本')
        .map(noun -> selfMention(noun.end() - 1, end, text.slice(noun.end(), end)));
  }

  /** 本条例 in a paper about a regulation, such as an explanation, quotes that regulation. */
  private Mention selfMention(int start, int end, String noun) {
    boolean isOne = referents.own().filter(own -> plain(own).endsWith(noun)).isPresent();
    boolean unknown = referents.own().isEmpty();
    Optional<String> meant = isOne || unknown ? referents.own() : referents.lastEndingWith(noun);
    Optional<String> title = meant.or(referents::own);
    return new Mention(start, end, CitationType.SELF, title, Optional.empty(), Optional.empty());
  }

  /** A title without the note in brackets at its end. */
  private static String plain(String title) {
    int bracket = title.endsWith("）") ? title.lastIndexOf('（') : -1;
    return bracket > 0 ? title.substring(0, bracket) : title;
  }

  private Optional<Mention> noun(int end, int floor) {
    Optional<WordTrie.Match<Boolean>> noun = lexicon.nouns().endingAt(text, end, floor);
    if (noun.isEmpty()) {
      return Optional.empty();
    }
    int start = noun.get().end();
    String words = text.slice(start, end);
    Optional<WordTrie.Match<Boolean>> anaphor = lexicon.anaphors().endingAt(text, start, floor);
    if (anaphor.isPresent()) {
      start = anaphor.get().end();
    } else {
      int plain = plainStart(start, floor);
      String full = text.written(plain, end);
      Optional<String> named = plain < start ? referents.lastEndingWith(full) : Optional.empty();
      boolean whole =
          start - plain >= SHORTEST_PLAIN
              && (known(words).isEmpty() || isTitle(full, start, floor));
      if (named.isPresent() || whole) {
        return Optional.of(Mention.of(plain, end, CitationType.BARE, named.orElse(full)));
      }
    }
    Optional<String> title = anaphor.isPresent() ? known(words) : meant(words);
    if (title.isEmpty() && isDraft(words)) {
      title = referents.draft(words);
    }
    return Optional.of(Mention.of(start, end, CitationType.BARE, title.orElse(words)));
  }

  /** In a paper about a regulation 条例第九条 is that one's, whatever else was named meanwhile. */
  private Optional<String> meant(String noun) {
    return referents.alias(noun).or(() -> referents.ownAbout(noun)).or(() -> known(noun));
  }

  /** What the noun alone means where something that ends so has been named. */
  private Optional<String> known(String noun) {
    return referents.alias(noun).or(() -> referents.lastEndingWith(tail(noun)));
  }

  /**
   * 某市停车办法, 医疗器械监督管理条例 is a title by itself; in 修订时提高条例第五条 a sentence goes on to 条例, which stands
   * for a title named before.
   */
  private boolean isTitle(String words, int noun, int floor) {
    return PLACED.matcher(words).find()
        || lexicon.subjectEnds().endingAt(text, noun, floor).isPresent();
  }

  private static final Pattern PLACED =
      Pattern.compile("^(?:中华人民共和国|全国|国务院|\\p{IsHan}{1,7}[省市县区州旗])\\p{IsHan}{3,}");

  /**
   * Where a title without marks begins that goes on to this noun: 化妆品监督管理条例. Function words, marks
   * and line ends stand before it.
   */
  private int plainStart(int noun, int floor) {
    int start = noun;
    while (start > floor
        && noun - start < LONGEST_PLAIN
        && Character.isIdeographic(text.at(start - 1))
        && (start == noun || text.gapBefore(start) == CompactText.Gap.NONE)
        && lexicon.functionWords().endingAt(text, start, floor).isEmpty()) {
      start--;
    }
    return noun - start < LONGEST_PLAIN ? start : noun;
  }

  /** A draft is named 草案 alone and titled …条例（草案）. */
  private static String tail(String noun) {
    return isDraft(noun) ? "（" + noun + "）" : noun;
  }

  private static boolean isDraft(String noun) {
    return noun.contains("草案") || noun.endsWith("稿");
  }
}
