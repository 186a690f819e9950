package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import wenmai.corpus.document.DocumentId;

/**
 * Rebuilds the matters of one jurisdiction from its papers (事项重建): begin here. A pure function of
 * the papers, the templates and what people decided; the order of the papers does not matter. Safe
 * for use by many threads.
 *
 * <p>The way: {@link CardReader} reads from each paper alone what may tie it to others, {@link
 * Loom} joins papers by that, {@link DraftWriter} writes down what the papers of each matter say,
 * and {@link WovenMatters#beside} names those that stand beside one another. Only a matter of which
 * something has changed need be written anew.
 */
public final class MatterBuilder {
  private final MatterTemplates templates;
  private final CardReader cards;
  private final DraftWriter writer;
  private final Jurisdictions jurisdictions;

  public MatterBuilder(MatterTemplates templates) {
    this.templates = templates;
    this.cards = new CardReader(templates);
    this.jurisdictions = new Jurisdictions(templates.folding());
    CourseReader course = new CourseReader(templates.cues());
    TermReader terms = new TermReader(templates.calendar());
    this.writer =
        new DraftWriter(
            new ObligationReader(terms, course, templates.calendar(), templates.localTerms()),
            course,
            new DemandReader(templates.cues()),
            new OutcomeReader(course, templates.cues(), templates.outcomeWords()));
  }

  /**
   * The jurisdictions (by the name of the region) in whose matters a paper may be a step: its own,
   * and where it approves or answers another's, that one too. Empty where no region is known; such
   * a paper is a step of no matter.
   */
  public Set<String> partitions(MatterPaper paper) {
    return jurisdictions.of(paper);
  }

  /** What finding the matter of a paper needs of it. */
  public PaperCard card(MatterPaper paper) {
    return cards.read(paper);
  }

  /**
   * Which papers of one jurisdiction are one matter.
   *
   * @param partition one of {@link #partitions}
   * @param papers all papers of that partition for one audience, copies left out, in any order
   */
  public WovenMatters weave(
      String partition, Collection<LinkedCard> papers, StaffDecisions decisions) {
    return new Loom(templates, decisions)
        .weave(
            partition,
            papers.stream()
                .sorted(Comparator.comparing((LinkedCard linked) -> linked.card().id()))
                .toList());
  }

  /**
   * Writes matters down, without what stands beside them.
   *
   * @param papers in full; asked for one matter after another, by many threads
   */
  public DraftWriting writing(Function<DocumentId, MatterPaper> papers) {
    return new DraftWriting(writer, templates, papers);
  }

  /** Which rules these are: another word for each change of them. */
  public String rules() {
    return templates.fingerprint();
  }

  /**
   * The matters of one jurisdiction, by id.
   *
   * @param partition one of {@link #partitions}
   * @param papers all papers of that partition for one audience, copies left out, in any order
   */
  public List<MatterDraft> build(
      String partition, Collection<MatterPaper> papers, StaffDecisions decisions) {
    Map<DocumentId, MatterPaper> byId = new HashMap<>();
    papers.forEach(paper -> byId.put(paper.id(), paper));
    WovenMatters woven =
        weave(
            partition,
            papers.stream().map(paper -> LinkedCard.of(card(paper), paper.resolutions())).toList(),
            decisions);
    DraftWriting writing = writing(id -> Objects.requireNonNull(byId.get(id)));
    List<DraftWriting.Written> written =
        woven.matters().stream()
            .map(writing::write)
            .filter(each -> each.gist().stands())
            .sorted(Comparator.comparing(each -> each.gist().id()))
            .toList();
    List<Beside> beside = woven.beside(written.stream().map(DraftWriting.Written::gist).toList());
    List<MatterDraft> drafts = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      drafts.add(beside.get(i).with(written.get(i).draft()));
    }
    return drafts;
  }
}
