package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.version.AmendmentNote;

/**
 * Reads at which session a paper was presented, deliberated or adopted (届次): from the note under
 * its title, from 在…会议上, from the heading of session papers, else, for papers that record a
 * deliberation or a vote, from the sentence that tells of it. A letter that only mentions a session
 * has none.
 */
final class SessionFacts {
  private static final String RECORD = "实录";
  private static final Set<Role> PUT_BEFORE = Set.of(Role.PRESENTED, Role.SESSION_PAPER);
  private static final int LABELS_BELOW = 5;

  /** A session and whose it is. */
  record Found(Fact<CongressSession> session, SessionBody body) {
    Fact<SessionBody> bodyFact() {
      return new Fact<>(body, session.evidence(), session.confidence(), session.origin());
    }
  }

  private final Draft draft;
  private final SessionContext context;
  private final Phrases phrases;

  SessionFacts(Draft draft) {
    this.phrases = draft.rules().phrases();
    this.draft = draft;
    this.context = new SessionContext(draft);
  }

  Optional<Found> read() {
    boolean form = draft.kind() == Kind.OTHER && draft.genre().equals("表格");
    boolean counted =
        draft
            .title()
            .filter(title -> phrases.any("votes-counted").matcher(title.compact()).find())
            .isPresent();
    boolean ofChairpersons =
        draft
            .title()
            .filter(title -> phrases.any("chairpersons-minutes").matcher(title.compact()).matches())
            .isPresent();
    if (form && !counted) {
      return Optional.empty();
    }
    Optional<Found> headed = ofNotes().or(this::ofHeading);
    return headed.isPresent() || ofChairpersons
        ? headed
        : ofSignature()
            .or(this::ofClosingNote)
            .or(new RecordedSession(context)::read)
            .or(this::ofSubmission);
  }

  private Optional<Found> ofNotes() {
    boolean published = draft.kind() == Kind.ANNOUNCEMENT;
    Optional<AmendmentNote> note = draft.notes().version().or(() -> draft.notes().adoption());
    if (published || note.isEmpty()) {
      return Optional.empty();
    }
    String words = draft.rules().folding().fold(note.get().quote().words()).replaceAll("\\s+", "");
    return draft
        .rules()
        .sessions()
        .first(words)
        .filter(mention -> !isOfChairpersonsAlone(mention))
        .map(mention ->
            new Found(
                Fact.read(
                    mention.session(),
                    new wenmai.corpus.document.Evidence.InText(note.get().quote()),
                    0.97),
                mention.body()));
  }

  /** Chairpersons set down an opinion that the committee's session came to. */
  private boolean isOfChairpersonsAlone(SessionReader.Mention mention) {
    return draft.kind() == Kind.REVIEW_OPINION && mention.body() == SessionBody.CHAIRPERSONS;
  }

  /** The lines over and under the title; of a joint line such as 市十五届人大常委会 · 第三次会议文件（七） both. */
  private Optional<Found> ofHeading() {
    int limit = context.startOf(draft.head().body());
    List<SessionReader.Mention> all = draft.rules().sessions().all(draft.sheet().compact(), limit);
    return all.stream()
        .filter(mention -> isIn(mention, PUT_BEFORE))
        .findFirst()
        .or(() -> all.stream().filter(this::isPresentation).findFirst())
        .map(mention -> context.found(mention, 0.95))
        .or(() -> draft.genre().equals(RECORD) ? ofLabel() : Optional.empty());
  }

  /** 关于《县第二次会议…决议》执行情况的报告 names a session that is over, the line below its own. */
  private boolean isIn(SessionReader.Mention mention, Set<Role> roles) {
    return draft.head().entries().stream()
        .filter(entry -> roles.contains(entry.role()))
        .map(Head.Entry::line)
        .anyMatch(line ->
            mention.span().end() > draft.sheet().compactStart(line)
                && mention.span().start() < draft.sheet().compactEnd(line));
  }

  /** 会议：…第二次全体会议 near the top of a record of what was said there. */
  private Optional<Found> ofLabel() {
    return draft.sheet().lines().stream()
        .limit(draft.head().body() + LABELS_BELOW)
        .filter(line -> phrases.any("held-at-labels").matcher(line.compact()).find())
        .flatMap(line -> {
          int start = draft.sheet().compactStart(line);
          int end = draft.sheet().compactEnd(line);
          return draft.rules().sessions().all(draft.sheet().compact(), end).stream()
              .filter(mention -> mention.span().start() >= start);
        })
        .map(mention -> context.found(mention, 0.9))
        .findFirst();
  }

  /** 2024年10月30日于市八届人大常委会第十七次会议, under who reports. */
  private Optional<Found> ofSignature() {
    return draft
        .tail()
        .day()
        .filter(line -> phrases.any("signed-at").matcher(line.compact()).find())
        .flatMap(line -> {
          int start = draft.sheet().compactStart(line);
          return draft
              .rules()
              .sessions()
              .all(draft.sheet().compact(), draft.sheet().compactEnd(line))
              .stream()
              .filter(mention -> mention.span().start() >= start)
              .findFirst();
        })
        .map(mention -> context.found(mention, 0.9));
  }

  /** （某市第十四届人大常委会第二次会议，2022年4月27日） as the last words of what was put before it. */
  private Optional<Found> ofClosingNote() {
    return isPutBefore()
        ? new ClosingNote(draft)
            .meeting()
            .flatMap(place ->
                draft.rules().sessions().all(draft.sheet().compact(), place.end()).stream()
                    .filter(mention -> mention.span().start() >= place.start())
                    .findFirst())
            .map(mention -> context.found(mention, 0.85))
        : Optional.empty();
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
      case MINUTES -> phrases.any("meeting-labels").matcher(line.compact()).find();
      case OTHER -> phrases.any("held-at-labels").matcher(line.compact()).find();
      default -> false;
    };
  }

  /** The title names the meeting itself: 第三次会议公告, 在…会议结束时的讲话, 第二次会议关于…的决议. */
  private boolean isOwnMeeting(Line line, SessionReader.Mention mention) {
    String words = draft.title().map(Title::compact).orElse("") + line.compact();
    return switch (draft.kind()) {
      case LETTER, REPLY, NEWS -> false;
      case SPEECH -> phrases.any("speech-of-meeting").matcher(context.after(mention)).find();
      case OTHER ->
          !phrases.any("session-of-papers").matcher(words).find()
              && !phrases.any("papers-of-sessions").matcher(context.after(mention)).lookingAt();
      case ANNOUNCEMENT -> !phrases.any("session-to-come").matcher(words).find();
      case REPORT ->
          !phrases.any("session-of-papers").matcher(words).find() && !words.contains("审议意见");
      default -> true;
    };
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
    int from = context.headingEnd();
    Submission submission = new Submission(phrases);
    return draft.rules().sessions().all(compact, compact.length()).stream()
        .filter(mention -> mention.span().start() >= from)
        .filter(mention -> mention.body() != SessionBody.CHAIRPERSONS)
        .filter(mention -> submission.isTold(context.before(mention, from), context.after(mention)))
        .map(mention -> context.found(mention, 0.85))
        .findFirst();
  }
}
