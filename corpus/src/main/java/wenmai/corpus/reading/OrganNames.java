package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Region;

/**
 * Writes the name of an organ out in full as one text means it (机关全称): 市人大常委会 becomes
 * 棠州市人民代表大会常务委员会 where the text is of 棠州市, terms (第十五届) and short forms go.
 */
final class OrganNames {
  private static final String NUMERAL = "[0-9〇零一二三四五六七八九十百]{1,4}";
  private static final Pattern LEADING_TERM = Pattern.compile("^第" + NUMERAL + "届");

  private static final Pattern AUTONOMOUS = Pattern.compile("^自治[区州县旗]");

  private static final int LONGEST_PLACE = 16;

  private final ReadingRules rules;
  private final Organs organs;
  private final Phrases phrases;
  private final Places places;
  private final String compact;
  private final Supplied wanted;

  /** The place the paper is known to be of though its words do not say so. */
  private final Optional<String> known;

  OrganNames(ReadingRules rules, Places places, String compact) {
    this(rules, places, compact, Supplied.FROM_TEXT, Optional.empty());
  }

  private OrganNames(
      ReadingRules rules, Places places, String compact, Supplied wanted, Optional<String> known) {
    this.rules = rules;
    this.phrases = rules.phrases();
    this.known = known;
    this.wanted = wanted;
    this.organs = rules.organs();
    this.places = places;
    this.compact = compact;
  }

  /**
   * A name as it is meant.
   *
   * @param supplied whether the place was taken from elsewhere in the text
   */
  record Full(String name, Supplied supplied) {}

  /** Where the place in a name comes from. */
  enum Supplied {
    STATED,
    FROM_TEXT,
    /** From nowhere: the name begins with the level (州人民代表大会常务委员会). */
    NOWHERE
  }

  /** The same for organs of which the paper does not say of what place they are. */
  OrganNames withoutPlaces() {
    return new OrganNames(rules, places, compact, Supplied.NOWHERE, Optional.empty());
  }

  /** The same for a paper of this place, of which its words do not tell. */
  OrganNames of(String place) {
    return new OrganNames(rules, places, compact, Supplied.FROM_TEXT, Optional.of(place));
  }

  /** The full name, or empty where the text does not show which organ of that name it is. */
  Optional<Full> full(String printed) {
    return asPrinted(printed).map(full -> new Full(places.inFull(full.name()), full.supplied()));
  }

  private Optional<Full> asPrinted(String printed) {
    String bare = organs.bare(printed);
    String name = bare.startsWith("第") ? LEADING_TERM.matcher(bare).replaceFirst("") : bare;
    Matcher relative = phrases.any("relative-names").matcher(name);
    Matcher town = phrases.any("relative-names-of-towns").matcher(name);
    if (town.find()) {
      return placed(town.group("level"), name.substring(town.end()));
    }
    Matcher own = phrases.any("own-names").matcher(name);
    if (own.find()) {
      return placed(own.group("level"), name.substring(own.end()));
    }
    if (relative.find()) {
      return placed(relative.group("level"), name.substring(relative.end()));
    }
    Matcher autonomous = AUTONOMOUS.matcher(name);
    if (autonomous.find()) {
      return placed(autonomous.group(), name.substring(autonomous.end()));
    }
    if (phrases.any("committees-for-a-session").matcher(name).matches()) {
      return ofSession(name);
    }
    if (phrases.any("inquiries").matcher(name).find()) {
      return inquiry(name);
    }
    if (phrases.any("partial-names").matcher(name).find()) {
      return fuller(name);
    }
    return ofCongress(name).or(() -> Optional.of(new Full(written(name), Supplied.STATED)));
  }

  /** 城乡建设与环境资源保护委员会 is the congress's where the text has 市人大 before that name elsewhere. */
  private Optional<Full> ofCongress(String name) {
    if (!phrases.any("committees-of-some-body").matcher(name).matches()
        || !places.chainAt(name, PlaceNames.Lenience.ANYWHERE).isEmpty()) {
      return Optional.empty();
    }
    Matcher whole =
        Pattern.compile(phrases.any("congress-before-committee") + Pattern.quote(name))
            .matcher(compact);
    return whole.find()
        ? placed(whole.group().substring(0, 1), whole.group().substring(1))
        : Optional.empty();
  }

  /** 议案审查委员会 is that of the session the paper names first. */
  private Optional<Full> ofSession(String committee) {
    Matcher session = phrases.any("session-of-names").matcher(compact);
    if (!session.find()) {
      return Optional.empty();
    }
    String rest =
        "第" + session.group("term") + "届人民代表大会第" + session.group("sitting") + "次会议" + committee;
    String before =
        compact.substring(Math.max(0, session.start() - LONGEST_PLACE), session.start());
    String place = places.trimmed(before);
    Optional<Full> relative =
        before.isEmpty() ? Optional.empty() : placed(before.substring(before.length() - 1), rest);
    return places.isBorneOut(place)
        ? Optional.of(new Full(place + rest, Supplied.FROM_TEXT))
        : relative;
  }

  private Optional<Full> placed(String level, String rest) {
    if (wanted == Supplied.NOWHERE) {
      return Optional.of(new Full(written(level + rest), Supplied.NOWHERE));
    }
    return places
        .mostNamedEnding(level)
        .or(() -> places.origin().place(level))
        .or(() -> known.filter(place -> Region.of(place).isOf(level)))
        .map(place -> new Full(written(place + rest), Supplied.FROM_TEXT));
  }

  /** 蓼泊市…调查委员会 is that of the standing committee there, whether it names the place or not. */
  private Optional<Full> inquiry(String name) {
    List<String> chain = places.chainAt(name, PlaceNames.Lenience.ANYWHERE);
    String place = String.join("", chain);
    return chain.isEmpty() || !places.isBorneOut(chain.getLast())
        ? fuller(name)
        : Optional.of(
            new Full(place + "人民代表大会常务委员会" + name.substring(place.length()), Supplied.FROM_TEXT));
  }

  /** A name without its place: the text names it in full elsewhere, or there is but one place. */
  private Optional<Full> fuller(String name) {
    String full = organs.full(name);
    String body =
        full.startsWith("人民代表大会")
            ? full
            : full.startsWith("常") ? "人民代表大会" + full.replaceFirst("^常委会", "常务委员会") : full;
    Matcher matcher =
        Pattern.compile(
                "((?:(?!人民代表大会)[\\u4e00-\\u9fff]){2,14}人民代表大会(?:常务委员会)?)" + Pattern.quote(body))
            .matcher(compact);
    if (matcher.find()) {
      String prefix = matcher.group(1);
      for (int at = 0; at < prefix.length() - 2; at++) {
        if (!places.chainAt(prefix.substring(at), PlaceNames.Lenience.BEFORE_ORGAN).isEmpty()) {
          return Optional.of(new Full(written(prefix.substring(at) + body), Supplied.FROM_TEXT));
        }
      }
    }
    String committee = body.startsWith("人民代表大会") ? body : "人民代表大会常务委员会" + body;
    return places
        .mostNamed()
        .or(() -> known.filter(place -> !PlaceNames.isTown(place)))
        .map(place -> new Full(written(place + committee), Supplied.FROM_TEXT));
  }

  /** Short forms written out, the term left out unless a meeting is the organ. */
  private String written(String name) {
    String full = organs.full(name);
    boolean ofMeeting = phrases.any("name-meetings").matcher(full).find() && !full.contains("委员会");
    if (ofMeeting || phrases.any("committees-of-a-session").matcher(full).find()) {
      return full;
    }
    String bare = phrases.any("name-sittings").matcher(full).replaceFirst("");
    return organs.full(phrases.any("name-terms").matcher(bare).replaceAll(""));
  }

  /** The body of a note under a title: without term and session. */
  String ofNote(String body) {
    String full = organs.full(phrases.any("name-sittings").matcher(body).replaceFirst(""));
    return organs.full(phrases.any("name-terms").matcher(full).replaceAll(""));
  }
}
