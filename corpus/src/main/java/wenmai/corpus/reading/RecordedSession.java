package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.SessionBody;

/**
 * Reads at which session was done what a paper records (听取、审议、表决等所在的会议): from the first sentence
 * that tells of a session and of what it did, not of what rests on it or is still to come.
 */
final class RecordedSession {
  private static final Pattern FORMED = Pattern.compile("^(?:形成|交办|期间|以来|闭会|提出的)");

  private static final Pattern PUBLISHES = Pattern.compile("现予(?:以)?(?:公布|发布)|予以公布");

  /** 《…条例》已由…第五次会议: what was deliberated there is the paper named before. */
  private static final Pattern OF_ANOTHER =
      Pattern.compile("》(?:已|已经|已由|经|由|于)?(?:经|由)?[^。;,《]{0,30}$");

  /** 《某镇第六次会议关于…的公告》: the session of the paper that is named. */
  private static final Pattern IN_TITLE = Pattern.compile("《[^》]*$");

  private static final Pattern SCRUTINY = Pattern.compile("审查结果|审议结果");

  /** 建议本次会议批准: a committee's report to the sitting of which it tells. */
  private static final Pattern THIS_SITTING = Pattern.compile("建议(?:提请)?本次(?:常委会)?(?:大会|会议)");

  private static final Pattern RESULTS = Pattern.compile("通报|测评|票决|表决");

  /**
   * A letter that passes on how a vote went records it; one that only speaks of a meeting does not.
   */
  private static final Pattern PASSED_ON = Pattern.compile("(?:测评|票决|表决)[^,。]{0,4}(?:结果|情况|等次)");

  /** 就…开展专题询问，现将实录…: a record that has lost its title. */
  private static final Pattern INQUIRED = Pattern.compile("会议[^。]{0,60}(?:专题询问|联组审议|满意度测评|工作评议)");

  /** 临硕县第十六届人大常委会第十五次会议补选…: a session of another place. */
  private static final Pattern PLACE = Pattern.compile("(?<place>[\\u4e00-\\u9fff]{2,3}[市县区州旗])$");

  private static final Pattern OF_PLACE =
      Pattern.compile("[\\u4e00-\\u9fff]{2}[市县区州旗](?:第.{1,4}届)?人民代表大会");

  private static final Pattern CONSULTS = Pattern.compile("征求.{0,60}意见|征集.{0,40}(?:公告|启事|通告|通知)$");

  /** …第十二次会议对草案进行了第一次审议: a reading before the one that the report is for. */
  private static final Pattern EARLIER_READING =
      Pattern.compile("进行(?:了)?(?:第?[一二三]次|初次|初步|[一二三])?审(?:议|查)?");

  /** 第一次会议通过的《…》, 第三次会议选举的代表: what was done at a session that is over. */
  private static final Pattern DONE_THERE =
      Pattern.compile("^[\\u4e00-\\u9fff]{0,6}(?:通过|作出|选举|选出|补选|产生|批准|确定|票决|任命)的(?!结果|情况)");

  /** 根据市十八届人大二次会议的票决结果,…第十三次会议听取了: on what the paper rests. */
  private static final Pattern BASIS = Pattern.compile("(?:根据|按照|依据)[^。,;]{0,8}$");

  /** 第十五次会议将听取: a session that is still to come. */
  private static final Pattern WILL = Pattern.compile("^[^。,]{0,8}(?:将|拟)(?!军)");

  /** 市五届人大常委会举行第十二次会议, …第三次会议开幕: what a piece of news is about. */
  private static final Pattern HOLDS = Pattern.compile("举行|召开");

  private static final Pattern HELD =
      Pattern.compile("^[^。,;]{0,14}(?:举行|召开|开幕|闭幕)(?!以来|期间|之?[前后际])");

  private static final Pattern OWN = Pattern.compile("人大|人民代表大会|常委会|常务委员会");
  private static final String NATIONAL = "全国";

  /** 8月30日，市|五届人大常委会举行第十二次会议. */
  private static final Pattern BEGINS =
      Pattern.compile(
          "(?:^|[。讯)]|[0-9]日(?:上午|下午|晚)?[,至]?)(?:(?:(?![为自在经由对向据至迎])[\\u4e00-\\u9fff]){0,10}[省市县区州旗镇乡])?$");

  private static final int OPENING = 420;

  private final Draft draft;
  private final SessionContext context;

  RecordedSession(SessionContext context) {
    this.draft = context.draft();
    this.context = context;
  }

  Optional<SessionFacts.Found> read() {
    boolean records =
        switch (draft.kind()) {
          case REVIEW_OPINION, RESOLUTION, DECISION, APPOINTMENT, MINUTES, ANNOUNCEMENT -> true;
          case REPORT ->
              SCRUTINY.matcher(draft.genre()).find()
                  && THIS_SITTING.matcher(draft.sheet().compact()).find();
          case OTHER ->
              RESULTS.matcher(draft.genre() + draft.title().map(Title::compact).orElse("")).find()
                  || (draft.title().isEmpty() && INQUIRED.matcher(opening()).find());
          case SPEECH, NEWS -> true;
          case LETTER ->
              draft.title().filter(title -> PASSED_ON.matcher(title.compact()).find()).isPresent();
          default -> false;
        };
    boolean consults =
        draft.title().filter(title -> CONSULTS.matcher(title.compact()).find()).isPresent();
    boolean rules = draft.isCarried() && draft.kind() != Kind.REVIEW_OPINION;
    if (!records || consults || rules) {
      return Optional.empty();
    }
    String compact = draft.sheet().compact();
    int from = context.headingEnd();
    boolean publishes = PUBLISHES.matcher(compact).find();
    List<SessionReader.Mention> mentions =
        SessionReader.all(compact, Math.min(compact.length(), from + OPENING)).stream()
            .filter(mention -> mention.span().start() >= from)
            .filter(mention -> mention.body() != SessionBody.CHAIRPERSONS)
            .toList();
    if (publishes && draft.kind() == Kind.ANNOUNCEMENT) {
      return ofPassing(mentions, from).map(mention -> context.found(mention, 0.75));
    }
    List<SessionReader.Mention> others =
        mentions.stream()
            .filter(mention -> !BASIS.matcher(context.before(mention, from)).find())
            .toList();
    return ofDeeds(others, from, publishes).or(() -> ofDeeds(mentions, from, publishes));
  }

  /** The first session of which the paper says what was done there, and that it tells of it. */
  private Optional<SessionFacts.Found> ofDeeds(
      List<SessionReader.Mention> mentions, int from, boolean publishes) {
    for (SessionReader.Mention mention : mentions) {
      String before = context.before(mention, from);
      if (OF_ANOTHER.matcher(before).find() || IN_TITLE.matcher(before).find()) {
        continue;
      }
      String after = context.after(mention);
      if (DONE_THERE.matcher(after).find() || WILL.matcher(after).find()) {
        continue;
      }
      if (draft.kind() == Kind.REPORT && EARLIER_READING.matcher(after).find()) {
        continue;
      }
      if (draft.kind() == Kind.ANNOUNCEMENT && isElsewhere(before)) {
        continue;
      }
      if (draft.kind() == Kind.NEWS && !isHeld(mention, before, after)) {
        continue;
      }
      if (tells(after) && !FORMED.matcher(after).find() && !publishes) {
        return Optional.of(context.found(mention, 0.85));
      }
    }
    return Optional.empty();
  }

  private String opening() {
    String compact = draft.sheet().compact();
    int from = context.headingEnd();
    return compact.substring(from, Math.min(compact.length(), from + OPENING));
  }

  /** Whether a place other than that of the heading stands before a session. */
  private boolean isElsewhere(String before) {
    Matcher place = PLACE.matcher(before);
    String heading = draft.sheet().compact().substring(0, context.headingEnd());
    return place.find()
        && OF_PLACE.matcher(heading).find()
        && !heading.contains(place.group("place"))
        && !draft
            .places()
            .chainAt(place.group("place"), PlaceNames.Lenience.BEFORE_ORGAN)
            .isEmpty();
  }

  /** A piece of news tells of the congress's own meeting with which a sentence begins. */
  private boolean isHeld(SessionReader.Mention mention, String before, String after) {
    String words = mention.span().in(draft.sheet().compact());
    return OWN.matcher(words).find()
        && !words.contains(NATIONAL)
        && BEGINS.matcher(before).find()
        && (HOLDS.matcher(words).find() || HELD.matcher(after).find());
  }

  /** The session that passed what an announcement makes known. */
  private Optional<SessionReader.Mention> ofPassing(
      List<SessionReader.Mention> mentions, int from) {
    List<SessionReader.Mention> own =
        mentions.stream()
            .filter(mention -> !DONE_THERE.matcher(context.after(mention)).find())
            .filter(mention -> !isElsewhere(context.before(mention, from)))
            .filter(mention -> !IN_TITLE.matcher(context.before(mention, from)).find())
            .toList();
    return own.stream()
        .filter(mention -> tells(context.after(mention)))
        .findFirst()
        .or(() -> own.stream().findFirst())
        .or(() -> mentions.stream().findFirst());
  }

  /** What a paper says of the session it records; of a speech, that it opens or closes it. */
  private boolean tells(String after) {
    Phrases phrases = draft.rules().phrases();
    return switch (draft.kind()) {
      case NEWS -> true; // that it was held has been told
      case SPEECH -> phrases.any("session-speeches").matcher(after.replaceFirst("。.*", "")).find();
      default -> phrases.any("session-deeds").matcher(after).find();
    };
  }
}
