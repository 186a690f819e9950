package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of persons and of their offices look like (姓名、职务). */
final class People {
  private static final int LONGEST = 40;

  private final Pattern speaker;

  private People(Pattern speaker) {
    this.speaker = speaker;
  }

  /**
   * @param surnames as characters, compound ones of two
   * @param offices words that end an office (局长, 主任)
   */
  static People of(List<String> surnames, List<String> offices) {
    String surname = "(?:" + String.join("|", surnames) + ")";
    String office = "(?:" + String.join("|", offices) + ")";
    String name = surname + " ?[\\u4e00-\\u9fff] ?[\\u4e00-\\u9fff]?";
    return new People(
        Pattern.compile(
            "[(]?(?:(?<office>[\\u4e00-\\u9fff、()·,]{0,30}?"
                + office
                + ")[ :]?|(?<body>[\\u4e00-\\u9fff、]{2,24}) )?(?<name>"
                + name
                + ")[)]?"));
  }

  /** Whether a line is a person's name, alone or after an office or an organ. */
  boolean isSpeaker(Line line) {
    return person(line).isPresent();
  }

  /** A person with the office or organ printed before the name. */
  record Person(Optional<String> office, Optional<String> organ, String name) {}

  Optional<Person> person(Line line) {
    return line.compact().length() > LONGEST
        ? Optional.empty()
        : person(line.words()).or(() -> person(line.compact()));
  }

  /** The same for folded words. */
  Optional<Person> person(String words) {
    Matcher matcher = speaker.matcher(words);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Person(
            Optional.ofNullable(matcher.group("office")),
            Optional.ofNullable(matcher.group("body")),
            matcher.group("name").replace(" ", "")));
  }
}
