package wenmai.corpus.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;

/** Reads the organ for which a person speaks or signs (报告人、讲话人、签发人所代表的机关). */
final class PersonOrgan {
  private static final int ENDING = 160;

  /** By whose order one speaks is said at the start. */
  private static final int OPENING = 1500;

  private final Draft draft;
  private final OrganFacts facts;
  private final Phrases phrases;

  PersonOrgan(Draft draft, OrganFacts facts) {
    this.phrases = draft.rules().phrases();
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
    return commissioner(phrases.any("commissioned"))
        .or(() -> commissioner(phrases.any("entrusted")))
        .or(() -> commissioner(phrases.any("on-behalf")));
  }

  private Optional<Fact<Organ>> commissioner(Pattern pattern) {
    String compact = draft.sheet().compact();
    Matcher matcher = pattern.matcher(compact).region(0, Math.min(compact.length(), OPENING));
    while (matcher.find()) {
      boolean another =
          phrases
                  .any("order-for-another")
                  .matcher(compact)
                  .region(matcher.end(), compact.length())
                  .lookingAt()
              || phrases
                  .any("acted-for")
                  .matcher(compact)
                  .region(matcher.end(), compact.length())
                  .lookingAt();
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
        .filter(committee -> phrases.any("body-below").matcher(committee).find())
        .filter(committee -> facts.isName(body.compact() + committee))
        .flatMap(committee -> facts.read(body.compact() + committee, OrganFacts.span(body), 0.9));
  }

  private Optional<String> bureau(People.Person person) {
    if (person.organ().filter(facts::isName).isPresent()) {
      return person.organ();
    }
    String title = draft.outer().map(Title::compact).orElse("");
    boolean accounts =
        phrases.any("accounts-titles").matcher(title).find()
            && !phrases.any("accounts-of-others").matcher(title).find()
            && !isSpoken();
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
        phrases
            .any("speech-edited")
            .matcher(compact)
            .region(Math.max(0, compact.length() - ENDING), compact.length());
    return draft.kind() == Kind.SPEECH
            && phrases
                .any("head-speaks")
                .matcher(draft.title().map(Title::compact).orElse(""))
                .lookingAt()
            && edited.find()
        ? ofBody(edited)
        : Optional.empty();
  }

  /** （某市人大常委会主任某某在座谈会上的讲话，根据录音整理） at the end. */
  private Optional<Fact<Organ>> ofNamedSpeaker() {
    String compact = draft.sheet().compact();
    Matcher matcher =
        phrases
            .any("spoke-at")
            .matcher(compact)
            .region(Math.max(0, compact.length() - ENDING), compact.length());
    boolean spoke = matcher.find();
    Matcher self =
        phrases.any("speaker-self").matcher(compact).region(0, Math.min(compact.length(), OPENING));
    boolean speech = draft.kind() == Kind.SPEECH;
    Matcher opened = phrases.any("speech-opened").matcher(compact);
    Matcher thanks = phrases.any("speaker-thanks").matcher(compact);
    Matcher named =
        phrases
            .any("speaker-named")
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
        phrases
            .any("speech-recorded")
            .matcher(compact)
            .region(Math.max(0, compact.length() - ENDING), compact.length());
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
    Matcher group = phrases.any("group-leader").matcher(words);
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
