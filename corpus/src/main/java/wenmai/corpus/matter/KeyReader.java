package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.text.ChineseNumeral;

/** Reads from a paper what tells its matter apart from others of the kind (事项标识识别). Pure. */
final class KeyReader {
  private static final String NUMERAL = "[〇零一二三四五六七八九十百两0-9]{1,5}";

  private static final Pattern MEETING =
      Pattern.compile(
          "第?("
              + NUMERAL
              + ")届(?:人民代表大会|人大)?(?:常务委员会|常委会)?第?("
              + NUMERAL
              + ")次(?:(?:全体)?会议|(?=第?[0-9]{1,4}号))");

  /** 第047号建议, 建议编号047, 建议:十八届三次第23号, 编号:第047号, 议案第3号. */
  private static final Pattern SERIAL =
      Pattern.compile(
          "(?:编号|序号|建议号|建议案号|案号)[::|]?(?:第?"
              + NUMERAL
              + "届(?:人大)?第?"
              + NUMERAL
              + "次(?:会议)?)?第?0*([0-9]{1,4})号?|(?:建议|议案):第?"
              + NUMERAL
              + "届(?:人大)?第?"
              + NUMERAL
              + "次(?:会议)?第0*([0-9]{1,4})号|第0*([0-9]{1,4})号(?=[^0-9]{0,24}?(?:建议|议案))"
              + "|建议[(][^()]{0,24}?第0*([0-9]{1,4})号[)]"
              + "|(?:建议|议案)[(第]{1,2}0*([0-9]{1,4})号|建议号?[::]?0*([0-9]{1,4})号?(?=[^0-9件条年月])");

  /** In a letter that hands over many. */
  private static final Pattern LISTED =
      Pattern.compile(
          "第0*([0-9]{1,4})号(?=[(《、,建代|]|和第|及第|[一二三四五六七八九十两等]{1,3}件)|第0*([0-9]{1,4})号建议");

  /** 第58号　步道　县住建局　A类: a row of a table of suggestions. */
  private static final Pattern ROW = Pattern.compile("[|]?第0*([0-9]{1,4})号(?!公告|令|文|议案|决议|主席)");

  /** A form that hands over one suggestion has its number in a field: 建议序号:86. */
  private static final Pattern FORM = Pattern.compile("单$");

  /** In a report on many motions. */
  private static final Pattern MOTION_LISTED =
      Pattern.compile("第0*([0-9]{1,4})号(?:代表)?议案|议案[(第]{1,2}0*([0-9]{1,4})号");

  /** 第17、72(续办)、96号建议: the numbers of one list. */
  private static final Pattern LIST =
      Pattern.compile(
          "第([0-9]{1,4}(?:[(][^()]{1,6}[)])?(?:[、,和及][0-9]{1,4}(?:[(][^()]{1,6}[)])?){1,80})号(?=[^。;；]{0,12}建议)");

  private static final Pattern NUMBER = Pattern.compile("(?<![0-9])0*([0-9]{1,4})(?![0-9)])");

  /** 205号《关于…的建议》: an entry of such a list. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?<![0-9])0*([0-9]{1,4})号?(?:(?:代表)?建议)?[(:|,，]?"
              + "(?:《([^《》]{4,80}+)》|(关于[^。;；《》|]{4,60}?的建议))");

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

  private static final Pattern TERM = Pattern.compile("第?(" + NUMERAL + ")届(?:人民代表大会|人大)(?!常)");

  private static final int FIRST_WORDS = 200;
  private static final int SURELY_OF_ITS_YEAR = 3;

  private KeyReader() {}

  static Set<Key> read(Template template, Stage stage, PaperReading paper) {
    return switch (template.identity()) {
      case SERIAL -> stage.is(Stage.Trait.SERIAL) ? serials(stage, paper, LISTED) : Set.of();
      case YEAR -> {
        Set<Key> stated = year(template.years(), paper, !stage.is(Stage.Trait.OF_ANYTHING));
        yield stated.isEmpty() && stage.is(Stage.Trait.DATED) ? yearOf(paper.date()) : stated;
      }
      case WORK -> works(stage, paper);
      case TERM -> term(stage, paper);
      case SUBJECT -> yearInTitle(template.years(), FormField.about(paper));
      case PERSON -> Set.of();
    };
  }

  /**
   * The year that a paper is about.
   *
   * @param own whether its role shows that it is of this kind; an opinion on anything may speak of
   *     next year's budget a little below where it begins
   */
  private static Set<Key> year(List<Pattern> patterns, PaperReading paper, boolean own) {
    String head = paper.head();
    String begins = own ? head : head.substring(0, Math.min(FIRST_WORDS, head.length()));
    for (String words : List.of(paper.title(), begins)) {
      for (Pattern pattern : patterns) {
        Matcher matcher = pattern.matcher(words);
        if (matcher.find()) {
          return Set.of(Key.of(Template.Identity.YEAR, matcher.group(1)));
        }
      }
    }
    return Set.of();
  }

  private static Set<Key> yearOf(Optional<LocalDate> day) {
    // what is looked at early in a year may be of the year before
    return day.filter(it -> it.getMonthValue() >= SURELY_OF_ITS_YEAR)
        .map(it -> Set.of(Key.of(Template.Identity.YEAR, String.valueOf(it.getYear()))))
        .orElse(Set.of());
  }

  /** The year of a title, which two papers of one matter cannot have differently. */
  static Set<Key> yearInTitle(List<Pattern> patterns, String title) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(title);
      if (matcher.find()) {
        return Set.of(Key.of(Template.Identity.YEAR, matcher.group(1)));
      }
    }
    return Set.of();
  }

  private static Set<Key> serials(Stage stage, PaperReading paper, Pattern each) {
    Set<Key> keys = new LinkedHashSet<>();
    String meeting = meeting(paper);
    Optional<DocumentNumber> own =
        paper.paper().facts().value(FactKey.NUMBER).filter(DocumentNumber::isSerialOnly);
    boolean itself = stage.role().equals("suggestion") || stage.role().equals("motion");
    if (itself && own.isPresent()) {
      return Set.of(new Key(Template.Identity.SERIAL, String.valueOf(own.get().serial()), meeting));
    }
    if (stage.is(Stage.Trait.JOINT)) {
      Matcher matcher = each.matcher(paper.compact());
      while (matcher.find() && keys.size() < 600) {
        keys.add(new Key(Template.Identity.SERIAL, group(matcher), meeting));
      }
      Matcher row = ROW.matcher(paper.compact());
      while (each == LISTED && row.find() && keys.size() < 600) {
        if (paper.lineStartsAt(row.start())) {
          keys.add(new Key(Template.Identity.SERIAL, row.group(1), meeting));
        }
      }
      Matcher list = LIST.matcher(paper.compact());
      while (each == LISTED && list.find() && keys.size() < 600) {
        Matcher number = NUMBER.matcher(list.group(1));
        while (number.find()) {
          keys.add(new Key(Template.Identity.SERIAL, number.group(1), meeting));
        }
      }
      if (!keys.isEmpty() || !FORM.matcher(paper.title()).find()) {
        return keys;
      }
    }
    for (String words : List.of(paper.title(), paper.head())) {
      Matcher matcher = SERIAL.matcher(words);
      if (matcher.find()) {
        return Set.of(new Key(Template.Identity.SERIAL, group(matcher), meeting));
      }
    }
    return Set.of();
  }

  /** A suggestion in a letter that hands over many: 第205号《关于…的建议》. */
  record Listed(String title, DocumentQuote words) {}

  /** The first place of each of these serial numbers that tells a title; in one pass. */
  static Map<String, Listed> listed(PaperReading paper, Set<String> serials) {
    Map<String, Listed> listed = new HashMap<>();
    Matcher matcher = ENTRY.matcher(paper.compact());
    for (int from = 0; listed.size() < serials.size() && matcher.find(from); ) {
      String serial = matcher.group(1);
      if (serials.contains(serial)) {
        String title = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        DocumentQuote words = paper.documentQuote(matcher.start(), matcher.end());
        listed.putIfAbsent(serial, new Listed(Objects.requireNonNull(title), words));
      }
      from = matcher.end(1); // what is a title's part to one number may be an entry of its own
    }
    return listed;
  }

  private static String group(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        return matcher.group(i);
      }
    }
    throw new IllegalStateException("a match without a group");
  }

  /** The congress session that counts the serial number: 8-2; empty where it is not said. */
  private static String meeting(PaperReading paper) {
    for (String words : List.of(paper.title(), paper.head())) {
      Matcher matcher = MEETING.matcher(words);
      while (matcher.find()) {
        if (!matcher.group().contains("常")) {
          return ChineseNumeral.parse(matcher.group(1)).orElse(0)
              + "-"
              + ChineseNumeral.parse(matcher.group(2)).orElse(0);
        }
      }
    }
    boolean congress =
        paper
            .paper()
            .facts()
            .value(FactKey.SESSION_BODY)
            .filter(body -> body == SessionBody.CONGRESS)
            .isPresent();
    Optional<CongressSession> session = paper.paper().facts().value(FactKey.SESSION);
    return congress && session.isPresent()
        ? session.get().term() + "-" + session.get().sitting()
        : "";
  }

  /** The laws, rules or resolutions a title names, or is. */
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
      keys.addAll(serials(stage, paper, MOTION_LISTED));
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
    while (matcher.find() && keys.size() < 40) {
      keys.add(work(matcher.group(1)));
    }
  }

  /** A work by its title: without its issuer, the note that it is a draft, and 中华人民共和国. */
  static Key work(String title) {
    String bare = DRAFT_NOTE.matcher(title).replaceAll("");
    Matcher inner = Pattern.compile("(?:修改|修订|修正|废止)〈([^〈〉]{2,60}+)〉").matcher(bare);
    if (inner.find()) {
      bare = inner.group(1);
    }
    bare = DRAFT_TAIL.matcher(bare).replaceFirst("");
    return Key.of(Template.Identity.WORK, TitleKey.of(bare.isEmpty() ? title : bare).value());
  }

  /** The congress that is elected; a decision to elect names it or is of the one before. */
  private static Set<Key> term(Stage stage, PaperReading paper) {
    List<String> places = new ArrayList<>(List.of(paper.title(), paper.head()));
    for (String words : places) {
      Matcher matcher = TERM.matcher(words);
      if (matcher.find()) {
        int term = ChineseNumeral.parse(matcher.group(1)).orElse(0);
        if (term > 0) {
          return Set.of(Key.of(Template.Identity.TERM, String.valueOf(term)));
        }
      }
    }
    boolean ordered = stage.role().equals("election-decision");
    return paper.paper().facts().value(FactKey.SESSION).filter(session -> ordered).stream()
        .map(session -> Key.of(Template.Identity.TERM, String.valueOf(session.term() + 1)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
