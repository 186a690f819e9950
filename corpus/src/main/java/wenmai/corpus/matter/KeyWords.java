package wenmai.corpus.matter;

import com.typesafe.config.Config;

/**
 * By which words it is told of which matter a paper is (标识判读用词), from {@code
 * config/matters/keys.conf}.
 *
 * @param serials numbers of suggestions and motions
 * @param works laws, rules and resolutions
 * @param areas places in whose matters a paper may be a step
 * @param titles what stands in titles beside the subject
 */
record KeyWords(
    NamedPatterns serials, NamedPatterns works, NamedPatterns areas, NamedPatterns titles) {
  /**
   * @throws com.typesafe.config.ConfigException if something lacks or is no pattern; the message
   *     names file and line
   */
  static KeyWords read(Config config) {
    return new KeyWords(
        NamedPatterns.read(config.getConfig("serials")),
        NamedPatterns.read(config.getConfig("works")),
        NamedPatterns.read(config.getConfig("areas")),
        NamedPatterns.read(config.getConfig("titles")));
  }
}
