package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells the name of an account on a messaging platform over what it posted (公众号名称). */
final class AccountLine {
  /** The headline stands between the name and the day. */
  private static final int LINES_BELOW = 3;

  private final Phrases phrases;
  private final Pattern account;

  AccountLine(ReadingRules rules) {
    this.phrases = rules.phrases();
    this.account = Pattern.compile(".{1,10}" + phrases.any("accounts"));
  }

  /** Under it stand day and hour, or, below the headline, the name once more with both. */
  boolean is(List<Line> lines, int at) {
    String name = lines.get(at).compact();
    if (!account.matcher(name).matches()) {
      return false;
    }
    List<String> below =
        lines.subList(at + 1, Math.min(lines.size(), at + 1 + LINES_BELOW)).stream()
            .map(line -> line.words().strip())
            .toList();
    return below.stream().findFirst().filter(this::isPosted).isPresent()
        || below.stream().anyMatch(words -> poster(words).filter(name::startsWith).isPresent());
  }

  /** 某某人大 2024-08-31 18:05 江岳: who posted something, and when. */
  boolean tellsPosting(Line line) {
    String words = line.words().strip();
    return !words.isEmpty() && !Character.isDigit(words.charAt(0)) && isPosted(words);
  }

  /** Of several names before the day the last one is the account's. */
  private boolean isPosted(String words) {
    Matcher posted = phrases.any("posted-lines").matcher(words.strip());
    if (!posted.matches()) {
      return false;
    }
    String[] names = posted.group("names").strip().split(" +");
    return posted.group("hour") != null && names.length < 2 || isAccount(names[names.length - 1]);
  }

  /** The account that posted something. */
  private Optional<String> poster(String words) {
    Matcher posted = phrases.any("posted-lines").matcher(words);
    return posted.matches()
        ? Stream.of(posted.group("names").strip().split(" +"))
            .reduce((first, last) -> last)
            .filter(this::isAccount)
        : Optional.empty();
  }

  private boolean isAccount(String name) {
    return account.matcher(name).matches();
  }
}
