package wenmai.corpus.reading;

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

  boolean has(String words) {
    return never.contains(words);
  }

  /** Whether words before this level (市, 县, 镇 …) are known for no place. */
  boolean has(String words, char level) {
    return never.contains(words) || (PlaceNames.TOWNS.indexOf(level) < 0 && common.contains(words));
  }
}
