package wenmai.corpus.reading;

import java.nio.file.Path;
import java.util.Set;

/**
 * Words that look like the name of a place and are none (非地名).
 *
 * @param never before any level
 * @param common everyday words, after which towns and townships may well be called (建设镇, 联合乡), but
 *     no province, city, county or district that the gazetteer does not know
 */
record NoPlaces(Set<String> never, Set<String> common) {
  NoPlaces {
    never = Set.copyOf(never);
    common = Set.copyOf(common);
  }

  /**
   * @param config the folder {@code config/}
   */
  static NoPlaces load(Path config) {
    Path gazetteer = config.resolve("gazetteer");
    return new NoPlaces(
        Set.copyOf(RuleFile.read(gazetteer.resolve("no-places.txt")).lines()),
        Set.copyOf(RuleFile.read(gazetteer.resolve("common-words.txt")).lines()));
  }

  boolean has(String words) {
    return never.contains(words);
  }

  /** Whether words before this level (市, 县, 镇 …) are known for no place. */
  boolean has(String words, char level) {
    return never.contains(words) || (PlaceNames.TOWNS.indexOf(level) < 0 && common.contains(words));
  }
}
