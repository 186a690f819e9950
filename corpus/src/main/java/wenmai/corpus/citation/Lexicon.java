package wenmai.corpus.citation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wenmai.corpus.citation.CitationWords.Cue;
import wenmai.corpus.citation.CitationWords.Side;

/** {@link CitationWords} made ready for looking things up. Immutable. */
final class Lexicon {
  static final String STATE = "中华人民共和国";

  private final WordTrie<String> laws;
  private final Map<String, String> lawsByName;
  private final WordTrie<Boolean> nounTrie;
  private final Set<String> nouns;
  private final List<String> pointNouns;
  private final WordTrie<Boolean> selfNouns;
  private final WordTrie<Boolean> anaphors;
  private final WordTrie<Boolean> definitions;
  private final WordTrie<Boolean> draftNotes;
  private final WordTrie<Boolean> codeBreaks;
  private final WordTrie<Relation> before;
  private final WordTrie<Relation> after;
  private final WordTrie<Boolean> implementing;
  private final WordTrie<Boolean> sessionDeeds;
  private final WordTrie<Boolean> sessionNouns;
  private final WordTrie<Boolean> serialNouns;
  private final WordTrie<Boolean> serialLeads;
  private final WordTrie<Boolean> listLeads;
  private final WordTrie<Boolean> subjectEnds;
  private final WordTrie<Boolean> functionWords;
  private final Set<String> needArticle;
  private final List<String> withArticles;
  private final List<String> titleEnds;
  private final List<String> notDocuments;
  private final Pattern titleCell;
  private final Pattern proposalTitle;
  private final String articleLeads;
  private final String paragraphLeads;
  private final String referenceEnds;
  private final Set<Character> lawFollowers = new HashSet<>();

  Lexicon(CitationWords words) {
    lawsByName = words.laws();
    laws = new WordTrie<>(words.laws());
    nouns = Set.copyOf(words.list("nouns"));
    nounTrie = trie(words.list("nouns"));
    pointNouns = words.list("point-nouns");
    selfNouns = trie(words.list("self-nouns"));
    anaphors = trie(words.list("anaphors"));
    definitions = trie(words.list("definitions"));
    draftNotes = trie(words.list("draft-notes"));
    codeBreaks = codeBreaks(words.list("code-breaks"), words.list("urgency"));
    implementing = trie(words.list("implementing"));
    sessionDeeds = trie(words.list("session-deeds"));
    sessionNouns = trie(words.list("session-nouns"));
    serialNouns = trie(words.list("serial-nouns"));
    serialLeads = trie(words.list("serial-leads"));
    listLeads = trie(words.list("list-leads"));
    subjectEnds = trie(words.list("subject-ends"));
    functionWords = trie(words.list("function-words"));
    needArticle = Set.copyOf(words.list("need-article"));
    withArticles = words.list("with-articles");
    titleEnds = words.list("title-ends");
    notDocuments = words.list("not-documents");
    words.list("law-followers").forEach(word -> lawFollowers.add(word.charAt(0)));
    String proposals = "(?:" + String.join("|", words.list("proposals")) + ")";
    String cells = "(?:" + String.join("|", words.list("title-cells")) + ")";
    titleCell = Pattern.compile(proposals + cells + "[:：|｜]?$");
    proposalTitle = Pattern.compile("关于.{4,}的" + proposals);
    articleLeads = String.join("", words.list("article-leads"));
    paragraphLeads = String.join("", words.list("paragraph-leads"));
    referenceEnds = String.join("", words.list("reference-ends"));
    before = cues(words.cues(), Side.BEFORE);
    after = cues(words.cues(), Side.AFTER);
  }

  private static WordTrie<Boolean> trie(List<String> words) {
    return new WordTrie<>(
        words.stream().distinct().collect(Collectors.toMap(word -> word, word -> true)));
  }

  /** False for what is never a code of its own. */
  private static WordTrie<Boolean> codeBreaks(List<String> words, List<String> urgency) {
    Map<String, Boolean> map = new HashMap<>();
    words.forEach(word -> map.put(word, true));
    urgency.forEach(word -> map.put(word, false));
    return new WordTrie<>(map);
  }

  private static WordTrie<Relation> cues(List<Cue> cues, Side side) {
    Map<String, Relation> map = new HashMap<>();
    cues.stream()
        .filter(cue -> cue.side() == side)
        .forEach(cue -> map.put(cue.words(), cue.relation()));
    return new WordTrie<>(map);
  }

  WordTrie<String> laws() {
    return laws;
  }

  /** The full title of a national law by its common or full name. */
  Optional<String> law(String name) {
    String plain = name.startsWith(STATE) ? name.substring(STATE.length()) : name;
    return Optional.ofNullable(lawsByName.get(plain));
  }

  /** 监督法律 and 预算法规 are other words; 监督法规定 is not. */
  boolean continuesLawName(char next, char behind) {
    return lawFollowers.contains(next) && !(next == '规' && behind == '定');
  }

  /** Whether these words name a law only where an article follows. */
  boolean needsArticle(String name) {
    return needArticle.contains(name);
  }

  WordTrie<Boolean> implementing() {
    return implementing;
  }

  /** Whether this is nothing but the generic end of a title: 条例, 审议意见, 条例（草案）. */
  boolean isNoun(String words) {
    int bracket = words.indexOf('（');
    String head = bracket > 0 ? words.substring(0, bracket) : words;
    return nouns.contains(head);
  }

  /** Whether a title may end like this: …条例, …的报告（草案）. */
  boolean endsLikeDocument(String title) {
    int bracket = title.endsWith("）") ? title.lastIndexOf('（') : -1;
    String head = bracket > 0 ? title.substring(0, bracket) : title;
    return nouns.stream().anyMatch(head::endsWith) || titleEnds.stream().anyMatch(head::endsWith);
  }

  boolean hasPoints(String title) {
    return pointNouns.stream().anyMatch(title::endsWith);
  }

  boolean isNoDocument(String title) {
    return notDocuments.stream().anyMatch(title::endsWith);
  }

  /** Whether such a document is divided into articles, so that a bare 第八条 may mean it. */
  boolean hasArticles(String title) {
    int bracket = title.endsWith("）") ? title.lastIndexOf('（') : -1;
    String head = bracket > 0 ? title.substring(0, bracket) : title;
    return withArticles.stream().anyMatch(head::endsWith);
  }

  /** 通过的, 作出的 behind a session. */
  WordTrie<Boolean> sessionDeeds() {
    return sessionDeeds;
  }

  WordTrie<Boolean> sessionNouns() {
    return sessionNouns;
  }

  /** What is known by a serial alone: 第3号公告. */
  WordTrie<Boolean> serialNouns() {
    return serialNouns;
  }

  WordTrie<Boolean> serialLeads() {
    return serialLeads;
  }

  /** What the subject of a regulation ends in: 医疗器械监督管理|条例. */
  WordTrie<Boolean> subjectEnds() {
    return subjectEnds;
  }

  /** 下列, 如下: items follow. */
  WordTrie<Boolean> listLeads() {
    return listLeads;
  }

  /** Words that end before a title that has no marks begins. */
  WordTrie<Boolean> functionWords() {
    return functionWords;
  }

  WordTrie<Boolean> nouns() {
    return nounTrie;
  }

  WordTrie<Boolean> selfNouns() {
    return selfNouns;
  }

  WordTrie<Boolean> anaphors() {
    return anaphors;
  }

  WordTrie<Boolean> definitions() {
    return definitions;
  }

  WordTrie<Boolean> draftNotes() {
    return draftNotes;
  }

  /** What may stand right before a 机关代字; what says how urgent a paper is has the value false. */
  WordTrie<Boolean> codeBreaks() {
    return codeBreaks;
  }

  /** The label of a cell with the title of what deputies propose, at the end of words. */
  Pattern titleCell() {
    return titleCell;
  }

  /** Such a title. */
  Pattern proposalTitle() {
    return proposalTitle;
  }

  /** Signs after which a bare 第八条 is a reference. */
  String articleLeads() {
    return articleLeads;
  }

  /** Those after which a bare 第一款 or 第三项 is one. */
  String paragraphLeads() {
    return paragraphLeads;
  }

  /** Signs before which one ends. */
  String referenceEnds() {
    return referenceEnds;
  }

  WordTrie<Relation> cuesBefore() {
    return before;
  }

  WordTrie<Relation> cuesAfter() {
    return after;
  }
}
