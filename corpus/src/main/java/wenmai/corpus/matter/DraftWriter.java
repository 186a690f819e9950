package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Organ;
import wenmai.corpus.matter.Matter.StageEntry;
import wenmai.corpus.matter.MatterDraft.Closing;
import wenmai.corpus.matter.MatterDraft.Obligation;
import wenmai.corpus.matter.Strand.Step;
import wenmai.corpus.text.Quote;

/** Writes down what the papers of one matter say of it (事项底稿). Pure. */
final class DraftWriter {
  private static final Set<String> SECOND =
      Set.of("vote", "rectification", "audit-rectification", "project-evaluation");

  private final ObligationReader obligations;
  private final CourseReader course;
  private final DemandReader demands;
  private final OutcomeReader outcomes;
  private final SubjectLine subjects;

  DraftWriter(
      ObligationReader obligations,
      CourseReader course,
      DemandReader demands,
      OutcomeReader outcomes,
      SubjectWords subjects) {
    this.obligations = obligations;
    this.course = course;
    this.demands = demands;
    this.outcomes = outcomes;
    this.subjects = new SubjectLine(subjects);
  }

  /**
   * @param papers the papers of the matter, in full
   */
  MatterDraft write(WovenMatter matter, Function<DocumentId, PaperReading> papers) {
    Bundle bundle = matter.bundle();
    Strand strand = Strand.of(bundle, papers, outcomes::statesResult);
    Step anchor = strand.anchor();
    MatterType type = type(strand);
    List<Obligation> owed = obligations.read(strand, type, matter.terms());
    Optional<Closing> closing = closing(strand, owed);
    List<Outcome> came = outcomes.read(strand);
    return new MatterDraft(
        id(strand.template(), anchor),
        strand.steps().stream().map(step -> id(strand.template(), step)).distinct().toList(),
        type,
        subjects.of(strand, anchor),
        organ(strand, anchor),
        anchor.paper().paper().facts().value(FactKey.REGION),
        strand.opened(),
        stages(strand, anchor, bundle),
        owed,
        closing,
        OutcomeLine.of(came),
        came,
        demands.read(strand, owed),
        List.of(),
        reasons(strand, bundle),
        matter.isReviewed());
  }

  /**
   * A matter's id: of its kind and its anchor document; of one in a list, with its number there.
   */
  private static String id(Template template, Step anchor) {
    String id = template.id() + "-" + anchor.id();
    return anchor.stage().is(Stage.Trait.JOINT)
        ? anchor.signs().stream()
            .flatMap(sign -> sign.keys().stream())
            .filter(key -> key.kind() == Template.Identity.SERIAL)
            .map(key -> id + "." + key.value())
            .sorted()
            .findFirst()
            .orElse(id)
        : id;
  }

  private static MatterType type(Strand strand) {
    for (Template.Variant variant : strand.template().variants()) {
      boolean so =
          strand.ofRoles(variant.of()).stream()
              .anyMatch(step -> variant.when().matcher(step.paper().title()).find());
      if (so) {
        return variant.type();
      }
    }
    return strand.template().type();
  }

  /** The congress body whose matter it is: of the anchor, else of the first paper of a congress. */
  private static Optional<Organ> organ(Strand strand, Step anchor) {
    Optional<Organ> own = anchor.paper().paper().facts().value(FactKey.ORGAN);
    if (own.filter(DraftWriter::isCongress).isPresent()) {
      return own;
    }
    return strand.steps().stream()
        .flatMap(step -> step.paper().paper().facts().value(FactKey.ORGAN).stream())
        .filter(DraftWriter::isCongress)
        .findFirst()
        .or(() -> own);
  }

  private static boolean isCongress(Organ organ) {
    return organ.name().contains("人民代表大会");
  }

  private static List<StageEntry> stages(Strand strand, Step anchor, Bundle bundle) {
    Map<DocumentId, Edge> strongest = new HashMap<>();
    for (Edge edge : bundle.edges()) {
      DocumentId document = edge.evidence().document();
      strongest.merge(document, edge, (one, two) -> one.score() >= two.score() ? one : two);
    }
    Map<DocumentId, Double> best = best(bundle);
    List<StageEntry> entries = new ArrayList<>();
    Map<String, Integer> times = new HashMap<>();
    int rank = 0;
    Optional<Step> before = Optional.empty();
    for (Step step : strand.steps()) {
      boolean together =
          before.isPresent()
              && before.get().stage().rank() == step.stage().rank()
              && before.get().date().equals(step.date());
      rank += together ? 0 : 1;
      before = Optional.of(step);
      String role = step.stage().role();
      int time = times.merge(role, 1, Integer::sum);
      Edge edge = strongest.get(step.id());
      boolean itself = step.id().equals(anchor.id());
      double score = itself ? 1 : edge == null ? best.getOrDefault(step.id(), 0.0) : edge.score();
      DocumentQuote evidence = itself || edge == null ? step.paper().name() : edge.evidence();
      entries.add(
          new StageEntry(
              time > 1 && SECOND.contains(role)
                  ? again(step.stage().name(), time)
                  : step.stage().name(),
              step.id(),
              step.date(),
              step.stage().is(Stage.Trait.KEY),
              rank,
              score,
              evidence));
    }
    return entries;
  }

  private static String again(String name, int time) {
    return "第" + "零一二三四五六七八九十".charAt(Math.min(time, 10)) + "次" + name;
  }

  /** Of each paper the strongest reason in which one of its signs takes part. */
  private static Map<DocumentId, Double> best(Bundle bundle) {
    Map<Integer, Sign> signs = new HashMap<>();
    for (int i = 0; i < bundle.members().size(); i++) {
      signs.put(bundle.members().get(i), bundle.signs().get(i));
    }
    Map<DocumentId, Double> best = new HashMap<>();
    for (Edge edge : bundle.edges()) {
      Stream.of(edge.one(), edge.other())
          .flatMap(member -> Optional.ofNullable(signs.get(member)).flatMap(Sign::id).stream())
          .forEach(id -> best.merge(id, edge.score(), Math::max));
    }
    return best;
  }

  private Optional<Closing> closing(Strand strand, List<Obligation> owed) {
    Template template = strand.template();
    Step last =
        strand.steps().reversed().stream()
            .filter(step -> !step.stage().is(Stage.Trait.ANYTIME))
            .findFirst()
            .orElseGet(() -> strand.steps().getLast());
    boolean open =
        owed.stream()
            .anyMatch(each ->
                each.nature() == MatterDraft.Nature.OWED
                    && each.met().isEmpty()
                    && each.due().isPresent());
    for (Step step : strand.ofRoles(template.closesIn()).reversed()) {
      Optional<DocumentQuote> words = course.closing(step.paper(), step.scope());
      boolean askedOn =
          owed.stream()
              .anyMatch(each ->
                  each.met().isEmpty()
                      && each.due().isPresent()
                      && each.stated()
                          .filter(quote -> quote.document().equals(step.id()))
                          .isPresent());
      if (words.isPresent() && !askedOn && !course.deniesEnd(step.paper(), step.scope())) {
        return Optional.of(new Closing(step.date(), words.get()));
      }
    }
    boolean settled = template.settledWhen().contains(last.stage().role()) && !open;
    boolean ends =
        template.endsWith().contains(last.stage().role())
            && !open
            && !course.goesOn(last.paper(), last.scope());
    boolean satisfied =
        template.identity() == Template.Identity.SERIAL
            && last.stage().role().equals("suggestion-feedback")
            && course
                .outcome(last.paper(), last.scope())
                .filter(outcome -> !outcome.word().startsWith("不"))
                .isPresent();
    return settled || ends || satisfied
        ? Optional.of(new Closing(last.date(), last.paper().name()))
        : Optional.empty();
  }

  private static List<String> reasons(Strand strand, Bundle bundle) {
    Map<DocumentId, String> names = new HashMap<>();
    strand.steps().forEach(step -> names.put(step.id(), step.stage().name()));
    Set<String> reasons = new LinkedHashSet<>();
    bundle.edges().stream()
        .sorted(Edge.strongestFirst())
        .limit(40)
        .forEach(edge -> {
          Quote quote = edge.evidence().quote();
          String name = names.getOrDefault(edge.evidence().document(), "文件");
          reasons.add(
              switch (edge.reason()) {
                case CITATION -> name + "写明“" + quote.words() + "”";
                case SHARED_CITATION -> name + "与另一文件都提到“" + quote.words() + "”";
                case IDENTITY -> name + "属同一事项：“" + quote.words() + "”";
                case SESSION -> name + "与前一环节在同一次会议、事由相同：“" + quote.words() + "”";
                case LIKENESS -> name + "事由相同、时间相接：“" + quote.words() + "”";
                case STAFF -> name + "经人工确认";
              });
        });
    return reasons.stream().limit(12).toList();
  }
}
