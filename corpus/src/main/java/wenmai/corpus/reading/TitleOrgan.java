package wenmai.corpus.reading;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;

/** Reads the organ that a title begins with (标题中的发文机关): 某市人民政府关于…, 某市人民代表大会常务委员会任免名单. */
final class TitleOrgan {
  private static final Pattern RUNNING_ON =
      Pattern.compile(
          "^(?<organ>[\\u4e00-\\u9fff]{0,16}?(?:第?[〇零一二三四五六七八九十百0-9]{1,4}届)?(?:人民代表大会|人大)"
              + "(?:(?:常务委员会|常委会)(?:[\\u4e00-\\u9fff]{0,12}?(?:委员会|办公室|检查组|调研组))?(?=[\\u4e00-\\u9fff0-9“])(?!委员|代表)"
              + "|(?:第[〇零一二三四五六七八九十百0-9]{1,4}次会议(?:主席团)?|[\\u4e00-\\u9fff]{2,12}?(?:委员会|办公室))?"
              + "(?=20|任免|公告|决定|决议|工作|审议|议事|规范|讨论|人事|监督|关于|对|主任|财政|财经|重大|会议|组成|第[一二三四五六七八九十]{1,3}次会议)))");

  /** 某市公路养护问题特定问题调查委员会调查报告, …调查委员会关于…的报告. */
  private static final Pattern INQUIRY =
      Pattern.compile(
          "^(?<organ>[\\u4e00-\\u9fff、“”]{2,40}?调查委员会)(?=(?:的)?调查|关于|的?(?:中期|阶段|终期)?报告|[公通]告)");

  /** 某县发展和改革局局长杜某某履职情况报告 is of the bureau he heads. */
  private static final Pattern OF_HOLDER =
      Pattern.compile(
          "^(?<office>(?:(?!关于|对)[\\u4e00-\\u9fff]){4,24}?(?:局长|主任|厅长|院长|检察长))[\\u4e00-\\u9fff]{0,4}(?:20[0-9]{2}年度?)?(?:履职|述职|述法)(?:情况)?(?:的)?报告$");

  /** 市水务局|落实…整改方案: whose plan or report it is, where nothing else names who made it. */
  private static final Pattern ACTING =
      Pattern.compile(
          "^(?<organ>[\\u4e00-\\u9fff]{1,24}?(?:政府|局|厅|委员会|办公室|法院|检察院))(?=落实|整改|贯彻|办理|研究处理)");

  /** …人大常委会第四次会议对市人民政府|关于…的审议意见: to whom the session speaks is not who made it. */
  private static final Pattern OF_SESSION =
      Pattern.compile("^(?<session>[^对]{2,40}次(?:全体)?会议)对[^对]{2,30}$");

  private static final Pattern OFFICE = Pattern.compile("(?:检察长|院长|局长|主任|厅长|秘书长)$");

  private final Draft draft;
  private final OrganFacts facts;

  TitleOrgan(Draft draft, OrganFacts facts) {
    this.draft = draft;
    this.facts = facts;
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
    Matcher inquiry = INQUIRY.matcher(title);
    if (inquiry.find() && !inquiry.group("organ").contains("关于")) {
      return facts.read(inquiry.group("organ"), draft.outer().get().span(), 0.9);
    }
    Matcher own = OF_HOLDER.matcher(title);
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
        String before = OF_SESSION.matcher(title.substring(0, at)).replaceFirst("${session}");
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
    Optional<String> office = Optional.of(words).filter(all -> OFFICE.matcher(all).find());
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
    Matcher matcher = ACTING.matcher(draft.outer().map(Title::compact).orElse(""));
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
    Matcher matcher = RUNNING_ON.matcher(draft.outer().map(Title::compact).orElse(""));
    if (!matcher.find() || matcher.group("organ").length() < 5) {
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
