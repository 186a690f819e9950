package wenmai.corpus.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import wenmai.corpus.text.Folding;

/**
 * The word lists and rules a reading goes by (著录规则), from {@code config/reading}, {@code
 * config/gazetteer} and {@code config/topics}. Immutable; loaded once and shared by all threads.
 */
public final class ReadingRules {
  /** Files of lists, in the order in which one may hold another. */
  private static final List<String> WORDS =
      List.of(
          "heading", "title", "page", "number", "organ", "place", "session", "day", "person",
          "secrecy", "vote", "end");

  private final Folding folding;
  private final KindRules kinds;
  private final Organs organs;
  private final People people;
  private final Pattern clutter;
  private final Phrases phrases;
  private final WebHeader webHeader;
  private final NoteLines noteLines;
  private final SessionReader sessions;
  private final SecrecyLine secrecy;
  private final NumberReader numbers;
  private final Pattern unfinished;
  private final Pattern leadingMeeting;
  private final FieldOffices.Forms officeForms;
  private final KindReader kindReader;
  private final Gazetteer gazetteer;
  private final FormerNames formerNames;
  private final NoPlaces noPlaces;
  private final Topics topics;
  private final List<DateConflicts.Era> eras;
  private final List<Clue> cutMarks;
  private final List<Clue> mirrors;
  private final List<Clue> announced;
  private final Map<SecrecyMarks.Place, String> secrecyPlaces;

  private ReadingRules(
      Folding folding,
      KindRules kinds,
      KindReader kindReader,
      Organs organs,
      People people,
      Gazetteer gazetteer,
      FormerNames formerNames,
      NoPlaces noPlaces,
      Topics topics,
      List<DateConflicts.Era> eras,
      List<Clue> cutMarks,
      List<Clue> mirrors,
      List<Clue> announced,
      Map<SecrecyMarks.Place, String> secrecyPlaces,
      Pattern clutter,
      Phrases phrases) {
    this.folding = folding;
    this.kinds = kinds;
    this.kindReader = kindReader;
    this.gazetteer = gazetteer;
    this.formerNames = formerNames;
    this.noPlaces = noPlaces;
    this.topics = topics;
    this.eras = List.copyOf(eras);
    this.cutMarks = List.copyOf(cutMarks);
    this.mirrors = List.copyOf(mirrors);
    this.announced = List.copyOf(announced);
    this.secrecyPlaces = Map.copyOf(secrecyPlaces);
    this.organs = organs;
    this.people = people;
    this.clutter = clutter;
    this.phrases = phrases;
    this.webHeader = new WebHeader(phrases);
    this.noteLines = new NoteLines(phrases);
    this.sessions = new SessionReader(phrases);
    this.secrecy = new SecrecyLine(phrases);
    this.numbers = new NumberReader(phrases);
    this.officeForms = FieldOffices.Forms.of(phrases);
    this.leadingMeeting = Pattern.compile(phrases.any("leading-meetings") + "$");
    this.unfinished = Pattern.compile(phrases.any("title-goes-on") + "$");
  }

  /**
   * @param config the folder {@code config/}
   * @throws IllegalArgumentException if an entry cannot be understood; the message names file and
   *     line
   */
  public static ReadingRules load(Path config) {
    Path reading = config.resolve("reading");
    return new ReadingRules(
        folding(reading),
        KindRules.of(RuleFile.read(reading.resolve("kinds.tsv"))),
        KindReader.of(RuleFile.read(reading.resolve("kind-cues.tsv"))),
        Organs.of(RuleFile.read(reading.resolve("organs.tsv"))),
        people(RuleFile.read(reading.resolve("people.tsv"))),
        Gazetteer.of(
            RuleFile.read(config.resolve("gazetteer/regions.tsv")),
            RuleFile.read(config.resolve("gazetteer/renamed.tsv")),
            RuleFile.read(config.resolve("gazetteer/nationalities.txt")),
            RuleFile.read(config.resolve("gazetteer/transliterated.txt"))),
        FormerNames.load(config),
        new NoPlaces(
            Set.copyOf(RuleFile.read(config.resolve("gazetteer/no-places.txt")).lines()),
            Set.copyOf(RuleFile.read(config.resolve("gazetteer/common-words.txt")).lines())),
        Topics.of(RuleFile.read(config.resolve("topics/topics.tsv"))),
        DateConflicts.eras(RuleFile.read(reading.resolve("eras.tsv"))),
        Clue.read(RuleFile.read(reading.resolve("cut-marks.tsv"))),
        Clue.read(RuleFile.read(reading.resolve("mirrors.tsv"))),
        Clue.read(RuleFile.read(reading.resolve("announced-points.tsv"))),
        SecrecyMarks.Place.words(RuleFile.read(reading.resolve("secrecy-places.tsv"))),
        anyOf(RuleFile.read(reading.resolve("clutter.txt"))),
        phrases(reading));
  }

  /**
   * @param reading the folder {@code config/reading}
   */
  static Phrases phrases(Path reading) {
    return Phrases.of(
        WORDS.stream()
            .map(name -> RuleFile.read(reading.resolve("words-" + name + ".txt")))
            .toList());
  }

  /**
   * @param reading the folder {@code config/reading}
   */
  static Folding folding(Path reading) {
    return Folding.of(
        RuleFile.read(reading.resolve("traditional.txt")).lines().stream()
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .toList());
  }

  private static Pattern anyOf(RuleFile file) {
    List<String> patterns = file.patterns().stream().map(Pattern::pattern).toList();
    return Pattern.compile("(?:" + String.join("|", patterns) + ")");
  }

  private static People people(RuleFile file) {
    List<String> surnames = new ArrayList<>();
    List<String> offices = new ArrayList<>();
    for (List<String> row : file.rows(2)) {
      switch (row.get(0)) {
        case "surnames" ->
            row.get(1).codePoints().mapToObj(Character::toString).forEach(surnames::add);
        case "surname" -> surnames.add(row.get(1));
        case "office" -> offices.add(row.get(1));
        default -> throw new IllegalArgumentException("people.tsv: unknown entry " + row.get(0));
      }
    }
    return People.of(surnames, offices);
  }

  /** Folds script and width; shared with whoever compares texts. */
  public Folding folding() {
    return folding;
  }

  KindRules kinds() {
    return kinds;
  }

  KindReader kindReader() {
    return kindReader;
  }

  /** The places a text names. */
  Places places(Sheet sheet, Tail tail, String source, String raw) {
    PlaceOfOrigin origin =
        PlaceOfOrigin.of(source, raw, gazetteer, phrases, fieldOffices(sheet.compact()));
    return new Places(gazetteer, placeNames(), sheet, tail.end(), origin);
  }

  /**
   * Offices of cities in their districts, by their names.
   *
   * @param compact the text that may name them, folded and without blanks
   */
  FieldOffices fieldOffices(String compact) {
    return new FieldOffices(officeForms, compact);
  }

  /** What names of places look like, apart from any text. */
  PlaceNames placeNames() {
    return new PlaceNames(gazetteer, noPlaces, phrases);
  }

  FormerNames formerNames() {
    return formerNames;
  }

  Topics topics() {
    return topics;
  }

  List<DateConflicts.Era> eras() {
    return eras;
  }

  /** Words that show that a part was withheld. */
  List<Clue> cutMarks() {
    return cutMarks;
  }

  /** Words by which a page shows that it is a copy. */
  List<Clue> mirrors() {
    return mirrors;
  }

  /** Words with which a text announces points. */
  List<Clue> announced() {
    return announced;
  }

  /** Words by which parts of a paper are told. */
  Phrases phrases() {
    return phrases;
  }

  /** Reads what a web page prints over a paper. */
  WebHeader webHeader() {
    return webHeader;
  }

  /** Finds sessions. */
  SessionReader sessions() {
    return sessions;
  }

  /** Tells the notes under a title. */
  NoteLines noteLines() {
    return noteLines;
  }

  /** What is said before a mark of secrecy that was found there. */
  String secrecyFound(SecrecyMarks.Place place) {
    return Objects.requireNonNull(secrecyPlaces.get(place), "words() saw to it");
  }

  /** Reads the number of a paper. */
  NumberReader numbers() {
    return numbers;
  }

  /** Tells a mark of secrecy on a line. */
  SecrecyLine secrecy() {
    return secrecy;
  }

  Organs organs() {
    return organs;
  }

  People people() {
    return people;
  }

  /** Whether a title cannot end with these words, but goes on on the next line. */
  boolean isUnfinished(CharSequence title) {
    return unfinished.matcher(title).find() || !TitleWords.isBalanced(title);
  }

  /** The body whose leading meeting these words name: 某市人大常委会主任会议 is the standing committee's. */
  String withoutLeadingMeeting(String body) {
    return leadingMeeting.matcher(body).replaceFirst("");
  }

  /** Whether a whole line, folded, is what a web page adds. */
  boolean isClutter(String words) {
    String single = words.contains("  ") ? words.replaceAll(" {2,}", " ") : words;
    return clutter.matcher(single).matches();
  }
}
