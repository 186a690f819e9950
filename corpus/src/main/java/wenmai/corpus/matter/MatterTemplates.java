package wenmai.corpus.matter;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import wenmai.corpus.text.Folding;
import wenmai.corpus.text.SiftedPattern;

/**
 * Everything the tracing of matters knows from {@code config/matters} (事项模板集): roles of papers, the
 * course of each kind of matter, frame words of titles, cues, and the calendar of working days.
 * Read once at the edge.
 */
public final class MatterTemplates {
  private final Folding folding;
  private final List<Mark> outside;
  private final Map<String, List<Mark>> roles;
  private final List<Template> templates;
  private final SubjectWords subjectWords;
  private final KeyWords keyWords;
  private final Cues cues;
  private final DemandWords demandWords;
  private final OutcomeWords outcomeWords;
  private final PersonWords personWords;
  private final TermWords termWords;
  private final FormField forms;
  private final WorkCalendar calendar;
  private final LocalTerms localTerms;
  private final RuleTerms ruleTerms;
  private final String fingerprint;

  private MatterTemplates(
      Folding folding,
      List<Mark> outside,
      Map<String, List<Mark>> roles,
      List<Template> templates,
      SubjectWords subjectWords,
      KeyWords keyWords,
      Cues cues,
      DemandWords demandWords,
      OutcomeWords outcomeWords,
      PersonWords personWords,
      TermWords termWords,
      FormField forms,
      WorkCalendar calendar,
      LocalTerms localTerms,
      RuleTerms ruleTerms,
      String fingerprint) {
    this.folding = folding;
    this.outside = List.copyOf(outside);
    this.roles = Map.copyOf(roles);
    this.templates = List.copyOf(templates);
    this.subjectWords = subjectWords;
    this.keyWords = keyWords;
    this.cues = cues;
    this.demandWords = demandWords;
    this.outcomeWords = outcomeWords;
    this.personWords = personWords;
    this.termWords = termWords;
    this.forms = forms;
    this.calendar = calendar;
    this.localTerms = localTerms;
    this.ruleTerms = ruleTerms;
    this.fingerprint = fingerprint;
  }

  /**
   * @param configDirectory the folder {@code config}
   * @throws UncheckedIOException if a file cannot be read
   * @throws com.typesafe.config.ConfigException if one is not what it should be
   */
  public static MatterTemplates load(Path configDirectory) {
    Path directory = configDirectory.resolve("matters");
    try {
      Folding folding =
          Folding.of(pairs(configDirectory.resolve("reading").resolve("traditional.txt")));
      Config config = ConfigFactory.parseFile(directory.resolve("roles.conf").toFile()).resolve();
      KeyWords keyWords =
          KeyWords.read(ConfigFactory.parseFile(directory.resolve("keys.conf").toFile()));
      FormField forms =
          FormField.read(ConfigFactory.parseFile(directory.resolve("forms.conf").toFile()));
      Map<String, List<Mark>> roles = new HashMap<>();
      for (String role : config.getObject("roles").keySet()) {
        roles.put(role, marks(config.getConfigList("roles." + role + ".marks"), forms));
      }
      List<Template> templates = new ArrayList<>();
      for (Path file : files(directory.resolve("templates"))) {
        Template template = Template.read(file, ConfigFactory.parseFile(file.toFile()).resolve());
        requireKnown(template, roles.keySet());
        templates.add(template);
      }
      return new MatterTemplates(
          folding,
          marks(config.getConfigList("outside"), forms),
          roles,
          templates,
          new SubjectWords(
              words(directory.resolve("frame-words.txt")),
              names(directory.resolve("subject-names.tsv")),
              keyWords.titles()),
          keyWords,
          Cues.read(ConfigFactory.parseFile(directory.resolve("cues.conf").toFile())),
          DemandWords.of(words(directory.resolve("demand-words.txt"))),
          OutcomeWords.read(ConfigFactory.parseFile(directory.resolve("outcomes.conf").toFile())),
          PersonWords.read(ConfigFactory.parseFile(directory.resolve("persons.conf").toFile())),
          TermWords.read(ConfigFactory.parseFile(directory.resolve("terms.conf").toFile())),
          forms,
          WorkCalendar.read(lines(directory.resolve("holidays.txt"))),
          LocalTerms.read(
              ConfigFactory.parseFile(directory.resolve("local-terms.conf").toFile()).resolve()),
          RuleTerms.read(
              ConfigFactory.parseFile(directory.resolve("rule-terms.conf").toFile()).resolve()),
          MatterRules.fingerprint(
              directory, configDirectory.resolve("reading").resolve("traditional.txt")));
    } catch (IOException e) {
      throw new UncheckedIOException("[" + directory + "] cannot be read as matter templates", e);
    }
  }

  private static void requireKnown(Template template, Set<String> roles) {
    Set<String> used = new TreeSet<>(template.needs());
    used.addAll(template.needsCited());
    template.stages().forEach(stage -> used.add(stage.role()));
    template.expectations().forEach(each -> used.add(each.step()));
    used.addAll(template.anchors());
    template.traces().forEach(each -> used.addAll(each.in()));
    template.traces().forEach(each -> used.add(each.step()));
    template.bonds().forEach(each -> used.addAll(List.of(each.with(), each.becomes())));
    used.removeAll(roles);
    if (!used.isEmpty()) {
      throw new IllegalArgumentException(template.id() + " names unknown roles: " + used);
    }
  }

  private static List<Mark> marks(List<? extends Config> configs, FormField forms) {
    return configs.stream().map(each -> Mark.read(each, forms)).toList();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> listed = Files.list(directory)) {
      return listed.filter(file -> file.toString().endsWith(".conf")).sorted().toList();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static List<SubjectWords.Name> names(Path file) throws IOException {
    List<SubjectWords.Name> names = new ArrayList<>();
    for (String line : lines(file)) {
      String[] columns = line.split("\t", -1);
      if (columns.length != 2) {
        throw new IllegalArgumentException(
            "[" + file + "] a line without its two columns: [" + line + "]");
      }
      names.add(new SubjectWords.Name(SiftedPattern.compile(columns[0]), columns[1].strip()));
    }
    return names;
  }

  private static List<String> words(Path file) throws IOException {
    List<String> words = new ArrayList<>();
    for (String line : lines(file)) {
      words.addAll(List.of(line.strip().split("\\s+")));
    }
    return words;
  }

  private static List<String> pairs(Path file) throws IOException {
    return words(file).stream().filter(pair -> pair.length() == 2).toList();
  }

  /** Terms that regions set for themselves. */
  LocalTerms localTerms() {
    return localTerms;
  }

  /** How rules that are held set terms for their own places. */
  RuleTerms ruleTerms() {
    return ruleTerms;
  }

  /** Another word for each change of these rules. */
  String fingerprint() {
    return fingerprint;
  }

  Folding folding() {
    return folding;
  }

  List<Template> templates() {
    return templates;
  }

  SubjectWords subjectWords() {
    return subjectWords;
  }

  KeyWords keyWords() {
    return keyWords;
  }

  Cues cues() {
    return cues;
  }

  DemandWords demandWords() {
    return demandWords;
  }

  OutcomeWords outcomeWords() {
    return outcomeWords;
  }

  PersonWords personWords() {
    return personWords;
  }

  TermWords termWords() {
    return termWords;
  }

  FormField forms() {
    return forms;
  }

  /** Working days, for terms counted in them. */
  public WorkCalendar calendar() {
    return calendar;
  }

  /** Whether a paper tells of matters without being a step of one. */
  boolean isOutside(PaperReading paper) {
    return outside.stream().anyMatch(mark -> mark.fits(paper));
  }

  boolean plays(String role, PaperReading paper) {
    return roles.getOrDefault(role, List.of()).stream().anyMatch(mark -> mark.fits(paper));
  }

  /** Whether a paper of this title, which is cited and not at hand, plays the role. */
  boolean playsCited(String role, String title) {
    return roles.getOrDefault(role, List.of()).stream().anyMatch(mark -> mark.fitsCited(title));
  }
}
