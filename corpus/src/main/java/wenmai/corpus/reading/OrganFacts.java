package wenmai.corpus.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.Span;

/**
 * Makes the fact of an organ of the words that name it in one paper: written out in full, with the
 * place where they stand.
 */
final class OrganFacts {
  private static final String BETWEEN = "、";

  /** A shorter name than 县人大 names no organ. */
  private static final int SHORTEST = 3;

  private final Draft draft;
  private final OrganNames names;
  private final Phrases phrases;

  OrganFacts(Draft draft, OrganNames names) {
    this.phrases = draft.rules().phrases();
    this.draft = draft;
    this.names = names;
  }

  /** The organ that these words name; less sure where its place had to be taken from elsewhere. */
  Optional<Fact<Organ>> read(String words, Span span, double confidence) {
    boolean proposes = draft.kind() == Kind.BILL; // 主任会议 may do so by law
    boolean itself = proposes || signsItself(words);
    return full(itself ? words : draft.rules().withoutLeadingMeeting(words))
        .map(full -> {
          Organ organ = new Organ(full.name());
          return full.supplied() == OrganNames.Supplied.STATED
              ? Fact.read(organ, draft.sheet().evidence(span), confidence)
              : Fact.inferred(organ, draft.sheet().evidence(span), confidence - 0.05);
        });
  }

  /** 某县人大常委会主任会议 is who made what it signs. */
  private boolean signsItself(String words) {
    return draft.tail().organs().stream()
        .findFirst()
        .map(Line::compact)
        .filter(words::equals)
        .filter(signed -> !draft.rules().withoutLeadingMeeting(signed).equals(signed))
        .isPresent();
  }

  /** The organ that a line names, the first of several that act together. */
  Optional<Fact<Organ>> read(Line line, double confidence) {
    String first = draft.rules().organs().names(line).stream().findFirst().orElseGet(line::compact);
    return read(first, span(line), confidence);
  }

  /** An organ that stands by itself in a note under the title. */
  Optional<Fact<Organ>> ofNote(String body, Quote quote, double confidence) {
    List<String> bodies =
        bodies(body).stream()
            .map(each -> draft.rules().withoutLeadingMeeting(names.ofNote(each)))
            .toList();
    return full(joined(bodies))
        .map(full -> Fact.read(new Organ(full.name()), new Evidence.InText(quote), confidence));
  }

  /** 某市第八届人民代表大会第四次会议 is the congress's. */
  Fact<Organ> withoutSession(Fact<Organ> organ) {
    Organ congress = new Organ(names.ofNote(organ.value().name()));
    return Fact.inferred(congress, organ.evidence(), organ.confidence());
  }

  /** An organ that is not said to be the maker, but stands where makers do. */
  Optional<Fact<Organ>> inferred(String words, Line line, double confidence) {
    return full(words)
        .map(full ->
            Fact.inferred(new Organ(full.name()), draft.sheet().evidence(line), confidence));
  }

  /** Of several bodies that act together (国务院、中央军委) all, each written out. */
  Optional<OrganNames.Full> full(String words) {
    if (isBare(words)) {
      return Optional.empty();
    }
    List<Optional<OrganNames.Full>> all =
        bodies(words).stream()
            .map(body -> names.full(body).filter(full -> full.name().length() >= SHORTEST))
            .toList();
    if (all.size() < 2 || all.stream().anyMatch(Optional::isEmpty)) {
      return all.getFirst();
    }
    List<OrganNames.Full> known = all.stream().flatMap(Optional::stream).toList();
    OrganNames.Supplied supplied =
        known.stream()
            .map(OrganNames.Full::supplied)
            .max(Comparator.naturalOrder())
            .orElse(OrganNames.Supplied.STATED);
    String name = joined(known.stream().map(OrganNames.Full::name).toList());
    return Optional.of(new OrganNames.Full(name, supplied));
  }

  /** 评议调查组, 大会主席团: a group or a presidium that does not say whose it is. */
  boolean isBare(String words) {
    return phrases.any("bare-bodies").matcher(words).matches();
  }

  boolean isName(String words) {
    return draft.rules().organs().isName(words);
  }

  /** 市财政局局长 → 市财政局: the longest name of an organ before the word of the office. */
  Optional<String> ofOffice(String office) {
    Matcher word = phrases.any("office-words").matcher(office);
    int limit = word.find() ? word.start() : office.length() - 1;
    for (int end = limit; end >= 2; end--) {
      String beginning = office.substring(0, end);
      if (isName(beginning) && !beginning.endsWith("党组")) {
        return Optional.of(beginning);
      }
    }
    Matcher named = phrases.any("heads-of-named").matcher(office);
    if (named.find()) {
      return Optional.of(named.replaceFirst("人民政府"));
    }
    Matcher head = phrases.any("heads-of-governments").matcher(office);
    return head.find() ? Optional.of(head.replaceFirst("${level}人民政府")) : Optional.empty();
  }

  /** Several bodies that act together, each by itself (最高人民法院、最高人民检察院). */
  private List<String> bodies(String words) {
    return Organ.bodies(phrases.any("joint-courts").matcher(words).replaceAll(BETWEEN));
  }

  private static String joined(List<String> bodies) {
    return String.join(BETWEEN, bodies);
  }

  static Span span(Line line) {
    return Span.of(line.start(), line.end());
  }
}
