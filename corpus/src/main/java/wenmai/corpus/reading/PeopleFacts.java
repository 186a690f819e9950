package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.text.Span;

/** Reads who wrote or spoke, to whom a paper goes, who gets a copy and who signed (署名、主送、抄送、签发). */
final class PeopleFacts {
  private static final Pattern SEPARATOR = Pattern.compile("[,、;。]+(?![^()]*\\))");

  private static final Pattern NEXT_LABEL = Pattern.compile("[\\u4e00-\\u9fff]{2,6}:");

  private final Draft draft;
  private final PageFacts page;
  private final Phrases phrases;

  PeopleFacts(Draft draft, PageFacts page) {
    this.phrases = draft.rules().phrases();
    this.draft = draft;
    this.page = page;
  }

  Facts addTo(Facts facts) {
    Optional<Fact<String>> author = author();
    Facts out =
        facts
            .with(FactKey.AUTHOR, author)
            .with(FactKey.OFFICE, author.flatMap(this::office))
            .with(FactKey.PRESS, page.source())
            .with(FactKey.EDITOR, page.editor())
            .with(FactKey.SIGNATORY, signatory());
    for (Fact<String> addressee : addressees()) {
      out = out.and(FactKey.ADDRESSEE, addressee);
    }
    for (Fact<String> copy : copies()) {
      out = out.and(FactKey.COPY_TO, copy);
    }
    return out;
  }

  private Optional<Fact<String>> author() {
    return speaker()
        .or(() -> inLine(Role.LABEL, phrases.any("proposer-lines")))
        .or(page::author)
        .or(this::inTitle)
        .or(() -> inLine(Role.META, phrases.any("byline-names")))
        .or(this::reporter);
  }

  /** The office that is printed before the author's name. */
  private Optional<Fact<String>> office(Fact<String> author) {
    String words = draft.rules().folding().fold(author.value()).replaceAll(" {2,}", " ").strip();
    return draft
        .rules()
        .people()
        .person(words)
        .flatMap(People.Person::office)
        .map(office ->
            new Fact<>(
                author.value().strip().substring(0, office.length()).replaceAll("\\s", ""),
                author.evidence(),
                author.confidence(),
                author.origin()));
  }

  private Optional<Fact<String>> speaker() {
    return draft
        .head()
        .first(Role.SPEAKER)
        .flatMap(line ->
            draft
                .rules()
                .people()
                .person(line)
                .map(person -> {
                  String office =
                      person
                          .office()
                          .or(person::organ)
                          .map(words -> words.replace(" ", "") + " ")
                          .orElse("");
                  return Fact.read(
                      office + original(line, person.name()), draft.sheet().evidence(line), 0.92);
                }));
  }

  /** The name in the script of the text: folding may have changed it. */
  private String original(Line line, String name) {
    int at = line.compact().indexOf(name);
    if (at < 0) {
      return name;
    }
    int base = draft.sheet().compactStart(line) + at;
    Span span = draft.sheet().spanOfCompact(base, base + name.length());
    return span.in(draft.sheet().text()).replaceAll("[\\s\\u3000]+", "");
  }

  private Optional<Fact<String>> inLine(Role role, Pattern form) {
    return draft.head().lines(role).flatMap(line -> group(line, form).stream()).findFirst();
  }

  private Optional<Fact<String>> group(Line line, Pattern form) {
    Matcher matcher = form.matcher(line.compact());
    if (!matcher.find()) {
      return Optional.empty();
    }
    int base = draft.sheet().compactStart(line);
    int end = endOfColumn(line, matcher.start("name"), matcher.end("name"));
    Span span = draft.sheet().spanOfCompact(base + matcher.start("name"), base + end);
    String name = span.in(draft.sheet().text()).replaceAll("[\\s\\u3000]+", " ").strip();
    return Optional.of(
        Fact.read(
            phrases.any("press-words").matcher(name).replaceFirst("").strip(),
            draft.sheet().evidence(span),
            0.9));
  }

  /** 代表姓名：某某　　　选举单位：…: where the next column begins with a label of its own. */
  private static int endOfColumn(Line line, int start, int end) {
    int at = 0;
    for (String column : line.columns()) {
      if (at > start && at < end && NEXT_LABEL.matcher(column).lookingAt()) {
        return at;
      }
      at += column.length();
    }
    return end;
  }

  private Optional<Fact<String>> reporter() {
    return draft
        .head()
        .lines(Role.META)
        .flatMap(line -> {
          Matcher matcher = phrases.any("reporter-names").matcher(line.words());
          return matcher.find()
              ? java.util.stream.Stream.of(
                  Fact.read(
                      matcher.group("name"),
                      draft
                          .sheet()
                          .evidence(
                              Span.of(
                                  line.start() + matcher.start("name"),
                                  line.start() + matcher.end("name"))),
                      0.88))
              : java.util.stream.Stream.empty();
        })
        .findFirst();
  }

  /** 怀柔区委书记某某:奋力谱写…. */
  private Optional<Fact<String>> inTitle() {
    return draft
        .title()
        .flatMap(title -> {
          Matcher matcher = phrases.any("author-in-title").matcher(title.compact());
          return matcher.find()
              ? Optional.of(
                  Fact.read(matcher.group("who"), draft.sheet().evidence(title.span()), 0.85))
              : Optional.empty();
        });
  }

  private List<Fact<String>> addressees() {
    Optional<Line> line = draft.head().first(Role.ADDRESSEE);
    if (line.isEmpty()
        || draft.rules().phrases().any("salutations").matcher(line.get().compact()).find()) {
      return List.of();
    }
    String words = line.get().compact();
    return split(line.get(), 0, words.length() - 1, 0.95);
  }

  private List<Fact<String>> copies() {
    List<Fact<String>> copies = new ArrayList<>();
    for (Line line : draft.tail().copies()) {
      Matcher label = phrases.any("copy-labels").matcher(line.compact());
      int start = -1;
      while (label.find()) {
        if (start >= 0) {
          copies.addAll(split(line, start, label.start(), 0.9));
        }
        start = label.end();
      }
      if (start >= 0) {
        copies.addAll(split(line, start, line.compact().length(), 0.9));
      }
    }
    return copies;
  }

  /** The items of an enumeration; a comma within brackets parts nothing. */
  private List<Fact<String>> split(Line line, int from, int to, double confidence) {
    List<Fact<String>> items = new ArrayList<>();
    String words = line.compact().substring(from, to);
    Matcher separator = SEPARATOR.matcher(words);
    int start = 0;
    while (start <= words.length()) {
      int end = separator.find() ? separator.start() : words.length();
      if (end - start >= 2) {
        int base = draft.sheet().compactStart(line) + from;
        Span span = draft.sheet().spanOfCompact(base + start, base + end);
        String item = span.in(draft.sheet().text()).replaceAll("[\\s\\u3000]+", "");
        items.add(Fact.read(item, draft.sheet().evidence(span), confidence));
      }
      if (end == words.length()) {
        break;
      }
      start = separator.end();
    }
    return items;
  }

  private Optional<Fact<String>> signatory() {
    Optional<Fact<String>> signedOff =
        draft.head().entries().stream()
            .map(Head.Entry::line)
            .flatMap(line -> group(line, phrases.any("signed-off")).stream())
            .findFirst();
    return signedOff.or(() -> draft.tail().person().flatMap(this::signer));
  }

  private Optional<Fact<String>> signer(Line line) {
    Optional<Fact<String>> form = group(line, phrases.any("signed-form"));
    if (form.isPresent()) {
      return form;
    }
    return draft
        .rules()
        .people()
        .person(line)
        .map(person ->
            Fact.read(
                person.office().map(office -> office.replace(" ", "") + " ").orElse("")
                    + original(line, person.name()),
                draft.sheet().evidence(line),
                0.9));
  }
}
