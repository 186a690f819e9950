package wenmai.corpus.reading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.corpus.text.SiftedPattern;
import wenmai.corpus.text.Span;
import wenmai.corpus.version.AmendmentEvent;
import wenmai.corpus.version.AmendmentNote;

/**
 * Reads the days of a paper (成文、通过、发布、施行、废止), each apart, and the one it is cited by: adoption of
 * this version, else the dated signature, else publication.
 */
final class DayFacts {
  /** 荇人常〔2022〕32号　　（2022年10月11日）, …日主任会议通过: the day beside the number. */
  private static final Pattern BESIDE_NUMBER =
      Pattern.compile(
          "号\\(?[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日(?:\\)|[\\u4e00-\\u9fff]{0,10}通过)?$");

  private final Draft draft;
  private final PageFacts page;
  private final Phrases phrases;

  DayFacts(Draft draft, PageFacts page) {
    this.phrases = draft.rules().phrases();
    this.draft = draft;
    this.page = page;
  }

  Facts addTo(Facts facts) {
    Optional<Fact<LocalDate>> version = draft.notes().version().map(DayFacts::fact);
    Optional<Fact<LocalDate>> adopted = draft.notes().adoption().map(DayFacts::fact);
    Optional<Fact<LocalDate>> issued = issued();
    Optional<Fact<LocalDate>> published = published(issued);
    Facts out =
        facts
            .with(FactKey.ADOPTED, adopted)
            .with(FactKey.ISSUED, draft.kind() == Kind.ANNOUNCEMENT ? Optional.empty() : issued)
            .with(FactKey.PUBLISHED, published)
            .with(FactKey.DATE, version.or(() -> issued).or(() -> published));
    Optional<Fact<LocalDate>> effective = effective(out);
    return out.with(FactKey.EFFECTIVE, effective)
        .with(FactKey.REPEALED, repealed().or(() -> effective.flatMap(this::lapsesAfter)));
  }

  private static Fact<LocalDate> fact(AmendmentNote note) {
    return Fact.read(note.date(), new Evidence.InText(note.quote()), 0.97);
  }

  /** The signature's day, else a dated line of the heading. */
  private Optional<Fact<LocalDate>> issued() {
    Optional<Fact<LocalDate>> signed =
        draft
            .tail()
            .date()
            .flatMap(date ->
                draft
                    .tail()
                    .day()
                    .map(line -> Fact.read(date, draft.sheet().evidence(line), 0.95)));
    return proposed()
        .or(() -> isHandled() ? labelled() : Optional.empty())
        .or(() -> signed)
        .or(this::headed)
        .or(this::labelled)
        .or(() -> new ClosingNote(draft).day())
        .or(page::made)
        .or(this::overCarried)
        .or(this::imprinted);
  }

  /** 提出日期 of a deputies' form, where below it the secretariat has signed that it came in. */
  private Optional<Fact<LocalDate>> proposed() {
    boolean received =
        (draft.kind() == Kind.SUGGESTION || draft.kind() == Kind.BILL)
            && draft.sheet().lines().stream()
                .filter(line -> DayReader.first(line.compact()).isPresent())
                .anyMatch(line -> phrases.any("receivers").matcher(line.compact()).lookingAt());
    return received ? labelled(phrases.sifted("day-proposed")) : Optional.empty();
  }

  /** Below what a form says of itself the office that received it notes its own day: 经办人：某某. */
  private boolean isHandled() {
    return draft.kind() == Kind.OTHER
        && draft
            .tail()
            .day()
            .filter(line -> phrases.any("day-handled").matcher(line.compact()).lookingAt())
            .isPresent();
  }

  /** The day of a notice that nobody has signed stands right over the rules that it carries. */
  private Optional<Fact<LocalDate>> overCarried() {
    return draft.sheet().lines().stream()
        .filter(line -> draft.isCarried())
        .takeWhile(line -> line.end() <= draft.title().orElseThrow().span().start())
        .reduce((above, below) -> below)
        .flatMap(line ->
            DayReader.only(line.compact())
                .map(day -> Fact.read(day, draft.sheet().evidence(line), 0.85)));
  }

  /** 某办公室　2024年11月6日印发 over or under the title, where nothing else gives a day. */
  private Optional<Fact<LocalDate>> imprinted() {
    return draft
        .head()
        .lines(Role.CLUTTER)
        .filter(line -> HeadReader.isImprint(draft.rules(), line.compact()))
        .flatMap(line ->
            DayReader.first(line.compact())
                .map(day -> Fact.read(day.date(), draft.sheet().evidence(line), 0.7))
                .stream())
        .findFirst();
  }

  /** 时间：2023年8月30日下午 of minutes, 登记日期 and the like of forms. */
  private Optional<Fact<LocalDate>> labelled() {
    boolean proposed = draft.kind() == Kind.SUGGESTION || draft.kind() == Kind.BILL;
    boolean fits =
        draft.kind() == Kind.MINUTES
            || (draft.kind() == Kind.OTHER
                && phrases.any("day-forms").matcher(draft.genre()).find())
            || draft.kind() == Kind.LETTER
            || proposed;
    return fits
        ? labelled(phrases.sifted("day-own-label"))
            .or(() -> labelled(phrases.sifted("day-labelled")))
            .or(() -> labelled(phrases.sifted("day-made-label")))
            .or(() -> proposed ? labelled(phrases.sifted("day-received")) : Optional.empty())
        : labelled(phrases.sifted("day-made-label"));
  }

  private Optional<Fact<LocalDate>> labelled(SiftedPattern labels) {
    String compact = draft.sheet().compact();
    if (!labels.mayBeIn(compact)) {
      return Optional.empty();
    }
    Matcher matcher = labels.pattern().matcher(compact);
    while (matcher.find()) {
      Optional<DayReader.Day> day = DayReader.first(matcher.group("day"));
      boolean others = isOfOthers(compact.substring(0, matcher.start("label")));
      if (day.isPresent() && !others) {
        Span span = draft.sheet().spanOfCompact(matcher.start("day"), matcher.end("day"));
        return Optional.of(Fact.read(day.get().date(), draft.sheet().evidence(span), 0.8));
      }
    }
    return Optional.empty();
  }

  /** 反馈日期 is a day of others unless the form is the 反馈表 itself. */
  private boolean isOfOthers(String before) {
    Matcher matcher = phrases.any("day-of-others").matcher(before);
    String title = draft.title().map(Title::compact).orElse("");
    return phrases.any("day-behind-title").matcher(before).find() || isOfOthers(matcher, title);
  }

  private boolean isOfOthers(Matcher matcher, String title) {
    return matcher.find()
        && !title.contains(matcher.group())
        && !(matcher.group().equals("截止") && phrases.any("day-ledgers").matcher(title).find());
  }

  private Optional<Fact<LocalDate>> headed() {
    return draft.head().entries().stream()
        .filter(entry ->
            switch (entry.role()) {
              case DATE, PRESENTED, SIGNED, SESSION_PAPER -> true;
              case LABEL -> isMadeOn(entry.line());
              case NUMBER -> BESIDE_NUMBER.matcher(entry.line().compact()).find();
              default -> false;
            })
        .map(Head.Entry::line)
        .flatMap(line ->
            DayReader.first(withoutRecords(line.compact()))
                .map(day -> {
                  int base = draft.sheet().compactStart(line);
                  Span span =
                      draft
                          .sheet()
                          .spanOfCompact(base + day.span().start(), base + day.span().end());
                  return Fact.read(day.date(), draft.sheet().evidence(span), 0.93);
                })
                .stream())
        .findFirst();
  }

  /** Up to where a line names the records it was made of. */
  private String withoutRecords(String compact) {
    Matcher records = phrases.any("day-of-records").matcher(compact);
    return records.find() ? compact.substring(0, records.start()) : compact;
  }

  /** 制表：某镇人大主席团　2024年11月22日. */
  private boolean isMadeOn(Line line) {
    int colon = line.compact().indexOf(':');
    return colon > 0
        && draft
            .rules()
            .phrases()
            .any("makers")
            .matcher(line.compact().substring(0, colon))
            .matches()
        && DayReader.behindWords(line.compact()).isPresent();
  }

  private Optional<Fact<LocalDate>> published(Optional<Fact<LocalDate>> issued) {
    Optional<Fact<LocalDate>> noted =
        draft.notes().first(AmendmentEvent.PUBLISHED).map(DayFacts::fact);
    if (noted.isPresent()) {
      return noted;
    }
    if (draft.kind() == Kind.ANNOUNCEMENT && issued.isPresent()) {
      return issued;
    }
    Optional<Fact<LocalDate>> shown = page.published().or(this::reprinted);
    return draft.tail().organs().isEmpty() && shown.isPresent()
        ? LinkDate.read(draft.sheet())
            .or(page::linked)
            .filter(link -> link.value().isBefore(shown.get().value()))
            .or(() -> shown)
        : shown;
  }

  private Optional<Fact<LocalDate>> reprinted() {
    return draft.kind() == Kind.NEWS ? Reprint.day(phrases, draft.sheet()) : Optional.empty();
  }

  private Optional<Fact<LocalDate>> effective(Facts facts) {
    Optional<Fact<LocalDate>> stated = statedEffective(facts);
    if (stated.isPresent()) {
      return stated;
    }
    return draft.notes().first(AmendmentEvent.EFFECTIVE).map(DayFacts::fact);
  }

  private Optional<Fact<LocalDate>> statedEffective(Facts facts) {
    String compact = draft.sheet().compact();
    Matcher matcher = phrases.any("day-effective").matcher(compact);
    Optional<Fact<LocalDate>> last = Optional.empty();
    int from = Math.max(0, compact.length() - 4000);
    matcher.region(from, compact.length());
    while (matcher.find()) {
      String before = compact.substring(Math.max(0, matcher.start() - 24), matcher.start());
      if (!phrases.any("day-of-this").matcher(before).find()) {
        continue;
      }
      String when = matcher.group("when");
      Evidence evidence =
          draft.sheet().evidence(draft.sheet().spanOfCompact(matcher.start(), matcher.end()));
      Optional<DayReader.Day> day = DayReader.first(when);
      Optional<LocalDate> known =
          phrases.any("day-on-publication").matcher(when).find()
              ? facts.value(FactKey.PUBLISHED).or(() -> facts.value(FactKey.ISSUED))
              : phrases.any("day-on-adoption").matcher(when).find()
                  ? facts.value(FactKey.ADOPTED)
                  : Optional.empty();
      if (day.isPresent()) {
        last = Optional.of(Fact.read(day.get().date(), evidence, 0.95));
      } else if (known.isPresent()) {
        last = Optional.of(Fact.inferred(known.get(), evidence, 0.8));
      }
    }
    return last;
  }

  /** 有效期五年, counted from the day it takes effect: the last day of it. */
  private Optional<Fact<LocalDate>> lapsesAfter(Fact<LocalDate> effective) {
    String compact = draft.sheet().compact();
    Matcher matcher =
        phrases
            .sifted("day-term")
            .pattern()
            .matcher(compact)
            .region(Math.max(0, compact.length() - 4000), compact.length());
    if (!phrases.sifted("day-term").mayBeIn(compact) || !matcher.find()) {
      return Optional.empty();
    }
    int years = ChineseNumeral.parse(matcher.group("years")).orElse(0);
    Evidence evidence =
        draft.sheet().evidence(draft.sheet().spanOfCompact(matcher.start(), matcher.end()));
    return years < 1
        ? Optional.empty()
        : Optional.of(
            Fact.inferred(effective.value().plusYears(years).minusDays(1), evidence, 0.8));
  }

  private Optional<Fact<LocalDate>> repealed() {
    String compact = draft.sheet().compact();
    Matcher matcher =
        phrases
            .sifted("day-lapses")
            .pattern()
            .matcher(compact)
            .region(Math.max(0, compact.length() - 4000), compact.length());
    if (!phrases.sifted("day-lapses").mayBeIn(compact) || !matcher.find()) {
      return Optional.empty();
    }
    Evidence evidence =
        draft.sheet().evidence(draft.sheet().spanOfCompact(matcher.start(), matcher.end()));
    return DayReader.first(matcher.group("day")).map(day -> Fact.read(day.date(), evidence, 0.9));
  }
}
