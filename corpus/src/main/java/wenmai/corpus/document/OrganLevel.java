package wenmai.corpus.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** On which level of the administration an organ stands (机关层级), by the area that is its own. */
public enum OrganLevel {
  NATIONAL("national"),
  PROVINCE("province"),
  PREFECTURE("prefecture"),
  COUNTY("county"),
  TOWNSHIP("township");

  private static final Set<String> MUNICIPALITIES = Set.of("北京市", "天津市", "上海市", "重庆市");
  private static final String TOWNSHIPS = "镇|乡|街道|苏木";
  private static final String PREFECTURES = "地区|自治州|盟|州";
  private static final String COUNTIES = "县|区|旗";

  private final String key;

  OrganLevel(String key) {
    this.key = key;
  }

  /** Its name in JSON. */
  public String key() {
    return key;
  }

  public static Optional<OrganLevel> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }

  /** 直辖市: a city that is a province. */
  public static boolean isMunicipality(String place) {
    return MUNICIPALITIES.contains(place);
  }

  /**
   * The level of the organ of an area, by the form of its name and what stands above it. A city of
   * which nothing above is known may be either of two levels, and has none.
   */
  public static Optional<OrganLevel> of(Region area) {
    List<String> path = area.path();
    String name = area.name();
    if (name.equals("全国")) {
      return Optional.of(NATIONAL);
    }
    if (isMunicipality(name) || name.matches(".+(?:省|自治区|特别行政区)")) {
      return Optional.of(PROVINCE);
    }
    if (name.matches(".+(?:" + TOWNSHIPS + ")")) {
      return Optional.of(TOWNSHIP);
    }
    if (name.endsWith("市")) {
      return path.size() < 2 ? Optional.empty() : Optional.of(ofCity(path.get(path.size() - 2)));
    }
    if (name.matches(".+(?:" + PREFECTURES + ")")) {
      return Optional.of(PREFECTURE);
    }
    return name.matches(".+(?:" + COUNTIES + ")") ? Optional.of(COUNTY) : Optional.empty();
  }

  private static OrganLevel ofCity(String above) {
    return above.matches(".+(?:省|自治区)") ? PREFECTURE : COUNTY;
  }
}
