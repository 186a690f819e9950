package wenmai.corpus.matter;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.text.ChineseNumeral;

/** Reads the serial numbers of suggestions and motions, with their session (建议议案编号识别). Pure. */
final class SerialReader {
  private static final String NUMERAL = "[〇零一二三四五六七八九十百两0-9]{1,5}";

  private static final Pattern MEETING =
      Pattern.compile(
          "第?("
              + NUMERAL
              + ")届(?:人民代表大会|人大)?(?:常务委员会|常委会)?第?("
              + NUMERAL
              + ")次(?:(?:全体)?会议|(?=第?[0-9]{1,4}号))");

  private static final String SESSION = "第?" + NUMERAL + "届(?:人大)?第?" + NUMERAL + "次(?:会议)?";

  /**
   * 建议编号047, 建议:十八届三次第23号, 第047号建议, 议案第3号; then 编号:第047号, which may be of anything. Of the first
   * form that is found the first is meant.
   */
  private static final List<Pattern> SERIALS =
      List.of(
          Pattern.compile(
              "(?:建议编号|建议号|建议案号|案号)[::|]?(?:"
                  + SESSION
                  + ")?第?0*([0-9]{1,4})号?(?![0-9])|(?:建议|议案):"
                  + SESSION
                  + "第0*([0-9]{1,4})号|第0*([0-9]{1,4})号(?=[^0-9]{0,24}?(?:建议|议案))"
                  + "|建议[(][^()]{0,24}?第0*([0-9]{1,4})号[)]"
                  + "|(?:建议|议案)[(第]{1,2}0*([0-9]{1,4})号|建议号?[::]?0*([0-9]{1,4})号?(?=[^0-9件条年月])"),
          Pattern.compile("编号[::|]?(?:" + SESSION + ")?第?0*([0-9]{1,4})号?(?![0-9])"));

  /** 建议序号:86, where nothing else tells; 序号:3 alone counts the rows of a list. */
  private static final Pattern ORDINAL = Pattern.compile("建议序号[::|]?第?0*([0-9]{1,4})号?(?![0-9])");

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

  private SerialReader() {}

  /** The numbers of the suggestions of a paper that is this step. */
  static Set<Key> suggestions(Stage stage, PaperReading paper) {
    return serials(stage, paper, LISTED);
  }

  /** The numbers of the motions of a paper that is this step. */
  static Set<Key> motions(Stage stage, PaperReading paper) {
    return serials(stage, paper, MOTION_LISTED);
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
    return first(paper)
        .map(number -> Set.of(new Key(Template.Identity.SERIAL, number, meeting)))
        .orElse(Set.of());
  }

  /** The number under which a paper names one suggestion or motion. */
  private static Optional<String> first(PaperReading paper) {
    for (String words : List.of(paper.title(), paper.head())) {
      for (Pattern form : SERIALS) {
        Matcher matcher = form.matcher(words);
        if (matcher.find()) {
          return Optional.of(group(matcher));
        }
      }
    }
    Matcher ordinal = ORDINAL.matcher(paper.head());
    return ordinal.find() ? Optional.of(ordinal.group(1)) : Optional.empty();
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
}
