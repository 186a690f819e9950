package wenmai.indexer.gazette;

import java.nio.file.Path;
import java.util.regex.Pattern;
import wenmai.corpus.reading.SecrecyRules;
import wenmai.corpus.text.SiftedPattern;
import wenmai.indexer.extract.RuleLines;

/**
 * How an issue of a gazette and its contents show (公报特征), from {@code config/extract/gazette.txt}.
 *
 * @param cover a line that says it is a gazette
 * @param heading the line over the contents
 * @param group a line over a group of entries
 * @param paper a line that has what titles of papers have
 * @param ends a line that ends as titles of papers do
 * @param order the number before an entry
 * @param chapter a line that begins as a chapter of one paper does
 * @param between a line that may stand between a paper's mark of secrecy and its title
 * @param marks tells such a mark
 */
record GazetteRules(
    SiftedPattern cover,
    Pattern heading,
    Pattern group,
    Pattern paper,
    Pattern ends,
    Pattern order,
    Pattern chapter,
    Pattern between,
    SecrecyRules marks) {

  /**
   * @param config the folder {@code config}
   * @throws IllegalArgumentException if a list lacks or a line is no pattern; the message names it
   */
  static GazetteRules read(Path config) {
    RuleLines rules = RuleLines.read(config.resolve("extract/gazette.txt"));
    Pattern kinds = rules.anyOf("kinds");
    return new GazetteRules(
        SiftedPattern.of(rules.anyOf("cover")),
        rules.anyOf("heading"),
        rules.anyOf("group"),
        Pattern.compile(".*(?:" + rules.anyOf("titles") + "|" + kinds + ").*"),
        Pattern.compile(".*" + kinds + "(?:[（(][^（()）]{0,30}[)）])?"),
        Pattern.compile("^" + rules.anyOf("order")),
        Pattern.compile(rules.anyOf("chapter") + ".*"),
        rules.anyOf("between"),
        SecrecyRules.load(config));
  }
}
