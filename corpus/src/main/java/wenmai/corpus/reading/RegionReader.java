package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;
import wenmai.corpus.text.Span;
import wenmai.corpus.version.AmendmentEvent;
import wenmai.corpus.version.AmendmentNote;

/**
 * Reads the area of a paper (地区): that of its organ, else the one its title or its text is about.
 * National bodies have 全国.
 */
final class RegionReader {
  private static final String NATION = "全国";

  private static final int HEADING = 400;

  private final Draft draft;
  private final Phrases phrases;

  private final Optional<String> printed;

  /**
   * @param printed the organ as printed, where the paper does not say of what place it is
   */
  RegionReader(Draft draft, Optional<String> printed) {
    this.phrases = draft.rules().phrases();
    this.draft = draft;
    this.printed = printed;
  }

  Optional<Fact<Region>> read(Optional<Fact<Organ>> organ) {
    linkApprovers();
    return organ
        .flatMap(this::ofOrgan)
        .or(this::ofTitle)
        .or(this::ofOwnPage)
        .or(this::ofRest)
        .filter(region -> organ.isPresent() || !isShortened(region.value().name()));
  }

  /** 岑江州 is said for 岑江某族自治州, whose name other papers tell. */
  private boolean isShortened(String name) {
    return name.endsWith("州") && !name.endsWith("自治州") && !draft.places().isPrefecture(name);
  }

  private Optional<Fact<Region>> ofRest() {
    return ofHeading().or(this::ofTextOrFolder);
  }

  /** 某市第十五届人民代表大会第三次会议代表建议 over the title: a line that begins with a congress's place. */
  private Optional<Fact<Region>> ofHeading() {
    for (Head.Entry entry : draft.head().entries()) {
      String words = entry.line().compact();
      List<String> chain = draft.places().chainAt(words, PlaceNames.Lenience.BEFORE_ORGAN);
      String behind = words.substring(String.join("", chain).length());
      if (!chain.isEmpty() && phrases.any("congress-behind-place").matcher(behind).lookingAt()) {
        return Optional.of(
            Fact.inferred(
                draft.places().region(chain), draft.sheet().evidence(entry.line()), 0.85));
      }
    }
    return Optional.empty();
  }

  private Optional<Fact<Region>> ofTextOrFolder() {
    Optional<String> level = relativeLevel();
    return level.isPresent()
        ? draft
            .places()
            .mostNamedEnding(level.get())
            .flatMap(this::named)
            .or(() -> ofFolder(level.get()))
            .or(this::ofPress)
        : ofText()
            .or(() -> ofFolder(""))
            .or(this::ofPress)
            .or(this::ofLevelSpokenOf)
            .or(this::ofStreet);
  }

  /** Where the text names no place, the folder it came from may be named after one. */
  private Optional<Fact<Region>> ofFolder(String level) {
    return draft
        .places()
        .origin()
        .folder(level)
        .map(place ->
            Fact.inferred(
                draft.places().region(List.of(place)), new Evidence.InFileName(place), 0.5));
  }

  /** 市人大常委会 in a piece on the site, or from the account, of the congress of 棠州市. */
  private Optional<Fact<Region>> ofOwnPage() {
    if (draft.kind() != Kind.NEWS) {
      return Optional.empty();
    }
    String compact = draft.sheet().compact();
    Matcher spoken =
        phrases
            .any("level-spoken-of")
            .matcher(compact)
            .region(0, Math.min(compact.length(), HEADING * 3));
    return spoken.find()
        ? draft
            .places()
            .origin()
            .own(spoken.group("level"))
            .map(place -> {
              Span span = draft.sheet().spanOfCompact(spoken.start("level"), spoken.end());
              return Fact.inferred(
                  draft.places().region(List.of(place)), draft.sheet().evidence(span), 0.6);
            })
        : Optional.empty();
  }

  /** 区人大常委会 on a page of 汀浦发布. */
  private Optional<Fact<Region>> ofPress() {
    String compact = draft.sheet().compact();
    Matcher spoken =
        phrases
            .any("level-spoken-of")
            .matcher(compact)
            .region(0, Math.min(compact.length(), HEADING * 3));
    if (!spoken.find()) {
      return Optional.empty();
    }
    Span span = draft.sheet().spanOfCompact(spoken.start("level"), spoken.end());
    return draft
        .places()
        .origin()
        .ofPress(spoken.group("level"))
        .map(place ->
            Fact.inferred(
                draft.places().region(List.of(place)), draft.sheet().evidence(span), 0.5));
  }

  /** 市人大常委会会议厅 in a text that names one city, by its rules. */
  private Optional<Fact<Region>> ofLevelSpokenOf() {
    Matcher spoken = phrases.any("level-spoken-of").matcher(draft.sheet().compact());
    return spoken.find()
        ? draft.places().mostNamedEnding(spoken.group("level")).flatMap(this::named)
        : Optional.empty();
  }

  /** 街道办事处 in a piece that names one street as a body's. */
  private Optional<Fact<Region>> ofStreet() {
    String compact = draft.sheet().compact();
    Optional<MatchResult> named = phrases.sifted("street-named").in(compact).from(0);
    if (named.isEmpty() || phrases.sifted("street-alone").in(compact).from(0).isEmpty()) {
      return Optional.empty();
    }
    MatchResult street = named.get();
    Span span = draft.sheet().spanOfCompact(street.start("name"), street.end("name"));
    return Optional.of(
        Fact.inferred(Region.of(street.group("name")), draft.sheet().evidence(span), 0.5));
  }

  /** A province approves what its cities pass, so the passing body's place lies within it. */
  private void linkApprovers() {
    Optional<String> city =
        draft.notes().adoption().flatMap(AmendmentNote::body).flatMap(this::place);
    draft
        .notes()
        .first(AmendmentEvent.APPROVED)
        .flatMap(AmendmentNote::body)
        .flatMap(this::place)
        .ifPresent(above -> city.ifPresent(name -> draft.places().within(name, above)));
  }

  private Optional<String> place(String body) {
    List<String> chain = draft.places().chainAt(body, PlaceNames.Lenience.BEFORE_ORGAN);
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.getLast());
  }

  private Optional<Fact<Region>> ofOrgan(Fact<Organ> organ) {
    String name = organ.value().name();
    if (isNational(name) || name.contains("届全国人民代表大会")) {
      return Optional.of(
          new Fact<>(Region.of(NATION), organ.evidence(), 0.98, Fact.Origin.INFERRED));
    }
    String bare = phrases.any("before-places").matcher(name).replaceFirst("");
    List<String> chain = draft.places().chainAt(bare, PlaceNames.Lenience.ANYWHERE);
    List<String> area =
        DevelopmentZone.of(bare.substring(String.join("", chain).length()))
            .or(() -> ofFieldOffice(name))
            .map(zone -> with(chain, zone))
            .orElse(chain);
    return area.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fact<>(
                draft.places().region(area), organ.evidence(), organ.confidence(), organ.origin()));
  }

  /** 某市公安局榆关分局 works in the district it is named after. */
  private Optional<String> ofFieldOffice(String organ) {
    FieldOffices offices = draft.rules().fieldOffices(organ);
    String compact = draft.sheet().compact();
    return Stream.of("区", "县")
        .flatMap(level -> offices.place(level).stream())
        .filter(compact::contains)
        .findFirst()
        .or(() -> {
          Matcher body = phrases.any("level-of-body").matcher(compact);
          return body.find() ? offices.place(body.group("level")) : Optional.empty();
        });
  }

  private static List<String> with(List<String> above, String name) {
    return Stream.concat(above.stream(), Stream.of(name)).toList();
  }

  private Optional<Fact<Region>> ofTitle() {
    if (draft.title().isEmpty()) {
      return Optional.empty();
    }
    Title title = draft.title().get();
    String words =
        phrases
            .any("before-title-places")
            .matcher(title.compact().replaceFirst("^《", ""))
            .replaceFirst("");
    List<String> chain = draft.places().chainAt(words, PlaceNames.Lenience.ANYWHERE);
    if (!chain.isEmpty() && isPlace(chain)) {
      return Optional.of(Fact.read(draft.places().region(chain), evidence(title), 0.9));
    }
    for (Pattern form : List.of(phrases.any("special-zones"), phrases.any("free-trade-zones"))) {
      Matcher matcher = form.matcher(words);
      if (matcher.find()) {
        Optional<String> place = draft.places().named(matcher.group("stem"));
        if (place.isPresent()) {
          return place.map(
              name -> Fact.inferred(draft.places().region(List.of(name)), evidence(title), 0.85));
        }
      }
    }
    boolean national = isNational(words);
    return national
        ? Optional.of(Fact.inferred(Region.of(NATION), evidence(title), 0.95))
        : Optional.empty();
  }

  /** A name at the head of a title is a place if it is a real one or the text bears it out. */
  private boolean isPlace(List<String> chain) {
    String name = chain.getLast();
    return draft.places().isBorneOut(name)
        || (draft.kind().isNorm()
            && phrases.any("own-area").matcher(draft.sheet().compact()).find());
  }

  private Evidence evidence(Title title) {
    return draft.sheet().evidence(title.span());
  }

  /**
   * 市十五届人大二次会议第112号建议: the city the text speaks of. Where it speaks of none, another place that it
   * names is not it.
   */
  private Optional<String> relativeLevel() {
    Optional<Matcher> organ =
        printed.map(name -> phrases.any("level-in-title").matcher(name)).filter(Matcher::find);
    if (organ.isPresent()) {
      return organ.map(level -> level.group("level"));
    }
    Matcher title =
        phrases.any("level-in-title").matcher(draft.title().map(Title::compact).orElse(""));
    if (title.find()) {
      return Optional.of(title.group("level"));
    }
    String compact = draft.sheet().compact();
    Matcher matcher =
        phrases
            .any("level-of-session")
            .matcher(compact)
            .region(0, Math.min(compact.length(), HEADING));
    return matcher.find() ? Optional.of(matcher.group("level")) : Optional.empty();
  }

  /** Of a norm without maker and place in its title: local where it speaks of 本市, else national. */
  private Optional<Fact<Region>> ofText() {
    if (draft.kind().isNorm()) {
      Matcher own = phrases.any("own-area").matcher(draft.sheet().compact());
      return own.find()
          ? draft.places().mostNamedEnding(own.group("level")).flatMap(this::named)
          : nation();
    }
    return draft.places().mostNamed().flatMap(this::named);
  }

  private boolean isNational(String words) {
    return draft.rules().phrases().any("national-bodies").matcher(words).lookingAt();
  }

  private Optional<Fact<Region>> nation() {
    Matcher matcher =
        draft.rules().phrases().any("national-names").matcher(draft.sheet().compact());
    if (!matcher.find()) {
      return Optional.empty();
    }
    Span span = draft.sheet().spanOfCompact(matcher.start(), matcher.end());
    return Optional.of(Fact.inferred(Region.of(NATION), draft.sheet().evidence(span), 0.6));
  }

  private Optional<Fact<Region>> named(String place) {
    return draft
        .places()
        .firstMention(place)
        .map(span ->
            Fact.inferred(
                draft.places().region(List.of(place)),
                draft.sheet().evidence(draft.sheet().spanOfCompact(span.start(), span.end())),
                0.7));
  }
}
