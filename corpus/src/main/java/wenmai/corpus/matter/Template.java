package wenmai.corpus.matter;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The course of one kind of matter (事项模板): its steps, what tells two of its matters apart, and what
 * is owed when.
 *
 * @param id the file's name
 * @param identity what tells two matters of this kind apart
 * @param spanMonths from the first to the last paper of one run
 * @param anchors roles whose paper gives the matter its id, best first
 * @param needs a matter has a paper of one of these roles
 * @param givesWayTo templates whose matters win over one that is a part of theirs
 * @param subjectForm how the matter is called
 * @param settledWhen roles whose paper, being the last, ends the procedure
 * @param closesIn roles in whose papers the end is read
 * @param endsWith roles whose paper, being the last and asking for nothing more, is the end
 * @param cyclic whether the steps come again and again, so that the order of dates is the order
 * @param alternatives roles of which a matter needs one
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
    Set<String> givesWayTo,
    String subjectForm,
    Set<String> settledWhen,
    Set<String> closesIn,
    Set<String> endsWith,
    boolean cyclic,
    List<Variant> variants,
    List<Stage> stages,
    List<Set<String>> alternatives,
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

  /** Another type, where a title of one of these roles shows it. */
  record Variant(MatterType type, Set<String> of, Pattern when) {}

  static Template read(Path file, Config config) {
    List<Variant> variants = new ArrayList<>();
    if (config.hasPath("variants")) {
      for (Config each : config.getConfigList("variants")) {
        variants.add(
            new Variant(
                type(each),
                Set.copyOf(each.getStringList("of")),
                Pattern.compile(each.getString("when"))));
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
        Set.copyOf(config.getStringList("gives-way-to")),
        config.getString("subject"),
        Set.copyOf(config.getStringList("settled-when")),
        Set.copyOf(config.getStringList("closes-in")),
        config.hasPath("ends-with") ? Set.copyOf(config.getStringList("ends-with")) : Set.of(),
        config.hasPath("cycle") && config.getBoolean("cycle"),
        List.copyOf(variants),
        config.getConfigList("stages").stream().map(each -> Stage.read(each)).toList(),
        List.copyOf(alternatives),
        config.getConfigList("expects").stream().map(each -> Expectation.read(each)).toList());
  }

  private static MatterType type(Config config) {
    String key = config.getString("type");
    return MatterType.ofKey(key)
        .orElseThrow(() -> new IllegalArgumentException("no type of matter: " + key));
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
