package wenmai.corpus.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The offices that a city keeps in its districts and counties (派出机构), which are named after a place
 * without saying what it is: 某市生态环境局榆关分局, 某市榆关生态环境局. A paper that speaks of 区政府 and nowhere names
 * the district is told by them.
 */
final class FieldOffices {
  /** How their names are made: 生态环境局榆关分局, 榆关生态环境局. */
  record Forms(Pattern branch, Pattern bureau) {
    static Forms of(Phrases phrases) {
      String bodies = phrases.any("field-offices").pattern();
      // of characters that a place's name may hold
      String stem =
          "(?<stem>[\\u4e00-\\u9fff&&[^" + phrases.letters("no-letters-at-all") + "]]{2,3}?)";
      return new Forms(
          Pattern.compile(bodies + stem + phrases.any("branch-offices")),
          Pattern.compile("(?<=[\\u4e00-\\u9fff]{2}[市州盟])" + stem + bodies));
    }
  }

  private final Forms forms;
  private final String compact;

  /**
   * @param compact the text, folded and without blanks
   */
  FieldOffices(Forms forms, String compact) {
    this.forms = forms;
    this.compact = compact;
  }

  /**
   * The place of this level after which an office in the text is named; none but 区 and 县 have such.
   */
  Optional<String> place(String level) {
    return "区县".contains(level)
        ? stem(forms.branch()).or(() -> stem(forms.bureau())).map(stem -> stem + level)
        : Optional.empty();
  }

  private Optional<String> stem(Pattern form) {
    Matcher office = form.matcher(compact);
    return office.find() ? Optional.of(office.group("stem")) : Optional.empty();
  }
}
