package wenmai.indexer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.indexer.extract.RuleLines;

/**
 * How files say by their names, or by the folder they lie in, that they are attachments (附件的文件名),
 * from {@code config/extract/enclosures.txt}.
 */
final class EnclosureNames {
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
  private static final String SIGNS = "[\\s.．、:：_—)）\\]】-]";
  private static final String OPENING = "[\\s(（\\[【_—-]";

  private final List<Pattern> forms;
  private final Pattern kin;
  private final Pattern inFolder;
  private final Pattern folder;

  private EnclosureNames(RuleLines rules) {
    String word = rules.anyOf("word").pattern();
    String with = rules.anyOf("with").pattern();
    String number = " ?(?<number>" + ChineseNumeral.CLASS + "{0,3})";
    this.forms =
        List.of(
            Pattern.compile(word + number + SIGNS + "*(?<rest>.*)"),
            Pattern.compile(
                "(?<rest>.+?)" + OPENING + "*(?<!" + with + ")" + word + number + SIGNS + "*"),
            Pattern.compile(
                ".+" + OPENING + word + number + SIGNS + "+(?<rest>.*\\p{IsHan}{2}.*)"));
    this.kin = Pattern.compile(rules.anyOf("kin") + ".*");
    this.inFolder =
        Pattern.compile(
            "(?:(?<number>" + ChineseNumeral.CLASS + "{1,3})" + SIGNS + "+)?(?<rest>.*)");
    this.folder = Pattern.compile("(?:^|/)" + word + "[^/]*/");
  }

  /**
   * @param config the folder {@code config}
   * @throws IllegalArgumentException if a list lacks or a line is no pattern; the message names it
   */
  static EnclosureNames read(Path config) {
    return new EnclosureNames(RuleLines.read(config.resolve("extract/enclosures.txt")));
  }

  /**
   * What a name says.
   *
   * @param number empty where it has none
   * @param rest what the attachment is called; may be empty
   * @param isItsOwn whether the file's own name says that it is one, and not its folder's alone
   */
  record Name(String number, String rest, boolean isItsOwn) {}

  /** What the file says of itself; empty where it is no attachment. */
  Optional<Name> of(FileLocation file) {
    String path = file.path();
    String name = EXTENSION.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
    for (Pattern form : forms) {
      Matcher matcher = form.matcher(name);
      if (matcher.matches()) {
        return Optional.of(new Name(matcher.group("number"), matcher.group("rest"), true));
      }
    }
    if (kin.matcher(name).matches()) {
      return Optional.of(new Name("", name, true));
    }
    Matcher matcher = inFolder.matcher(name);
    return isForAttachments(folder(file)) && matcher.matches()
        ? Optional.of(
            new Name(
                Optional.ofNullable(matcher.group("number")).orElse(""),
                matcher.group("rest"),
                false))
        : Optional.empty();
  }

  /** The folder or container a file stands in, with its last {@code /}. */
  static String folder(FileLocation file) {
    return file.path().substring(0, file.path().lastIndexOf('/') + 1);
  }

  /** Whether a folder holds, or lies in one that holds, the attachments of what stands above it. */
  boolean isForAttachments(String path) {
    return folder.matcher(inContainer(path)).find();
  }

  /** The folder for whose papers a folder of attachments is; itself where it is none. */
  String home(String path) {
    String inside = inContainer(path);
    Matcher matcher = folder.matcher(inside);
    if (!matcher.find()) {
      return path;
    }
    String before = inside.substring(0, matcher.start());
    return path.substring(0, path.length() - inside.length())
        + (before.isEmpty() ? "" : before + "/");
  }

  /** The way within the innermost container. */
  private static String inContainer(String path) {
    int container = path.lastIndexOf("!/");
    return container < 0 ? path : path.substring(container + 2);
  }
}
