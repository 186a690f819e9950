package wenmai.indexer.extract;

import org.jspecify.annotations.Nullable;

/** What a parser said when it gave up (解析器的报错), short enough for a report. */
final class Complaints {
  private static final int LONGEST = 160;

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
                : ": " + message.replaceAll("\\s++", " ").strip());
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }
}
