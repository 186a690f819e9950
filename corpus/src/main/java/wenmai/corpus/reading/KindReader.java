package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.Span;

/** Reads the kind of a paper (文种): by its title, else by what its text says of itself. */
final class KindReader {
  private static final int START = 500;
  private static final int END = 300;

  private final List<Cue> cues;

  private enum Where {
    /** The text begins with it. */
    OPENING,
    START,
    END,
    ANY
  }

  private record Cue(Where where, Clue clue, Kind kind, String genre) {}

  /**
   * What a paper is.
   *
   * @param norm whether {@code kind} is still to be settled by who made it
   */
  record Found(Fact<Kind> kind, String genre, Settled norm) {
    /** The kind in the end; of a norm it follows from the organ. */
    Fact<Kind> settled(Draft draft, Optional<Organ> organ) {
      return norm == Settled.FINAL
          ? kind
          : Fact.inferred(NormKind.of(draft, organ), kind.evidence(), 0.9);
    }

    Optional<Fact<String>> genreFact() {
      return genre.isEmpty()
          ? Optional.empty()
          : Optional.of(new Fact<>(genre, kind.evidence(), kind.confidence(), kind.origin()));
    }
  }

  /** Whether a kind is final. */
  enum Settled {
    FINAL,
    BY_ORGAN
  }

  /** Of a paper that neither title nor text tells the kind of. */
  static final Found NOT_KNOWN =
      new Found(
          Fact.inferred(
              Kind.OTHER, new Evidence.InText(new Quote(new CodePointSpan(0, 0), "")), 0.3),
          "",
          Settled.FINAL);

  private KindReader(List<Cue> cues) {
    this.cues = List.copyOf(cues);
  }

  static KindReader of(RuleFile file) {
    List<Cue> cues = new ArrayList<>();
    List<List<String>> rows = file.rows(5);
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      int at = i;
      Where where =
          switch (row.get(0)) {
            case "opening" -> Where.OPENING;
            case "start" -> Where.START;
            case "end" -> Where.END;
            case "any" -> Where.ANY;
            default -> throw file.problem(i, "begins with none of opening, start, end, any", null);
          };
      Kind kind = Kind.ofKey(row.get(3)).orElseThrow(() -> file.problem(at, "names no kind", null));
      cues.add(new Cue(where, Clue.of(row.get(1), file.pattern(i, row.get(2))), kind, row.get(4)));
    }
    return new KindReader(cues);
  }

  Found read(ReadingRules rules, Sheet sheet, Head head, Optional<Title> title) {
    return title
        .flatMap(found ->
            ofGazette(rules, sheet, head, found)
                .or(() -> ofHeadline(rules, sheet, head, found))
                .or(() -> ofMessage(rules, sheet, head, found)))
        .or(() ->
            told(rules, sheet, head, title).filter(found -> !isSpoken(rules, head, title, found)))
        .or(() -> title.flatMap(found -> ofBulletin(rules, sheet, head, found)))
        .or(() -> title.isPresent() ? Optional.empty() : ofAddressee(rules, sheet, head))
        .or(() -> ofPage(rules, sheet, head, title))
        .orElse(NOT_KNOWN);
  }

  /** A message that proposes something in its subject (主题：关于…的建议) is a letter of whoever writes. */
  private static Optional<Found> ofMessage(
      ReadingRules rules, Sheet sheet, Head head, Title title) {
    boolean proposes =
        rules
            .kinds()
            .of(title.compact())
            .flatMap(KindRules.Rule::kind)
            .filter(kind -> kind == Kind.SUGGESTION)
            .isPresent();
    boolean subject =
        head.lines(Role.CLUTTER)
            .anyMatch(
                line -> line.start() < title.span().start() && title.span().end() <= line.end());
    return proposes && subject
        ? Optional.of(
            new Found(
                Fact.inferred(Kind.LETTER, sheet.evidence(title.span()), 0.6), "函", Settled.FINAL))
        : Optional.empty();
  }

  /** 同志们： over a text without a title: that a page names its editor makes it no news. */
  private static boolean isSpoken(
      ReadingRules rules, Head head, Optional<Title> title, Found found) {
    return title.isEmpty()
        && found.kind().value() == Kind.NEWS
        && head.lines(Role.ADDRESSEE)
            .anyMatch(line -> rules.phrases().any("hall").matcher(line.compact()).find());
  }

  /** A paper that begins with whom it is sent to and has no title is a letter, or a speech. */
  private static Optional<Found> ofAddressee(ReadingRules rules, Sheet sheet, Head head) {
    return head.first(Role.ADDRESSEE)
        .map(line -> {
          boolean hall = rules.phrases().any("hall").matcher(line.compact()).find();
          Kind kind = hall ? Kind.SPEECH : Kind.LETTER;
          String genre = hall ? "讲话" : "函";
          return new Found(Fact.inferred(kind, sheet.evidence(line), 0.6), genre, Settled.FINAL);
        });
  }

  /**
   * What stands under the masthead of a bulletin, and names no paper, is a piece about something;
   * where an office says with the day that it made the bulletin, it is the office's paper.
   */
  private static Optional<Found> ofBulletin(
      ReadingRules rules, Sheet sheet, Head head, Title title) {
    Kind kind = head.first(Role.SIGNED).isPresent() ? Kind.OTHER : Kind.NEWS;
    return Masthead.over(rules, head, title)
        .map(
            line -> new Found(Fact.inferred(kind, sheet.evidence(line), 0.5), "简报", Settled.FINAL));
  }

  /** 联络站里“摆”出来的好办法 under a bulletin's masthead is a headline and no rule. */
  private static Optional<Found> ofHeadline(
      ReadingRules rules, Sheet sheet, Head head, Title title) {
    boolean norm = rules.kinds().of(title.compact()).filter(KindRules.Rule::isNorm).isPresent();
    return norm ? ofBulletin(rules, sheet, head, title) : Optional.empty();
  }

  /** The contents and the cover of a gazette's issue (公报). */
  private static Optional<Found> ofGazette(
      ReadingRules rules, Sheet sheet, Head head, Title title) {
    boolean issue =
        new PrintedHead(rules).isGazette(title.compact())
            && rules.kinds().of(title.compact()).isEmpty()
            && head.first(Role.ISSUE).isPresent();
    return issue
        ? Optional.of(
            new Found(
                Fact.inferred(Kind.OTHER, sheet.evidence(title.span()), 0.8), "公报", Settled.FINAL))
        : Optional.empty();
  }

  /**
   * An article on a web page, with a line of its own for source and author, or for who posted it.
   */
  private static Optional<Found> ofPage(
      ReadingRules rules, Sheet sheet, Head head, Optional<Title> title) {
    String credits = title.isPresent() ? "article-credits" : "piece-credits";
    return head.lines(Role.META)
        .filter(line ->
            rules.phrases().any(credits).matcher(line.compact()).find()
                || (head.first(Role.SPEAKER).isEmpty()
                    && new AccountLine(rules).tellsPosting(line)))
        .findFirst()
        .map(line ->
            new Found(Fact.inferred(Kind.NEWS, sheet.evidence(line), 0.5), "文章", Settled.FINAL));
  }

  private Optional<Found> told(ReadingRules rules, Sheet sheet, Head head, Optional<Title> title) {
    Optional<Found> byTitle = title.flatMap(found -> byTitle(rules, sheet, found));
    boolean official =
        title
                .filter(
                    found -> rules.phrases().any("official-titles").matcher(found.compact()).find())
                .isPresent()
            || byTitle.filter(found -> found.norm() == Settled.BY_ORGAN).isPresent()
            || head.first(Role.NUMBER).isPresent()
            || head.first(Role.NOTE).isPresent()
            || head.first(Role.SPEAKER).isPresent();
    if (byTitle.isPresent() && (official || !isPress(rules, sheet, head))) {
      return byTitle;
    }
    return byCue(sheet).or(() -> byTitle).or(() -> byNumber(rules, sheet, head));
  }

  /** 泉政办函〔2022〕19号 without a title: the code says that it is a letter. */
  private static Optional<Found> byNumber(ReadingRules rules, Sheet sheet, Head head) {
    return head.lines(Role.NUMBER)
        .filter(line -> rules.phrases().any("letter-codes").matcher(line.compact()).find())
        .findFirst()
        .map(line ->
            new Found(Fact.inferred(Kind.LETTER, sheet.evidence(line), 0.7), "函", Settled.FINAL));
  }

  private static Optional<Found> byTitle(ReadingRules rules, Sheet sheet, Title title) {
    return rules
        .kinds()
        .of(title.compact())
        .map(rule ->
            new Found(
                Fact.read(
                    rule.kind().orElse(Kind.NORMATIVE_DOCUMENT),
                    sheet.evidence(title.span()),
                    0.95),
                rule.genre(),
                rule.isNorm() ? Settled.BY_ORGAN : Settled.FINAL));
  }

  /** A newspaper's own words around the text: a piece about 报告 is no report. */
  private static boolean isPress(ReadingRules rules, Sheet sheet, Head head) {
    String end = sheet.compact().substring(Math.max(0, sheet.compact().length() - END));
    return head.isPress(rules) || rules.phrases().any("press-signs").matcher(end).find();
  }

  private Optional<Found> byCue(Sheet sheet) {
    String compact = sheet.compact();
    for (Cue cue : cues) {
      int from = cue.where() == Where.END ? Math.max(0, compact.length() - END) : 0;
      int to =
          cue.where() == Where.START || cue.where() == Where.OPENING
              ? Math.min(START, compact.length())
              : Math.min(compact.length(), from + 20_000);
      Optional<Span> found =
          cue.where() == Where.OPENING
              ? cue.clue().opening(compact, to)
              : cue.clue().find(compact, from, to);
      if (found.isPresent()) {
        Span span = sheet.spanOfCompact(found.get().start(), found.get().end());
        return Optional.of(
            new Found(
                Fact.inferred(cue.kind(), sheet.evidence(span), 0.75), cue.genre(), Settled.FINAL));
      }
    }
    return Optional.empty();
  }
}
