package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.DocumentNumber;

/**
 * Steps that are known only because other papers name them (被引未收录文件): so that the papers that speak
 * of a missing one come together, and the gap has a name. Of several that name one, the first by
 * name tells what it is. For one thread.
 */
final class CitedPapers {
  private final MatterTemplates templates;
  private final Map<String, Optional<Stage>> stages = new HashMap<>();
  private final Map<String, TreeMap<String, Sign>> byNaming = new HashMap<>();

  CitedPapers(MatterTemplates templates) {
    this.templates = templates;
  }

  /**
   * Some signs have gone and some have come; gives which of the cited papers have. The papers that
   * cite one point at it by its number or title.
   */
  SignChange change(SignChange signs) {
    Map<String, Optional<Sign>> before = new TreeMap<>();
    for (Sign sign : signs.gone()) {
      named(sign)
          .forEach((name, told) -> {
            before.computeIfAbsent(name, this::standing);
            byNaming.computeIfPresent(
                name,
                (each, naming) -> {
                  naming.remove(sign.name());
                  return naming.isEmpty() ? null : naming;
                });
          });
    }
    for (Sign sign : signs.come()) {
      named(sign)
          .forEach((name, told) -> {
            before.computeIfAbsent(name, this::standing);
            byNaming
                .computeIfAbsent(name, each -> new TreeMap<>())
                .put(sign.name(), cited(name, sign, told));
          });
    }
    List<Sign> gone = new ArrayList<>();
    List<Sign> come = new ArrayList<>();
    before.forEach((name, was) -> {
      Optional<Sign> is = standing(name);
      if (!is.equals(was)) {
        was.ifPresent(gone::add);
        is.ifPresent(come::add);
      }
    });
    return new SignChange(gone, come);
  }

  private Optional<Sign> standing(String name) {
    return Optional.ofNullable(byNaming.get(name)).map(naming -> naming.firstEntry().getValue());
  }

  private record Told(Stage stage, Pointer pointer) {}

  /** The papers a sign names that are not held, by what they are called. */
  private Map<String, Told> named(Sign sign) {
    Map<String, Told> named = new TreeMap<>();
    for (Pointer pointer : sign.isHeld() ? sign.pointers() : List.<Pointer>of()) {
      if (!pointer.isHeld() && isTold(pointer)) {
        String key = sign.template().id() + "|" + pointer.title();
        stages
            .computeIfAbsent(key, each -> stage(sign.template(), pointer.title()))
            .filter(stage -> stage.rank() <= sign.stage().rank())
            .ifPresent(
                stage -> named.putIfAbsent(name(sign, stage, pointer), new Told(stage, pointer)));
      }
    }
    return named;
  }

  /** 审查意见第二条 names no paper by itself. */
  private static boolean isTold(Pointer pointer) {
    boolean numbered = pointer.number().filter(number -> !number.isSerialOnly()).isPresent();
    return pointer.title().length() >= (numbered ? 4 : 9);
  }

  private Optional<Stage> stage(Template template, String title) {
    return template.stages().stream()
        .filter(stage -> templates.playsCited(stage.role(), title))
        .findFirst();
  }

  private static String name(Sign sign, Stage stage, Pointer pointer) {
    return "~" + sign.template().id() + "|" + stage.role() + "|" + missing(pointer);
  }

  /** What a missing paper is called: its number where it is told, else its title without issuer. */
  static String missing(Pointer pointer) {
    return pointer
        .number()
        .filter(number -> !number.isSerialOnly())
        .map(DocumentNumber::toString)
        .orElseGet(() -> TitleKey.of(pointer.title()).value());
  }

  private Sign cited(String name, Sign sign, Told told) {
    String title = told.pointer().title();
    return new Sign(
        name,
        Optional.empty(),
        sign.template(),
        told.stage(),
        KeyReader.yearInTitle(sign.template().years(), title),
        templates.subjectWords().of(title, sign.region()),
        List.of(),
        told.pointer().evidence());
  }
}
