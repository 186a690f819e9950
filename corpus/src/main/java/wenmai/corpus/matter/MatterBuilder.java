package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import wenmai.corpus.document.DocumentId;

/**
 * Rebuilds the matters of one jurisdiction from its papers (事项重建): begin here. A pure function of
 * the papers, the templates and what people decided; the order of the papers does not matter. Safe
 * for use by many threads.
 *
 * <p>The way: {@link CardReader} reads from each paper alone what may tie it to others, {@link
 * Loom} joins papers by that, {@link DraftWriter} writes down what the papers of each matter say,
 * and {@link Surroundings} names those that stand beside one another. Only a matter of which
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
    this.jurisdictions = new Jurisdictions(templates.folding(), templates.keyWords().areas());
    CourseReader course = new CourseReader(templates.cues());
    TermReader terms = new TermReader(templates.calendar(), templates.termWords());
    this.writer =
        new DraftWriter(
            new ObligationReader(terms, course, templates.calendar(), templates.localTerms()),
            course,
            new DemandReader(templates.cues(), templates.demandWords()),
            new OutcomeReader(course, templates.cues(), templates.outcomeWords()),
            templates.subjectWords());
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
   * Finds which papers of one jurisdiction are one matter; empty yet.
   *
   * @param partition one of {@link #partitions}
   */
  public Loom loom(String partition) {
    return new Loom(templates, partition);
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
    return build(partition, papers, decisions, this::card, DraftWriting::write);
  }

  /**
   * The same with what may have been made and written before, as an archive does that has kept it.
   *
   * @param made the {@link #card} of each paper
   * @param kept matters that were written, by their fingerprints
   */
  List<MatterDraft> build(
      String partition,
      Collection<MatterPaper> papers,
      StaffDecisions decisions,
      Function<MatterPaper, PaperCard> made,
      Map<String, DraftWriting.Written> kept) {
    return build(
        partition,
        papers,
        decisions,
        made,
        (writing, matter) ->
            kept.computeIfAbsent(
                matter.fingerprint(rules(), DocumentId::value), print -> writing.write(matter)));
  }

  private List<MatterDraft> build(
      String partition,
      Collection<MatterPaper> papers,
      StaffDecisions decisions,
      Function<MatterPaper, PaperCard> made,
      BiFunction<DraftWriting, WovenMatter, DraftWriting.Written> write) {
    Map<DocumentId, MatterPaper> byId = new HashMap<>();
    papers.forEach(paper -> byId.put(paper.id(), paper));
    Loom loom = loom(partition);
    List<LinkedCard> cards =
        papers.stream()
            .map(paper -> LinkedCard.of(made.apply(paper), paper.resolutions()))
            .toList();
    Loom.Change change = loom.change(cards, List.of(), decisions);
    DraftWriting writing = writing(id -> Objects.requireNonNull(byId.get(id)));
    Map<String, DraftWriting.Written> written = new TreeMap<>();
    change.come().forEach(matter -> written.put(matter.key(), write.apply(writing, matter)));
    written.values().removeIf(each -> !each.gist().stands());
    Surroundings around = new Surroundings(loom);
    Map<String, MatterGist> gists = new TreeMap<>();
    written.forEach((key, each) -> gists.put(key, each.gist()));
    var unused = around.change(List.of(), gists, change.papers());
    List<MatterDraft> drafts = new ArrayList<>();
    written.forEach((key, each) -> drafts.add(around.of(key).with(each.draft())));
    drafts.sort(Comparator.comparing(MatterDraft::id));
    return drafts;
  }
}
