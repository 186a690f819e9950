package wenmai.corpus.matter;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of those who are appointed or appraised in the papers taken in (任免和评议对象), so that
 * papers of one person are known. Names are read only where a paper of that kind states them, and
 * looked for only in papers of that kind.
 */
final class PersonNames {
  private static final String NAME = "([\\p{IsHan}·]{2,8}?)";

  /** 普建华(彝族)为, 段玉芳(女,白族)为: what stands behind a name and is no part of it. */
  private static final Pattern NOTE =
      Pattern.compile(
          "(?<=[\\p{IsHan}·]{2})[(](?:男|女|[\\p{IsHan}]{1,6}族|[,，、]|[\\p{IsHan}]{1,4}党|无党派|[0-9]{4}年[0-9]{1,2}月生){1,5}[)]");

  /** 沈砚秋为汀浦区教育局局长; 霍远志同志任县交通运输局局长; 免去柯正山同志的; 卢伯年的…职务. */
  private static final Pattern APPOINTED =
      Pattern.compile(
          "(?:^|[;；:。,、]|任命|免去|决定|提名|接受)"
              + NAME
              + "(?:同志)?(?:为|任(?![命免])|辞去|的)(?=[^,;；。]{2,40}?(?:局长|主任|部长|院长|检察长|庭长|审判员|检察员|委员|秘书长|市长|县长|区长|省长|厅长|处长|科长|职务|组长|会长|科室))");

  private static final Pattern APPRAISED =
      Pattern.compile(
          "(?:局长|主任|部长|院长|检察长|庭长|市长|县长|区长|审判员|检察员|法官|检察官|对)([\\p{IsHan}·]{2,4}?)(?:同志)?(?:的)?(?:履职|履行职责|述职|任职)|(?:关于|对|评议)([\\p{IsHan}·]{2,4}?)同志");

  /** 确定县水务局局长岳明昭为2024年述职评议对象; 对副县长高山同志开展履职评议. */
  private static final Pattern CHOSEN =
      Pattern.compile(
          "(?:局长|主任|部长|院长|检察长|庭长|市长|县长|区长|镇长|审判员|检察员|法官|检察官|同志)([\\p{IsHan}·]{2,4}?)(?:同志)?(?=(?:、[\\p{IsHan}·]{2,24})?(?:作?为|列为|作|进行|开展)[^。;；]{0,20}(?:评议|述职))");

  private static final Pattern ADDRESSED = Pattern.compile("([\\p{IsHan}·]{2,4})同志:");
  private static final Set<String> FORMS =
      Set.of("任命", "免去", "决定", "决定任命", "决定免去", "提请", "同志", "上述", "现提请", "拟任", "本人");

  private static final Pattern BEFORE_NAME = Pattern.compile("^.{0,6}(?:任命|免去|提名|接受)");

  /** Papers whose title or address names who is appraised. */
  private static final List<String> APPRAISAL =
      List.of(
          "appraisal-opinion",
          "performance-report",
          "appraisal-investigation",
          "appraisal-rectification");

  private static final int SIGNED_WITHIN = 260;
  private static final int SIGNATURE = 40;

  /** 签发人：who lets a paper go out is not whom it is about. */
  private static final Pattern ISSUED_BY = Pattern.compile("签发人?:[\\p{IsHan}·]{2,4}");

  private final Map<String, Integer> papers = new TreeMap<>();

  /** Takes in the names a paper states; gives those that nobody stated before. */
  Set<String> add(PaperCard paper) {
    Set<String> fresh = new TreeSet<>();
    for (String name : stated(paper)) {
      if (papers.merge(name, 1, Integer::sum) == 1) {
        fresh.add(name);
      }
    }
    return fresh;
  }

  /** Leaves out a paper that was taken in; gives the names that nobody states now. */
  Set<String> remove(PaperCard paper) {
    Set<String> gone = new TreeSet<>();
    for (String name : stated(paper)) {
      if (papers.computeIfPresent(name, (each, count) -> count == 1 ? null : count - 1) == null) {
        gone.add(name);
      }
    }
    return gone;
  }

  private static Set<String> stated(PaperCard paper) {
    if (isAppointment(paper)) {
      return new TreeSet<>(paper.persons().appointed());
    }
    return APPRAISAL.stream().anyMatch(paper::plays)
        ? new TreeSet<>(paper.persons().appraised())
        : Set.of();
  }

  /** Whether it depends on one of these names whom a paper is about. */
  static boolean mentions(PaperCard paper, Set<String> some) {
    return some.stream()
        .anyMatch(name ->
            paper.persons().opening().contains(name) || paper.persons().ending().contains(name));
  }

  /**
   * What a paper says of persons.
   *
   * @param minutes whether it is minutes, which choose who is to be appraised
   */
  static PaperCard.Persons in(PaperReading paper, boolean minutes) {
    String words = ISSUED_BY.matcher(paper.title() + "|" + paper.head()).replaceAll("");
    String text = paper.compact();
    return new PaperCard.Persons(
        List.copyOf(appointed(paper)),
        List.copyOf(minutes ? chosen(paper) : appraised(paper)),
        words.substring(0, Math.min(SIGNED_WITHIN, words.length())),
        text.substring(Math.max(0, text.length() - SIGNATURE)));
  }

  private static boolean isAppointment(PaperCard paper) {
    return paper.plays("appointment-motion") || paper.plays("appointment-list");
  }

  private static Set<String> appointed(PaperReading paper) {
    Set<String> names = new LinkedHashSet<>();
    collect(APPOINTED, NOTE.matcher(paper.compact()).replaceAll(""), names);
    return names;
  }

  /** Whom minutes choose to be appraised. */
  private static Set<String> chosen(PaperReading paper) {
    Set<String> names = new LinkedHashSet<>();
    collect(CHOSEN, paper.compact(), names);
    return names;
  }

  private static Set<String> appraised(PaperReading paper) {
    Set<String> names = new LinkedHashSet<>();
    collect(APPRAISED, paper.title(), names);
    Matcher addressed = ADDRESSED.matcher(paper.head());
    while (addressed.find()) {
      for (int at = addressed.start(1); at + 2 <= addressed.end(1); at++) {
        if (paper.lineStartsAt(at)) {
          names.add(paper.head().substring(at, addressed.end(1)));
        }
      }
    }
    return names;
  }

  private static void collect(Pattern pattern, String words, Set<String> names) {
    Matcher matcher = pattern.matcher(words);
    int from = 0;
    while (matcher.find(from)) {
      String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      name = BEFORE_NAME.matcher(name).replaceFirst("");
      if (name.length() >= 2 && name.length() <= 6 && !FORMS.contains(name)) {
        names.add(name);
      }
      from = Math.max(matcher.end(), from + 1);
    }
  }

  /** The persons a paper of this step is about. */
  Set<Key> keys(Stage stage, PaperCard paper) {
    Collection<String> found =
        switch (stage.role()) {
          case "appointment-motion", "appointment-list" -> paper.persons().appointed();
          case "appraisal-opinion", "minutes" -> paper.persons().appraised();
          default -> signed(paper.persons());
        };
    Set<Key> keys = new LinkedHashSet<>();
    found.forEach(name -> keys.add(Key.of(Template.Identity.PERSON, name)));
    return keys;
  }

  /** The first known name in the first lines, else in the last: who speaks or signs. */
  private List<String> signed(PaperCard.Persons persons) {
    return firstIn(persons.opening())
        .or(() -> firstIn(persons.ending()))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<String> firstIn(String place) {
    Map<Integer, String> byPlace = new TreeMap<>();
    for (String name : papers.keySet()) {
      int at = place.indexOf(name);
      if (at >= 0) {
        byPlace.merge(at, name, (one, other) -> one.length() >= other.length() ? one : other);
      }
    }
    return byPlace.values().stream().findFirst();
  }
}
