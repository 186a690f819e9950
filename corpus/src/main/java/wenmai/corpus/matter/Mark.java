package wenmai.corpus.matter;

import com.typesafe.config.Config;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wenmai.corpus.document.Kind;
import wenmai.corpus.text.SiftedPattern;

/**
 * One way to tell that a paper plays a role (识别标记): every part that is given must fit.
 *
 * @param title found in the title
 * @param head found in the first lines
 * @param text found anywhere
 * @param unless not found in the title
 * @param kinds one of these; empty for any
 * @param untitledOnly only for a paper without a title
 * @param field a form's field that says what it is about, which must be there; empty for none
 */
record Mark(
    Optional<SiftedPattern> title,
    Optional<SiftedPattern> head,
    Optional<SiftedPattern> text,
    Optional<SiftedPattern> unless,
    Optional<SiftedPattern> organ,
    Set<Kind> kinds,
    boolean untitledOnly,
    Optional<FormField> field) {

  private static final Pattern NOTE = Pattern.compile("(?<=.{6})[(][^()]{1,24}[)]$");

  /**
   * @param forms which fields say what a form is about
   */
  static Mark read(Config config, FormField forms) {
    return new Mark(
        pattern(config, "title"),
        pattern(config, "head"),
        pattern(config, "text"),
        pattern(config, "unless"),
        pattern(config, "organ"),
        kinds(config),
        flag(config, "untitled"),
        flag(config, "field") ? Optional.of(forms) : Optional.empty());
  }

  private static boolean flag(Config config, String path) {
    return config.hasPath(path) && config.getBoolean(path);
  }

  static Set<Kind> kinds(Config config) {
    return config.hasPath("kind")
        ? config.getStringList("kind").stream()
            .map(Mark::kind)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  private static Kind kind(String key) {
    return Kind.ofKey(key)
        .orElseThrow(() -> new IllegalArgumentException("no kind of paper: " + key));
  }

  private static Optional<SiftedPattern> pattern(Config config, String path) {
    return config.hasPath(path)
        ? Optional.of(SiftedPattern.compile(config.getString(path)))
        : Optional.empty();
  }

  boolean fits(PaperReading paper) {
    return (!untitledOnly || paper.title().isEmpty())
        && (kinds.isEmpty() || paper.kind().filter(kinds::contains).isPresent())
        && titled(paper.title())
        && (unless.isEmpty() || !unless.get().isIn(paper.title()))
        && (organ.isEmpty() || found(organ, paper.organ()))
        && found(head, paper.head())
        && found(text, paper.compact())
        && (field.isEmpty() || field.get().isIn(paper));
  }

  /** Whether a title alone shows it, of a paper that is only cited. */
  boolean fitsCited(String citedTitle) {
    return title.isPresent()
        && !untitledOnly
        && kinds.isEmpty()
        && organ.isEmpty()
        && text.isEmpty()
        && field.isEmpty()
        && titled(citedTitle)
        && (unless.isEmpty() || !unless.get().isIn(citedTitle));
  }

  /** What a title ends with tells, also where a note in brackets follows: …进展情况（截至6月底）. */
  private boolean titled(String words) {
    return found(title, words)
        || (words.endsWith(")") && found(title, NOTE.matcher(words).replaceFirst("")));
  }

  private static boolean found(Optional<SiftedPattern> pattern, String words) {
    return pattern.isEmpty() || pattern.get().isIn(words);
  }
}
