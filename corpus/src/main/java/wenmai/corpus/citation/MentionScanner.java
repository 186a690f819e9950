package wenmai.corpus.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.CompactText.Gap;
import wenmai.corpus.text.Numeral;
import wenmai.corpus.text.Span;
import wenmai.corpus.text.TimeIsUp;

/**
 * Goes through a text once and collects the places that point at documents. At each character at
 * most one reader is tried, and none looks further than a bounded stretch.
 */
final class MentionScanner {
  /** A law's full title, with 中华人民共和国 or without. */
  private static final int STATE = Lexicon.STATE.length();

  /** A bracket with a short name in it, in characters. */
  private static final int LONGEST_DEFINITION = 40;

  /** The heading of a paper, in characters. */
  private static final int HEAD = 200;

  private final CompactText text;
  private final Lexicon lexicon;
  private final Referents referents;
  private final Optional<DocumentNumber> ownNumber;
  private final List<Span> headings;
  private final TitleReader titles;
  private final NumberReader numbers;
  private final ProvisionParser provisions;
  private final AliasReader aliases;
  private final NounReader nouns;
  private final RelativeReader relatives;
  private final SessionReader sessions;
  private final TitleTail tails;
  private final PlainNameReader plainNames;
  private final List<Mention> mentions = new ArrayList<>();

  MentionScanner(
      CompactText text,
      Lexicon lexicon,
      Standpoint standpoint,
      Optional<String> ownTitle,
      Optional<DocumentNumber> ownNumber) {
    this.text = text;
    this.lexicon = lexicon;
    this.ownNumber = ownNumber;
    this.referents = new Referents(ownTitle);
    this.headings = ownTitle.map(title -> headings(text, title)).orElse(List.of());
    this.titles = new TitleReader(text);
    this.numbers = new NumberReader(text, lexicon.codeBreaks());
    this.provisions = new ProvisionParser(text);
    this.aliases = new AliasReader(text, lexicon, referents);
    this.nouns = new NounReader(text, lexicon, referents, provisions);
    this.relatives = new RelativeReader(text, lexicon, referents, provisions, standpoint);
    this.sessions = new SessionReader(text, lexicon);
    this.tails = new TitleTail(text, lexicon, numbers, provisions);
    this.plainNames = new PlainNameReader(text, lexicon, referents, tails);
  }

  List<Mention> scan() {
    int at = 0;
    while (at < text.length()) {
      TimeIsUp.check();
      at = Math.max(at + 1, step(at));
    }
    return mentions;
  }

  /** Reads what begins here; where to go on. */
  private int step(int at) {
    char c = text.at(at);
    if (TitleReader.opens(c)) {
      return titles.at(at).map(this::title).orElse(at);
    }
    if (NumberReader.opens(c)) {
      return number(at);
    }
    if (c == '第') {
      return nouns
          .at(at, floor())
          .or(() -> sessions.at(at, floor()))
          .or(() -> serial(at))
          .or(() -> relatives.at(at, mentions))
          .map(this::keep)
          .orElse(at);
    }
    if (c == '前' || c == '上' || (c == '本' && "条款".indexOf(text.at(at + 1)) >= 0)) {
      return relatives.at(at, mentions).map(this::keep).orElse(at);
    }
    if (c == '“' || c == '"' || c == '「') {
      return quotedAlias(at);
    }
    if (c == '附' && isAttachmentHeading(at)) {
      referents.forget();
      return at;
    }
    Optional<WordTrie.Match<Boolean>> definition = lexicon.definitions().at(text, at);
    if (definition.isPresent()) {
      return behindDefinition(aliases.define(definition.get().end(), mentions));
    }
    return plainNames
        .at(at)
        .map(found -> found.mention().map(this::keep).orElse(found.end()))
        .orElse(at);
  }

  /** 《…法》（以下简称某法）第八条: the article belongs to the title before the bracket. */
  private int behindDefinition(int end) {
    if (text.at(end) != ')' || mentions.isEmpty() || mentions.getLast().provision().isPresent()) {
      return end;
    }
    Optional<ProvisionParser.Parsed> parsed = provisions.articles(end + 1);
    if (parsed.isEmpty() || end - mentions.getLast().end() > LONGEST_DEFINITION) {
      return end;
    }
    mentions.add(mentions.removeLast().with(parsed.get()));
    return parsed.get().end();
  }

  private int floor() {
    return mentions.isEmpty() ? 0 : mentions.getLast().end();
  }

  /** Where the text's own title stands on lines of its own. */
  private static List<Span> headings(CompactText text, String title) {
    CompactText words = CompactText.of(title);
    String sought = words.slice(0, words.length());
    List<Span> found = new ArrayList<>();
    for (int at = 0; !sought.isEmpty() && at + sought.length() <= text.length(); at++) {
      if (isLineStart(text, at) && text.startsAt(at, sought)) {
        found.add(Span.of(at, at + sought.length()));
      }
    }
    return found;
  }

  private static boolean isLineStart(CompactText text, int at) {
    return text.gapBefore(at).compareTo(Gap.LINE) >= 0;
  }

  /** What a text's own heading names without 《》 is part of its title and no citation. */
  private boolean isPartOfHeading(Mention mention) {
    boolean plain = mention.type() == CitationType.BARE || mention.type() == CitationType.ALIAS;
    return plain
        && !TitleReader.opens(text.at(mention.start()))
        && headings.stream()
            .anyMatch(each -> each.start() <= mention.start() && mention.end() <= each.end());
  }

  private int keep(Mention mention) {
    if (isPartOfHeading(mention)) {
      return mention.end();
    }
    mentions.add(mention);
    mention.title().ifPresent(referents::name);
    return mention.end();
  }

  private int title(TitleReader.Title found) {
    String words = found.words();
    if (lexicon.isNoDocument(words) || (text.at(found.start()) == '<' && !isName(words))) {
      return found.end();
    }
    Optional<String> draft = tails.draftNote(found.end());
    String whole = words + draft.map(note -> "（" + note + "）").orElse("");
    int end = draft.map(note -> found.end() + note.length() + 2).orElse(found.end());
    Mention mention = tails.notes(named(found.start(), end, whole));
    Mention placed = tails.provision(mention, whole);
    return isOwnHeading(placed) || isOwnCover(placed) ? placed.end() : keep(placed);
  }

  /** In single marks, which also stand around other things, only what ends like a document. */
  private boolean isName(String words) {
    return lexicon.law(words).isPresent()
        || lexicon.endsLikeDocument(words)
        || referents.alias(words).isPresent();
  }

  /** The text's own title, printed in 《》 on a line of its own. */
  private boolean isOwnHeading(Mention mention) {
    return text.gapBefore(mention.start()).compareTo(Gap.LINE) >= 0
        && text.gapBefore(mention.end()).compareTo(Gap.LINE) >= 0
        && isOwn(mention.title().orElseThrow());
  }

  /** The announcement printed before a text names the very text that it carries. */
  private boolean isOwnCover(Mention mention) {
    return mention.provision().isEmpty()
        && !headings.isEmpty()
        && mention.end() <= headings.getLast().start()
        && text.slice(0, Math.min(HEAD, mention.start())).contains("公告")
        && isOwn(mention.title().orElseThrow());
  }

  private boolean isOwn(String title) {
    return referents.isOwn(title);
  }

  /** What kind of name this is, and the full title it stands for. */
  private Mention named(int start, int end, String words) {
    Optional<String> alias = referents.alias(words);
    if (alias.isPresent()) {
      return Mention.of(start, end, CitationType.ALIAS, alias.get());
    }
    Optional<String> law = lexicon.law(words);
    if (law.isPresent()) {
      boolean full = law.get().endsWith(words) && law.get().length() - words.length() <= STATE;
      return Mention.of(start, end, full ? CitationType.TITLE : CitationType.SHORT, law.get());
    }
    if (lexicon.isNoun(words)) {
      return Mention.of(
          start, end, CitationType.SHORT, referents.lastEndingWith(words).orElse(words));
    }
    return Mention.of(start, end, CitationType.TITLE, words);
  }

  /** 大会第四号公告, 第12号建议. */
  private Optional<Mention> serial(int at) {
    Optional<NumberReader.Found> serial =
        numbers.serial(at).filter(found -> ownNumber.filter(found.number()::equals).isEmpty());
    return serial.flatMap(found ->
        lexicon
            .serialNouns()
            .at(text, found.end())
            .map(noun -> {
              int start =
                  lexicon
                      .serialLeads()
                      .endingAt(text, at, floor())
                      .map(WordTrie.Match::end)
                      .orElse(at);
              return new Mention(
                  start,
                  noun.end(),
                  CitationType.NUMBER,
                  Optional.empty(),
                  Optional.of(found.number()),
                  Optional.empty());
            }));
  }

  private int number(int at) {
    Optional<NumberReader.Found> found = numbers.at(at, floor());
    if (found.isEmpty()) {
      return at;
    }
    NumberReader.Found number = found.get();
    if (ownNumber.filter(number.number()::equals).isPresent()) {
      return number.end();
    }
    Mention mention =
        new Mention(
            number.start(),
            number.end(),
            CitationType.NUMBER,
            Optional.empty(),
            Optional.of(number.number()),
            Optional.empty());
    return isHeading(number) ? number.end() : keep(ofNumber(mention));
  }

  /** 某发〔2023〕2号文件第六条, 某发〔2023〕2号审议意见第三点. */
  private Mention ofNumber(Mention mention) {
    int end = mention.end();
    Optional<WordTrie.Match<Boolean>> noun = lexicon.nouns().at(text, end);
    int behind =
        text.startsAt(end, "文件")
            ? end + 2
            : text.at(end) == '文' ? end + 1 : noun.map(WordTrie.Match::end).orElse(end);
    Optional<ProvisionParser.Parsed> parsed = provisions.points(behind);
    return parsed.map(mention::with).orElse(mention);
  }

  /** A number on a line of its own before anything else was cited is the text's own. */
  private boolean isHeading(NumberReader.Found number) {
    return mentions.isEmpty()
        && number.start() < HEAD
        && text.gapBefore(number.start()).compareTo(Gap.LINE) >= 0
        && text.gapBefore(number.end()).compareTo(Gap.LINE) >= 0;
  }

  private int quotedAlias(int at) {
    if (!referents.hasAliases()) {
      return at;
    }
    for (int end = at + 2; end < at + 24 && end < text.length(); end++) {
      char c = text.at(end);
      if (c == '”' || c == '"' || c == '」') {
        Optional<String> alias = referents.alias(text.slice(at + 1, end));
        if (alias.isEmpty()) {
          return at;
        }
        Mention mention = Mention.of(at, end + 1, CitationType.ALIAS, alias.get());
        return keep(tails.provision(mention, alias.get()));
      }
    }
    return at;
  }

  /** 附件, 附件1： or 附： alone at the start of a line. */
  private boolean isAttachmentHeading(int at) {
    Gap before = text.gapBefore(at);
    if (before != Gap.PARAGRAPH && before != Gap.LINE) {
      return false;
    }
    int end = text.at(at + 1) == '件' ? at + 2 : at + 1;
    Numeral number = Numeral.at(text, end);
    int behind = number.exists() ? number.end() : end;
    return text.at(behind) == ':' || text.gapBefore(behind).compareTo(Gap.LINE) >= 0;
  }
}
