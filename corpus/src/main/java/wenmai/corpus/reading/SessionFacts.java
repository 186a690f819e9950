package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.text.Span;
import wenmai.corpus.version.AmendmentNote;

/**
 * Reads at which session a paper was presented, deliberated or adopted (届次): from the note under
 * its title, from 在…会议上, from the heading of session papers, else, for papers that record a
 * deliberation or a vote, from the sentence that tells of it. A letter that only mentions a session
 * has none.
 */
final class SessionFacts {
  private static final Pattern FORMED = Pattern.compile("^(?:形成|交办|期间|以来|闭会|提出的)");
  private static final Pattern PUBLISHES = Pattern.compile("现予(?:以)?(?:公布|发布)|予以公布");

  /** 《…条例》已由…第五次会议: what was deliberated there is the paper named before. */
  private static final Pattern OF_ANOTHER =
      Pattern.compile("》(?:已|已经|已由|经|由|于)?(?:经|由)?[^。;,《]{0,30}$");

  /** 《某镇第六次会议关于…的公告》: the session of the paper that is named. */
  private static final Pattern IN_TITLE = Pattern.compile("《[^》]*$");

  /** 在…会议结束时的讲话, but not in 在…会议代表建议交办会上的讲话. */
  private static final Pattern OF_MEETING = Pattern.compile("^(?:上|闭会|结束|开幕|闭幕|全体|联组|期间|第)");

  private static final Pattern SCRUTINY = Pattern.compile("审查结果|审议结果");

  /** 建议本次会议批准: a committee's report to the sitting of which it tells. */
  private static final Pattern THIS_SITTING = Pattern.compile("建议(?:提请)?本次(?:常委会)?(?:大会|会议)");

  private static final Pattern RESULTS = Pattern.compile("通报|测评|票决|表决");

  /**
   * A letter that passes on how a vote went records it; one that only speaks of a meeting does not.
   */
  private static final Pattern PASSED_ON = Pattern.compile("(?:测评|票决|表决)[^,。]{0,4}(?:结果|情况|等次)");

  /** A form that sums up a vote, not one to be filled in. */
  private static final Pattern COUNTED =
      Pattern.compile("(?:测评|票决|表决|投票|计票|评议)[^,。]{0,8}(?:结果|汇总|统计)");

  private static final Pattern TITLE = Pattern.compile("《[^》]{0,160}》");
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

  private static final Pattern OF_PAPERS = Pattern.compile("建议(?!议程)|议案|交办|通知|台账");

  private static final Pattern MEETING_LABEL =
      Pattern.compile("^(?:会议|召开)?(?:时间|日期|地点|名称|会议|届次)+:");

  /** 会议：…第二次全体会议, of a record of what was said there. */
  private static final Pattern HELD_AT = Pattern.compile("^(?:会议|会议名称|会议届次|届次):");

  /**
   * A meeting of chairpersons arranges for sessions: those its minutes speak of are not its own.
   */
  private static final Pattern OF_CHAIRPERSONS = Pattern.compile("^(?!.*次(?:常委会)?会议).*主任会议纪要$");

  private static final Pattern SIGNED_AT = Pattern.compile("日[于在].{4,30}会议$");

  private static final String RECORD = "实录";
  private static final int LABELS_BELOW = 5;

  private static final int OPENING = 420;
  private static final int REACH = 46;

  /** A session and whose it is. */
  record Found(Fact<CongressSession> session, SessionBody body) {
    Fact<SessionBody> bodyFact() {
      return new Fact<>(body, session.evidence(), session.confidence(), session.origin());
    }
  }

  private final Draft draft;

  SessionFacts(Draft draft) {
    this.draft = draft;
  }

  Optional<Found> read() {
    boolean form = draft.kind() == Kind.OTHER && draft.genre().equals("表格");
    boolean counted =
        draft.title().filter(title -> COUNTED.matcher(title.compact()).find()).isPresent();
    boolean ofChairpersons =
        draft
            .title()
            .filter(title -> OF_CHAIRPERSONS.matcher(title.compact()).matches())
            .isPresent();
    if (form && !counted) {
      return Optional.empty();
    }
    Optional<Found> headed = ofNotes().or(this::ofHeading);
    return headed.isPresent() || ofChairpersons
        ? headed
        : ofSignature().or(this::ofOpening).or(this::ofSubmission);
  }

  private Optional<Found> ofNotes() {
    boolean published = draft.kind() == Kind.ANNOUNCEMENT;
    Optional<AmendmentNote> note = draft.notes().version().or(() -> draft.notes().adoption());
    if (published || note.isEmpty()) {
      return Optional.empty();
    }
    String words = draft.rules().folding().fold(note.get().quote().words()).replaceAll("\\s+", "");
    return SessionReader.first(words)
        .map(mention ->
            new Found(
                Fact.read(
                    mention.session(),
                    new wenmai.corpus.document.Evidence.InText(note.get().quote()),
                    0.97),
                mention.body()));
  }

  /** The lines over and under the title; of a joint line such as 市十五届人大常委会 · 第三次会议文件（七） both. */
  private Optional<Found> ofHeading() {
    int limit = startOf(draft.head().body());
    for (SessionReader.Mention mention : SessionReader.all(draft.sheet().compact(), limit)) {
      if (isPresentation(mention)) {
        return Optional.of(found(mention, 0.95));
      }
    }
    return draft.genre().equals(RECORD) ? ofLabel() : Optional.empty();
  }

  /** 会议：…第二次全体会议 near the top of a record of what was said there. */
  private Optional<Found> ofLabel() {
    return draft.sheet().lines().stream()
        .limit(draft.head().body() + LABELS_BELOW)
        .filter(line -> HELD_AT.matcher(line.compact()).find())
        .flatMap(line -> {
          int start = draft.sheet().compactStart(line);
          int end = draft.sheet().compactEnd(line);
          return SessionReader.all(draft.sheet().compact(), end).stream()
              .filter(mention -> mention.span().start() >= start);
        })
        .map(mention -> found(mention, 0.9))
        .findFirst();
  }

  /** 2024年10月30日于市八届人大常委会第十七次会议, under who reports. */
  private Optional<Found> ofSignature() {
    return draft
        .tail()
        .day()
        .filter(line -> SIGNED_AT.matcher(line.compact()).find())
        .flatMap(line -> {
          int start = draft.sheet().compactStart(line);
          return SessionReader.all(draft.sheet().compact(), draft.sheet().compactEnd(line)).stream()
              .filter(mention -> mention.span().start() >= start)
              .findFirst();
        })
        .map(mention -> found(mention, 0.9));
  }

  private int headingEnd() {
    return startOf(draft.head().opening());
  }

  private int startOf(int line) {
    List<Line> lines = draft.sheet().lines();
    return line < lines.size()
        ? draft.sheet().compactStart(lines.get(line))
        : draft.sheet().compact().length();
  }

  /** Whether the line in which a session stands says that the paper was before it. */
  private boolean isPresentation(SessionReader.Mention mention) {
    for (Head.Entry entry : draft.head().entries()) {
      int start = draft.sheet().compactStart(entry.line());
      int end = draft.sheet().compactEnd(entry.line());
      if (mention.span().end() <= start || mention.span().start() >= end) {
        continue;
      }
      boolean fits =
          switch (entry.role()) {
            case PRESENTED, SESSION_PAPER, SERIAL -> true;
            case ADDRESSEE -> isPutBefore();
            case LABEL, META -> isLabelled(entry.line());
            case ORGAN, WORDS -> isOwnMeeting(entry.line(), mention);
            default -> false;
          };
      if (fits) {
        return true;
      }
    }
    return false;
  }

  /** 某市第七届人大常委会第四十次会议：: what is addressed to a session is before it. */
  private boolean isPutBefore() {
    return switch (draft.kind()) {
      case REPORT, EXPLANATION, BILL -> true;
      default -> false;
    };
  }

  /** 会议届次：… of a suggestion; 时间：…第二十一次会议 of minutes. */
  private boolean isLabelled(Line line) {
    return switch (draft.kind()) {
      case SUGGESTION, BILL -> true;
      case MINUTES -> MEETING_LABEL.matcher(line.compact()).find();
      case OTHER -> HELD_AT.matcher(line.compact()).find();
      default -> false;
    };
  }

  /** The title names the meeting itself: 第三次会议公告, 在…会议结束时的讲话, 第二次会议关于…的决议. */
  private boolean isOwnMeeting(Line line, SessionReader.Mention mention) {
    String words = draft.title().map(Title::compact).orElse("") + line.compact();
    return switch (draft.kind()) {
      case LETTER, REPLY, NEWS -> false;
      case SPEECH -> OF_MEETING.matcher(after(mention)).find();
      case OTHER -> !OF_PAPERS.matcher(words).find();
      case REPORT -> !OF_PAPERS.matcher(words).find() && !words.contains("审议意见");
      default -> true;
    };
  }

  private String after(SessionReader.Mention mention) {
    String compact = draft.sheet().compact();
    int end = mention.span().end();
    String after = compact.substring(end, Math.min(compact.length(), end + 5 * REACH));
    String bare = TITLE.matcher(after).replaceAll("");
    return bare.substring(0, Math.min(bare.length(), REACH));
  }

  /** A report or an explanation that is put before a meeting says so where it begins or ends. */
  private Optional<Found> ofSubmission() {
    boolean submits =
        switch (draft.kind()) {
          case REPORT, EXPLANATION, BILL -> !draft.isCarried();
          default -> false;
        };
    if (!submits) {
      return Optional.empty();
    }
    String compact = draft.sheet().compact();
    int from = headingEnd();
    return SessionReader.all(compact, compact.length()).stream()
        .filter(mention -> mention.span().start() >= from)
        .filter(mention -> mention.body() != SessionBody.CHAIRPERSONS)
        .filter(mention -> Submission.isTold(before(mention, from), after(mention)))
        .map(mention -> found(mention, 0.85))
        .findFirst();
  }

  private String before(SessionReader.Mention mention, int from) {
    return draft
        .sheet()
        .compact()
        .substring(Math.max(from, mention.span().start() - REACH), mention.span().start());
  }

  private Optional<Found> ofOpening() {
    boolean records =
        switch (draft.kind()) {
          case REVIEW_OPINION, RESOLUTION, DECISION, APPOINTMENT, MINUTES, ANNOUNCEMENT -> true;
          case REPORT ->
              SCRUTINY.matcher(draft.genre()).find()
                  && THIS_SITTING.matcher(draft.sheet().compact()).find();
          case OTHER ->
              RESULTS.matcher(draft.genre() + draft.title().map(Title::compact).orElse("")).find();
          case SPEECH -> true;
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
    int from = headingEnd();
    boolean publishes = PUBLISHES.matcher(compact).find();
    List<SessionReader.Mention> mentions =
        SessionReader.all(compact, Math.min(compact.length(), from + OPENING)).stream()
            .filter(mention -> mention.span().start() >= from)
            .filter(mention -> mention.body() != SessionBody.CHAIRPERSONS)
            .toList();
    if (publishes && draft.kind() == Kind.ANNOUNCEMENT) {
      return ofPassing(mentions, from).map(mention -> found(mention, 0.75));
    }
    List<SessionReader.Mention> others =
        mentions.stream().filter(mention -> !BASIS.matcher(before(mention, from)).find()).toList();
    return ofDeeds(others, from, publishes).or(() -> ofDeeds(mentions, from, publishes));
  }

  /** The first session of which the paper says what was done there, and that it tells of it. */
  private Optional<Found> ofDeeds(
      List<SessionReader.Mention> mentions, int from, boolean publishes) {
    for (SessionReader.Mention mention : mentions) {
      String before = before(mention, from);
      if (OF_ANOTHER.matcher(before).find() || IN_TITLE.matcher(before).find()) {
        continue;
      }
      String after = after(mention);
      if (DONE_THERE.matcher(after).find() || WILL.matcher(after).find()) {
        continue;
      }
      if (draft.kind() == Kind.REPORT && EARLIER_READING.matcher(after).find()) {
        continue;
      }
      if (tells(after) && !FORMED.matcher(after).find() && !publishes) {
        return Optional.of(found(mention, 0.85));
      }
    }
    return Optional.empty();
  }

  /** The session that passed what an announcement makes known. */
  private Optional<SessionReader.Mention> ofPassing(
      List<SessionReader.Mention> mentions, int from) {
    List<SessionReader.Mention> own =
        mentions.stream()
            .filter(mention -> !DONE_THERE.matcher(after(mention)).find())
            .filter(mention -> !IN_TITLE.matcher(before(mention, from)).find())
            .toList();
    return own.stream()
        .filter(mention -> tells(after(mention)))
        .findFirst()
        .or(() -> own.stream().findFirst())
        .or(() -> mentions.stream().findFirst());
  }

  /** What a paper says of the session it records; of a speech, that it opens or closes it. */
  private boolean tells(String after) {
    Phrases phrases = draft.rules().phrases();
    return draft.kind() == Kind.SPEECH
        ? phrases.any("session-speeches").matcher(after.replaceFirst("。.*", "")).find()
        : phrases.any("session-deeds").matcher(after).find();
  }

  private Found found(SessionReader.Mention mention, double confidence) {
    Span span = draft.sheet().spanOfCompact(mention.span().start(), mention.span().end());
    return new Found(
        Fact.read(mention.session(), draft.sheet().evidence(span), confidence), mention.body());
  }
}
