package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Span;

/**
 * Entries that a web page prints over a paper (页面抬头): 发布时间:2022-12-09 13:53:35作者: … 来源: |. An entry
 * ends where the next label begins, also without any blank between; an empty one stays empty.
 */
final class WebHeader {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?<label>发布时间|发布日期|发文日期|成文日期|生成日期|公开日期|更新时间|更新日期|印发日期|日期|时间"
              + "|信息来源|文章来源|稿件来源|新闻来源|来 *源|稿源|作 *者|撰稿|责任编辑|编辑|责编|审核|校对"
              + "|浏览次数|浏览量|浏览|点击数|点击量|点击次数|点击|阅读次数|阅读量|访问量|字号|字体大小|字体|名 *称|标 *题|索 *引 *号|索 *引|主题分类|主题词"
              + "|发文字号|文 *号|有 *效 *性|时效性|发布机构|发文机关|发布单位|公开主体|关键词|施行日期|实施日期|体裁分类|组配分类|信息分类|分享到|分享"
              + ") ?:");
  private static final Pattern BYLINE_DATE =
      Pattern.compile(
          "(?:\\S{2,20} |《[^《》]{2,12}》 ?)?(?:[12][0-9]{3}-[0-9]{1,2}-[0-9]{1,2}|[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日)(?: ?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?.{0,40}");
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:[☉◎●○◆■□▲△★☆] ?.{2,20}|(?:文|图|文/图|撰文|撰稿|作者|记者|通讯员|本报记者|本报通讯员|本刊记者)[/ :].{2,30}|(?:本报|本刊|本网)(?:特约)?(?:记者|通讯员|撰稿|评论员).{0,30})");

  /** One entry and where its value stands in the line. */
  record Entry(String label, String value, Span span) {}

  private WebHeader() {}

  static boolean isHeader(Line line) {
    Matcher matcher = LABEL.matcher(line.words());
    return matcher.find()
        && (matcher.start() == 0 || beginsWithDay(line.words()) || matcher.find());
  }

  /** A line under a title that gives a day with a source or an author, or an author alone. */
  static boolean isByline(String words) {
    return words.length() <= 60
        && (BYLINE.matcher(words).matches() || BYLINE_DATE.matcher(words).matches());
  }

  /** 2022-07-15 来源: 法工委: the day stands first and has no label. */
  static boolean beginsWithDay(String folded) {
    return DayReader.first(folded)
        .filter(day -> folded.substring(0, day.span().start()).isBlank())
        .isPresent();
  }

  /** The entries of a stretch of folded text, with spans in it. */
  static List<Entry> entries(String folded) {
    List<Entry> entries = new ArrayList<>();
    Matcher matcher = LABEL.matcher(folded);
    Optional<String> label = Optional.empty();
    int valueStart = 0;
    while (matcher.find()) {
      add(entries, label, folded, valueStart, matcher.start());
      label = Optional.of(matcher.group("label").replace(" ", ""));
      valueStart = matcher.end();
    }
    add(entries, label, folded, valueStart, folded.length());
    return entries;
  }

  private static void add(
      List<Entry> entries, Optional<String> label, String folded, int start, int end) {
    if (label.isEmpty()) {
      return;
    }
    int from = start;
    int to = end;
    while (from < to && isEdge(folded.charAt(from))) {
      from++;
    }
    while (to > from && isEdge(folded.charAt(to - 1))) {
      to--;
    }
    entries.add(new Entry(label.get(), folded.substring(from, to), Span.of(from, to)));
  }

  private static boolean isEdge(char c) {
    return c == ' ' || c == '|' || c == '·' || c == ';';
  }
}
