package wenmai.corpus.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.OrganLevel;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.Warning;
import wenmai.corpus.structure.Numbering;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.structure.OutlineReader;
import wenmai.corpus.text.Span;
import wenmai.corpus.version.AmendmentEvent;
import wenmai.corpus.version.AmendmentNote;

/**
 * Reads a text as an official document (著录): its facts, each with the words that show it, its
 * structure, its citations and what a reader ought to be warned of. A pure function of its input
 * and of the rules; safe for use by many threads.
 */
public final class DocumentReader {
  private final ReadingRules rules;
  private final CitationSource citations;

  public DocumentReader(ReadingRules rules, CitationSource citations) {
    this.rules = rules;
    this.citations = citations;
  }

  /** Reads one document. Facts that were given win over what is read. */
  public OfficialDocument read(ReadingInput input) {
    String text = input.text().text();
    Sheet sheet = Sheet.of(text, rules.folding());
    Draft draft = draft(sheet, input);
    PageFacts page = PageFacts.read(sheet, draft, input.text());
    Facts facts = area(draft, given(facts(draft, page, input.company()), input.given()));
    Outline outline = OutlineReader.read(text, body(draft), numbering(facts));
    List<Citation> found = citations.find(text, outline, facts);
    facts = given(basis(facts, found), input.given());
    List<Warning> warnings = new WarningReader(draft, facts, input, page).read(outline);
    Content content =
        new Content(
            text,
            input.pages(),
            outline,
            found,
            input.text().repairs(),
            warnings,
            new VotesReader(rules.phrases(), sheet).read(),
            LanguageReader.read(text, rules.folding()));
    return new OfficialDocument(
        input.id(), input.provenance(), facts, content, visibility(warnings, input.visibility()));
  }

  private Draft draft(Sheet sheet, ReadingInput input) {
    Head head = new HeadReader(rules).read(sheet);
    Tail tail = new TailReader(rules).read(sheet, head);
    Optional<Title> outer = new TitleReader(rules, sheet, head).read();
    Optional<CarriedRules.Carried> carried = CarriedRules.find(rules, sheet, head, outer);
    Optional<Title> title = carried.map(CarriedRules.Carried::title).or(() -> outer);
    List<Line> notes = carried.map(CarriedRules.Carried::notes).orElseGet(() -> notes(head));
    KindReader.Found kind = rules.kindReader().read(rules, sheet, head, title);
    return new Draft(
        rules,
        sheet,
        PageTops.of(input.pages(), sheet),
        head,
        tail,
        rules.places(sheet, tail, input.provenance().source(), input.text().raw()),
        outer,
        title,
        Notes.read(sheet, notes).orOf(carried.flatMap(found -> cover(sheet, found.title()))),
        kind);
  }

  /** What an announcement says of the passing of the rules that it carries. */
  private Optional<AmendmentNote> cover(Sheet sheet, Title carried) {
    Matcher told = rules.phrases().any("passed-by-cover").matcher(sheet.compact());
    return told.find()
            && sheet.spanOfCompact(told.start(), told.end()).end() <= carried.span().start()
        ? DayReader.first(told.group("day"))
            .map(day ->
                new AmendmentNote(
                    day.date(),
                    AmendmentEvent.ADOPTED,
                    Optional.of(told.group("body")),
                    Optional.empty(),
                    sheet.quote(sheet.spanOfCompact(told.start("body"), told.end()))))
        : Optional.empty();
  }

  /** Lines of their own, and a title's line at whose end one stands. */
  private List<Line> notes(Head head) {
    return head.entries().stream()
        .filter(entry -> entry.role() == Role.NOTE || rules.noteLines().endsWithNote(entry.line()))
        .map(Head.Entry::line)
        .toList();
  }

  private static Facts facts(Draft draft, PageFacts page, List<Region> company) {
    OrganNames names = new OrganNames(draft.rules(), draft.places(), draft.sheet().compact());
    Optional<Fact<Organ>> organ = new OrganReader(draft, names, page).read();
    Optional<Fact<String>> printed =
        organ.isPresent() ? Optional.empty() : printedOrgan(draft, names, page);
    Facts alone = facts(draft, page, organ, printed);
    Optional<Fact<Region>> beside =
        company.isEmpty() || alone.has(FactKey.REGION)
            ? Optional.empty()
            : new CompanyReader(draft, printed.map(Fact::value)).read(company);
    return beside.map(place -> inCompany(draft, page, names, alone, place)).orElse(alone);
  }

  /** With the place of the papers beside it, and an organ that was printed without its place. */
  private static Facts inCompany(
      Draft draft, PageFacts page, OrganNames names, Facts alone, Fact<Region> place) {
    Optional<Fact<Organ>> stated = alone.get(FactKey.ORGAN);
    Optional<Fact<Organ>> organ =
        stated.or(() ->
            new OrganReader(draft, names.of(place.value().name()), page)
                .read()
                .map(fact -> asSureAs(fact, place)));
    return organ.equals(stated)
        ? alone.with(FactKey.REGION, place)
        : facts(draft, page, organ, Optional.empty()).with(FactKey.REGION, place);
  }

  private static Fact<Organ> asSureAs(Fact<Organ> organ, Fact<Region> place) {
    double confidence = Math.min(organ.confidence(), place.confidence());
    return Fact.inferred(organ.value(), organ.evidence(), confidence);
  }

  private static Facts facts(
      Draft draft, PageFacts page, Optional<Fact<Organ>> organ, Optional<Fact<String>> printed) {
    Sheet sheet = draft.sheet();
    Fact<Kind> kind = draft.found().settled(draft, organ.map(Fact::value));
    Draft settled = draft.withKind(kind.value());
    Optional<SessionFacts.Found> session = new SessionFacts(settled).read();
    Facts facts =
        Facts.none()
            .with(FactKey.TITLE, draft.title().map(title -> title.fact(sheet)))
            .with(FactKey.KIND, kind)
            .with(FactKey.GENRE, draft.found().genreFact())
            .with(FactKey.ORGAN, organ)
            .with(FactKey.PRINTED_ORGAN, printed)
            .with(FactKey.AUTHORITY, new AuthorityReader(settled, page).read(organ))
            .with(FactKey.SECRECY, secrecy(draft))
            .with(FactKey.REGION, new RegionReader(settled, printed.map(Fact::value)).read(organ))
            .with(FactKey.NUMBER, number(draft, page))
            .with(FactKey.SESSION, session.map(SessionFacts.Found::session))
            .with(FactKey.SESSION_BODY, session.map(SessionFacts.Found::bodyFact));
    Facts dated = new DayFacts(settled, page).addTo(facts);
    return topics(draft, new PeopleFacts(settled, page).addTo(dated));
  }

  /** 州人大常委会办公室 of a paper that never says which 州. */
  private static Optional<Fact<String>> printedOrgan(
      Draft draft, OrganNames names, PageFacts page) {
    return new OrganReader(draft, names.withoutPlaces(), page)
        .read()
        .map(organ -> Fact.inferred(organ.value().name(), organ.evidence(), organ.confidence()));
  }

  /** What the paper rests on, each once, with the sentence that says so. */
  private static Facts basis(Facts facts, List<Citation> citations) {
    Facts out = facts;
    Set<String> named = new HashSet<>();
    for (Citation citation : citations) {
      Optional<String> name =
          citation.relation() == Relation.BASIS ? BasisName.of(citation) : Optional.empty();
      if (name.isPresent() && named.add(name.get())) {
        Evidence sentence = new Evidence.InText(citation.sentence());
        out = out.and(FactKey.BASIS, Fact.read(name.get(), sentence, 0.9));
      }
    }
    return out;
  }

  /** What follows from the area: what it is today, and the level of its organ. */
  private static Facts area(Draft draft, Facts facts) {
    Optional<Fact<Region>> region = facts.get(FactKey.REGION);
    Optional<Fact<Region>> today =
        region.flatMap(fact ->
            draft
                .rules()
                .formerNames()
                .of(fact.value())
                .map(former -> Fact.inferred(former.today(), fact.evidence(), fact.confidence())));
    Optional<Fact<OrganLevel>> level =
        facts
            .get(FactKey.ORGAN)
            .flatMap(organ ->
                region
                    .flatMap(fact -> OrganLevel.of(fact.value()))
                    .map(of -> Fact.inferred(of, organ.evidence(), organ.confidence())));
    return facts.with(FactKey.REGION_NOW, today).with(FactKey.ORGAN_LEVEL, level);
  }

  private static Facts topics(Draft draft, Facts facts) {
    String title = draft.title().map(Title::compact).orElse("");
    Facts out = facts;
    for (Fact<String> topic : draft.rules().topics().read(draft.sheet(), title)) {
      out = out.and(FactKey.TOPIC, topic);
    }
    for (Fact<String> attachment : new AttachmentReader(draft).read()) {
      out = out.and(FactKey.ATTACHMENT, attachment);
    }
    return out;
  }

  /** What bears a secrecy mark or personal data is not made public without a person's decision. */
  private static Visibility visibility(List<Warning> warnings, Visibility asked) {
    boolean kept = warnings.stream().anyMatch(warning -> warning.code().keepsFromPublic());
    return kept ? Visibility.INTERNAL : asked;
  }

  /** A form about 第36号建议 does not bear that number itself. */
  private static Optional<Fact<DocumentNumber>> number(Draft draft, PageFacts page) {
    Optional<Fact<DocumentNumber>> number =
        draft.rules().numbers().read(draft.sheet(), draft.head(), draft.tail(), page);
    boolean form = draft.kind() == Kind.OTHER && draft.genre().equals("表格");
    return form ? number.filter(fact -> !fact.value().isSerialOnly()) : number.or(page::incoming);
  }

  private static Optional<Fact<String>> secrecy(Draft draft) {
    return new SecrecyMarks(draft.rules(), draft.sheet(), draft.head(), draft.tops())
        .read()
        .map(mark -> Fact.read(mark.words(), draft.sheet().evidence(mark.span()), 0.97));
  }

  private static Span body(Draft draft) {
    List<Line> lines = draft.sheet().lines();
    int from = draft.head().body();
    int to = Math.max(from, draft.tail().bodyEnd());
    int end = to == 0 || to <= from ? draft.sheet().text().length() : lines.get(to - 1).end();
    int start = from < lines.size() ? lines.get(from).start() : draft.sheet().text().length();
    return Span.of(Math.min(start, end), end);
  }

  private static Numbering numbering(Facts facts) {
    boolean headings =
        switch (facts.value(FactKey.KIND).orElse(Kind.OTHER)) {
          case REPORT, SPEECH, NEWS, EXPLANATION, MINUTES, SUGGESTION, REPLY, BILL -> true;
          case OTHER -> !facts.has(FactKey.GENRE);
          default -> false;
        };
    return headings ? Numbering.POINTS_ARE_HEADINGS : Numbering.POINTS_ARE_ARTICLES;
  }

  private static Facts given(Facts read, Facts given) {
    Facts facts = read;
    for (FactKey<?> key : FactKey.all()) {
      facts = replaced(facts, given, key);
    }
    return facts;
  }

  private static <T> Facts replaced(Facts facts, Facts given, FactKey<T> key) {
    if (!given.has(key)) {
      return facts;
    }
    Facts out = facts.without(key);
    for (Fact<T> fact : given.all(key)) {
      out = out.and(key, fact);
    }
    return out;
  }
}
