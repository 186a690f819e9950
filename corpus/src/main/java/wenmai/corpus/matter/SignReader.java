package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;

/** Reads from each paper the steps it may be (候选环节识别). Pure. */
final class SignReader {
  /** A letter that hands over or tells of more papers than this is a list and no step of each. */
  private static final int MOST_POINTERS = 60;

  /** A letter or notice that is no step of its own but goes with what it names (往来文书). */
  private static final String ACCOMPANYING = "accompanying";

  private final MatterTemplates templates;
  private final PersonNames persons;

  SignReader(MatterTemplates templates, PersonNames persons) {
    this.templates = templates;
    this.persons = persons;
  }

  /**
   * @param pointers the papers it names
   */
  List<Sign> read(PaperCard paper, List<Pointer> pointers) {
    List<Sign> signs = new ArrayList<>();
    for (Template template : templates.templates()) {
      for (Stage stage : stages(template, paper)) {
        signs.addAll(signs(template, stage, paper, pointers));
      }
    }
    return signs;
  }

  /**
   * The first step that fits; in 备案审查 a rule may also be the one that mends another. A letter that
   * merely goes with what it names is that only where it is nothing else anywhere.
   */
  static List<Stage> stages(Template template, PaperCard paper) {
    List<Stage> fitting = new ArrayList<>();
    for (Stage stage : template.stages()) {
      boolean besides = stage.role().equals("rule-corrected");
      boolean may = !stage.role().equals(ACCOMPANYING) || paper.roles().size() == 1;
      if ((fitting.isEmpty() || besides) && may && paper.plays(stage.role())) {
        fitting.add(stage);
      }
    }
    return fitting;
  }

  List<Sign> signs(Template template, Stage stage, PaperCard paper, List<Pointer> pointers) {
    Set<Key> keys =
        template.identity() == Template.Identity.PERSON
            ? persons.keys(stage, paper)
            : paper.keys(template, stage);
    Subject subject = paper.subject();
    if (template.identity() == Template.Identity.SUBJECT) {
      Set<Key> titled = KeyReader.yearInTitle(template.years(), paper.title());
      keys = titled.isEmpty() ? keys : titled;
    }
    String name = paper.id() + "|" + template.id() + "|" + stage.role();
    if (stage.is(Stage.Trait.ANYTIME) && template.identity() != Template.Identity.PERSON) {
      return withWhatItNames(name, template, stage, paper, pointers);
    }
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

  /**
   * Minutes and letters that go with others: once for each paper named, never for its own words.
   */
  private List<Sign> withWhatItNames(
      String name, Template template, Stage stage, PaperCard paper, List<Pointer> pointers) {
    boolean letter = stage.role().equals(ACCOMPANYING);
    List<Pointer> those =
        pointers.stream()
            .filter(pointer -> !letter || isItsMatter(pointer))
            .filter(pointer -> pointer.isHeld() || pointer.number().isPresent())
            .toList();
    List<Sign> signs = new ArrayList<>();
    for (Sign sign : onePerPointer(name, template, stage, paper, Set.of(), Subject.none(), those)) {
      if (!sign.pointers().isEmpty()) {
        signs.add(
            new Sign(
                sign.name(),
                sign.paper(),
                template,
                stage,
                Set.of(),
                sign.subject(),
                sign.pointers(),
                sign.evidence()));
      }
    }
    Set<Key> years = KeyReader.yearInTitle(template.years(), paper.title());
    if (letter && template.identity() == Template.Identity.YEAR && !years.isEmpty()) {
      signs.add(
          new Sign(
              name,
              Optional.of(paper),
              template,
              stage,
              years,
              paper.subject(),
              List.of(),
              paper.name()));
    }
    return signs;
  }

  /** What a text names where it begins is what it is about, unless as that on which it rests. */
  private static boolean isItsMatter(Pointer pointer) {
    return pointer.place() < EdgeScores.EARLY && pointer.relation() != Relation.BASIS;
  }

  /** A joint letter counts once for each paper it names, and once for what its title says. */
  private List<Sign> onePerPointer(
      String name,
      Template template,
      Stage stage,
      PaperCard paper,
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
      PaperCard paper,
      Set<Key> keys,
      Subject subject,
      List<Pointer> pointers) {
    List<Sign> signs = new ArrayList<>();
    // it names the motions that go other ways as well
    boolean screening = stage.role().equals("motion-screening");
    for (Key key : keys) {
      Optional<SerialReader.Listed> listed =
          key.kind() == Template.Identity.SERIAL
              ? Optional.ofNullable(paper.listed().get(key.value()))
              : Optional.empty();
      signs.add(
          new Sign(
              name + "|" + key.value(),
              Optional.of(paper),
              template,
              stage,
              Set.of(key),
              listed.map(it -> subject(it.title(), paper)).orElse(subject),
              keys.size() == 1 && !screening ? pointers : List.of(),
              listed.map(SerialReader.Listed::words).orElseGet(paper::name)));
    }
    return signs;
  }

  private Subject subject(String title, PaperCard paper) {
    return templates.subjectWords().of(title, paper.region());
  }

  /** The papers it names by title or number. */
  static List<Pointer> pointers(LinkedCard paper) {
    PaperCard card = paper.card();
    List<Pointer> pointers = new ArrayList<>();
    for (PaperCard.Naming naming : card.namings()) {
      List<DocumentId> targets = paper.targets().getOrDefault(naming.ordinal(), List.of());
      if (pointers.size() < MOST_POINTERS && !targets.contains(card.id())) {
        pointers.add(
            new Pointer(
                targets,
                naming.title(),
                naming.number(),
                naming.relation(),
                new DocumentQuote(card.id(), naming.place()),
                false));
      }
    }
    return pointers;
  }
}
