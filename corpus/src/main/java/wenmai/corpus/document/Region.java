package wenmai.corpus.document;

import java.util.List;
import java.util.Optional;

/**
 * An administrative area (行政区域) with those above it, as far as they are known: 槐南省/棠州市/汀浦区.
 * National bodies are {@code 全国}.
 *
 * @param path from the top down; the last is the area itself
 */
public record Region(List<String> path) {
  private static final String AUTONOMOUS_REGION = "自治区";
  private static final String LEVELS = "省市县区州旗盟镇乡";

  public Region {
    path = List.copyOf(path);
    if (path.isEmpty()
        || path.stream().anyMatch(name -> name.isBlank() || name.indexOf('/') >= 0)) {
      throw new IllegalArgumentException("not a region: " + path);
    }
  }

  public static Region of(String... path) {
    return new Region(List.of(path));
  }

  public static Region parse(String printed) {
    return new Region(List.of(printed.split("/")));
  }

  /** Its own name, without those above it. */
  public String name() {
    return path.getLast();
  }

  /**
   * What its name says that it is: 省, 市, 县, 区, 州, 旗, 盟, 镇, 乡, or 自治区, which is no 区; none for 全国
   * and for a zone without such a word.
   */
  public Optional<String> level() {
    String name = name();
    if (name.endsWith(AUTONOMOUS_REGION)) {
      return Optional.of(AUTONOMOUS_REGION);
    }
    String last = name.substring(name.length() - 1);
    return LEVELS.contains(last) ? Optional.of(last) : Optional.empty();
  }

  /** Whether a paper that speaks of this level (县, 自治县) may mean it. */
  public boolean isOf(String level) {
    boolean district = level.equals("区");
    return name().endsWith(level) && !(district && name().endsWith(AUTONOMOUS_REGION));
  }

  @Override
  public String toString() {
    return String.join("/", path);
  }
}
