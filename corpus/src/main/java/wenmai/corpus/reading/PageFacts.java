package wenmai.corpus.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.OffsetMap;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.RepairedText;
import wenmai.corpus.text.Span;

/**
 * What the page a paper stood on says of it (页面信息): when it was put there, from where, by whom.
 * Read from the heading, and from what the repair took out of it.
 */
final class PageFacts {
  /** What stands before the first wide gap of a line. */
  private static final Pattern CELL = Pattern.compile(" *(?<cell>[^ ].{4,40}?) {2}");

  private final Optional<Fact<LocalDate>> published;
  private final Optional<Fact<LocalDate>> made;
  private final Optional<Fact<String>> maker;
  private final Optional<Fact<String>> author;
  private final Optional<Fact<DocumentNumber>> number;
  private final Optional<Fact<DocumentNumber>> incoming;
  private final Optional<Fact<String>> source;
  private final Optional<Fact<String>> editor;
  private final Optional<Fact<LocalDate>> linked;
  private final Optional<Evidence> copyMark;

  private PageFacts(Collector collector) {
    this.published = collector.published;
    this.made = collector.made;
    this.maker = collector.maker;
    this.author = collector.author;
    this.number = collector.number;
    this.incoming = collector.incoming;
    this.source = collector.source;
    this.editor = collector.editor;
    this.linked = collector.linked;
    this.copyMark = collector.copyMark;
  }

  /** Words taken out of the page by which it shows that it is a copy. */
  Optional<Evidence> copyMark() {
    return copyMark;
  }

  Optional<Fact<LocalDate>> published() {
    return published;
  }

  Optional<Fact<String>> author() {
    return author;
  }

  /** 成文日期 of a portal's table of particulars. */
  Optional<Fact<LocalDate>> made() {
    return made;
  }

  /** 发文机关 of a portal's table of particulars. */
  Optional<Fact<String>> maker() {
    return maker;
  }

  /** 文号 of a portal's table of particulars. */
  Optional<Fact<DocumentNumber>> number() {
    return number;
  }

  /** 来文字号 of the sheet with which an office registered the paper that came in. */
  Optional<Fact<DocumentNumber>> incoming() {
    return incoming;
  }

  /** 来源 as the page prints it. */
  Optional<Fact<String>> source() {
    return source;
  }

  /** 责任编辑 as the page prints it. */
  Optional<Fact<String>> editor() {
    return editor;
  }

  /** The day in the address of the original, where the repair took that address out (原文链接). */
  Optional<Fact<LocalDate>> linked() {
    return linked;
  }

  static PageFacts read(Sheet sheet, Draft draft, RepairedText text) {
    ReadingRules rules = draft.rules();
    Collector collector = new Collector(rules);
    collector.take(draft.head().particulars(), sheet::evidence);
    draft
        .head()
        .lines(Role.META)
        .forEach(line -> {
          collector.take(line.words(), line.start(), sheet::evidence);
          collector.number(line.columns().getFirst(), sheet.evidence(line));
        });
    List<Line> lines = sheet.lines();
    for (int i = Math.max(draft.head().body(), lines.size() - LAST_LINES); i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.isShort() && isCredit(rules, line.words())) {
        collector.take(line.words(), line.start(), sheet::evidence);
      }
    }
    CodePointIndex index = CodePointIndex.of(text.raw());
    for (OffsetMap.Edit edit : text.map().edits()) {
      if (edit.why() == Repair.Reason.BOILERPLATE && edit.was().length() < LONGEST_EDIT) {
        int base = edit.raw().start();
        for (String line : rules.folding().fold(edit.was()).split("\n", -1)) {
          collector.take(line, base, span -> new Evidence.InRaw(Quote.of(text.raw(), span, index)));
          Matcher first = CELL.matcher(line);
          if (first.lookingAt()) {
            Span cell = Span.of(base + first.start("cell"), base + first.end("cell"));
            collector.number(
                first.group("cell"), new Evidence.InRaw(Quote.of(text.raw(), cell, index)));
          }
          collector.link(line, base, span -> new Evidence.InRaw(Quote.of(text.raw(), span, index)));
          if (collector.copyMark.isEmpty()
              && Clue.findAny(rules.mirrors(), line.replace(" ", "")).isPresent()) {
            Span span = Span.of(base, base + line.length());
            collector.copyMark = Optional.of(new Evidence.InRaw(Quote.of(text.raw(), span, index)));
          }
          base += line.length() + 1;
        }
      }
    }
    return new PageFacts(collector);
  }

  private static final int LAST_LINES = 40;
  private static final int LONGEST_EDIT = 4000;

  /** Whether a line begins with a credit, as the last ones of an article do. */
  private static boolean isCredit(ReadingRules rules, String words) {
    Matcher credit = rules.phrases().any("page-credits").matcher(words);
    return credit.lookingAt()
        && (words.startsWith(":", credit.end()) || words.startsWith(" :", credit.end()));
  }

  /** Takes the first of each. */
  private static final class Collector {
    private final ReadingRules rules;
    private Optional<Fact<LocalDate>> published = Optional.empty();
    private Optional<Fact<LocalDate>> made = Optional.empty();
    private Optional<Fact<String>> maker = Optional.empty();
    private Optional<Fact<String>> author = Optional.empty();
    private Optional<Fact<DocumentNumber>> number = Optional.empty();
    private Optional<Fact<DocumentNumber>> incoming = Optional.empty();
    private Optional<Fact<String>> source = Optional.empty();
    private Optional<Fact<String>> editor = Optional.empty();
    private Optional<Fact<LocalDate>> linked = Optional.empty();
    private Optional<Evidence> copyMark = Optional.empty();

    Collector(ReadingRules rules) {
      this.rules = rules;
    }

    private boolean is(String list, String label) {
      return rules.phrases().any(list).matcher(label).matches();
    }

    private boolean isNamed(String list, String label) {
      return rules.phrases().any(list).matcher(label).find();
    }

    private String without(String list, String value) {
      return rules.phrases().any(list).matcher(value).replaceFirst("");
    }

    private boolean isSomebody(String name) {
      return !name.isEmpty() && !is("nobody", name);
    }

    private static Optional<Fact<String>> named(Evidence shown) {
      String name = shown.words().strip().replaceAll("[\\s\\u3000]+", " ");
      return name.isEmpty() ? Optional.empty() : Optional.of(Fact.read(name, shown, 0.85));
    }

    private static Optional<Fact<LocalDate>> shown(
        WebHeader.Entry entry, int base, Function<Span, Evidence> evidence) {
      return DayReader.first(entry.value())
          .map(day -> Fact.read(day.date(), at(entry, base, evidence), 0.75));
    }

    private static Evidence at(WebHeader.Entry entry, int base, Function<Span, Evidence> evidence) {
      return evidence.apply(Span.of(base + entry.span().start(), base + entry.span().end()));
    }

    /** 隆府函〔2023〕96号　2023-11-09 16:44　来源:…: the number stands first and has no label. */
    void number(String first, Evidence shown) {
      if (number.isEmpty()) {
        number = rules.numbers().whole(first).map(value -> Fact.read(value, shown, 0.85));
      }
    }

    void link(String folded, int base, Function<Span, Evidence> evidence) {
      Matcher original = rules.phrases().any("links-to-originals").matcher(folded);
      if (linked.isEmpty() && original.find()) {
        Span span = Span.of(base + original.start(), base + original.end());
        linked =
            LinkDate.day(original.group("link"))
                .map(day -> Fact.inferred(day, evidence.apply(span), 0.6));
      }
    }

    /** A table of particulars tells apart when a paper was made and when it was put there. */
    void take(Particulars table, Function<Span, Evidence> evidence) {
      Predicate<String> aDay = value -> DayReader.first(value).isPresent();
      Optional<Fact<LocalDate>> noted =
          table.first(rules, "page-made", aDay).flatMap(day(evidence));
      Optional<Fact<LocalDate>> entered =
          table.first(rules, "page-entered", aDay).flatMap(day(evidence));
      Optional<Fact<LocalDate>> shown =
          table.first(rules, "page-published", aDay).flatMap(day(evidence));
      made = noted.or(() -> shown.isPresent() ? entered : Optional.empty());
      published = shown.or(() -> entered);
      maker =
          table
              .first(rules, "page-makers", rules.organs()::isName)
              .map(entry -> Fact.read(entry.value(), evidence.apply(entry.span()), 0.85));
      table.entries().forEach(entry -> take(entry, 0, evidence));
    }

    private static Function<WebHeader.Entry, Optional<Fact<LocalDate>>> day(
        Function<Span, Evidence> evidence) {
      return entry ->
          DayReader.first(entry.value())
              .map(day -> Fact.read(day.date(), evidence.apply(entry.span()), 0.85));
    }

    private void take(WebHeader.Entry entry, int base, Function<Span, Evidence> evidence) {
      Evidence shown = at(entry, base, evidence);
      if (is("page-authors", entry.label()) && author.isEmpty() && isSomebody(entry.value())) {
        author = named(shown);
      } else if (is("page-numbers", entry.label()) && number.isEmpty()) {
        // 文号:某卫函〔2024〕19号 分类:B, of a label that is on no list
        number =
            rules
                .numbers()
                .whole(entry.value())
                .or(() -> rules.numbers().whole(without("unlisted-labels", entry.value())))
                .map(value -> Fact.read(value, shown, 0.9));
      } else if (is("page-incoming", entry.label()) && incoming.isEmpty()) {
        incoming = rules.numbers().whole(entry.value()).map(value -> Fact.read(value, shown, 0.85));
      } else if (isNamed("page-sources", entry.label())
          && source.isEmpty()
          && !entry.value().isEmpty()) {
        Pattern buttons = rules.phrases().any("page-buttons");
        source = named(at(entry.withoutButtons(buttons), base, evidence));
      } else if (is("page-editors", entry.label())
          && editor.isEmpty()
          && isSomebody(entry.value())) {
        editor = named(shown);
      }
    }

    void take(String folded, int base, Function<Span, Evidence> evidence) {
      List<WebHeader.Entry> entries = rules.webHeader().entries(folded);
      for (WebHeader.Entry entry : entries) {
        if (is("page-days", entry.label()) && published.isEmpty()) {
          published =
              DayReader.first(entry.value())
                  .map(day -> Fact.read(day.date(), at(entry, base, evidence), 0.85));
        } else {
          take(entry, base, evidence);
        }
      }
      // 来源:某晚报 2024年10月31日 02版
      if (published.isEmpty()) {
        published =
            entries.stream()
                .filter(entry ->
                    isNamed("sources-with-days", entry.label())
                        || is("page-authors", entry.label()))
                .flatMap(entry -> shown(entry, base, evidence).stream())
                .findFirst();
      }
      // 2022-08-01 来源:某网: a day without a label, which stands first.
      boolean begins = !entries.isEmpty() && rules.webHeader().beginsWithDay(folded);
      if ((begins || (entries.isEmpty() && rules.webHeader().isByline(folded.strip())))
          && published.isEmpty()) {
        published =
            DayReader.first(folded)
                .map(day ->
                    Fact.read(
                        day.date(),
                        evidence.apply(Span.of(base + day.span().start(), base + day.span().end())),
                        0.8));
      }
    }
  }
}
