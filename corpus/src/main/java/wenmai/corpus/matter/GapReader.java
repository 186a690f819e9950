package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.matter.MatterDraft.Obligation;
import wenmai.corpus.matter.Strand.Step;
import wenmai.corpus.text.Span;

/**
 * Names the steps of a matter that were taken and whose papers are not held (缺失环节识别): key steps
 * before later ones, papers that are cited, steps that a paper tells of, and earlier or later texts
 * of a law that a note or an announcement dates. Pure.
 */
final class GapReader {
  private final Strand strand;
  private final MatterType type;
  private final List<Obligation> owed;
  private final Set<String> told = new HashSet<>();
  private final List<Obligation> gaps = new ArrayList<>();

  /**
   * @param owed what had to come in the matter; a step that is lacking among those is no gap
   */
  GapReader(Strand strand, MatterType type, List<Obligation> owed) {
    this.strand = strand;
    this.type = type;
    this.owed = owed;
  }

  List<Obligation> read() {
    cited();
    keys();
    traces();
    VersionGaps.of(strand).forEach(gaps::add);
    return gaps;
  }

  private void cited() {
    for (Sign cited : strand.cited()) {
      if (!isOwed(cited.stage()) && isLacking(cited) && told.add(cited.stage().role())) {
        gaps.add(
            gap(
                cited.stage().name(),
                "其他文件引用而未收录：“" + cited.evidence().quote().words() + "”",
                Optional.of(cited.evidence()),
                next(cited.stage())));
      }
    }
  }

  private void keys() {
    int last =
        strand.steps().stream()
            .filter(step -> !step.stage().is(Stage.Trait.ANYTIME))
            .mapToInt(step -> step.stage().rank())
            .max()
            .orElse(0);
    for (Stage stage : strand.template().stages()) {
      if (stage.is(Stage.Trait.KEY) && stage.rank() < last && isUnknown(stage)) {
        told.add(stage.role());
        gaps.add(gap(nameOf(stage), "后续环节的文件已收录，此关键环节未收录", Optional.empty(), next(stage)));
      }
    }
  }

  /** What papers tell of steps in passing: 你单位《关于…的答复》承诺, 经代表反馈不满意. */
  private void traces() {
    for (Trace trace : strand.template().traces()) {
      Optional<Stage> stage = strand.template().stage(trace.step());
      if (stage.isPresent() && isUnknown(stage.get())) {
        told(trace)
            .ifPresent(words -> {
              told.add(stage.get().role());
              gaps.add(
                  gap(
                      nameOf(stage.get()),
                      "其他文件写明而未收录：“" + words.quote().words().strip() + "”",
                      Optional.of(words),
                      next(stage.get())));
            });
      }
    }
  }

  private Optional<DocumentQuote> told(Trace trace) {
    for (Step step : strand.ofRoles(trace.in())) {
      for (Span sentence : step.scope()) {
        if (trace.says().matcher(sentence.in(step.paper().compact())).find()) {
          return Optional.of(step.paper().documentQuote(sentence.start(), sentence.end()));
        }
      }
    }
    return Optional.empty();
  }

  /** Neither held nor owed nor named already. */
  private boolean isUnknown(Stage stage) {
    return strand.standingFor(stage.role()).isEmpty()
        && strand.template().alternativesOf(stage.role()).stream().noneMatch(told::contains)
        && !isOwed(stage);
  }

  private boolean isOwed(Stage stage) {
    Set<String> alternatives = strand.template().alternativesOf(stage.role());
    return strand.template().stages().stream()
        .filter(each -> alternatives.contains(each.role()))
        .anyMatch(each ->
            owed.stream()
                .anyMatch(other -> other.met().isEmpty() && other.stage().equals(each.name())));
  }

  /** Its step is not held at all; or it has a number, which none of the papers of the step has. */
  private boolean isLacking(Sign cited) {
    List<Step> held = strand.ofRoles(strand.template().alternativesOf(cited.stage().role()));
    boolean numbered = cited.name().endsWith("号");
    return held.isEmpty()
        || (numbered
            && held.stream()
                .allMatch(step ->
                    step.paper()
                        .paper()
                        .facts()
                        .value(FactKey.NUMBER)
                        .filter(number -> !cited.name().endsWith("|" + number))
                        .isPresent()));
  }

  /** The first paper that is held of the steps after one; where each year has its own, none. */
  private Optional<DocumentId> next(Stage stage) {
    return strand.steps().stream()
        .filter(step -> !strand.template().cyclic())
        .filter(step -> !step.stage().is(Stage.Trait.ANYTIME))
        .filter(step -> step.stage().rank() > stage.rank())
        .map(Step::id)
        .findFirst();
  }

  static Obligation gap(
      String name, String rule, Optional<DocumentQuote> stated, Optional<DocumentId> before) {
    return new Obligation(
        MatterDraft.Nature.GAP, name, Optional.empty(), rule, stated, Optional.empty(), before);
  }

  private String nameOf(Stage stage) {
    return strand.template().nameOf(stage.role(), type);
  }

  /**
   * What a paper says of another step (环节痕迹).
   *
   * @param in roles whose papers are read
   * @param step the role of the step they tell of
   * @param says what a sentence must say
   */
  record Trace(Set<String> in, String step, Pattern says) {}
}
