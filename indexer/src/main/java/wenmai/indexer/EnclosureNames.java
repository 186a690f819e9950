package wenmai.indexer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  /** Between the way to a container and the name of what came out of it. */
  static final String INTO = "!/";

  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
  private static final String DIGITS = "(?<number>[0-9０-９]{1,2}+)";

  private final List<Pattern> forms;
  private final Pattern kin;
  private final Pattern inFolder;
  private final Pattern folder;

  private EnclosureNames(RuleLines rules) {
    String word = rules.anyOf("word").pattern();
    String shortWord = rules.anyOf("short").pattern();
    String with = "(?<!" + rules.anyOf("with") + ")";
    String signs = rules.anyOf("signs").pattern();
    String opening = rules.anyOf("opening").pattern();
    String number = " ?(?<number>" + ChineseNumeral.CLASS + "{0,3})";
    String ordinal = "(?:" + ChineseNumeral.CLASS + "{1,3}" + signs + "+)?" + opening + "*";
    this.forms =
        List.of(
            Pattern.compile(ordinal + word + number + signs + "*(?<rest>.*)"),
            Pattern.compile("(?<rest>.+?)" + opening + "*" + with + word + number + signs + "*"),
            Pattern.compile(".+" + opening + word + number + signs + "+(?<rest>.*\\p{IsHan}{2}.*)"),
            Pattern.compile(
                (".+?" + with + word + "(?<number>" + ChineseNumeral.CLASS + "{1,3}+)")
                    + ("(?!" + rules.anyOf("about") + ")" + signs + "*")
                    + "(?<rest>.*\\p{IsHan}{2}.*)"),
            Pattern.compile(
                ".+?" + with + word + number + "[(（\\[【](?<rest>[^(（\\[【]{2,})[)）\\]】]"),
            Pattern.compile(shortWord + number + "(?<rest>|" + signs + ".*)"),
            Pattern.compile(
                (shortWord + "(?<number>" + ChineseNumeral.CLASS + "{1,3}+)")
                    + ("(?!" + rules.anyOf("not-short") + ")(?<rest>\\p{IsHan}.*)")),
            Pattern.compile(
                shortWord
                    + ("[(（\\[【](?<number>" + ChineseNumeral.CLASS + "{1,3}+)[)）\\]】]")
                    + (signs + "*(?<rest>.*)")),
            Pattern.compile(shortWord + "(?<number>)[(（\\[【](?<rest>[^(（\\[【]{2,})[)）\\]】]"),
            Pattern.compile(
                (shortWord + "(?<number>)(?!" + rules.anyOf("short-in-words"))
                    + ("|" + ChineseNumeral.CLASS + ")")
                    + ("(?<rest>\\p{IsHan}{0,20}" + rules.anyOf("short-names") + ")")),
            Pattern.compile(
                ("第(?<number>" + ChineseNumeral.CLASS + "{1,3}+)[号號]?" + word)
                    + ("(?!" + rules.anyOf("about") + ")" + signs + "*(?<rest>.*)")),
            Pattern.compile(
                (opening + "*" + rules.anyOf("foreign") + "[ ._-]?" + DIGITS)
                    + ("(?:(?:" + signs + "+|(?=\\p{IsHan}))(?<rest>.*))?")));
    this.kin = kin(rules, with, opening);
    this.inFolder =
        Pattern.compile(
            "(?:(?<number>" + ChineseNumeral.CLASS + "{1,3})" + signs + "+)?(?<rest>.*)");
    String begins = ordinal + "(?:" + word + "|" + rules.anyOf("kin").pattern() + ")[^/]*";
    String ends = "[^/]*" + with + word + signs + "*";
    this.folder = Pattern.compile("(?:^|/)((?:" + begins + "|" + ends + ")/)");
  }

  /** 附表1名单, 【附表1】名单, 通知-附表, 通知附表1名单. */
  private static Pattern kin(RuleLines rules, String with, String opening) {
    String kin = rules.anyOf("kin").pattern();
    String number = ChineseNumeral.CLASS + "{1,3}+(?!" + rules.anyOf("about") + ")";
    String signs = rules.anyOf("signs") + "*";
    return Pattern.compile(
        (opening + "*" + kin + ".*")
            + ("|.+?" + opening + kin + "(?:" + ChineseNumeral.CLASS + "{0,3}" + signs + ")")
            + ("|.+?" + with + kin + "(?:" + number + ".*)"));
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
        String rest = Optional.ofNullable(matcher.group("rest")).orElse("");
        return Optional.of(new Name(matcher.group("number"), rest, true));
      }
    }
    if (kin.matcher(name).matches()) {
      return Optional.of(new Name("", name, true));
    }
    Matcher matcher = inFolder.matcher(name);
    return isForAttachments(file) && matcher.matches()
        ? Optional.of(
            new Name(
                Optional.ofNullable(matcher.group("number")).orElse(""),
                matcher.group("rest"),
                false))
        : Optional.empty();
  }

  /** A root, as the paths of everything under it begin, wherever it is known from. */
  static String absolute(String root) {
    String path = root.replace('\\', '/');
    return path.endsWith("/") ? path : path + "/";
  }

  /** The folder or container a file stands in, from the top, with its last {@code /}. */
  static String folder(FileLocation file) {
    return absolute(file.root()) + file.path().substring(0, file.path().lastIndexOf('/') + 1);
  }

  /** Where a file lies for others: in its folder, and in each container around it. */
  static List<String> around(FileLocation file) {
    List<String> places = new ArrayList<>();
    String path = file.path();
    int into = path.indexOf(INTO);
    String outermost = into < 0 ? path : path.substring(0, into);
    places.add(folder(new FileLocation(file.root(), outermost)));
    while (into >= 0) {
      places.add(absolute(file.root()) + path.substring(0, into + INTO.length()));
      into = path.indexOf(INTO, into + 1);
    }
    return places;
  }

  /**
   * Where the papers lie that a file may be an attachment of: anywhere in its container, or in its
   * folder and that for which it is.
   */
  Set<String> places(FileLocation file) {
    int container = file.path().lastIndexOf(INTO);
    if (container >= 0) {
      return Set.of(absolute(file.root()) + file.path().substring(0, container + INTO.length()));
    }
    String folder = folder(file);
    return new LinkedHashSet<>(List.of(folder, home(file)));
  }

  /** Whether a folder holds, or lies in one that holds, the attachments of what stands above it. */
  boolean isForAttachments(FileLocation folder) {
    return this.folder.matcher(inside(folder)).find();
  }

  /** The folder for whose papers the folder of a file is; that one where it is for none. */
  String home(FileLocation file) {
    String folder = folder(file);
    String inside = inside(file);
    Matcher matcher = this.folder.matcher(inside);
    return matcher.find()
        ? folder.substring(0, folder.length() - inside.length() + matcher.start(1))
        : folder;
  }

  /** The folders of a file within the innermost container, or from that of its root. */
  private static String inside(FileLocation file) {
    int container = file.path().lastIndexOf(INTO);
    String folder = folder(file);
    int above =
        container < 0
            ? folder.lastIndexOf('/', absolute(file.root()).length() - 2) + 1
            : absolute(file.root()).length() + container + INTO.length();
    return folder.substring(above);
  }
}
