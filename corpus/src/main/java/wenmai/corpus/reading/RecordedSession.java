package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.SessionBody;

/**
 * Reads at which session was done what a paper records (听取、审议、表决等所在的会议): from the first sentence
 * that tells of a session and of what it did, not of what rests on it or is still to come.
 */
final class RecordedSession {
  /** 《某镇第六次会议关于…的公告》: the session of the paper that is named. */
  private static final Pattern IN_TITLE = Pattern.compile("《[^》]*$");

  /** 临硕县第十六届人大常委会第十五次会议补选…: a session of another place. */
  private static final Pattern PLACE = Pattern.compile("(?<place>[\\u4e00-\\u9fff]{2,3}[市县区州旗])$");

  private static final String CONGRESS = "人民代表大会";

  private static final int SHORTEST_PLACE = 3;

  private static final String NATIONAL = "全国";

  private static final int OPENING = 420;

  private final Draft draft;
  private final SessionContext context;
  private final Phrases phrases;

  RecordedSession(SessionContext context) {
    this.phrases = context.draft().rules().phrases();
    this.draft = context.draft();
    this.context = context;
  }

  Optional<SessionFacts.Found> read() {
    boolean records =
        switch (draft.kind()) {
          case REVIEW_OPINION, RESOLUTION, DECISION, APPOINTMENT, MINUTES, ANNOUNCEMENT -> true;
          case REPORT ->
              phrases.any("session-scrutiny").matcher(draft.genre()).find()
                  && phrases.any("session-this").matcher(draft.sheet().compact()).find();
          case OTHER ->
              phrases
                      .any("session-results")
                      .matcher(draft.genre() + draft.title().map(Title::compact).orElse(""))
                      .find()
                  || (draft.title().isEmpty()
                      && phrases.any("session-inquired").matcher(opening()).find());
          case SPEECH, NEWS -> true;
          case LETTER ->
              draft
                  .title()
                  .filter(title -> phrases.any("session-passed-on").matcher(title.compact()).find())
                  .isPresent();
          default -> false;
        };
    boolean consults =
        draft
            .title()
            .filter(title -> phrases.any("session-consults").matcher(title.compact()).find())
            .isPresent();
    boolean rules = draft.isCarried() && draft.kind() != Kind.REVIEW_OPINION;
    if (!records || consults || rules) {
      return Optional.empty();
    }
    String compact = draft.sheet().compact();
    int from = context.headingEnd();
    int begun = draft.isCarried() ? Math.max(from, context.startOf(ownBody())) : from;
    boolean publishes = phrases.any("session-publishes").matcher(compact).find();
    List<SessionReader.Mention> mentions =
        draft.rules().sessions().all(compact, Math.min(compact.length(), begun + OPENING)).stream()
            .filter(mention -> mention.span().start() >= from)
            .filter(mention -> mention.body() != SessionBody.CHAIRPERSONS)
            .toList();
    if (publishes && draft.kind() == Kind.ANNOUNCEMENT) {
      return ofPassing(mentions, from).map(mention -> context.found(mention, 0.75));
    }
    List<SessionReader.Mention> others =
        mentions.stream()
            .filter(mention ->
                !phrases.any("session-basis").matcher(context.before(mention, from)).find())
            .toList();
    return ofDeeds(others, from, publishes).or(() -> ofDeeds(mentions, from, publishes));
  }

  /** The first session of which the paper says what was done there, and that it tells of it. */
  private Optional<SessionFacts.Found> ofDeeds(
      List<SessionReader.Mention> mentions, int from, boolean publishes) {
    for (SessionReader.Mention mention : mentions) {
      String before = context.before(mention, from);
      if (phrases.any("session-of-another").matcher(before).find()
          || IN_TITLE.matcher(before).find()) {
        continue;
      }
      String after = context.after(mention);
      if (phrases.any("session-done-there").matcher(after).find()
          || phrases.any("session-will").matcher(after).find()) {
        continue;
      }
      if (draft.kind() == Kind.REPORT
          && phrases.any("session-earlier-reading").matcher(after).find()) {
        continue;
      }
      if (draft.kind() == Kind.ANNOUNCEMENT && isElsewhere(before)) {
        continue;
      }
      if (draft.kind() == Kind.NEWS && !isHeld(mention, before, after)) {
        continue;
      }
      if (tells(after) && !phrases.any("session-formed").matcher(after).find() && !publishes) {
        return Optional.of(context.found(mention, 0.85));
      }
    }
    return Optional.empty();
  }

  /** The line below the title of the paper itself. */
  private int ownBody() {
    return draft.title().map(title -> title.lastLine() + 1).orElse(0);
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
        && phrases.any("session-of-place").matcher(heading).find()
        && Stream.of(place.group("place"), place.group("place").substring(1)) // 经|东桥区
            .filter(name -> name.length() >= SHORTEST_PLACE)
            .anyMatch(name ->
                !heading.contains(name)
                    && !draft
                        .places()
                        .chainAt(name + CONGRESS, PlaceNames.Lenience.BEFORE_ORGAN)
                        .isEmpty());
  }

  /** A piece of news tells of the congress's own meeting with which a sentence begins. */
  private boolean isHeld(SessionReader.Mention mention, String before, String after) {
    String words = mention.span().in(draft.sheet().compact());
    return phrases.any("session-own").matcher(words).find()
        && !words.contains(NATIONAL)
        && phrases.any("session-begins").matcher(before).find()
        && (phrases.any("session-holds").matcher(words).find()
            || phrases.any("session-held").matcher(after).find());
  }

  /** The session that passed what an announcement makes known. */
  private Optional<SessionReader.Mention> ofPassing(
      List<SessionReader.Mention> mentions, int from) {
    List<SessionReader.Mention> own =
        mentions.stream()
            .filter(mention ->
                !phrases.any("session-done-there").matcher(context.after(mention)).find())
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
    return switch (draft.kind()) {
      case NEWS -> true; // that it was held has been told
      case SPEECH -> phrases.any("session-speeches").matcher(after.replaceFirst("。.*", "")).find();
      default -> phrases.any("session-deeds").matcher(after).find();
    };
  }
}
