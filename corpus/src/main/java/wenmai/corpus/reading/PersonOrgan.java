package wenmai.corpus.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;

/** Reads the organ for which a person speaks or signs (报告人、讲话人、签发人所代表的机关). */
final class PersonOrgan {
  private static final Pattern COMMISSIONED =
      Pattern.compile(
          "受(?<organ>[\\u4e00-\\u9fff]{1,24}?(?:人民政府|政府|委员会|常委会|法院|检察院|人民代表大会(?!常务|常委)|主任会议|主席团|工作委员会))(?:[\\u4e00-\\u9fff]{0,8})?(?:的)?委托");

  /** 我代表镇人民政府，就…作个说明. */
  private static final Pattern ON_BEHALF =
      Pattern.compile(
          "(?:我|现|谨)(?:谨)?代表(?<organ>国务院|[\\u4e00-\\u9fff]{1,24}?(?:人民政府|政府|委员会|常委会|法院|检察院|主任会议|主席团))[,]?(?=向|就|对|作|(?:现)?(?:将|报告|汇报))");

  /** 市人大常委会提请废止《…》，受托说明如下. */
  private static final Pattern ENTRUSTED =
      Pattern.compile(
          "(?<organ>[\\u4e00-\\u9fff]{1,24}?(?:政府|委员会|常委会|法院|检察院|主任会议|主席团))(?:提请|提出)[^。;]{0,80}[,;]受托");

  private static final Pattern SPOKE =
      Pattern.compile(
          "[(](?:根据|按照|据)?(?<office>[\\u4e00-\\u9fff]{4,40})在[^()。]{2,40}上的(?:讲话|发言)[^()]{0,40}[)]");

  /** 讲话人系区人大常委会主任某某. */
  private static final Pattern SPEAKER_NAMED =
      Pattern.compile(
          "[(][^()]{0,60}讲话人(?:系|为|是|:)(?<office>[\\u4e00-\\u9fff、]{4,40}?)(?:[,。;][^()]{0,30})?[)](?:(?:责任编辑|责编|编辑|审核|校对|来源|供稿)[:].{0,60})?$");

  /** （区人大常委会主任　某某，根据录音整理） at the end. */
  private static final Pattern RECORDED =
      Pattern.compile(
          "[(](?<words>[^(),]{6,40}?)(?:[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日)?,[^()]{0,12}(?:录音|提纲|记录|讲话|发言)[^()]{0,24}[)]$");

  /** 我代表市人大常委会,谢谢大家. */
  private static final Pattern THANKS =
      Pattern.compile(
          "我(?:谨)?代表(?<organ>(?:(?![和与及])[\\u4e00-\\u9fff]){1,24}?(?:人民政府|政府|委员会|常委会|法院|检察院))[,]?(?=谢谢|感谢|向|就|对|讲|表|再|提)");

  private static final Pattern HEAD_SPEAKS =
      Pattern.compile(
          "[\\u4e00-\\u9fff]{1,4}(?:同志|主任|副主任)在(?!.*(?:[省市县区州旗]委|党))(?=.*(?:人大|代表|常委会|立法|监督|审议))");

  private static final Pattern EDITED =
      Pattern.compile(
          "[(](?<organ>[\\u4e00-\\u9fff]{1,20}(?:人大|人民代表大会)(?:常委会|常务委员会))办公室[^()]{0,8}(?:整理|记录|供稿)[)]");

  /** 某某（某市人大常委会主任）： at the beginning. */
  private static final Pattern OPENED =
      Pattern.compile("^[\\u4e00-\\u9fff]{2,4}[(](?<office>[^()]{4,30})[)]:");

  /** 作为市人大常委会主任,我…. */
  private static final Pattern SELF =
      Pattern.compile(
          "(?:我作为|作为)(?<office>[\\u4e00-\\u9fff]{3,24}?(?:主任|委员|市长|县长|区长|局长))(?:,?我|,)");

  private static final Pattern GROUP =
      Pattern.compile("[、,](?<name>[\\u4e00-\\u9fff]{0,8}(?:检查|调研|视察|评议|调查)组)(?:副)?组长$");

  /** 受市人大常委会委托,我县人大常委会组成检查小组: who was asked to act made the report. */
  private static final Pattern ACTED_FOR =
      Pattern.compile(",?(?:我|本)[省市县区州旗](?:人大|人民代表大会|人民政府|政府)");

  /** 县财政局受县人民政府委托提交的决算草案: the order for another paper. */
  private static final Pattern OF_ANOTHER = Pattern.compile("(?:提交|提请|提出|所作|作|报送)的(?!说明如下|报告如下)");

  /** A part of a congress that stands below its name. */
  private static final Pattern OF_ANOTHER_BODY =
      Pattern.compile("^(?![省市县区州旗镇乡]).*(?:委员会|检查组|调研组|调查组|评议组)$");

  private static final int ENDING = 160;

  /** By whose order one speaks is said at the start. */
  private static final int OPENING = 1500;

  /**
   * By the Budget Law the bureau of finance draws up the final accounts, and those that are sent to
   * the committee are its paper; what is read out by order of the government, and a budget, is the
   * government's.
   */
  private static final Pattern ACCOUNTS_TITLE = Pattern.compile("决算.*报告$");

  /** What others than the bureau of finance draw up. */
  private static final Pattern OF_OTHERS = Pattern.compile("审计|审查");

  private final Draft draft;
  private final OrganFacts facts;

  PersonOrgan(Draft draft, OrganFacts facts) {
    this.draft = draft;
    this.facts = facts;
  }

  /** A report that somebody read out by order of another body is that body's. */
  Optional<Fact<Organ>> ofSpokesman() {
    boolean readOut =
        draft.kind() == Kind.REPORT
            || draft.kind() == Kind.EXPLANATION
            || draft.kind() == Kind.BILL;
    return readOut ? author().or(this::commissioner) : Optional.empty();
  }

  private Optional<Fact<Organ>> commissioner() {
    return commissioner(COMMISSIONED)
        .or(() -> commissioner(ENTRUSTED))
        .or(() -> commissioner(ON_BEHALF));
  }

  private Optional<Fact<Organ>> commissioner(Pattern pattern) {
    String compact = draft.sheet().compact();
    Matcher matcher = pattern.matcher(compact).region(0, Math.min(compact.length(), OPENING));
    while (matcher.find()) {
      boolean another =
          OF_ANOTHER.matcher(compact).region(matcher.end(), compact.length()).lookingAt()
              || ACTED_FOR.matcher(compact).region(matcher.end(), compact.length()).lookingAt();
      if (!another) {
        return facts.read(
            matcher.group("organ"),
            draft.sheet().spanOfCompact(matcher.start(), matcher.end()),
            0.93);
      }
    }
    return Optional.empty();
  }

  /** A bureau that stands in the title block as the author, or makes this kind of report by law. */
  private Optional<Fact<Organ>> author() {
    int title = draft.outer().map(Title::lastLine).orElse(-1);
    for (Head.Entry entry : draft.head().entries()) {
      if (entry.line().index() > title && entry.role() == Role.ORGAN) {
        return ofCommitteeBelow(entry.line()).or(() -> facts.read(entry.line(), 0.9));
      }
      if (entry.line().index() > title && entry.role() == Role.SIGNED) {
        return DayReader.behindWords(entry.line().compact())
            .flatMap(name -> facts.read(name, OrganFacts.span(entry.line()), 0.9));
      }
      if (entry.role() == Role.SPEAKER) {
        Optional<String> bureau = person(entry.line()).flatMap(this::bureau);
        if (bureau.isPresent()) {
          return facts.read(bureau.get(), OrganFacts.span(entry.line()), 0.88);
        }
      }
    }
    return Optional.empty();
  }

  /** 某区人大常委会 | 代表资格审查委员会主任委员　某某: the committee is the one who reports. */
  private Optional<Fact<Organ>> ofCommitteeBelow(Line body) {
    return draft
        .head()
        .lines(Role.SPEAKER)
        .filter(line -> line.index() == body.index() + 1)
        .findFirst()
        .flatMap(line -> person(line).flatMap(People.Person::office).flatMap(facts::ofOffice))
        .filter(committee -> OF_ANOTHER_BODY.matcher(committee).find())
        .filter(committee -> facts.isName(body.compact() + committee))
        .flatMap(committee -> facts.read(body.compact() + committee, OrganFacts.span(body), 0.9));
  }

  private Optional<String> bureau(People.Person person) {
    if (person.organ().filter(facts::isName).isPresent()) {
      return person.organ();
    }
    String title = draft.outer().map(Title::compact).orElse("");
    boolean accounts =
        ACCOUNTS_TITLE.matcher(title).find() && !OF_OTHERS.matcher(title).find() && !isSpoken();
    return person
        .office()
        .filter(words -> accounts && words.contains("财政"))
        .flatMap(facts::ofOffice);
  }

  /** 主任、各位副主任、各位委员： what is read out to people, and not sent to a body. */
  private boolean isSpoken() {
    Pattern salutations = draft.rules().phrases().any("salutations");
    return draft
            .head()
            .lines(Role.ADDRESSEE)
            .anyMatch(line -> salutations.matcher(line.compact()).find())
        || speaksForItself();
  }

  /** 我向本次会议报告…, said to a committee that is greeted as one (市人大常委会：). */
  private boolean speaksForItself() {
    String compact = draft.sheet().compact();
    Pattern spoken = draft.rules().phrases().any("spoken-reports");
    return spoken.matcher(compact).region(0, Math.min(compact.length(), OPENING)).find();
  }

  /** 区长　陆怀简: what the head of a government or a bureau signs is the government's, the bureau's. */
  Optional<Fact<Organ>> ofSignatory() {
    return draft
        .tail()
        .person()
        .flatMap(line ->
            named(line, person(line).flatMap(People.Person::office).flatMap(facts::ofOffice)));
  }

  /** Of a speech: the body whose head speaks. */
  Optional<Fact<Organ>> ofSpeaker() {
    return ofTitledSpeaker().or(this::ofNamedSpeaker).or(this::ofEditor);
  }

  /** 鲍某某主任在…上的讲话 （区人大常委会办公室整理）: the head of the body whose office wrote it down. */
  private Optional<Fact<Organ>> ofEditor() {
    String compact = draft.sheet().compact();
    Matcher edited =
        EDITED.matcher(compact).region(Math.max(0, compact.length() - ENDING), compact.length());
    return draft.kind() == Kind.SPEECH
            && HEAD_SPEAKS.matcher(draft.title().map(Title::compact).orElse("")).lookingAt()
            && edited.find()
        ? ofBody(edited)
        : Optional.empty();
  }

  /** （某市人大常委会主任某某在座谈会上的讲话，根据录音整理） at the end. */
  private Optional<Fact<Organ>> ofNamedSpeaker() {
    String compact = draft.sheet().compact();
    Matcher matcher =
        SPOKE.matcher(compact).region(Math.max(0, compact.length() - ENDING), compact.length());
    boolean spoke = matcher.find();
    Matcher self = SELF.matcher(compact).region(0, Math.min(compact.length(), OPENING));
    boolean speech = draft.kind() == Kind.SPEECH;
    Matcher opened = OPENED.matcher(compact);
    Matcher thanks = THANKS.matcher(compact);
    Matcher named =
        SPEAKER_NAMED
            .matcher(compact)
            .region(Math.max(0, compact.length() - ENDING), compact.length());
    return !speech
        ? Optional.empty()
        : spoke
            ? ofOffice(matcher)
            : named.find()
                ? ofOffice(named)
                : opened.find()
                    ? ofOffice(opened)
                    : self.find()
                        ? ofOffice(self)
                        : ofRecorded(compact)
                            .or(() -> thanks.find() ? ofBody(thanks) : Optional.empty());
  }

  private Optional<Fact<Organ>> ofBody(Matcher found) {
    return facts.isName(found.group("organ"))
        ? facts.read(
            found.group("organ"), draft.sheet().spanOfCompact(found.start(), found.end()), 0.75)
        : Optional.empty();
  }

  private Optional<Fact<Organ>> ofRecorded(String compact) {
    Matcher matcher =
        RECORDED.matcher(compact).region(Math.max(0, compact.length() - ENDING), compact.length());
    return matcher.find()
        ? draft
            .rules()
            .people()
            .person(matcher.group("words"))
            .flatMap(People.Person::office)
            .flatMap(facts::ofOffice)
            .filter(facts::isName)
            .flatMap(organ ->
                facts.read(
                    organ, draft.sheet().spanOfCompact(matcher.start(), matcher.end()), 0.75))
        : Optional.empty();
  }

  /** The organ of the office that was found in the compact text. */
  private Optional<Fact<Organ>> ofOffice(Matcher found) {
    return facts
        .ofOffice(found.group("office"))
        .filter(facts::isName)
        .flatMap(organ ->
            facts.read(organ, draft.sheet().spanOfCompact(found.start(), found.end()), 0.8));
  }

  private Optional<Fact<Organ>> ofTitledSpeaker() {
    return draft
        .head()
        .first(Role.SPEAKER)
        .flatMap(line ->
            named(
                line,
                person(line).flatMap(one -> one.office().flatMap(this::ofOffices).or(one::organ))));
  }

  /** 县人大常委会副主任、执法检查组组长: the second office is held in a group of the first one's body. */
  private Optional<String> ofOffices(String words) {
    Optional<String> body = facts.ofOffice(words);
    Matcher group = GROUP.matcher(words);
    return draft.kind() == Kind.REPORT && group.find()
        ? body.filter(name -> !name.endsWith(group.group("name")))
            .map(name -> name + group.group("name"))
            .or(() -> body)
        : body;
  }

  private Optional<People.Person> person(Line line) {
    return draft.rules().people().person(line);
  }

  private Optional<Fact<Organ>> named(Line line, Optional<String> name) {
    return name.filter(facts::isName)
        .flatMap(organ -> facts.read(organ, OrganFacts.span(line), 0.85));
  }
}
