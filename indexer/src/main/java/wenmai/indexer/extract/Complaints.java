package wenmai.indexer.extract;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a parser said when it gave up (解析器的报错), short enough for a report. */
final class Complaints {
  private static final int LONGEST = 160;

  /** What objects without a text of their own print: no two runs alike. */
  private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{5,8}\\b");

  private Complaints() {}

  static String shortened(Throwable thrown) {
    Throwable root = thrown;
    for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
      root = root.getCause();
    }
    @Nullable String message = root.getMessage();
    String words =
        root.getClass().getSimpleName()
            + (message == null || message.isBlank()
                ? ""
                : ": " + IDENTITY.matcher(message).replaceAll("").replaceAll("\\s++", " ").strip());
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }

  /** What the first line of a printed trace says. */
  static String firstLine(String trace) {
    String line = trace.lines().findFirst().orElse("").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
