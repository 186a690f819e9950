package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.text.ChineseNumeral;

/** Reads from a paper what tells its matter apart from others of the kind (事项标识识别). Pure. */
final class KeyReader {
  private static final String NUMERAL = "[〇零一二三四五六七八九十百两0-9]{1,5}";

  private static final Pattern TERM = Pattern.compile("第?(" + NUMERAL + ")届(?:人民代表大会|人大)(?!常)");

  private static final int FIRST_WORDS = 200;
  private static final int SURELY_OF_ITS_YEAR = 3;

  private final SerialReader serials;
  private final WorkReader works;

  KeyReader(KeyWords words) {
    this.serials = new SerialReader(words.serials());
    this.works = new WorkReader(words.works(), serials);
  }

  /** Reads the numbers of suggestions and motions. */
  SerialReader serials() {
    return serials;
  }

  /**
   * @param about what the paper says it is about, in a field of a form; may be empty
   */
  Set<Key> read(Template template, Stage stage, PaperReading paper, String about) {
    return switch (template.identity()) {
      case SERIAL -> stage.is(Stage.Trait.SERIAL) ? serials.suggestions(stage, paper) : Set.of();
      case YEAR -> {
        Set<Key> stated = year(template.years(), paper, !stage.is(Stage.Trait.OF_ANYTHING));
        yield stated.isEmpty() && stage.is(Stage.Trait.DATED) ? yearOf(paper.date()) : stated;
      }
      case WORK -> works.read(stage, paper);
      case TERM -> term(stage, paper);
      case SUBJECT -> yearInTitle(template.years(), about);
      case PERSON -> Set.of();
    };
  }

  /**
   * The year that a paper is about.
   *
   * @param own whether its role shows that it is of this kind; an opinion on anything may speak of
   *     next year's budget a little below where it begins
   */
  private static Set<Key> year(List<Pattern> patterns, PaperReading paper, boolean own) {
    String head = paper.head();
    String begins = own ? head : head.substring(0, Math.min(FIRST_WORDS, head.length()));
    for (String words : List.of(paper.title(), begins)) {
      for (Pattern pattern : patterns) {
        Matcher matcher = pattern.matcher(words);
        if (matcher.find()) {
          return Set.of(Key.of(Template.Identity.YEAR, matcher.group(1)));
        }
      }
    }
    return Set.of();
  }

  private static Set<Key> yearOf(Optional<LocalDate> day) {
    // what is looked at early in a year may be of the year before
    return day.filter(it -> it.getMonthValue() >= SURELY_OF_ITS_YEAR)
        .map(it -> Set.of(Key.of(Template.Identity.YEAR, String.valueOf(it.getYear()))))
        .orElse(Set.of());
  }

  /** The year of a title, which two papers of one matter cannot have differently. */
  static Set<Key> yearInTitle(List<Pattern> patterns, String title) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(title);
      if (matcher.find()) {
        return Set.of(Key.of(Template.Identity.YEAR, matcher.group(1)));
      }
    }
    return Set.of();
  }

  /** The congress that is elected; a decision to elect names it or is of the one before. */
  private static Set<Key> term(Stage stage, PaperReading paper) {
    List<Integer> terms = new ArrayList<>();
    for (String words : List.of(paper.title(), paper.head())) {
      Matcher matcher = TERM.matcher(words);
      while (matcher.find()) {
        ChineseNumeral.parse(matcher.group(1)).stream().filter(it -> it > 0).forEach(terms::add);
      }
    }
    if (!stage.role().equals("election-decision")) {
      return terms.stream().limit(1).map(KeyReader::term).collect(Collectors.toSet());
    }
    // it names the congress whose term ends as well
    int next =
        paper.paper().facts().value(FactKey.SESSION).map(session -> session.term() + 1).orElse(0);
    int last = terms.stream().mapToInt(it -> it).max().orElse(0);
    return Math.max(next, last) == 0 ? Set.of() : Set.of(term(Math.max(next, last)));
  }

  private static Key term(int term) {
    return Key.of(Template.Identity.TERM, String.valueOf(term));
  }
}
