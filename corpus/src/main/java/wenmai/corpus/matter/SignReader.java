package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.CitationType;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;

/** Reads from each paper the steps it may be (候选环节识别). Pure. */
final class SignReader {
  /** A letter that hands over or tells of more papers than this is a list and no step of each. */
  private static final int MOST_POINTERS = 60;

  private final MatterTemplates templates;
  private final PersonNames persons;

  SignReader(MatterTemplates templates, PersonNames persons) {
    this.templates = templates;
    this.persons = persons;
  }

  List<Sign> read(PaperReading paper) {
    return read(paper, pointers(paper));
  }

  /**
   * @param pointers the papers it names
   */
  List<Sign> read(PaperReading paper, List<Pointer> pointers) {
    List<Sign> signs = new ArrayList<>();
    Map<String, Boolean> played = new HashMap<>();
    for (Template template : templates.templates()) {
      for (Stage stage : stages(template, paper, played)) {
        signs.addAll(signs(template, stage, paper, pointers));
      }
    }
    return signs;
  }

  /** The first step that fits; in 备案审查 a rule may also be the one that mends another. */
  private List<Stage> stages(Template template, PaperReading paper, Map<String, Boolean> played) {
    List<Stage> fitting = new ArrayList<>();
    for (Stage stage : template.stages()) {
      boolean besides = stage.role().equals("rule-corrected");
      if ((fitting.isEmpty() || besides)
          && played.computeIfAbsent(stage.role(), role -> templates.plays(role, paper))) {
        fitting.add(stage);
      }
    }
    return fitting;
  }

  List<Sign> signs(Template template, Stage stage, PaperReading paper, List<Pointer> pointers) {
    Set<Key> keys =
        template.identity() == Template.Identity.PERSON
            ? persons.keys(stage, paper)
            : KeyReader.read(template, stage, paper);
    Subject subject = subject(paper.title(), paper);
    if (template.identity() == Template.Identity.SUBJECT) {
      keys = KeyReader.yearInTitle(template.years(), paper.title());
    }
    String name = paper.id() + "|" + template.id() + "|" + stage.role();
    if (!stage.is(Stage.Trait.JOINT)) {
      return List.of(
          new Sign(
              name, Optional.of(paper), template, stage, keys, subject, pointers, paper.name()));
    }
    return template.identity() == Template.Identity.SUBJECT
            || template.identity() == Template.Identity.YEAR
            || keys.isEmpty()
        ? onePerPointer(name, template, stage, paper, keys, subject, pointers)
        : onePerKey(name, template, stage, paper, keys, subject, pointers);
  }

  /** A joint letter counts once for each paper it names, and once for what its title says. */
  private List<Sign> onePerPointer(
      String name,
      Template template,
      Stage stage,
      PaperReading paper,
      Set<Key> keys,
      Subject subject,
      List<Pointer> pointers) {
    Map<String, List<Pointer>> byTarget = new LinkedHashMap<>();
    for (Pointer pointer : pointers) {
      String target =
          pointer.isHeld()
              ? String.valueOf(pointer.targets())
              : pointer.number().map(Object::toString).orElse(pointer.title());
      byTarget.computeIfAbsent(target, each -> new ArrayList<>()).add(pointer);
    }
    List<Sign> signs = new ArrayList<>();
    for (Map.Entry<String, List<Pointer>> each : byTarget.entrySet()) {
      Pointer first = each.getValue().getFirst();
      Subject cited = subject(first.title(), paper);
      Set<Key> cite =
          first.title().isEmpty()
              ? Set.of()
              : KeyReader.yearInTitle(template.years(), first.title());
      signs.add(
          new Sign(
              name + "|" + each.getKey(),
              Optional.of(paper),
              template,
              stage,
              cite,
              cited,
              each.getValue(),
              first.evidence()));
    }
    signs.add(
        new Sign(
            name, Optional.of(paper), template, stage, keys, subject, List.of(), paper.name()));
    return signs;
  }

  /** A joint letter counts once for each serial number, by the words that name it where it does. */
  private List<Sign> onePerKey(
      String name,
      Template template,
      Stage stage,
      PaperReading paper,
      Set<Key> keys,
      Subject subject,
      List<Pointer> pointers) {
    List<Sign> signs = new ArrayList<>();
    for (Key key : keys) {
      Optional<KeyReader.Listed> listed =
          key.kind() == Template.Identity.SERIAL
              ? KeyReader.listed(paper, key.value())
              : Optional.empty();
      signs.add(
          new Sign(
              name + "|" + key.value(),
              Optional.of(paper),
              template,
              stage,
              Set.of(key),
              listed.map(it -> subject(it.title(), paper)).orElse(subject),
              keys.size() == 1 ? pointers : List.of(),
              listed.map(KeyReader.Listed::words).orElseGet(paper::name)));
    }
    return signs;
  }

  private Subject subject(String title, PaperReading paper) {
    return templates.subjectWords().of(title, paper.paper().facts().value(FactKey.REGION));
  }

  List<Pointer> pointers(PaperReading paper) {
    List<Pointer> pointers = new ArrayList<>();
    for (Resolution resolution : paper.paper().resolutions()) {
      Citation citation = resolution.citation();
      boolean itself =
          citation.type() == CitationType.SELF || citation.type() == CitationType.RELATIVE;
      if (itself || pointers.size() >= MOST_POINTERS) {
        continue;
      }
      List<DocumentId> targets =
          switch (resolution) {
            case Resolution.Resolved resolved -> List.of(resolved.target());
            case Resolution.Ambiguous ambiguous -> ambiguous.candidates();
            case Resolution.Wanted wanted -> List.of();
          };
      if (!targets.contains(paper.id())) {
        String title =
            citation
                .title()
                .map(words -> PaperReading.compact(words, templates.folding()))
                .orElse("");
        pointers.add(Pointer.of(paper.id(), citation, targets, title));
      }
    }
    return pointers;
  }
}
