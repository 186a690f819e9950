package wenmai.corpus.reading;

import java.util.List;
import java.util.regex.Pattern;
import wenmai.corpus.reading.Head.Entry;

/** Tells which lines of a heading, one after the other, are one title (标题折行). */
final class TitleRun {
  /** No title has more characters. */
  static final int LONGEST = 160;

  /** Two phrases with a blank between. */
  private static final Pattern PARTS =
      Pattern.compile("\\S{5,30} +\\S{5,30}|\\S{3,12}(?: +\\S{3,12}){2,3}");

  private static final Pattern SUBTITLE = Pattern.compile("^[—-]{2,}.*");

  /** （讨论稿）: a title has said already what draft it is of. */
  private static final String DRAFT_END = "稿)";

  private static final Pattern BRACKETED = Pattern.compile("\\(.*\\)");
  private static final int HEADLINE_LINES = 3;

  /** 公告, 决议, 通报. */
  private static final int BARE_KIND = 2;

  private final ReadingRules rules;
  private final Sheet sheet;
  private final Head head;
  private final OrganLines organs;

  TitleRun(ReadingRules rules, Sheet sheet, Head head) {
    this.rules = rules;
    this.sheet = sheet;
    this.head = head;
    this.organs = new OrganLines(rules);
  }

  /** A row of cells (编号 ⇥ 项目 ⇥ 责任单位) is no part of a title. */
  boolean mayHold(Entry entry) {
    Line line = entry.line();
    boolean row =
        line.columns().size() > 2
            && sheet.text().substring(line.start(), line.end()).indexOf('\t') > 0;
    return (entry.role() == Role.WORDS || entry.role() == Role.ORGAN) && !row;
  }

  /**
   * After the last line of the longest run that reads as a title; of a run that never does, after
   * the first line that can end one.
   */
  int end(List<Entry> entries, int start) {
    StringBuilder joined = new StringBuilder(entries.get(start).line().compact());
    int complete = isComplete(joined) ? start + 1 : 0;
    int first = isUnfinished(joined) || isOrgan(entries, start) ? 0 : start + 1;
    for (int end = start + 1; end < entries.size() && mayHold(entries.get(end)); end++) {
      Line line = entries.get(end).line();
      boolean mayPart = !head.spaced() || head.isPress(rules); // of an article each line is whole
      boolean parted = line.apart() && mayPart && !isKindOf(joined, line, entries, end);
      if ((parted && !isUnfinished(joined)) || joined.length() > LONGEST) {
        break;
      }
      if (SUBTITLE.matcher(line.compact()).matches() && complete == 0) {
        return head.isPress(rules) ? end : end + 1; // of an article it is a second headline (副题)
      }
      if (complete == end && isPredicate(joined, line)) {
        return end + 1;
      }
      if (complete > 0 ? endsHere(joined, line) : startsAnew(joined, entries, end)) {
        break;
      }
      joined.append(line.compact());
      if (isComplete(joined) && !isOrgan(entries, end)) {
        complete = end + 1;
      }
      if (first == 0 && !isUnfinished(joined)) {
        first = end + 1;
      }
    }
    return complete > 0 ? complete : Math.max(first, headlineEnd(entries, start));
  }

  /** 《某市停车条例》 | 今起施行: what a headline says of the rules that it names. */
  private boolean isPredicate(CharSequence joined, Line next) {
    return joined.charAt(0) == '《'
        && joined.charAt(joined.length() - 1) == '》'
        && !next.apart()
        && rules.phrases().any("headline-ends").matcher(next.compact()).matches();
  }

  /** A line behind a dash that stands under another is no title of its own. */
  static boolean isSubtitle(List<Entry> entries, int at) {
    return at > 0
        && entries.get(at - 1).role() == Role.WORDS
        && isBehindDash(entries.get(at).line().compact());
  }

  static boolean isBehindDash(String compact) {
    return SUBTITLE.matcher(compact).matches();
  }

  /** 某县第十七届人民代表大会第三次会议 | 公告: of itself the last line says nothing. */
  private boolean isKindOf(CharSequence joined, Line line, List<Entry> entries, int at) {
    boolean meeting =
        rules.phrases().any("sitting-ends").matcher(joined).find() || isOrgan(entries, at - 1);
    return meeting && line.compact().length() == BARE_KIND && isComplete(line.compact());
  }

  /** Of words that name no paper: a headline of a few lines, with blank lines around them all. */
  private int headlineEnd(List<Entry> entries, int start) {
    int end = start + 1;
    boolean begins =
        !head.spaced()
            && entries.get(start).role() == Role.WORDS
            && (start == 0 || entries.get(start).line().apart());
    while (begins
        && end < entries.size()
        && end < start + HEADLINE_LINES
        && entries.get(end).role() == Role.WORDS
        && !entries.get(end).line().apart()
        && !isSecondHeadline(entries.get(end).line())
        && !isComplete(entries.get(end).line().compact())
        && !entries.get(end).line().compact().contains("关于")) {
      end++;
    }
    return begins && isFollowedByGap(entries.get(end - 1).line()) ? end : start + 1;
  }

  /** 农村饮水得21张满意票 公路管护14人投不满意: what stands under a headline. */
  boolean isSecondHeadline(Line line) {
    return PARTS.matcher(line.words().strip()).matches()
        || rules.phrases().any("second-headlines").matcher(line.compact()).matches();
  }

  private boolean isFollowedByGap(Line line) {
    int next = line.index() + 1;
    return next < sheet.lines().size() && sheet.lines().get(next).apart();
  }

  private static boolean isOrgan(List<Entry> entries, int at) {
    return entries.get(at).role() == Role.ORGAN;
  }

  boolean isComplete(CharSequence joined) {
    return TitleWords.isBalanced(joined) && rules.kinds().isComplete(joined.toString());
  }

  private boolean isUnfinished(CharSequence joined) {
    return rules.isUnfinished(joined);
  }

  /** Whether a complete title ends before this line. */
  private boolean endsHere(CharSequence joined, Line next) {
    String words = next.compact();
    boolean another = words.startsWith("关于") && joined.toString().contains("关于");
    boolean aside =
        BRACKETED.matcher(words).matches()
            && (!rules.phrases().any("title-brackets").matcher(words).matches()
                || joined.toString().endsWith(DRAFT_END));
    boolean parted = head.spaced() && next.apart() && !endsTitle(joined, words);
    return another || aside || parted || SUBTITLE.matcher(words).matches();
  }

  /** 关于…的审议意见 | 研究处理情况的报告: what alone would be a title without a subject ends one. */
  private boolean endsTitle(CharSequence joined, String next) {
    return joined.toString().contains("关于")
        && rules.phrases().any("title-begins").matcher(next).results().findAny().isEmpty()
        && rules.kinds().of(next).filter(rule -> !rule.isNorm()).isPresent();
  }

  /** A line that reads as the beginning of a title, after lines that were none. */
  private boolean startsAnew(CharSequence joined, List<Entry> entries, int at) {
    String words = entries.get(at).line().compact();
    boolean organ = isOrgan(entries, at) || isOrgan(entries, at - 1);
    boolean meeting =
        rules.phrases().any("sitting-ends").matcher(joined).find(); // 某省第十四届人大常委会第九次会议|关于批准…的决定
    boolean begun = joined.toString().contains("关于") || organ || meeting || isUnfinished(joined);
    if (!begun && isComplete(words) && isOfSamePlace(joined, words)) {
      return true; // 某县人大常委会任免公示栏 | 某县人民代表大会常务委员会任免名单
    }
    return !begun
        && !organs.transmits(joined)
        && !organs.goesOn(joined, words)
        && !organs.isHolder(entries.get(at - 1).line())
        && (words.startsWith("关于") || (words.contains("关于") && isComplete(words)));
  }

  private boolean isOfSamePlace(CharSequence joined, String words) {
    List<String> place = rules.placeNames().chainAt(words, PlaceNames.Lenience.BEFORE_ORGAN);
    return !place.isEmpty() && joined.toString().startsWith(place.getFirst());
  }
}
