package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.text.Span;

/**
 * The papers of one matter in procedural order (一事项的文件), with those that are cited and not held
 * apart.
 *
 * @param steps one for each paper
 * @param cited papers that are named and not held
 */
record Strand(Template template, List<Step> steps, List<Sign> cited) {
  /** A passed regulation is examined by the higher congress within months. */
  private static final int APPROVED_WITHIN = 12;

  /** Notices that tell of several votes. */
  private static final Set<String> VOTES = Set.of("vote", "project-evaluation");

  private static final Pattern ROW = Pattern.compile("[|│][0-9]{1,2}[|│]");
  private static final Pattern NUMBERED = Pattern.compile("〔[0-9]{4}〕[0-9]{1,4}号");

  private static final Pattern ITEM =
      Pattern.compile("关于第[一二三四五六七八九十0-9]{1,2}[项件个](?:[^。:;]{0,30})?[。:,]");

  Strand {
    steps = List.copyOf(steps);
    cited = List.copyOf(cited);
  }

  /**
   * A paper as a step.
   *
   * @param signs what it was taken for: more than one for a joint letter that names the matter
   *     twice
   */
  record Step(Stage stage, PaperReading paper, List<Sign> signs, List<Span> scope) {
    Step {
      signs = List.copyOf(signs);
      scope = List.copyOf(scope);
    }

    /**
     * @param subjects what the matter is about, as its other papers say
     * @param states whether sentences of a paper state a result
     */
    static Step of(
        List<Sign> signs,
        PaperReading paper,
        List<Subject> subjects,
        BiPredicate<PaperReading, List<Span>> states) {
      Stage stage = signs.getFirst().stage();
      Optional<List<Span>> voted =
          VOTES.contains(stage.role()) ? VotedItems.of(paper, subjects, states) : Optional.empty();
      return new Step(stage, paper, signs, voted.orElseGet(() -> scope(stage, paper, signs)));
    }

    DocumentId id() {
      return paper.id();
    }

    Optional<LocalDate> date() {
      return paper.date();
    }

    private static List<Span> scope(Stage stage, PaperReading paper, List<Sign> signs) {
      List<Span> sentences = paper.sentences();
      if (!stage.is(Stage.Trait.JOINT)) {
        return sentences;
      }
      List<Span> rows = sentences.stream().filter(row -> isRow(row, paper.compact())).toList();
      List<Span> others = rows.stream().filter(row -> isOfAnother(signs, paper, row)).toList();
      if (!others.isEmpty() && others.size() < rows.size()) {
        return sentences.stream().filter(sentence -> !others.contains(sentence)).toList();
      }
      int outermost = PointMarker.outermost(paper);
      List<Integer> points = new ArrayList<>();
      for (int i = 0; i < sentences.size(); i++) {
        if (isPoint(sentences.get(i), paper.compact())
            || (outermost > 0 && PointMarker.level(sentences.get(i), paper) == outermost)) {
          points.add(i);
        }
      }
      if (points.size() < 2) {
        return sentences;
      }
      int first = points.getFirst();
      boolean items = isItem(sentences.get(first), paper.compact());
      if (!items && names(signs, paper, 0, sentences.get(first).start())) {
        return sentences;
      }
      List<Span> own = new ArrayList<>();
      sentences.subList(0, first).stream()
          .filter(row -> items && names(signs, paper, row.start(), row.end()))
          .forEach(own::add);
      for (int p = 0; p < points.size(); p++) {
        int from = points.get(p);
        int to = p + 1 < points.size() ? points.get(p + 1) : sentences.size();
        if (names(signs, paper, sentences.get(from).start(), sentences.get(to - 1).end())) {
          own.addAll(sentences.subList(from, to));
        }
      }
      return own.isEmpty() ? sentences : own;
    }

    /** │1│关于…的审议意见(…33号)│市住建局│2022年3月31日前│. */
    private static boolean isRow(Span sentence, String words) {
      return ROW.matcher(words).region(sentence.start(), sentence.end()).lookingAt();
    }

    /** Whether a row of a table names papers by number, and none of them is the matter's. */
    private static boolean isOfAnother(List<Sign> signs, PaperReading paper, Span row) {
      return NUMBERED.matcher(row.in(paper.compact())).find()
          && !names(signs, paper, row.start(), row.end());
    }

    /** 关于第1项。 under a table of all items: what follows is of that one alone. */
    private static boolean isItem(Span sentence, String words) {
      return ITEM.matcher(words).region(sentence.start(), sentence.end()).lookingAt();
    }

    private static boolean isPoint(Span sentence, String words) {
      if (isItem(sentence, words)) {
        return true;
      }
      int at = sentence.start();
      int mark = words.indexOf('、', at);
      return at + 1 < words.length()
          && "一二三四五六七八九十".indexOf(words.charAt(at)) >= 0
          && mark >= 0
          && mark - at <= 2;
    }

    /** Whether the paper names the matter within this stretch. */
    private static boolean names(List<Sign> signs, PaperReading paper, int start, int end) {
      var stretch = paper.quote(start, end).span();
      return signs.stream()
          .flatMap(sign -> sign.pointers().stream())
          .anyMatch(
              pointer -> stretch.start() <= pointer.place() && pointer.place() < stretch.end());
    }
  }

  /**
   * @param papers the papers of the bundle, in full
   * @param states whether sentences of a paper state a result
   */
  static Strand of(
      Bundle bundle,
      Function<DocumentId, PaperReading> papers,
      BiPredicate<PaperReading, List<Span>> states) {
    Map<DocumentId, List<Sign>> byPaper = new LinkedHashMap<>();
    List<Sign> cited = new ArrayList<>();
    for (Sign sign : bundle.signs()) {
      sign.id()
          .ifPresentOrElse(
              id -> byPaper.computeIfAbsent(id, each -> new ArrayList<>()).add(sign),
              () -> cited.add(sign));
    }
    List<Subject> subjects = new ArrayList<>();
    bundle.signs().stream()
        .filter(sign -> !sign.stage().is(Stage.Trait.JOINT))
        .map(Sign::subject)
        .forEach(subjects::add);
    if (bundle.signs().getFirst().template().identity() == Template.Identity.YEAR) {
      subjects.add(Subject.of(bundle.signs().getFirst().template().label()));
    }
    List<Step> steps = new ArrayList<>();
    byPaper.forEach((id, signs) -> {
      signs.sort(Comparator.comparing(Sign::name));
      steps.add(Step.of(signs, papers.apply(id), subjects, states));
    });
    cited.sort(Comparator.comparing(Sign::name));
    Template template = bundle.signs().getFirst().template();
    return new Strand(template, ordered(steps), cited);
  }

  /** By date, then by rank; what has no date comes before the first paper of a higher rank. */
  private static List<Step> ordered(List<Step> steps) {
    Map<Step, LocalDate> days = new IdentityHashMap<>();
    steps.forEach(step -> days.put(step, placed(step, steps)));
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(
        Comparator.comparing((Step step) -> Objects.requireNonNull(days.get(step)))
            .thenComparingInt(step -> step.stage().rank())
            .thenComparing(Step::id));
    return sorted;
  }

  private static LocalDate placed(Step step, List<Step> steps) {
    return step.date()
        .map(day -> step.stage().is(Stage.Trait.PUBLISHED) ? published(step, day, steps) : day)
        .orElseGet(() ->
            steps.stream()
                .filter(other -> other.stage().rank() >= step.stage().rank())
                .flatMap(other -> other.date().stream())
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX));
  }

  /** The day of the approval that followed the passing, if any did. */
  private static LocalDate published(Step step, LocalDate passed, List<Step> steps) {
    return steps.stream()
        .filter(other -> other.stage().is(Stage.Trait.ABROAD))
        .filter(other -> other.stage().rank() < step.stage().rank())
        .flatMap(other -> other.date().stream())
        .filter(day -> day.isAfter(passed) && day.isBefore(passed.plusMonths(APPROVED_WITHIN)))
        .max(Comparator.naturalOrder())
        .orElse(passed);
  }

  List<Step> ofRoles(Set<String> roles) {
    return steps.stream().filter(step -> roles.contains(step.stage().role())).toList();
  }

  /**
   * The steps of a role, and those of roles that may stand for it where they come in its place: an
   * amending decision after the promulgation is not the text that was passed, an answer after a
   * complaint is not the first.
   */
  List<Step> standingFor(String role) {
    int rank = template.stage(role).map(Stage::rank).orElse(Integer.MAX_VALUE);
    Set<String> alternatives = template.alternativesOf(role);
    List<Step> standing = new ArrayList<>();
    boolean past = false;
    for (Step step : steps) {
      boolean own = step.stage().role().equals(role);
      boolean stands = !past || !step.stage().is(Stage.Trait.IN_PLACE);
      if (own || (stands && alternatives.contains(step.stage().role()))) {
        standing.add(step);
      }
      past |=
          step.stage().rank() > rank
              && !step.stage().is(Stage.Trait.ANYTIME)
              && !alternatives.contains(step.stage().role());
    }
    return standing;
  }

  boolean has(String role) {
    return steps.stream().anyMatch(step -> step.stage().role().equals(role));
  }

  Optional<LocalDate> opened() {
    return steps.stream().flatMap(step -> step.date().stream()).min(Comparator.naturalOrder());
  }

  /** The paper that gives the matter its id: of the best role of the template, else the first. */
  Step anchor() {
    for (String role : template.anchors()) {
      for (Step step : steps) {
        if (step.stage().role().equals(role)) {
          return step;
        }
      }
    }
    return steps.getFirst();
  }
}
