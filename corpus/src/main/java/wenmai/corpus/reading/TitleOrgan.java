package wenmai.corpus.reading;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;

/** Reads the organ that a title begins with (标题中的发文机关): 某市人民政府关于…, 某市人民代表大会常务委员会任免名单. */
final class TitleOrgan {
  private static final int SHORTEST = 5;

  private final Draft draft;
  private final OrganFacts facts;
  private final Phrases phrases;

  TitleOrgan(Draft draft, OrganFacts facts) {
    this.phrases = draft.rules().phrases();
    this.draft = draft;
    this.facts = facts;
  }

  /**
   * 某市人大常委会对…的审议意见 that its office's letter carries is the committee's; a plan that a notice
   * carries stays that of whoever gives notice.
   */
  Optional<Fact<Organ>> ofCarried() {
    Title title = draft.title().filter(own -> draft.isCarried()).orElse(null);
    if (title == null || draft.kind() != Kind.REVIEW_OPINION) {
      return Optional.empty();
    }
    Matcher running = phrases.any("title-running-on").matcher(title.compact());
    return running.find()
            && running.group("organ").length() >= SHORTEST
            && facts.isName(running.group("organ"))
        ? facts.read(running.group("organ"), title.span(), 0.85)
        : Optional.empty();
  }

  /** 棠州市人民政府关于…, 汀浦区人大常委会对…. */
  Optional<Fact<Organ>> beforePreposition() {
    String title = draft.outer().map(Title::compact).orElse("");
    Optional<Line> joint = jointIssuers(title);
    if (joint.isPresent()) {
      return facts.read(
          String.join("、", draft.rules().organs().names(joint.get())),
          OrganFacts.span(joint.get()),
          0.95);
    }
    Matcher inquiry = phrases.any("title-inquiry").matcher(title);
    if (inquiry.find() && !inquiry.group("organ").contains("关于")) {
      return facts.read(inquiry.group("organ"), draft.outer().get().span(), 0.9);
    }
    Matcher own = phrases.any("title-of-holder").matcher(title);
    if (own.find()) {
      return facts
          .ofOffice(own.group("office"))
          .flatMap(organ -> facts.read(organ, draft.outer().get().span(), 0.85));
    }
    Optional<Fact<Organ>> transmitting = transmitting(title);
    if (transmitting.isPresent()) {
      return transmitting;
    }
    Matcher preposition = draft.rules().phrases().any("prepositions").matcher(title);
    while (preposition.find()) {
      int at = preposition.start();
      if (at >= 3 && title.lastIndexOf('《', at) < 0) {
        String before =
            phrases
                .any("title-of-session")
                .matcher(title.substring(0, at))
                .replaceFirst("${session}");
        Optional<Fact<Organ>> named =
            facts.isName(before)
                ? facts.read(before, draft.outer().get().span(), 0.97)
                : ofHolder(before);
        if (named.isPresent()) {
          return named;
        }
      }
    }
    return Optional.empty();
  }

  /** 国务院办公厅转发国家地震局关于…的通知 is of the one who transmits. */
  private Optional<Fact<Organ>> transmitting(String title) {
    Matcher deed = draft.rules().phrases().any("transmits").matcher(title);
    int quoted = title.indexOf('《');
    int about = title.indexOf("关于");
    int limit = Math.min(quoted < 0 ? title.length() : quoted, about < 0 ? title.length() : about);
    return deed.find() && deed.start() < limit && facts.isName(title.substring(0, deed.start()))
        ? facts.read(title.substring(0, deed.start()), draft.outer().get().span(), 0.95)
        : Optional.empty();
  }

  /** 某县水务局局长宁某某关于…, 某县人民检察院检察长关于…. */
  private Optional<Fact<Organ>> ofHolder(String words) {
    Optional<String> office =
        Optional.of(words).filter(all -> phrases.any("title-offices").matcher(all).find());
    return draft
        .rules()
        .people()
        .person(words)
        .flatMap(People.Person::office)
        .or(() -> office)
        .flatMap(facts::ofOffice)
        .filter(facts::isName)
        .flatMap(organ -> facts.read(organ, draft.outer().get().span(), 0.85));
  }

  /** The organ whose deed a title tells, 市水务局落实…. */
  Optional<Fact<Organ>> acting() {
    Matcher matcher =
        phrases.any("title-acting").matcher(draft.outer().map(Title::compact).orElse(""));
    return matcher.find() && facts.isName(matcher.group("organ"))
        ? facts.read(matcher.group("organ"), draft.outer().get().span(), 0.75)
        : Optional.empty();
  }

  /** Several organs side by side with which a title begins. */
  private Optional<Line> jointIssuers(String title) {
    return draft
        .head()
        .lines(Role.ORGAN)
        .filter(
            line -> title.startsWith(line.compact()) && title.length() > line.compact().length())
        .filter(line -> draft.rules().organs().names(line).size() > 1)
        .findFirst();
  }

  /**
   * 棠州市人民代表大会常务委员会任免名单: the organ runs straight into what it made.
   *
   * @param signed the signature, preferred where it says more of the same organ, and of a plan or a
   *     notice (区人大常委会开展执法检查的方案), which may be a committee's
   */
  Optional<Fact<Organ>> runningOn(Supplier<Optional<Fact<Organ>>> signed) {
    Matcher matcher =
        phrases.any("title-running-on").matcher(draft.outer().map(Title::compact).orElse(""));
    if (!matcher.find() || matcher.group("organ").length() < SHORTEST) {
      return Optional.empty();
    }
    String organ = matcher.group("organ");
    boolean placed =
        organ.startsWith("全国")
            || "省市县区州旗".indexOf(organ.charAt(0)) >= 0
            || !draft.places().chainAt(organ, PlaceNames.Lenience.BEFORE_ORGAN).isEmpty();
    if (!placed) {
      return Optional.empty();
    }
    return signed
        .get()
        .filter(fact -> draft.kind() == Kind.OTHER || fact.value().name().startsWith(organ))
        .or(() -> facts.read(organ, draft.outer().get().span(), 0.9));
  }
}
