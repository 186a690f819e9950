package wenmai.corpus.reading;

import java.util.Optional;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.version.AmendmentNote;

/**
 * Reads which body made the paper (发文机关): by its title, the passing noted under it, its signature,
 * its heading, or by whose order it was read out (受…委托). Deputies' papers, the press and forms have
 * none.
 */
final class OrganReader {
  private static final String CONGRESS = "人民代表大会";

  private static final String PRESIDIUM = "主席团";
  private static final String SITTING = "次会议";

  private static final int HEADING = 400;
  private static final int ENDING = 160;

  private final Draft draft;
  private final Phrases phrases;
  private final OrganFacts facts;
  private final TitleOrgan titles;
  private final PersonOrgan persons;
  private final SignatureOrgan signature;
  private final HeadOrgan heads;

  OrganReader(Draft draft, OrganNames names, PageFacts page) {
    this.draft = draft;
    this.phrases = draft.rules().phrases();
    this.facts = new OrganFacts(draft, names);
    this.titles = new TitleOrgan(draft, facts);
    this.persons = new PersonOrgan(draft, facts);
    this.signature = new SignatureOrgan(draft, facts);
    this.heads = new HeadOrgan(draft, facts, page);
  }

  Optional<Fact<Organ>> read() {
    if (hasNone()) {
      return Optional.empty();
    }
    if (draft.isCarried() && draft.notes().adoption().isPresent()) {
      return ofNotes();
    }
    Optional<Fact<Organ>> carried = titles.ofCarried();
    if (carried.isPresent()) {
      return carried;
    }
    boolean report = draft.kind() == Kind.REPORT || draft.kind() == Kind.EXPLANATION;
    Optional<Fact<Organ>> named =
        titles
            .beforePreposition()
            .or(() -> report ? Optional.empty() : ofNotes())
            .or(() -> titles.runningOn(signature::read));
    return moreExactly(named)
        .or(persons::ofSpokesman)
        .or(signature::read)
        .or(persons::ofSignatory)
        .or(heads::ofHeading)
        .or(heads::ofParticulars)
        .or(heads::ofDatedLine)
        .or(heads::ofCell)
        .or(heads::ofBracket)
        .or(persons::ofSpeaker)
        .or(() -> new SessionOrgan(draft, facts).read())
        .or(() -> new GroupOrgan(draft, facts).read())
        .or(heads::ofPage)
        .or(this::ofNotes)
        .or(titles::acting);
  }

  private boolean hasNone() {
    return switch (draft.kind()) {
      case SUGGESTION, NEWS -> true;
      case SPEECH -> isForOneself();
      case BILL -> isByDeputies();
      case OTHER ->
          isByDeputies()
              && draft.tail().organs().isEmpty()
              && draft.head().first(Role.SIGNED).isEmpty()
              && titles.runningOn(Optional::empty).isEmpty();
      default -> false;
    };
  }

  /** 供职发言, 任前表态: who is to be appointed speaks for nobody else. */
  private boolean isForOneself() {
    return draft
        .title()
        .filter(title -> draft.rules().phrases().any("own-words").matcher(title.compact()).find())
        .isPresent();
  }

  private boolean isByDeputies() {
    String compact = draft.sheet().compact();
    String near = compact.substring(0, Math.min(HEADING, compact.length()));
    String end = compact.substring(Math.max(0, compact.length() - ENDING));
    return phrases.any("deputies-sign").matcher(near).find()
        || phrases.any("deputies-sign").matcher(end).find()
        || draft.head().entries().stream()
            .anyMatch(
                entry -> phrases.any("proposal-sheets").matcher(entry.line().compact()).find());
  }

  /** Of a norm, a resolution, a decision: who passed it, else who promulgated it. */
  private Optional<Fact<Organ>> ofNotes() {
    Notes own = draft.notes().ofMaker();
    Optional<AmendmentNote> made =
        own.adoption().or(own::version).or(() -> own.all().stream().findFirst());
    return made.flatMap(
        note -> note.body().flatMap(body -> facts.ofNote(body, note.quote(), 0.96)));
  }

  /** A notice in the name of a committee that its office signs is the office's. */
  private Optional<Fact<Organ>> moreExactly(Optional<Fact<Organ>> titled) {
    Optional<Fact<Organ>> better =
        titled.flatMap(this::writtenOut).or(() -> titled.flatMap(this::ofCongress));
    if (better.isEmpty() && draft.kind() == Kind.ANNOUNCEMENT) {
      better = titled.flatMap(this::ofPresidium);
    }
    if (better.isPresent()) {
      return better;
    }
    boolean notice =
        switch (draft.kind()) {
          case OTHER, LETTER, MINUTES -> true;
          default -> false;
        };
    if (titled.isEmpty() || !notice) {
      return titled;
    }
    String name = titled.get().value().name();
    return signature
        .read()
        .filter(fact -> !signature.isImprint())
        .or(heads::ofDatedLine)
        .or(heads::ofCell)
        .filter(fact -> fact.value().name().startsWith(name))
        .or(() -> titled);
  }

  /**
   * 某乡人民代表大会关于…的公告 that the presidium signs is the presidium's. A town's presidium stands between
   * sessions, too, so that it goes without the session where the title does.
   */
  private Optional<Fact<Organ>> ofPresidium(Fact<Organ> titled) {
    String name = titled.value().name();
    Optional<Fact<Organ>> signed =
        name.endsWith(CONGRESS) || name.endsWith(SITTING)
            ? signature.read().filter(fact -> fact.value().name().endsWith(PRESIDIUM))
            : Optional.empty();
    if (name.endsWith(SITTING) && signature.isPresidiumAlone()) {
      return Optional.of(
          Fact.inferred(new Organ(name + PRESIDIUM), titled.evidence(), titled.confidence()));
    }
    String place = name.substring(0, Math.max(0, name.length() - CONGRESS.length()));
    boolean town = !place.isEmpty() && PlaceNames.isTown(place);
    return signed.map(fact ->
        town
            ? Fact.inferred(new Organ(name + PRESIDIUM), fact.evidence(), fact.confidence())
            : fact);
  }

  /**
   * What a congress signs or passes is its own, though the title names the session; of an
   * announcement the session's presidium may be meant.
   */
  private Optional<Fact<Organ>> ofCongress(Fact<Organ> titled) {
    if (!titled.value().name().endsWith(SITTING)) {
      return Optional.empty();
    }
    return signature
        .read()
        .filter(fact -> fact.value().name().endsWith(CONGRESS))
        .or(() ->
            draft.kind() == Kind.ANNOUNCEMENT
                ? Optional.empty()
                : Optional.of(facts.withoutSession(titled)));
  }

  /** 教科文卫工委 in a title is 教育科学文化卫生工作委员会, as the signature says. */
  private Optional<Fact<Organ>> writtenOut(Fact<Organ> titled) {
    String name = titled.value().name();
    return signature.read().filter(fact -> FullerName.isShortFor(name, fact.value().name()));
  }
}
