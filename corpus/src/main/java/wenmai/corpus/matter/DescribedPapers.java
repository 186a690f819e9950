package wenmai.corpus.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final List<Sign> signs;
  private final PairIndex index;

  /**
   * @param known papers by what they are
   */
  DescribedPapers(MatterTemplates templates, Collection<Sign> known) {
    this.templates = templates;
    this.signs =
        known.stream()
            .filter(sign ->
                sign.isHeld() && !sign.stage().is(Stage.Trait.JOINT) && sign.date().isPresent())
            .filter(sign -> tells(sign.subject()))
            .toList();
    this.index = new PairIndex(signs.stream().map(Sign::subject).toList());
  }

  /** Whether a subject is long enough to mean one paper. */
  static boolean tells(Subject subject) {
    return subject.pairs().size() >= LEAST_PAIRS;
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
    return index.near(description.subject(), LEAST).stream()
        .filter(near -> signs.get(near.index()).id().filter(id -> !id.equals(self)).isPresent())
        .filter(near -> isBefore(signs.get(near.index()), day))
        .filter(near ->
            templates.playsCited(signs.get(near.index()).stage().role(), description.phrase()))
        .max(
            Comparator.comparing((PairIndex.Near near) -> date(signs.get(near.index())))
                .thenComparingDouble(PairIndex.Near::likeness)
                .thenComparing(near -> signs.get(near.index()).name()))
        .flatMap(near -> signs.get(near.index()).id());
  }

  private static LocalDate date(Sign sign) {
    return sign.date().orElse(LocalDate.MAX);
  }

  private static boolean isBefore(Sign sign, LocalDate day) {
    LocalDate date = date(sign);
    return !date.isAfter(day) && ChronoUnit.MONTHS.between(date, day) <= MONTHS;
  }
}
