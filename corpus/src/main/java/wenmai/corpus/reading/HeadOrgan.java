package wenmai.corpus.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;

/** Reads who made a paper from what stands over and under its title and from its page (版头、表头机关). */
final class HeadOrgan {
  /** 农工委 says nothing of whose it is. */
  private static final int SHORTEST = 6;

  /** 县财政局 is the county's. */
  private static final Pattern LEVEL = Pattern.compile("[省市县区州旗镇乡](?=[\\u4e00-\\u9fff]{3})");

  private static final Pattern BRACKETED = Pattern.compile("[(][^()]+[)]");
  private static final Pattern PIECES = Pattern.compile("[ ,;。()]+");

  private static final String ANNOUNCEMENT = "公告";

  private static final Pattern HOLDER =
      Pattern.compile("[\\u4e00-\\u9fff]{2,4} ?\\((?<office>[^()]{4,40})\\)");

  private final Draft draft;
  private final Phrases phrases;
  private final OrganFacts facts;
  private final PageFacts page;

  HeadOrgan(Draft draft, OrganFacts facts, PageFacts page) {
    this.draft = draft;
    this.phrases = draft.rules().phrases();
    this.facts = facts;
    this.page = page;
  }

  /** 市人大常委会办公室　2022年7月8日 under a title: who made a list, and when. */
  Optional<Fact<Organ>> ofDatedLine() {
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
    boolean speech = draft.kind() == Kind.SPEECH; // is the speaker's body's, whoever wrote it up
    return draft.sheet().lines().stream()
        .limit(speech ? 0 : draft.head().body() + 1L)
        .filter(line -> line.compact().startsWith("("))
        .filter(line -> phrases.any("written-up").matcher(line.compact()).find())
        .flatMap(line ->
            PIECES
                .splitAsStream(line.words())
                .map(piece -> phrases.any("written-from-records").matcher(piece).replaceFirst(""))
                .filter(facts::isName)
                .flatMap(name -> facts.read(name, OrganFacts.span(line), 0.75).stream()))
        .findFirst();
  }

  /** （某县人大常委会工作评议调查组） right under the title; the meeting it was read at made nothing. */
  Optional<Fact<Organ>> ofBracket() {
    int below = draft.title().map(Title::lastLine).orElse(-1) + 1;
    return draft.sheet().lines().stream()
        .skip(below)
        .limit(below > 0 ? 1 : 0)
        .filter(line -> BRACKETED.matcher(line.compact()).matches())
        .flatMap(line -> {
          String name = line.compact().substring(1, line.compact().length() - 1);
          return (name.length() >= SHORTEST || LEVEL.matcher(name).lookingAt())
                  && facts.isName(name)
                  && !phrases.any("meetings-in-brackets").matcher(name).find()
              ? facts.read(name, OrganFacts.span(line), 0.8).stream()
              : Stream.empty();
        })
        .findFirst();
  }

  /** （2023年7月7日由市人大常委会办公室交市人民政府） under a title. */
  private Optional<Fact<Organ>> ofHandOver() {
    return draft.head().entries().stream()
        .filter(entry -> entry.role() == Role.PRESENTED || entry.line().compact().startsWith("("))
        .map(Head.Entry::line)
        .flatMap(line -> {
          Matcher matcher = phrases.any("handed-over").matcher(line.compact());
          return matcher.find() && facts.isName(matcher.group("organ"))
              ? facts.read(matcher.group("organ"), OrganFacts.span(line), 0.75).stream()
              : Stream.empty();
        })
        .findFirst();
  }

  /** 交办单位　某县人大常委会办公室 in a form. */
  Optional<Fact<Organ>> ofCell() {
    return new MakerCells(draft)
        .find()
        .flatMap(maker -> facts.read(maker.name(), OrganFacts.span(maker.line()), 0.8));
  }

  /** 红头: the organ that stands over number and title. */
  Optional<Fact<Organ>> ofHeading() {
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
  Optional<Fact<Organ>> ofParticulars() {
    return page.maker()
        .flatMap(maker ->
            facts
                .full(maker.value())
                .map(full -> Fact.inferred(new Organ(full.name()), maker.evidence(), 0.8)));
  }

  /** 作者: 平利县人大常委会 on a web page; of a numbered paper, and of a draft for comment, also 来源: 区政府办. */
  Optional<Fact<Organ>> ofPage() {
    boolean numbered =
        draft.head().first(Role.NUMBER).isPresent()
            || draft.head().lines(Role.WORDS).anyMatch(draft.rules().numbers()::bearsBehind)
            || draft
                .title()
                .filter(title -> phrases.any("for-comment").matcher(title.compact()).find())
                .isPresent();
    return ofPageAuthor()
        .or(this::ofPageSpeaker)
        .or(() ->
            page.source()
                .map(source -> draft.rules().folding().fold(source.value()))
                .filter(source -> numbered && facts.isName(source))
                .flatMap(facts::full)
                .map(full ->
                    Fact.inferred(
                        new Organ(full.name()), page.source().orElseThrow().evidence(), 0.6)));
  }

  /** 作者：某某（市人大常委会主任） over a speech. */
  private Optional<Fact<Organ>> ofPageSpeaker() {
    return page.author()
        .filter(author -> draft.kind() == Kind.SPEECH)
        .flatMap(author -> {
          Matcher holder = HOLDER.matcher(draft.rules().folding().fold(author.value()));
          return holder.matches()
              ? facts
                  .ofOffice(holder.group("office"))
                  .filter(facts::isName)
                  .flatMap(facts::full)
                  .map(full -> Fact.read(new Organ(full.name()), author.evidence(), 0.75))
              : Optional.<Fact<Organ>>empty();
        });
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
