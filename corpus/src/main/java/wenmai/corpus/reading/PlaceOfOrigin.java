package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenmai.corpus.text.SiftedPattern;

/**
 * The place where a paper comes from (来源地), for papers that name none: the folders of its path, or
 * the site whose name a page prints (汐州人大网).
 */
final class PlaceOfOrigin {
  private static final Pattern FOLDER = Pattern.compile("[\\u4e00-\\u9fff]{2,4}[省市县区州旗]");

  private static final List<String> LEVELS = List.of("省", "市", "县", "区", "州", "旗");
  private static final String OF_PAPERS = "省市州盟";

  /** A page prints the name of its site at its head or its foot. */
  private static final int EDGE = 600;

  private final List<String> folders;
  private final Optional<String> stem;

  /** Places that may be meant by 市 on this page: of the site's stem, of the newspaper's. */
  private final List<String> own;

  private final Optional<String> press;
  private final boolean newspaper;
  private final FieldOffices offices;

  private PlaceOfOrigin(
      List<String> folders,
      Optional<String> stem,
      List<String> own,
      Optional<String> press,
      boolean newspaper,
      FieldOffices offices) {
    this.offices = offices;
    this.folders = folders;
    this.stem = stem;
    this.own = own;
    this.press = press;
    this.newspaper = newspaper;
  }

  /**
   * @param source path of the file
   * @param raw the text as it came, before anything of the page was taken out
   * @param offices that the text names
   */
  static PlaceOfOrigin of(
      String source, String raw, Gazetteer gazetteer, Phrases phrases, FieldOffices offices) {
    SiftedPattern local = phrases.sifted("local-press");
    String edges = edges(raw);
    Optional<MatchResult> press = press(edges, local);
    Optional<String> stem = stem(edges, phrases);
    return new PlaceOfOrigin(
        folders(source, gazetteer),
        stem,
        own(stem, raw, edges, local),
        press.map(found -> found.group("stem")),
        press.filter(found -> found.group("paper") != null).isPresent(),
        offices);
  }

  /** The first who is not a newspaper: those of a county call their pages 新闻网 as well. */
  private static Optional<MatchResult> press(String edges, SiftedPattern local) {
    if (!local.mayBeIn(edges)) {
      return Optional.empty();
    }
    List<MatchResult> all = local.pattern().matcher(edges).results().toList();
    return all.stream()
        .filter(found -> found.group("paper") == null)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static String edges(String raw) {
    String head = raw.substring(0, Math.min(EDGE, raw.length()));
    return head + "\n" + raw.substring(Math.max(head.length(), raw.length() - EDGE));
  }

  private static List<String> folders(String source, Gazetteer gazetteer) {
    List<String> names = new ArrayList<>();
    String[] segments = source.split("/", -1);
    for (int i = 0; i < segments.length - 1; i++) {
      if (gazetteer.knows(segments[i]) || FOLDER.matcher(segments[i]).matches()) {
        names.add(segments[i]);
      }
    }
    return List.copyOf(names);
  }

  private static Optional<String> stem(String edges, Phrases phrases) {
    SiftedPattern sites = phrases.sifted("congress-sites");
    String never = phrases.letters("no-letters-of-sites");
    Matcher site = sites.pattern().matcher(edges);
    while (sites.mayBeIn(edges) && site.find()) {
      String stem = site.group("stem");
      if (stem.chars().noneMatch(c -> never.indexOf(c) >= 0)) {
        return Optional.of(stem);
      }
    }
    return Optional.empty();
  }

  private static List<String> own(
      Optional<String> site, String raw, String edges, SiftedPattern local) {
    Stream<String> named =
        site.stream()
            .flatMap(name -> LEVELS.stream().map(level -> name + level))
            .filter(raw::contains);
    Stream<String> papers =
        local
            .pattern()
            .matcher(edges)
            .results()
            .filter(found -> found.group("paper") != null)
            .map(found -> found.group("stem"))
            .flatMap(name -> OF_PAPERS.chars().mapToObj(level -> name + (char) level));
    return Stream.concat(named, local.mayBeIn(edges) ? papers : Stream.empty()).distinct().toList();
  }

  /**
   * The place of this level after which the congress's site or account is named, if the page names
   * it, else that of the newspaper.
   */
  Optional<String> own(String level) {
    return own.stream().filter(name -> name.endsWith(level)).findFirst();
  }

  /** The lowest folder named after a place of this level; of any where it is empty. */
  Optional<String> folder(String level) {
    return folders.stream().filter(name -> name.endsWith(level)).reduce((first, last) -> last);
  }

  /** The place of this level (市, 县) after which the folder, an office or else the site is named. */
  Optional<String> place(String level) {
    return folder(level).or(() -> offices.place(level)).or(() -> stem.map(name -> name + level));
  }

  /**
   * The place of this level after which the site or the newspaper is named that printed the page.
   */
  Optional<String> ofPress(String level) {
    boolean fits = !newspaper || OF_PAPERS.contains(level);
    return stem.or(() -> press.filter(name -> fits)).map(name -> name + level);
  }
}
