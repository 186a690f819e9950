package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Kind;
import wenmai.corpus.reading.Head.Entry;
import wenmai.corpus.text.Span;

/**
 * Reads the title (标题): the lines of the heading that, joined, read as the name of a paper. Where a
 * page prints it over the body and the paper once more, both say the same. None is invented.
 */
final class TitleReader {
  /** 审议意见书, 评议意见书. */
  private static final String SHEET = "意见书";

  private static final String ANNOUNCEMENT = "公告";
  private static final String OPINION = "审议意见";

  private static final int SHORT_NAME = 8;
  private static final int MENU_LINES = 3;
  private static final int LONGEST_MENU_LINE = 6;
  private static final int FORM_HEAD_LOSS = 3;

  /** 附件1：…方案, 附件2 …名单: the place of what is attached, on one line with its title. */
  private static final Pattern ATTACHED =
      Pattern.compile(
          "附[件表] ?[0-9一二三四五六七八九十]{0,3}(?:[-—之][0-9一二三四五六七八九十]{1,2})?(?:[:.]| )(?=.{4})");

  private static final Pattern QUOTED = Pattern.compile("[\"“”]");

  private static final Pattern COLUMN =
      Pattern.compile("[【\\[](?<name>[^】\\]]{2,8})[】\\]](?=.{6})");

  private static final Pattern BRACKETED = Pattern.compile("\\(.*\\)");

  private final ReadingRules rules;
  private final Sheet sheet;
  private final Head head;
  private final LabelledTitle labels;
  private final TitleRun run;
  private final PrintedHead printed;

  /** What names a congress or its committee. */
  private final Pattern congress;

  TitleReader(ReadingRules rules, Sheet sheet, Head head) {
    this.rules = rules;
    this.sheet = sheet;
    this.head = head;
    this.labels = new LabelledTitle(rules, sheet, head);
    this.run = new TitleRun(rules, sheet, head);
    this.printed = new PrintedHead(rules);
    this.congress = rules.phrases().any("congress-offices");
  }

  private record Candidate(Line first, Line last, String compact, double score) {}

  Optional<Title> read() {
    Optional<Title> stated = labels.stated();
    if (stated.isPresent()) {
      return stated;
    }
    List<Candidate> all = candidates();
    Optional<Title> headline = headline(all);
    if (headline.isPresent()) {
      return headline;
    }
    Optional<Candidate> best =
        all.stream()
            .findFirst()
            .filter(first -> isForm(first) && !isOverLetter(all))
            .or(() -> best(all));
    boolean form = best.filter(found -> isFormHead(found.compact())).isPresent();
    Optional<Title> below =
        labels
            .statedBelow()
            .filter(title ->
                form
                    || best.filter(found -> isSheetOf(found.compact(), title.compact()))
                        .isPresent());
    if (below.isPresent()) {
      return below;
    }
    Optional<Title> named = labels.named();
    if (best.isPresent() && !form && rules.kinds().isComplete(best.get().compact())) {
      return named
          .filter(title -> isPartOf(best.get(), title) || standsOver(best.get()))
          .or(() -> best.map(this::title));
    }
    return named.or(() -> best.map(this::title)).or(labels::subject);
  }

  /**
   * Of the two lines over an article of a newspaper the one that speaks in quotation marks is its
   * headline, though the other (肩题、副题) names a body and what it passed; where neither does, the one
   * that names no body.
   */
  private Optional<Title> headline(List<Candidate> all) {
    List<Candidate> quoted =
        all.stream().filter(each -> QUOTED.matcher(each.compact()).find()).toList();
    if (quoted.isEmpty() && all.size() == 2) {
      quoted = // 留住一滩老柳 | 市人大常委会检查湿地保护情况
          all.stream()
              .filter(each -> !congress.matcher(each.compact()).find())
              .filter(each -> !run.isSecondHeadline(each.first()))
              .toList();
    }
    boolean official =
        all.stream()
            .map(Candidate::compact)
            .anyMatch(words -> words.contains("关于") && rules.kinds().isComplete(words));
    boolean side = quoted.size() == 1 && !official && isBesideAnother(quoted.getFirst(), all);
    return head.isPress(rules) && side && quoted.getFirst().score() > 0
        ? Optional.of(title(quoted.getFirst()))
        : Optional.empty();
  }

  private static boolean isBesideAnother(Candidate one, List<Candidate> all) {
    return all.stream().anyMatch(each -> Math.abs(each.first().index() - one.first().index()) == 1);
  }

  private Optional<Candidate> best(List<Candidate> all) {
    return all.stream()
        .filter(candidate -> candidate.score() > 0)
        .filter(candidate -> !isHeadOf(candidate, all))
        .max(
            Comparator.comparingDouble(Candidate::score)
                .thenComparingInt(candidate -> -candidate.first().index()));
  }

  /** 某县人大代表建议转办单 is what the paper is, whatever paper its cells name. */
  private boolean isForm(Candidate first) {
    return first.score() > 0
        && !first.compact().contains("关于")
        && rules.kinds().isComplete(first.compact())
        && rules.phrases().any("forms-about").matcher(first.compact()).find();
  }

  /** 转办单 over 关于转办…的函: what the sheet conveys has a title of its own. */
  private boolean isOverLetter(List<Candidate> all) {
    return all.stream()
        .map(Candidate::compact)
        .filter(words -> words.contains("关于"))
        .flatMap(words -> rules.kinds().of(words).stream())
        .anyMatch(rule -> rule.kind().equals(Optional.of(Kind.LETTER)));
  }

  /** 督办通知单 over 事由:关于重点督办第23号建议的通知单: the sheet's name says no more than its kind. */
  private static boolean isSheetOf(String sheet, String stated) {
    int kind = Math.max(2, sheet.length() - 2);
    return sheet.length() <= SHORT_NAME
        && !sheet.contains("关于")
        && stated.contains("关于")
        && stated.endsWith(sheet.substring(sheet.length() - Math.min(kind, sheet.length())));
  }

  /** 某县人民政府信息公开目录: what stands over a table of particulars is the catalogue's name. */
  private boolean standsOver(Candidate printed) {
    int table = head.particulars().firstLine();
    return printed.last().index() < table;
  }

  /** What a page names in full is printed below with a line that could not be told. */
  private boolean isPartOf(Candidate printed, Title named) {
    return named.compact().length() > printed.compact().length()
        && named.compact().endsWith(printed.compact())
        && run.isComplete(named.compact());
  }

  /**
   * 某县人大常委会公告 （第5号） over the title of what is announced; 会议纪要 as the printed head over that of
   * these minutes; the masthead of a bulletin over the headline.
   */
  private boolean isHeadOf(Candidate candidate, List<Candidate> all) {
    String words = candidate.compact();
    boolean announcement = rules.phrases().any("announcement-heads").matcher(words).matches();
    boolean masthead =
        Masthead.is(rules, head, candidate.last(), words) || Masthead.isBare(rules, words);
    boolean headlined =
        announcement
            && all.stream()
                .filter(other -> other.last().index() < candidate.first().index())
                .map(Candidate::compact)
                .anyMatch(other -> other.contains("关于") && other.endsWith(ANNOUNCEMENT));
    return headlined
        || all.stream()
            .filter(other -> other.first().index() > candidate.last().index())
            .map(Candidate::compact)
            .anyMatch(other ->
                masthead
                    || isSheetOver(words, other)
                    || (announcement
                        && (other.contains("关于") || other.endsWith(ANNOUNCEMENT))
                        && rules.kinds().isComplete(other))
                    || (other.length() > words.length() && other.endsWith(words)));
  }

  /** 某市人大常委会审议意见书 over 对…报告的审议意见: the sheet has its own name. */
  private boolean isSheetOver(String words, String other) {
    if (words.contains("关于") || !other.contains("关于")) {
      return false;
    }
    return words.endsWith(SHEET)
        ? other.endsWith(words.substring(words.length() - SHEET.length() - 1, words.length() - 1))
        : rules.phrases().any("bare-opinions").matcher(words).matches() && other.endsWith(OPINION);
  }

  private Title title(Candidate found) {
    int from = sheet.compact().indexOf(found.compact(), sheet.compactStart(found.first()));
    Span span = sheet.spanOfCompact(from, from + found.compact().length());
    return new Title(
        TitleWords.printed(span.in(sheet.text())), found.compact(), span, found.last().index());
  }

  private List<Candidate> candidates() {
    List<Candidate> found = new ArrayList<>();
    List<Entry> entries = head.entries();
    int i = 0;
    while (i < entries.size()) {
      if (run.mayHold(entries.get(i))
          && !isAside(entries.get(i))
          && !TitleRun.isSubtitle(entries, i)) {
        int end = run.end(entries, i);
        candidate(entries, i, end, found.isEmpty() ? 0.7 : 0).ifPresent(found::add);
        i = end;
      } else {
        i++;
      }
    }
    return found;
  }

  /** A line in brackets begins no title. */
  private static boolean isAside(Entry entry) {
    return BRACKETED.matcher(entry.line().compact()).matches();
  }

  private Optional<Candidate> candidate(List<Entry> entries, int start, int end, double bonus) {
    int from = start + menu(entries.subList(start, end));
    while (from < end - 1
        && (printed.stands(entries.get(from), entries.get(from + 1))
            || (end == from + 2
                && printed.standsOverForm(
                    entries.get(from).line().compact(), entries.get(from + 1).line().compact())))) {
      from++;
    }
    boolean organsAlone =
        entries.subList(from, end).stream().allMatch(entry -> entry.role() == Role.ORGAN)
            && !printed.isGazette(entries.get(from).line().compact());
    StringBuilder joined = new StringBuilder();
    entries.subList(from, end).forEach(entry -> joined.append(entry.line().compact()));
    String printedWords =
        rules
            .phrases()
            .any("excerpts")
            .matcher(
                printed.withoutOffice(
                    entries.get(end - 1).line(), rules.noteLines().withoutNote(joined.toString())))
            .replaceFirst("");
    String compact =
        withoutColumn(
            rules
                .numbers()
                .withoutSerial(
                    rules
                        .phrases()
                        .any("file-endings")
                        .matcher(withoutPlace(entries.get(from), printedWords))
                        .replaceFirst("")));
    if (organsAlone || compact.length() < 2 || compact.length() > TitleRun.LONGEST) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(
            entries.get(from).line(),
            entries.get(end - 1).line(),
            compact,
            bonus + score(entries, end, compact)));
  }

  /** What stands first in a file that is attached to another paper. */
  private String withoutPlace(Entry first, String words) {
    Matcher place = ATTACHED.matcher(first.line().words().strip());
    boolean over = head.entries().getFirst().equals(first) && place.lookingAt();
    String label = over ? place.group().replace(" ", "") : "";
    return words.startsWith(label) ? words.substring(label.length()) : words;
  }

  /** 【专题询问】城市供热专题询问实录: the column of a page, or of an account, in which the paper stands. */
  private String withoutColumn(String words) {
    Matcher column = COLUMN.matcher(words);
    boolean named =
        column.lookingAt()
            && rules.phrases().any("page-columns").matcher(column.group("name")).matches();
    boolean news =
        named && rules.phrases().any("news-columns").matcher(column.group("name")).matches();
    return news
            || (named
                && (head.isPress(rules) || rules.kinds().isComplete(words.substring(column.end()))))
        ? words.substring(column.end())
        : words;
  }

  /** How many lines at the beginning are a page's menu: 人大概况, 新闻中心, 立法工作. */
  private int menu(List<Entry> entries) {
    int lines = 0;
    while (lines < entries.size()
        && entries.get(lines).role() == Role.WORDS
        && entries.get(lines).line().compact().length() <= LONGEST_MENU_LINE
        && !rules.isUnfinished(entries.get(lines).line().compact())) {
      lines++;
    }
    return lines >= MENU_LINES && lines < entries.size() ? lines : 0;
  }

  private double score(List<Entry> entries, int end, String compact) {
    boolean complete = rules.kinds().isComplete(compact);
    boolean formal = compact.contains("关于") || compact.startsWith("中华人民共和国");
    double score = complete ? 5 : formal ? 2 : 1;
    if (end < entries.size()) {
      score +=
          switch (entries.get(end).role()) {
            case NOTE, PRESENTED, ADDRESSEE -> complete ? 2 : 1;
            case META, PARTICULARS -> 2;
            case SPEAKER, SIGNED, DATE, NUMBER, SERIAL, ISSUE -> complete ? 1 : 0.5;
            case CLUTTER, SECRECY, URGENCY, SESSION_PAPER, ORGAN, LABEL, WORDS -> 0;
          };
    }
    return score - TitleWords.blemishes(compact) - (isFormHead(compact) ? FORM_HEAD_LOSS : 0);
  }

  private boolean isFormHead(String compact) {
    return rules
        .phrases()
        .any("form-heads")
        .matcher(rules.phrases().any("form-sheets").matcher(compact).replaceFirst(""))
        .matches();
  }
}
