package wenmai.corpus.matter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a form says it is about, in a field of its own (表单事由栏): 督办事项│…│, 议题名称：…. Pure. */
final class FormField {
  private static final Pattern TITLED = Pattern.compile("[单表](?:[(][^()]{0,12}[)])?$");

  private static final Pattern FIELD =
      Pattern.compile(
          "(?:督办事项|交办事项|催办事项|督办内容|交办内容|督办事由|事项名称|议题名称|【建议标题】|建议标题|建议名称)[】:|│]?([^|│:。]{4,90})");

  /** What cannot stand in one field with it. */
  private static final Pattern NEXT = Pattern.compile("【|提出(?:委室|单位|人)|提议单位|领衔代表|主办单位|承办单位|填报日期");

  private FormField() {}

  /** The words of the field; empty where there is none. */
  static String about(PaperReading paper) {
    if (!TITLED.matcher(paper.title()).find()) {
      return "";
    }
    Matcher field = FIELD.matcher(paper.head());
    return field.find() ? NEXT.split(field.group(1))[0] : "";
  }
}
