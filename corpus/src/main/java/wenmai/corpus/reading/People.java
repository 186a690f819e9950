package wenmai.corpus.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of persons and of their offices look like (姓名、职务). */
final class People {
  private static final int LONGEST = 40;

  /** 修订稿, 铁西区, 贺词: nobody is called so. */
  private static final Pattern NOBODY = Pattern.compile("^[\\u4e00-\\u9fff]{1,2}[稿案版词省市县区州旗盟镇乡]$");

  private final Pattern speaker;

  /** 霍某某（某市人大常委会党组书记、主任）, 邬某某　代表. */
  private final Pattern named;

  private final Set<String> surnames;

  private People(Pattern speaker, Pattern named, Set<String> surnames) {
    this.speaker = speaker;
    this.named = named;
    this.surnames = Set.copyOf(surnames);
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
                + ")[)]?"),
        Pattern.compile(
            "(?<name>"
                + name
                + ")(?:[(](?<office>[^()]{0,30}"
                + office
                + ")[)]| +(?<behind>"
                + office
                + "))"),
        new HashSet<>(surnames));
  }

  /** Whether a word is a family name and nothing more. */
  boolean isSurname(String word) {
    return surnames.contains(word);
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
    if (NOBODY.matcher(words).find()) {
      return Optional.empty();
    }
    Matcher first = named.matcher(words);
    if (first.matches()) {
      return Optional.of(
          new Person(
              Optional.ofNullable(first.group("office"))
                  .or(() -> Optional.of(first.group("behind"))),
              Optional.empty(),
              first.group("name").replace(" ", "")));
    }
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
