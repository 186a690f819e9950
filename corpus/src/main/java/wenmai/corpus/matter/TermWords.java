package wenmai.corpus.matter;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import wenmai.corpus.text.SiftedPattern;

/**
 * By which words a sentence is known to speak of a day and to set no term by it (期限判读用词), from
 * {@code config/matters/terms.conf}. Immutable.
 *
 * @param unknownStart a pattern of what ends on a day that nobody knows yet: 完工后十日内
 * @param ahead what shows that a day lies ahead
 * @param validity how long a text is valid
 * @param missed a day that was missed, within a clause
 * @param broken a clause that tells of a term as broken
 * @param brokenAlone one that tells it of what stands in the clause before it
 * @param done a day of something that is told as done
 * @param always what is done again and again
 * @param fromEffect a term that counts from the day on which a rule takes effect
 * @param limits by which a day is the last of a term
 */
record TermWords(
    String unknownStart,
    Pattern ahead,
    Pattern validity,
    Pattern missed,
    Pattern broken,
    Pattern brokenAlone,
    Pattern done,
    Pattern always,
    SiftedPattern fromEffect,
    NamedPatterns limits) {
  private static final Pattern TITLE = Pattern.compile("《[^《》]{1,120}+》");
  private static final Pattern CLAUSE = Pattern.compile("[^,，;；]*+[,，;；]?+");

  /** A day, a month, a part of a year. */
  private static final String TIME =
      "(?:(?:[12][0-9]{3}|本|当|今|同|去|上)年)?"
          + "(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|年|[上下]半年|第?[一二三四1-4]季度)"
          + "(?:[底末初终份]|[上中下]旬)?(?:之前|以前|前|内)?";

  /**
   * @throws ConfigException if something lacks or is no pattern; the message names file and line
   */
  static TermWords read(Config config) {
    String verbs = String.join("|", config.getStringList("done-verbs"));
    String told = config.getString("done").replace("<verbs>", verbs);
    String before = config.getString("done-before");
    return new TermWords(
        config.getStringList("unknown-start").stream().collect(Collectors.joining("|")),
        pattern(config, "ahead", config.getString("ahead")),
        pattern(config, "validity", config.getString("validity")),
        pattern(config, "missed", config.getString("missed")),
        pattern(config, "broken", config.getString("broken")),
        pattern(config, "broken-alone", config.getString("broken-alone")),
        pattern(config, "done", "(?<=" + before + ")" + TIME + "|" + TIME + "(?=" + told + ")"),
        pattern(config, "always", config.getString("always")),
        SiftedPattern.of(pattern(config, "from-effect", config.getString("from-effect"))),
        NamedPatterns.read(config.getConfig("limits")));
  }

  private static Pattern pattern(Config config, String path, String words) {
    try {
      return Pattern.compile(words);
    } catch (PatternSyntaxException e) {
      throw new ConfigException.BadValue(
          config.getValue(path).origin(),
          path,
          "no regular expression (" + e.getDescription() + "); close what is open, or escape it",
          e);
    }
  }

  /** Whether a term counts from the day on which a rule takes effect. */
  boolean countsFromEffect(String sentence) {
    return fromEffect.isIn(sentence);
  }

  /** Whether what stands before a day without a year shows that it is yet to come. */
  boolean isAhead(String before) {
    return ahead.matcher(before).find();
  }

  /**
   * A sentence without the days that set no term: of what was broken, missed or done.
   *
   * @param promises whether it may promise something, which what is done every year does not
   */
  String open(String sentence, boolean promises) {
    List<String> clauses = new ArrayList<>();
    Matcher clause = CLAUSE.matcher(sentence);
    while (clause.find() && clause.end() > clause.start()) {
      String words = clause.group();
      boolean isBroken = broken.matcher(words).find();
      if (isBroken && !clauses.isEmpty() && brokenAlone.matcher(words).find()) {
        clauses.removeLast();
      }
      if (!isBroken) {
        clauses.add(words);
      }
    }
    String kept = done.matcher(String.join("", clauses)).replaceAll("");
    return promises ? always.matcher(kept).replaceAll("") : kept;
  }

  /** Words without what never sets a term: a year within a title, a validity, a day missed. */
  String setting(String words) {
    String untitled = TITLE.matcher(words).replaceAll("《》");
    String kept = validity.matcher(untitled).replaceAll("有效期");
    return missed.matcher(kept).replaceAll("");
  }
}
