package wenmai.corpus.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;

/**
 * Finds papers that are named without 《》 by what they are about and what they are (无书名号的文件指称):
 * 关于全县农村饮水安全工作的审议意见. A description means the last paper of that kind and subject before the paper
 * that gives it. Pure.
 */
final class DescribedPapers {
  private static final double LEAST = 0.78;
  private static final int LEAST_PAIRS = 3;
  private static final int MONTHS = 18;
  private static final int MOST = 40;

  private final MatterTemplates templates;
  private final Map<String, Sign> signs = new HashMap<>();
  private final PairIndex<String> names = new PairIndex<>();
  private final PairIndex<Describer> describers = new PairIndex<>();

  DescribedPapers(MatterTemplates templates) {
    this.templates = templates;
  }

  /** A paper that describes one. */
  private record Describer(DocumentId paper, int place) {}

  /** Takes in what a paper is by itself, and what it describes. */
  void add(PaperCard paper, Collection<Sign> own) {
    own.stream()
        .filter(DescribedPapers::canBeMeant)
        .forEach(sign -> {
          signs.put(sign.name(), sign);
          names.add(sign.name(), sign.subject());
        });
    for (int i = 0; i < paper.descriptions().size(); i++) {
      describers.add(new Describer(paper.id(), i), paper.descriptions().get(i).subject());
    }
  }

  /** Leaves out what was taken in. */
  void remove(PaperCard paper, Collection<Sign> own) {
    for (Sign sign : own) {
      signs.remove(sign.name());
      names.remove(sign.name());
    }
    for (int i = 0; i < paper.descriptions().size(); i++) {
      describers.remove(new Describer(paper.id(), i));
    }
  }

  /** The papers that may describe something that is this by itself. */
  Set<DocumentId> whoMayMean(Collection<Sign> own) {
    Set<DocumentId> papers = new HashSet<>();
    own.stream()
        .filter(DescribedPapers::canBeMeant)
        .map(Sign::subject)
        .distinct()
        .forEach(subject ->
            describers.near(subject, LEAST).forEach(near -> papers.add(near.thing().paper())));
    return papers;
  }

  private static boolean canBeMeant(Sign sign) {
    return sign.isHeld()
        && !sign.stage().is(Stage.Trait.JOINT)
        && sign.date().isPresent()
        && tells(sign.subject());
  }

  /** Whether a subject is long enough to mean one paper. */
  static boolean tells(Subject subject) {
    return subject.size() >= LEAST_PAIRS;
  }

  /** The papers that a paper describes, by their ids. */
  List<Pointer> in(PaperCard paper) {
    Map<DocumentId, Pointer> found = new TreeMap<>();
    for (PaperCard.Description description : paper.descriptions()) {
      if (found.size() < MOST && paper.date().isPresent()) {
        meant(description, paper.id(), paper.date().get())
            .ifPresent(id -> found.putIfAbsent(id, pointer(paper, description, id)));
      }
    }
    return List.copyOf(found.values());
  }

  private static Pointer pointer(
      PaperCard paper, PaperCard.Description description, DocumentId target) {
    return new Pointer(
        List.of(target),
        description.phrase(),
        Optional.empty(),
        Relation.MENTIONS,
        new DocumentQuote(paper.id(), description.place()),
        true);
  }

  private Optional<DocumentId> meant(
      PaperCard.Description description, DocumentId self, LocalDate day) {
    return names.near(description.subject(), LEAST).stream()
        .flatMap(near ->
            Optional.ofNullable(signs.get(near.thing()))
                .map(sign -> new Meant(sign, near.likeness()))
                .stream())
        .filter(meant -> meant.sign().id().filter(id -> !id.equals(self)).isPresent())
        .filter(meant -> isBefore(meant.sign(), day))
        .filter(meant -> templates.playsCited(meant.sign().stage().role(), description.phrase()))
        .max(
            Comparator.comparing((Meant meant) -> date(meant.sign()))
                .thenComparingDouble(Meant::likeness)
                .thenComparing(meant -> meant.sign().name()))
        .flatMap(meant -> meant.sign().id());
  }

  private record Meant(Sign sign, double likeness) {}

  private static LocalDate date(Sign sign) {
    return sign.date().orElse(LocalDate.MAX);
  }

  private static boolean isBefore(Sign sign, LocalDate day) {
    LocalDate date = date(sign);
    return !date.isAfter(day) && ChronoUnit.MONTHS.between(date, day) <= MONTHS;
  }
}
