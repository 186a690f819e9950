package wenmai.corpus.matter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Region;
import wenmai.corpus.text.Folding;

/**
 * Says in the matters of which places a paper may be a step (所属地区): its own, and where it approves,
 * answers or inspects for another's, that one too. Pure.
 */
final class Jurisdictions {
  /** 某市, 某某族自治州; 州 alone ends short names only, for it stands within many (汐州市). */
  private static final String AREA =
      "(?:[\\p{IsHan}]{1,11}?(?:省|市|自治区|自治州|自治县|县|区|盟|旗|乡|镇)|[\\p{IsHan}]{1,4}?州)";

  /** 批准《某市…条例》, 关于《某市…条例》的审查报告, 受委托检查《某市…条例》: another region's matter goes on in this paper. */
  private static final Pattern REGION_NAMED =
      Pattern.compile(
          "(?:批准|受.{0,20}委托.{0,12}|^.{0,40}关于(?=《[^《》]{2,80}》.{0,8}审查(?:情况|结果|意见)?的?报告$))《("
              + AREA
              + ")");

  private static final String STREET = "街道";

  private static final int MOST_NAMED = 3;

  /** Characters; no area has a longer name, while what came with a paper may be anything. */
  private static final int LONGEST_NAME = 100;

  private static final Pattern BODY_NAMED =
      Pattern.compile(
          "(?:[《〈]|关于|^)(?!关于|对|[我本全各该])([\\p{IsHan}]{2,4}(?:市|县|区|旗|盟)|[\\p{IsHan}]{2,11}?(?:自治州|自治县|自治旗))(?=人民政府|人大|人民代表大会|第[一二三四五六七八九十]{1,3}届|[12][0-9]{3}年)");

  private static final int LETTER_HEAD_LINES = 12;
  private static final Pattern LETTER_TO =
      Pattern.compile("^(" + AREA + ")(?:人大|人民代表大会)[\\p{IsHan}、,]{0,40}:$");
  private static final Pattern FOR_ANOTHER = Pattern.compile("受.{0,20}委托.{0,12}(?:检查|调研|视察)");
  private static final Pattern REGION_ADDRESSED =
      Pattern.compile("^(" + AREA + ")(?=[\\p{IsHan}])");

  private final Folding folding;

  Jurisdictions(Folding folding) {
    this.folding = folding;
  }

  /** By the name of the region; empty where none is known. */
  Set<String> of(MatterPaper paper) {
    Set<String> names = new TreeSet<>();
    Optional<Region> own = paper.facts().value(FactKey.REGION).map(Jurisdictions::ofCongress);
    own.map(Region::name).ifPresent(names::add);
    String title =
        paper
            .facts()
            .value(FactKey.TITLE)
            .map(words -> PaperReading.compact(words, folding))
            .orElse("");
    first(REGION_NAMED, title).ifPresent(names::add);
    if (names.isEmpty()) {
      names.addAll(named(paper));
    }
    boolean forAnother = FOR_ANOTHER.matcher(title).find();
    if (forAnother) {
      own.ifPresent(region -> names.addAll(region.path()));
    }
    if (forAnother || isLetter(paper, title)) {
      names.addAll(addressed(paper));
    }
    for (String addressee : paper.facts().values(FactKey.ADDRESSEE)) {
      first(REGION_ADDRESSED, PaperReading.compact(addressee, folding))
          .filter(name -> name.length() > 2)
          .ifPresent(names::add);
    }
    names.removeIf(name -> name.length() > LONGEST_NAME);
    return names;
  }

  /** A street has no congress; what its bodies do, they do for the congress of the district. */
  static Region ofCongress(Region area) {
    List<String> path = area.path();
    return path.size() > 1 && area.name().endsWith(STREET)
        ? new Region(path.subList(0, path.size() - 1))
        : area;
  }

  private static boolean isLetter(MatterPaper paper, String title) {
    return title.endsWith("函")
        || (title.isEmpty()
            && paper.facts().value(FactKey.KIND).filter(Kind.LETTER::equals).isPresent());
  }

  /** The regions whose bodies a paper names that does not say where it is from; few, or none. */
  private Set<String> named(MatterPaper paper) {
    String text = PaperReading.compact(paper.text().get(), folding);
    Set<String> names = new TreeSet<>();
    Matcher matcher = BODY_NAMED.matcher(text);
    while (matcher.find() && names.size() <= MOST_NAMED) {
      names.add(matcher.group(1));
    }
    return names.size() <= MOST_NAMED ? names : Set.of();
  }

  /** The region a letter is written to, where it is another than its own: 槿湖区人大常委会办公室： */
  private Set<String> addressed(MatterPaper paper) {
    Set<String> names = new TreeSet<>();
    for (String line : paper.text().get().lines().limit(LETTER_HEAD_LINES).toList()) {
      first(LETTER_TO, PaperReading.compact(line, folding)).ifPresent(names::add);
    }
    return names;
  }

  private static Optional<String> first(Pattern pattern, String words) {
    Matcher matcher = pattern.matcher(words);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
