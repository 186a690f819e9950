package wenmai.corpus.matter;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import wenmai.corpus.document.Kind;

/**
 * The course of one kind of matter (事项模板): its steps, what tells two of its matters apart, and what
 * is owed when.
 *
 * @param id the file's name
 * @param identity what tells two matters of this kind apart
 * @param spanMonths from the first to the last paper of one run
 * @param anchors roles whose paper gives the matter its id, best first
 * @param needs a matter has a paper of one of these roles
 * @param needsCited or names a paper of one of these, which is not held
 * @param givesWayTo templates whose matters win over one that is a part of theirs
 * @param subjectForm how the matter is called
 * @param settledWhen roles whose paper, being the last, ends the procedure
 * @param closesIn roles in whose papers the end is read
 * @param endsWith roles whose paper, being the last and asking for nothing more, is the end
 * @param cyclic whether the steps come again and again, so that the order of dates is the order
 * @param renewal when the same is taken up anew, as another matter
 * @param alternatives roles of which a matter needs one
 * @param traces what papers say of steps that may not be held
 * @param bonds steps that papers are by what they name, or by what names them
 */
record Template(
    String id,
    MatterType type,
    String label,
    String basis,
    Identity identity,
    List<Pattern> years,
    int spanMonths,
    List<String> anchors,
    Set<String> needs,
    Set<String> needsCited,
    Set<String> givesWayTo,
    String subjectForm,
    Set<String> settledWhen,
    Set<String> closesIn,
    Set<String> endsWith,
    boolean cyclic,
    Optional<Renewal> renewal,
    List<Variant> variants,
    List<Stage> stages,
    List<Set<String>> alternatives,
    List<GapReader.Trace> traces,
    List<Bond> bonds,
    List<Expectation> expectations) {

  /** What tells two matters of one kind apart. */
  enum Identity {
    SUBJECT,
    SERIAL,
    YEAR,
    WORK,
    PERSON,
    TERM
  }

  /**
   * Another type, where a title of one of these roles shows it.
   *
   * @param names how steps are called there, by role
   */
  record Variant(MatterType type, Set<String> of, Pattern when, Map<String, String> names) {}

  /**
   * A run that begins anew (重新启动): a paper of one of {@code opens} that comes so many months after
   * all before it, one of {@code after} among that.
   */
  record Renewal(Set<String> opens, Set<String> after, int months) {}

  /**
   * A step that a paper without a telling title is by what it names (答复所涉文件), or that a named paper
   * is by what names it.
   *
   * @param with the role of the paper that is known by itself
   * @param becomes the role of the other
   * @param named whether the other is the one that is named; else it names
   * @param kinds the other paper's kind is one of these
   * @param says what the naming sentence must say
   */
  record Bond(String with, String becomes, boolean named, Set<Kind> kinds, Pattern says) {
    boolean takes(Optional<Kind> kind) {
      return kinds.isEmpty() || kind.filter(kinds::contains).isPresent();
    }
  }

  static Template read(Path file, Config config) {
    List<Variant> variants = new ArrayList<>();
    if (config.hasPath("variants")) {
      for (Config each : config.getConfigList("variants")) {
        variants.add(
            new Variant(
                type(each),
                Set.copyOf(each.getStringList("of")),
                Pattern.compile(each.getString("when")),
                names(each)));
      }
    }
    List<Set<String>> alternatives = new ArrayList<>();
    for (Object group : config.getAnyRefList("alternatives")) {
      Set<String> roles = new HashSet<>();
      ((List<?>) group).forEach(role -> roles.add((String) role));
      alternatives.add(Set.copyOf(roles));
    }
    String name = String.valueOf(file.getFileName());
    return new Template(
        name.substring(0, name.lastIndexOf('.')),
        type(config),
        config.getString("label"),
        config.getString("basis"),
        Identity.valueOf(config.getString("identity").toUpperCase(java.util.Locale.ROOT)),
        config.hasPath("years")
            ? config.getStringList("years").stream().map(Pattern::compile).toList()
            : List.of(),
        config.getInt("span-months"),
        List.copyOf(config.getStringList("anchor")),
        Set.copyOf(config.getStringList("needs")),
        config.hasPath("needs-cited") ? Set.copyOf(config.getStringList("needs-cited")) : Set.of(),
        Set.copyOf(config.getStringList("gives-way-to")),
        config.getString("subject"),
        Set.copyOf(config.getStringList("settled-when")),
        Set.copyOf(config.getStringList("closes-in")),
        config.hasPath("ends-with") ? Set.copyOf(config.getStringList("ends-with")) : Set.of(),
        config.hasPath("cycle") && config.getBoolean("cycle"),
        renewal(config),
        List.copyOf(variants),
        config.getConfigList("stages").stream().map(each -> Stage.read(each)).toList(),
        List.copyOf(alternatives),
        traces(config),
        bonds(config),
        config.getConfigList("expects").stream().map(each -> Expectation.read(each)).toList());
  }

  private static List<GapReader.Trace> traces(Config config) {
    return !config.hasPath("traces")
        ? List.of()
        : config.getConfigList("traces").stream()
            .map(each ->
                new GapReader.Trace(
                    Set.copyOf(each.getStringList("in")),
                    each.getString("step"),
                    Pattern.compile(each.getString("says"))))
            .toList();
  }

  private static Optional<Renewal> renewal(Config config) {
    return !config.hasPath("renewal")
        ? Optional.empty()
        : Optional.of(
            new Renewal(
                Set.copyOf(config.getStringList("renewal.opens")),
                Set.copyOf(config.getStringList("renewal.after")),
                config.getInt("renewal.months")));
  }

  private static List<Bond> bonds(Config config) {
    return !config.hasPath("bonds")
        ? List.of()
        : config.getConfigList("bonds").stream()
            .map(each ->
                new Bond(
                    each.getString("with"),
                    each.getString("becomes"),
                    each.hasPath("named") && each.getBoolean("named"),
                    Mark.kinds(each),
                    Pattern.compile(each.getString("says"))))
            .toList();
  }

  private static Map<String, String> names(Config config) {
    Map<String, String> names = new HashMap<>();
    if (config.hasPath("names")) {
      config
          .getObject("names")
          .forEach((role, name) -> names.put(role, String.valueOf(name.unwrapped())));
    }
    return Map.copyOf(names);
  }

  private static MatterType type(Config config) {
    String key = config.getString("type");
    return MatterType.ofKey(key)
        .orElseThrow(() -> new IllegalArgumentException("no type of matter: " + key));
  }

  /** What a step is called in a matter of this type. */
  String nameOf(String role, MatterType kind) {
    return variants.stream()
        .filter(variant -> variant.type() == kind)
        .flatMap(variant -> Optional.ofNullable(variant.names().get(role)).stream())
        .findFirst()
        .or(() -> stage(role).map(Stage::name))
        .orElse(role);
  }

  Optional<Stage> stage(String role) {
    return stages.stream().filter(stage -> stage.role().equals(role)).findFirst();
  }

  /** The roles of which one will do, where this role is needed. */
  Set<String> alternativesOf(String role) {
    return alternatives.stream()
        .filter(group -> group.contains(role))
        .findFirst()
        .orElse(Set.of(role));
  }
}
