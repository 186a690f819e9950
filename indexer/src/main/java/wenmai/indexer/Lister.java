package wenmai.indexer;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.text.ChineseNumeral;

/**
 * A paper and the attachments that it lists (附件说明), which may be none.
 *
 * @param folder where it lies, or the container it came out of does
 * @param attachments their names, without signs and blanks
 */
record Lister(String folder, Parent paper, List<String> attachments) {
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Shorter names are parts of others by chance. */
  private static final int LEAST_OF_A_NAME = 4;

  Lister {
    attachments = List.copyOf(attachments);
  }

  static Lister of(String folder, OfficialDocument paper, Parent as) {
    List<String> listed =
        paper.facts().values(FactKey.ATTACHMENT).stream().map(Lister::letters).toList();
    return new Lister(folder, as, listed);
  }

  boolean listsAny() {
    return !attachments.isEmpty();
  }

  /** Whether it lists what a file's name says. */
  boolean lists(EnclosureNames.Name name) {
    return lists(name.number(), letters(name.rest()));
  }

  /**
   * @param number empty where the name has none
   * @param rest the letters of what else it says; of one file asked of many papers
   */
  boolean lists(String number, String rest) {
    if (number.isEmpty()) {
      return rest.isEmpty()
          ? attachments.size() == 1
          : attachments.stream().filter(listed -> isNameOf(listed, rest)).count() == 1;
    }
    OptionalInt place = ChineseNumeral.parse(number);
    return IntStream.rangeClosed(1, attachments.size())
        .filter(at -> place.isPresent() && place.getAsInt() == at)
        .anyMatch(at -> rest.isEmpty() || isNameOf(attachments.get(at - 1), rest));
  }

  private static boolean isNameOf(String listed, String rest) {
    boolean telling = Math.min(listed.length(), rest.length()) >= LEAST_OF_A_NAME;
    return listed.equals(rest) || (telling && (listed.contains(rest) || rest.contains(listed)));
  }

  static String letters(String words) {
    return NO_LETTERS.matcher(words).replaceAll("");
  }
}
