package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.text.Span;
import wenmai.corpus.version.AmendmentNote;

/**
 * Reads which body made the paper (发文机关): by its title, the passing noted under it, its signature,
 * its heading, or by whose order it was read out (受…委托). Deputies' papers, the press and forms have
 * none.
 */
final class OrganReader {
  private static final Pattern DEPUTIES =
      Pattern.compile("领衔代表|领衔人|联名代表|附议代表|附议人|建议人|提案人|代表(?:\\(签名\\)|签名)");

  /** In the heading of what deputies propose; in a sentence of others it says nothing. */
  private static final Pattern PROPOSAL =
      Pattern.compile("(?:代表议案|代表建议)(?:、批评和意见)?(?:专?用纸|登记表|表)?(?:第.{1,6}号)?$");

  private static final Pattern HANDED =
      Pattern.compile(
          "(?:由|^[(]?)(?<organ>[\\u4e00-\\u9fff]{3,30}?)(?:交|印发|整理|汇总|提出|起草|编印|转交|提请|提交|供稿)");
  private static final String CONGRESS = "人民代表大会";

  /** What goes on with the name on the line above. */
  private static final Pattern REST_OF_NAME =
      Pattern.compile("第[〇零一二三四五六七八九十百0-9]{1,4}次会议(?:主席团)?|主席团");

  /** 某县人大常委会办公室 2022年3月21日印发 tells who had a paper printed. */
  private static final Pattern IMPRINT = Pattern.compile("[日号]印(?:发|制)$");

  private static final Pattern DRAFTED = Pattern.compile("(?:起草|拟稿)(?=$|[12(])");

  /** 某县人大常委会办公室根据录音整理. */
  private static final String WRITTEN_UP = "整理";

  private static final Pattern PIECES = Pattern.compile("[ ,;。()]+");
  private static final Pattern FROM_RECORDS = Pattern.compile("(?:根据|按)?(?:现场)?(?:录音|记录)?整理$");

  private static final String PRESIDIUM = "主席团";
  private static final String SITTING = "次会议";
  private static final String ANNOUNCEMENT = "公告";

  private static final int HEADING = 400;
  private static final int ENDING = 160;

  private final Draft draft;
  private final PageFacts page;
  private final OrganFacts facts;
  private final TitleOrgan titles;
  private final PersonOrgan persons;

  OrganReader(Draft draft, OrganNames names, PageFacts page) {
    this.draft = draft;
    this.page = page;
    this.facts = new OrganFacts(draft, names);
    this.titles = new TitleOrgan(draft, facts);
    this.persons = new PersonOrgan(draft, facts);
  }

  Optional<Fact<Organ>> read() {
    if (hasNone()) {
      return Optional.empty();
    }
    if (draft.isCarried() && draft.notes().adoption().isPresent()) {
      return ofNotes();
    }
    boolean report = draft.kind() == Kind.REPORT || draft.kind() == Kind.EXPLANATION;
    Optional<Fact<Organ>> named =
        titles
            .beforePreposition()
            .or(() -> report ? Optional.empty() : ofNotes())
            .or(() -> titles.runningOn(this::ofSignature));
    return moreExactly(named)
        .or(persons::ofSpokesman)
        .or(this::ofSignature)
        .or(persons::ofSignatory)
        .or(this::ofHeading)
        .or(this::ofParticulars)
        .or(this::ofDatedLine)
        .or(this::ofCell)
        .or(persons::ofSpeaker)
        .or(() -> new SessionOrgan(draft, facts).read())
        .or(this::ofPage)
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
    return DEPUTIES.matcher(near).find()
        || DEPUTIES.matcher(end).find()
        || draft.head().entries().stream()
            .anyMatch(entry -> PROPOSAL.matcher(entry.line().compact()).find());
  }

  /** Of a norm, a resolution, a decision: who passed it, else who promulgated it. */
  private Optional<Fact<Organ>> ofNotes() {
    Notes own = draft.notes().ofMaker();
    Optional<AmendmentNote> made =
        own.adoption().or(own::version).or(() -> own.all().stream().findFirst());
    return made.flatMap(
        note -> note.body().flatMap(body -> facts.ofNote(body, note.quote(), 0.96)));
  }

  private Optional<Fact<Organ>> ofSignature() {
    if (draft.tail().organs().isEmpty()) {
      return Optional.empty();
    }
    Line line = draft.tail().organs().getFirst();
    Optional<Fact<Organ>> broken = ofBrokenSignature(draft.tail().organs());
    if (broken.isPresent()) {
      return broken;
    }
    String words = line.compact();
    boolean writtenUp = draft.kind() == Kind.SPEECH && words.contains(WRITTEN_UP);
    if (writtenUp || DRAFTED.matcher(words).find()) {
      return Optional.empty(); // who drafted a paper, or wrote a speech up, has not issued it
    }
    return DayReader.first(words)
        .map(day -> DayReader.before(words, day))
        .map(name -> facts.read(name, OrganFacts.span(line), 0.96))
        .orElseGet(() -> facts.read(line, 0.96));
  }

  /** 某县第十八届人民代表大会 | 第三次会议主席团: one name on two lines. */
  private Optional<Fact<Organ>> ofBrokenSignature(List<Line> lines) {
    if (lines.size() < 2 || !REST_OF_NAME.matcher(lines.get(1).compact()).matches()) {
      return Optional.empty();
    }
    Span span = Span.of(lines.getFirst().start(), lines.get(1).end());
    return facts.read(lines.getFirst().compact() + lines.get(1).compact(), span, 0.96);
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
    return ofSignature()
        .filter(fact -> !isImprint())
        .or(this::ofDatedLine)
        .or(this::ofCell)
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
            ? ofSignature().filter(fact -> fact.value().name().endsWith(PRESIDIUM))
            : Optional.empty();
    if (name.endsWith(SITTING) && isPresidiumAlone()) {
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

  /** 大会主席团 under an announcement of the session that its title names. */
  private boolean isPresidiumAlone() {
    return draft.tail().organs().stream()
        .anyMatch(line -> OrganFacts.isBare(line.compact()) && line.compact().endsWith(PRESIDIUM));
  }

  /**
   * What a congress signs or passes is its own, though the title names the session; of an
   * announcement the session's presidium may be meant.
   */
  private Optional<Fact<Organ>> ofCongress(Fact<Organ> titled) {
    if (!titled.value().name().endsWith(SITTING)) {
      return Optional.empty();
    }
    return ofSignature()
        .filter(fact -> fact.value().name().endsWith(CONGRESS))
        .or(() ->
            draft.kind() == Kind.ANNOUNCEMENT
                ? Optional.empty()
                : Optional.of(facts.withoutSession(titled)));
  }

  /** On one line with the day, as a signature is not. */
  private boolean isImprint() {
    List<Line> organs = draft.tail().organs();
    return draft
        .tail()
        .day()
        .filter(line -> !organs.isEmpty() && organs.getFirst().index() == line.index())
        .filter(line -> IMPRINT.matcher(line.compact()).find())
        .isPresent();
  }

  /** 教科文卫工委 in a title is 教育科学文化卫生工作委员会, as the signature says. */
  private Optional<Fact<Organ>> writtenOut(Fact<Organ> titled) {
    String name = titled.value().name();
    return ofSignature().filter(fact -> FullerName.isShortFor(name, fact.value().name()));
  }

  /** 市人大常委会办公室　2022年7月8日 under a title: who made a list, and when. */
  private Optional<Fact<Organ>> ofDatedLine() {
    return draft
        .head()
        .first(Role.SIGNED)
        .flatMap(line ->
            DayReader.behindWords(line.compact())
                .flatMap(name -> facts.read(name, OrganFacts.span(line), 0.85)))
        .or(this::ofHandOver)
        .or(this::ofWriterUp);
  }

  /** （…联组会议　市人大常委会办公室根据录音整理，未经本人审阅） under the title of a record. */
  private Optional<Fact<Organ>> ofWriterUp() {
    return draft.sheet().lines().stream()
        .limit(draft.head().body() + 1L)
        .filter(line -> line.compact().startsWith("(") && line.compact().contains(WRITTEN_UP))
        .flatMap(line ->
            PIECES
                .splitAsStream(line.words())
                .map(piece -> FROM_RECORDS.matcher(piece).replaceFirst(""))
                .filter(facts::isName)
                .flatMap(name -> facts.read(name, OrganFacts.span(line), 0.75).stream()))
        .findFirst();
  }

  /** （2023年7月7日由市人大常委会办公室交市人民政府） under a title. */
  private Optional<Fact<Organ>> ofHandOver() {
    return draft
        .head()
        .lines(Role.PRESENTED)
        .map(line -> HANDED.matcher(line.compact()))
        .filter(Matcher::find)
        .findFirst()
        .filter(matcher -> facts.isName(matcher.group("organ")))
        .flatMap(matcher ->
            draft
                .head()
                .first(Role.PRESENTED)
                .flatMap(line -> facts.read(matcher.group("organ"), OrganFacts.span(line), 0.75)));
  }

  /** 交办单位　某县人大常委会办公室 in a form. */
  private Optional<Fact<Organ>> ofCell() {
    return new MakerCells(draft)
        .find()
        .flatMap(maker -> facts.read(maker.name(), OrganFacts.span(maker.line()), 0.8));
  }

  /** 红头: the organ that stands over number and title. */
  private Optional<Fact<Organ>> ofHeading() {
    return draft
        .head()
        .first(Role.ORGAN)
        .flatMap(line -> facts.read(line, 0.9))
        .or(this::ofAnnouncementHead);
  }

  /** 某县人大常委会公告 over the number and the title of what is announced. */
  private Optional<Fact<Organ>> ofAnnouncementHead() {
    return draft
        .head()
        .lines(Role.WORDS)
        .filter(line -> line.compact().endsWith(ANNOUNCEMENT))
        .flatMap(line -> {
          String name =
              line.compact().substring(0, line.compact().length() - ANNOUNCEMENT.length());
          return facts.isName(name)
              ? facts.read(name, OrganFacts.span(line), 0.85).stream()
              : Stream.empty();
        })
        .findFirst();
  }

  /** 发文机关：某县人民政府 in a portal's table of particulars. */
  private Optional<Fact<Organ>> ofParticulars() {
    return page.maker()
        .flatMap(maker ->
            facts
                .full(maker.value())
                .map(full -> Fact.inferred(new Organ(full.name()), maker.evidence(), 0.8)));
  }

  /** 作者: 平利县人大常委会 on a web page; of a numbered paper also 来源: 区政府办. */
  private Optional<Fact<Organ>> ofPage() {
    boolean numbered = draft.head().first(Role.NUMBER).isPresent();
    return ofPageAuthor()
        .or(() ->
            page.source()
                .map(source -> draft.rules().folding().fold(source.value()))
                .filter(source -> numbered && facts.isName(source))
                .flatMap(facts::full)
                .map(full ->
                    Fact.inferred(
                        new Organ(full.name()), page.source().orElseThrow().evidence(), 0.6)));
  }

  private Optional<Fact<Organ>> ofPageAuthor() {
    return page.author()
        .filter(author -> facts.isName(author.value()))
        .flatMap(author ->
            facts
                .full(author.value())
                .map(full -> Fact.read(new Organ(full.name()), author.evidence(), 0.75)));
  }
}
