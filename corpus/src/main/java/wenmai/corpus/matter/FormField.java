package wenmai.corpus.matter;

import com.typesafe.config.Config;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a form says it is about, in a field of its own (表单事由栏): 督办事项│…│, 议题名称：…, from {@code
 * config/matters/forms.conf}. Immutable.
 */
final class FormField {
  /** What stands behind a label, unless the label stands by itself between blanks. */
  private static final String SEPARATORS = "】:：|│";

  private final Pattern titled;
  private final Pattern field;
  private final Pattern next;

  private FormField(Pattern titled, Pattern field, Pattern next) {
    this.titled = titled;
    this.field = field;
    this.next = next;
  }

  /**
   * @throws com.typesafe.config.ConfigException if something is lacking
   */
  static FormField read(Config config) {
    return new FormField(
        Pattern.compile(config.getString("titles")),
        Pattern.compile(
            "(?:" + anyOf(config, "fields") + ")([" + SEPARATORS + "]*+)([^|│:。]{4,90})"),
        Pattern.compile("【|" + anyOf(config, "others")));
  }

  private static String anyOf(Config config, String path) {
    List<String> labels = config.getStringList(path);
    return labels.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  /** The words of the field; empty where there is none, or where the paper is no form. */
  String about(PaperReading paper) {
    return titled.matcher(paper.title()).find() ? field(paper) : "";
  }

  /** Whether a paper has such a field, whatever its title. */
  boolean isIn(PaperReading paper) {
    return !field(paper).isEmpty();
  }

  private String field(PaperReading paper) {
    Matcher matcher = field.matcher(paper.head());
    while (matcher.find()) {
      boolean separate =
          !matcher.group(1).isEmpty()
              || (paper.blankBefore(matcher.start()) && paper.blankBefore(matcher.start(2)));
      if (separate) {
        return next.split(matcher.group(2))[0];
      }
    }
    return "";
  }
}
