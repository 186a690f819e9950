package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern COMMISSIONED =
      Pattern.compile(
          "受(?<organ>[\\u4e00-\\u9fff]{1,24}?(?:人民政府|政府|委员会|常委会|法院|检察院|人民代表大会|主任会议|主席团|工作委员会))(?:[\\u4e00-\\u9fff]{0,8})?(?:的)?委托");
  private static final Pattern FINANCE_TITLE = Pattern.compile("(?:预算|决算).*报告$");
  private static final Pattern PLAN_TITLE = Pattern.compile("(?:国民经济和社会发展)?计划.*(?:草案|执行).*报告$");
  private static final Pattern TITLE_ORGAN =
      Pattern.compile(
          "^(?<organ>[\\u4e00-\\u9fff]{0,16}?(?:第?[〇零一二三四五六七八九十百0-9]{1,4}届)?(?:人民代表大会|人大)"
              + "(?:(?:常务委员会|常委会)(?:[\\u4e00-\\u9fff]{2,12}?(?:委员会|办公室|检查组|调研组))?(?=[\\u4e00-\\u9fff0-9])(?!委员|代表)"
              + "|(?:第[〇零一二三四五六七八九十百0-9]{1,4}次会议|[\\u4e00-\\u9fff]{2,12}?(?:委员会|办公室))?"
              + "(?=20|任免|公告|决定|决议|工作|审议|议事|规范|讨论|人事|监督|关于|对|主任|财政|财经|重大|会议|组成)))");
  private static final Pattern OFFICE =
      Pattern.compile(
          "(?:党组|党委)?(?:常务|代理|代)?副?(?:主任委员|局长|主任|厅长|部长|处长|院长|检察长|省长|市长|区长|县长|州长|秘书长|书记|审计长|行长|组长|站长|所长|主席|经理|队长|委员$)");
  private static final Pattern DEPUTIES =
      Pattern.compile("领衔代表|领衔人|联名代表|附议代表|附议人|建议人|提案人|代表议案|代表建议|代表(?:\\(签名\\)|签名)");
  private static final int HEADING = 400;

  private final Draft draft;
  private final OrganNames names;
  private final PageFacts page;

  OrganReader(Draft draft, OrganNames names, PageFacts page) {
    this.draft = draft;
    this.page = page;
    this.names = names;
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
        ofTitle().or(() -> report ? Optional.empty() : ofNotes()).or(this::ofMeetingTitle);
    return moreExactly(named)
        .or(this::ofSpokesman)
        .or(this::ofSignature)
        .or(this::ofSignatory)
        .or(this::ofHeading)
        .or(this::ofDatedLine)
        .or(this::ofSpeaker)
        .or(this::ofSession)
        .or(this::ofPage)
        .or(this::ofNotes);
  }

  private boolean hasNone() {
    return switch (draft.kind()) {
      case SUGGESTION, NEWS -> true;
      case BILL -> isByDeputies();
      case OTHER -> isByDeputies() && draft.tail().organs().isEmpty();
      default -> false;
    };
  }

  private boolean isByDeputies() {
    String compact = draft.sheet().compact();
    String near = compact.substring(0, Math.min(HEADING, compact.length()));
    String end = compact.substring(Math.max(0, compact.length() - 160));
    return DEPUTIES.matcher(near).find() || DEPUTIES.matcher(end).find();
  }

  /** 棠州市人民政府关于…, 汀浦区人大常委会对…. */
  private Optional<Fact<Organ>> ofTitle() {
    String title = draft.outer().map(Title::compact).orElse("");
    for (String word : List.of("关于", "对", "就")) {
      int at = title.indexOf(word);
      if (at >= 3 && title.lastIndexOf('《', at) < 0 && isName(title.substring(0, at))) {
        return fact(title.substring(0, at), draft.outer().get().span(), 0.97);
      }
    }
    return Optional.empty();
  }

  /** 棠州市人民代表大会常务委员会任免名单: the organ runs straight into what it made. */
  private Optional<Fact<Organ>> ofMeetingTitle() {
    Matcher matcher = TITLE_ORGAN.matcher(draft.outer().map(Title::compact).orElse(""));
    if (!matcher.find() || matcher.group("organ").length() < 5) {
      return Optional.empty();
    }
    String organ = matcher.group("organ");
    boolean placed =
        organ.startsWith("全国")
            || "省市县区州旗".indexOf(organ.charAt(0)) >= 0
            || !draft.places().chainAt(organ, Places.Lenience.BEFORE_ORGAN).isEmpty();
    if (!placed) {
      return Optional.empty();
    }
    Optional<Fact<Organ>> signed = ofSignature();
    boolean fuller = signed.filter(fact -> fact.value().name().startsWith(organ)).isPresent();
    return fuller ? signed : fact(organ, draft.outer().get().span(), 0.9);
  }

  private boolean isName(String words) {
    return draft.rules().organs().isName(words);
  }

  /** Of a norm, a resolution, a decision: who passed it, else who promulgated it. */
  private Optional<Fact<Organ>> ofNotes() {
    Notes own = draft.notes().ofMaker();
    Optional<AmendmentNote> made =
        own.adoption().or(own::version).or(() -> own.all().stream().findFirst());
    return made.flatMap(note ->
        note.body()
            .flatMap(body -> names.full(names.ofNote(firstOf(body))))
            .filter(full -> full.name().length() >= 3)
            .map(full ->
                Fact.read(
                    new Organ(full.name()),
                    new wenmai.corpus.document.Evidence.InText(note.quote()),
                    0.96)));
  }

  /** A report that somebody read out by order of another body is that body's. */
  private Optional<Fact<Organ>> ofSpokesman() {
    if (draft.kind() != Kind.REPORT
        && draft.kind() != Kind.EXPLANATION
        && draft.kind() != Kind.BILL) {
      return Optional.empty();
    }
    Optional<Fact<Organ>> author = authorOrgan();
    if (author.isPresent()) {
      return author;
    }
    String compact = draft.sheet().compact();
    Matcher matcher = COMMISSIONED.matcher(compact).region(0, Math.min(compact.length(), 1500));
    return matcher.find()
        ? fact(
            matcher.group("organ"),
            draft.sheet().spanOfCompact(matcher.start(), matcher.end()),
            0.93)
        : Optional.empty();
  }

  /** A bureau that stands in the title block as the author, or makes this kind of report by law. */
  private Optional<Fact<Organ>> authorOrgan() {
    int title = draft.outer().map(Title::lastLine).orElse(-1);
    for (Head.Entry entry : draft.head().entries()) {
      if (entry.line().index() > title && entry.role() == Role.ORGAN) {
        return fact(entry.line().compact(), span(entry.line()), 0.9);
      }
      if (entry.role() == Role.SPEAKER) {
        Optional<People.Person> person = draft.rules().people().person(entry.line());
        Optional<String> bureau = person.flatMap(this::bureau);
        if (bureau.isPresent()) {
          return fact(bureau.get(), span(entry.line()), 0.88);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> bureau(People.Person person) {
    if (person.organ().filter(this::isName).isPresent()) {
      return person.organ();
    }
    String title = draft.outer().map(Title::compact).orElse("");
    Optional<String> office = person.office();
    boolean finance =
        FINANCE_TITLE.matcher(title).find() && !title.contains("审计") && !title.contains("审查");
    boolean plan = PLAN_TITLE.matcher(title).find() && !title.contains("审查");
    return office
        .filter(words -> (finance && words.contains("财政")) || (plan && words.contains("发展和改革")))
        .flatMap(this::organOfOffice);
  }

  /** 市财政局局长 → 市财政局: the longest name of an organ before the word of the office. */
  private Optional<String> organOfOffice(String office) {
    Matcher word = OFFICE.matcher(office);
    int limit = word.find() ? word.start() : office.length() - 1;
    for (int end = limit; end >= 2; end--) {
      String beginning = office.substring(0, end);
      if (isName(beginning) && !beginning.endsWith("党组")) {
        return Optional.of(beginning);
      }
    }
    Matcher head = HEAD_OF_GOVERNMENT.matcher(office);
    return head.find() ? Optional.of(head.replaceFirst("${level}人民政府")) : Optional.empty();
  }

  private Optional<Fact<Organ>> ofSignature() {
    if (draft.tail().organs().isEmpty()) {
      return Optional.empty();
    }
    Line line = draft.tail().organs().getFirst();
    String words = line.compact();
    Optional<DayReader.Day> day = DayReader.first(words);
    String name = day.isPresent() ? words.substring(0, day.get().span().start()) : words;
    return fact(name, span(line), 0.96);
  }

  /** A notice in the name of a committee that its office signs is the office's. */
  private Optional<Fact<Organ>> moreExactly(Optional<Fact<Organ>> titled) {
    boolean notice = draft.kind() == Kind.OTHER || draft.kind() == Kind.LETTER;
    if (titled.isEmpty() || !notice) {
      return titled;
    }
    String name = titled.get().value().name();
    Optional<Fact<Organ>> signed = ofSignature();
    return signed.filter(fact -> fact.value().name().startsWith(name)).isPresent()
        ? signed
        : titled;
  }

  /** 区长　陆怀简: what the head of a government or a bureau signs is the government's, the bureau's. */
  private Optional<Fact<Organ>> ofSignatory() {
    return draft
        .tail()
        .person()
        .flatMap(line ->
            draft
                .rules()
                .people()
                .person(line)
                .flatMap(People.Person::office)
                .flatMap(this::organOfOffice)
                .filter(this::isName)
                .flatMap(name -> fact(name, span(line), 0.85)));
  }

  /** 市人大常委会办公室　2022年7月8日 under a title: who made a list, and when. */
  private Optional<Fact<Organ>> ofDatedLine() {
    int title = draft.outer().map(Title::lastLine).orElse(-1);
    for (Head.Entry entry : draft.head().entries()) {
      String words = entry.line().compact();
      Optional<DayReader.Day> day = DayReader.first(words);
      if (entry.line().index() > title
          && day.isPresent()
          && day.get().span().end() == words.length()
          && isName(words.substring(0, day.get().span().start()))) {
        return fact(words.substring(0, day.get().span().start()), span(entry.line()), 0.85);
      }
    }
    return Optional.empty();
  }

  private static final Pattern HEAD_OF_GOVERNMENT = Pattern.compile("(?<level>[省市县区州旗])长$");

  /** 红头: the organ that stands over number and title. */
  private Optional<Fact<Organ>> ofHeading() {
    return draft.head().first(Role.ORGAN).flatMap(line -> fact(line.compact(), span(line), 0.9));
  }

  /** Of a speech: the body whose head speaks. */
  private Optional<Fact<Organ>> ofSpeaker() {
    return draft
        .head()
        .first(Role.SPEAKER)
        .flatMap(line ->
            draft
                .rules()
                .people()
                .person(line)
                .flatMap(person -> person.office().flatMap(this::organOfOffice).or(person::organ))
                .filter(this::isName)
                .flatMap(name -> fact(name, span(line), 0.85)));
  }

  /**
   * Opinions, minutes, results of votes and speeches at a committee's meeting are the committee's,
   * where no other body is named.
   */
  private Optional<Fact<Organ>> ofSession() {
    boolean fits =
        switch (draft.kind()) {
          case SPEECH, OTHER, ANNOUNCEMENT, REVIEW_OPINION, MINUTES, APPOINTMENT, DECISION -> true;
          default -> false;
        };
    List<Line> lines = draft.sheet().lines();
    int opening = draft.kind() == Kind.REVIEW_OPINION ? 2 : 0;
    int last = Math.min(lines.size(), draft.head().body() + opening);
    for (int i = 0; fits && i < last; i++) {
      Line line = lines.get(i);
      Matcher matcher = MEETING_OF.matcher(line.compact());
      if (matcher.find() && !line.compact().contains("提请")) {
        return names
            .full(matcher.group("organ"))
            .map(full -> Fact.inferred(new Organ(full.name()), draft.sheet().evidence(line), 0.7));
      }
    }
    return Optional.empty();
  }

  /** 作者: 平利县人大常委会 on a web page; of a numbered paper also 来源: 区政府办. */
  private Optional<Fact<Organ>> ofPage() {
    boolean numbered = draft.head().first(Role.NUMBER).isPresent();
    return ofPageAuthor()
        .or(() ->
            page.source()
                .filter(source -> numbered && isName(source))
                .flatMap(names::full)
                .flatMap(full ->
                    draft
                        .head()
                        .lines(Role.META)
                        .findFirst()
                        .map(line ->
                            Fact.inferred(
                                new Organ(full.name()), draft.sheet().evidence(line), 0.6))));
  }

  private Optional<Fact<Organ>> ofPageAuthor() {
    return page.author()
        .filter(author -> isName(author.value()))
        .flatMap(author ->
            names
                .full(author.value())
                .map(full -> Fact.read(new Organ(full.name()), author.evidence(), 0.75)));
  }

  private static final Pattern MEETING_OF =
      Pattern.compile(
          "(?<organ>(?:[\\u4e00-\\u9fff]{2,8}(?:省|市|县|区|州|旗)|[省市县区州旗])第?[〇零一二三四五六七八九十百0-9]{1,4}届(?:人民代表大会|人大)(?:常务委员会|常委会))");

  /** Of several bodies that act together (最高人民法院、最高人民检察院) the first. */
  private static String firstOf(String words) {
    Matcher court = COURT.matcher(words);
    if (court.find()) {
      return court.group();
    }
    int at = words.indexOf('、');
    boolean joint = at > 0 && JOINT.matcher(words.substring(0, at)).find();
    return joint ? words.substring(0, at) : words;
  }

  /** The two highest courts' joint papers often part their names by a blank only. */
  private static final Pattern COURT = Pattern.compile("^最高人民(?:法院(?=最高|公安|司法)|检察院(?=最高|公安|司法))");

  private static final Pattern JOINT = Pattern.compile("(?:法院|检察院|国务院|部|委员会|局|总局|署|中央|政府)$");

  private static Span span(Line line) {
    return Span.of(line.start(), line.end());
  }

  private Optional<Fact<Organ>> fact(String words, Span span, double confidence) {
    return names
        .full(firstOf(words))
        .filter(full -> full.name().length() >= 3)
        .map(full -> {
          Organ organ = new Organ(full.name());
          return full.supplied() == OrganNames.Supplied.STATED
              ? Fact.read(organ, draft.sheet().evidence(span), confidence)
              : Fact.inferred(organ, draft.sheet().evidence(span), confidence - 0.05);
        });
  }
}
