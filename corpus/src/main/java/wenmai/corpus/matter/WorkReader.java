package wenmai.corpus.matter;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.citation.TitleKey;

/** Reads which laws, rules or resolutions a paper is of (法规决议识别). Pure. */
final class WorkReader {
  private static final Pattern OUTER_TITLE = Pattern.compile("《([^《》]{2,100}+)》");
  private static final Pattern DRAFT_NOTE =
      Pattern.compile(
          "[(](?:(?:修订|修正)?草案|征求意见稿|修改稿|表决稿|送审稿|讨论稿|[一二三]次审议稿|修正案|建议|[0-9]{4}年?)[^()]{0,12}[)]");
  private static final Pattern DRAFT_TAIL =
      Pattern.compile("(?:修正案|修订)?(?:草案)?(?:修改稿|表决稿|二次审议稿|三次审议稿)?$");
  private static final Pattern ALSO_AMENDED =
      Pattern.compile("(?:对|将|修改|废止)《([^《》]{2,60}+)》(?:作出|作如下|进行|的)?(?:如下)?(?:修改|修订|修正|废止|予以)");
  private static final Pattern DONE_AWAY =
      Pattern.compile("《([^《》]{2,80}+)》[^。《》]{0,40}(?:同时|予以|即行|自行)?(?:废止|停止执行|失效)");

  /** 建议将名称改为《某市山塘保护条例》: what a draft is called from then on. */
  private static final Pattern RENAMED =
      Pattern.compile(
          "(?:名称|题目|题名|标题|条例名|法规名)[^。;；《》]{0,16}(?:改为|修改为|更名为|调整为|定为|变更为)《([^《》]{2,80}+)》");

  /** 一、《某市养犬管理条例》第十二条: what a point of an examination begins with. */
  private static final Pattern EXAMINED =
      Pattern.compile("(?:[一二三四五六七八九十][、)]|[0-9][.、])(?:关于|对)?《([^《》]{4,80}+)》");

  /** 关于某县户外广告设置管理办法的审查意见: a title that names the rule without 《》. */
  private static final Pattern UNQUOTED =
      Pattern.compile(
          "(?:关于|报送|报请)(?:对|报送|报请|修改|废止)?([^《》、,]{4,60}?(?:条例|办法|规定|细则|规则))(?=的?(?:审查|备案|修改|处理|初审))");

  /** A resolution that approves a plan is of that plan, too. */
  private static final String APPROVING = "批准《";

  private static final Pattern AMENDED = Pattern.compile("(?:修改|修订|修正|废止)〈([^〈〉]{2,60}+)〉");

  /** 国务院《城市市容和环境卫生管理条例》, 财政部制定的《…办法》, 省《…条例》: a work of none of the place's bodies. */
  private static final Pattern OF_ANOTHER =
      Pattern.compile(
          "(?:国务院|全国人大|全国人民代表大会|(?<!内|外)部|总局|国家[\\p{IsHan}]{2,6}[局委]|(?<![本我全])省|自治区)(?:常务委员会|常委会|人大|人民代表大会|人民政府|政府)*+"
              + "(?:已?(?:制定|颁布|公布|发布|印发|出台|通过)的?|的)?《([^《》]{4,80}+)》");

  private static final int MOST = 40;

  private WorkReader() {}

  /** The laws, rules or resolutions a title names, or is. */
  static Set<Key> read(Stage stage, PaperReading paper) {
    Set<Key> keys = works(stage, paper);
    if (keys.stream().noneMatch(key -> key.kind() == Template.Identity.WORK)) {
      return keys;
    }
    Set<String> others = new HashSet<>();
    Matcher matcher = OF_ANOTHER.matcher(paper.compact());
    while (matcher.find() && others.size() < MOST) {
      others.add(work(matcher.group(1)).value());
    }
    Set<Key> known = new LinkedHashSet<>();
    keys.forEach(key -> known.add(isNamed(key, others) ? outside(key) : key));
    return known;
  }

  /** Whether it has the name of a work of another, with its place before it or without. */
  private static boolean isNamed(Key key, Set<String> others) {
    return key.kind() == Template.Identity.WORK && others.stream().anyMatch(key.value()::endsWith);
  }

  private static Key outside(Key key) {
    return new Key(key.kind(), key.value(), Key.OUTSIDE);
  }

  private static Set<Key> works(Stage stage, PaperReading paper) {
    Set<Key> keys = new LinkedHashSet<>();
    String title = paper.title();
    switch (stage.role()) {
      case "rule", "adopted-law", "published-law", "draft" -> own(title, keys);
      case "resolution" -> {
        own(title, keys);
        if (title.contains(APPROVING)) {
          titles(title, keys);
        }
      }
      case "rule-corrected" -> {
        titles(title, keys);
        if (keys.isEmpty()) {
          own(title, keys);
        }
        all(DONE_AWAY, paper.compact(), keys);
      }
      case "amending-decision" -> {
        titles(title, keys);
        all(ALSO_AMENDED, paper.compact(), keys);
      }
      case "law-announcement", "motion" -> titles(paper.head(), keys);
      case "revision-report", "deliberation-report" -> {
        titles(title, keys);
        all(RENAMED, paper.compact(), keys);
      }
      case "request-answer" -> {
        titles(title, keys);
        if (keys.isEmpty()) {
          first(paper.head(), keys);
        }
      }
      case "rule-review-opinion" -> {
        titles(title, keys);
        if (keys.isEmpty()) {
          all(UNQUOTED, title, keys);
        }
        if (keys.isEmpty()) {
          all(EXAMINED, paper.compact(), keys);
        }
      }
      default -> titles(title, keys);
    }
    if (keys.isEmpty()) {
      all(UNQUOTED, title, keys);
    }
    if (stage.is(Stage.Trait.SERIAL)) {
      keys.clear();
      keys.addAll(SerialReader.motions(stage, paper));
    }
    return keys;
  }

  private static void first(String words, Set<Key> keys) {
    Matcher matcher = OUTER_TITLE.matcher(words);
    if (matcher.find()) {
      keys.add(work(matcher.group(1)));
    }
  }

  private static void own(String title, Set<Key> keys) {
    Matcher quoted = OUTER_TITLE.matcher(title);
    if (quoted.find() && title.contains("印发")) {
      keys.add(work(quoted.group(1)));
    } else if (!title.isEmpty()) {
      keys.add(work(title));
    }
  }

  private static void titles(String words, Set<Key> keys) {
    all(OUTER_TITLE, words, keys);
  }

  private static void all(Pattern pattern, String words, Set<Key> keys) {
    Matcher matcher = pattern.matcher(words);
    while (matcher.find() && keys.size() < MOST) {
      keys.add(work(matcher.group(1)));
    }
  }

  /** A work by its title: without its issuer, the note that it is a draft, and 中华人民共和国. */
  static Key work(String title) {
    String bare = DRAFT_NOTE.matcher(title).replaceAll("");
    Matcher inner = AMENDED.matcher(bare);
    if (inner.find()) {
      bare = inner.group(1);
    }
    bare = DRAFT_TAIL.matcher(bare).replaceFirst("");
    return Key.of(Template.Identity.WORK, TitleKey.of(bare.isEmpty() ? title : bare).value());
  }
}
