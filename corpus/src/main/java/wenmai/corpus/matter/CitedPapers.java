package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.DocumentNumber;

/**
 * Steps that are known only because other papers name them (被引未收录文件): so that the papers that speak
 * of a missing one come together, and the gap has a name.
 */
final class CitedPapers {
  private final MatterTemplates templates;

  CitedPapers(MatterTemplates templates) {
    this.templates = templates;
  }

  /**
   * The cited papers, each as a sign; the papers that cite it point at it by its number or title.
   */
  List<Sign> of(Collection<Sign> signs) {
    Map<String, Sign> found = new TreeMap<>();
    Map<String, Optional<Stage>> stages = new HashMap<>();
    for (Sign sign : signs) {
      for (Pointer pointer : sign.pointers()) {
        if (!pointer.isHeld() && isTold(pointer)) {
          String key = sign.template().id() + "|" + pointer.title();
          Optional<Stage> stage =
              stages.computeIfAbsent(key, each -> stage(sign.template(), pointer.title()));
          stage
              .filter(each -> each.rank() <= sign.stage().rank())
              .ifPresent(each ->
                  found.computeIfAbsent(
                      name(sign, each, pointer), it -> cited(sign, each, pointer)));
        }
      }
    }
    return new ArrayList<>(found.values());
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
    return sign.template().id() + "|" + stage.role() + "|" + missing(pointer);
  }

  /** What a missing paper is called: its number where it is told, else its title without issuer. */
  static String missing(Pointer pointer) {
    return pointer
        .number()
        .filter(number -> !number.isSerialOnly())
        .map(DocumentNumber::toString)
        .orElseGet(() -> TitleKey.of(pointer.title()).value());
  }

  private Sign cited(Sign sign, Stage stage, Pointer pointer) {
    Subject subject = templates.subjectWords().of(pointer.title(), sign.region());
    Set<Key> keys = KeyReader.yearInTitle(sign.template().years(), pointer.title());
    return new Sign(
        "~" + name(sign, stage, pointer),
        Optional.empty(),
        sign.template(),
        stage,
        keys,
        subject,
        List.of(),
        pointer.evidence());
  }
}
