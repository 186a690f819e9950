package wenmai.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import wenmai.corpus.EditProblem.Reason;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.MatterDraft;
import wenmai.corpus.matter.StaffDecisions.Pair;
import wenmai.corpus.store.Audit;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Session;
import wenmai.corpus.upkeep.MatterDecisions;
import wenmai.corpus.upkeep.Matters;

/** The review of matters over a depot; matters are built again after each decision. */
final class StoredMatterReview implements MatterReview {
  private final Depot depot;
  private final Upkeep upkeep;
  private final String who;

  StoredMatterReview(Depot depot, Upkeep upkeep, String who) {
    this.depot = depot;
    this.upkeep = upkeep;
    this.who = who;
  }

  @Override
  public String confirm(String matter) {
    List<DocumentId> papers = papers(draft(matter));
    decide(
        "matter-confirm",
        matter,
        papers,
        decisions ->
            papers.forEach(paper -> decisions.together(new Pair(papers.getFirst(), paper), who)));
    return holding(papers.getFirst(), matter);
  }

  @Override
  public String merge(String matter, String other) {
    MatterDraft one = draft(matter);
    MatterDraft two = draft(other);
    if (!template(one).equals(template(two)) || one.id().equals(two.id())) {
      throw new EditProblem(Reason.NOT_JOINABLE, two.subject());
    }
    bind("matter-merge", one, papers(two));
    return holding(papers(one).getFirst(), matter);
  }

  @Override
  public String join(String matter, DocumentId document) {
    MatterDraft draft = draft(matter);
    boolean held =
        depot.read(session ->
            session
                .first(
                    "SELECT 1 FROM document WHERE id = ? AND held = 1",
                    row -> true,
                    document.value())
                .isPresent());
    if (!held) {
      throw new EditProblem(Reason.ABSENT);
    }
    bind("matter-join", draft, List.of(document));
    return holding(papers(draft).getFirst(), matter);
  }

  /** Binds papers to a matter; where they turn out to be no steps of it, nothing has changed. */
  private void bind(String act, MatterDraft draft, List<DocumentId> others) {
    List<DocumentId> papers = papers(draft);
    DocumentId anchor = papers.getFirst();
    List<DocumentId> all = new ArrayList<>(papers);
    all.addAll(others);
    List<MatterDecisions.Kept> before = new ArrayList<>();
    decide(
        act,
        draft.id(),
        others,
        decisions -> {
          before.addAll(decisions.forgetAbout(all));
          // What was held apart among them is so no longer: the later word counts.
          Set<DocumentId> bound = new HashSet<>(all);
          decisions.restore(before.stream().filter(kept -> !isApartWithin(kept, bound)).toList());
          all.forEach(paper -> decisions.together(new Pair(anchor, paper), who));
        });
    if (!shared(anchor, others)) {
      decide(
          "matter-undo",
          draft.id(),
          others,
          decisions -> {
            var unused = decisions.forgetAbout(all);
            decisions.restore(before);
          });
      throw new EditProblem(Reason.NOT_JOINABLE, draft.subject());
    }
  }

  private static boolean isApartWithin(MatterDecisions.Kept kept, Set<DocumentId> papers) {
    return kept.together() == 0
        && papers.contains(kept.pair().first())
        && papers.contains(kept.pair().second());
  }

  private boolean shared(DocumentId anchor, List<DocumentId> others) {
    return depot.read(session ->
        holding(session, anchor).stream()
            .map(StoredMatterReview::papers)
            .anyMatch(papers -> papers.containsAll(others)));
  }

  @Override
  public String split(String matter, List<DocumentId> documents) {
    List<DocumentId> papers = papers(draft(matter));
    Set<DocumentId> leaving = new HashSet<>(documents);
    List<DocumentId> staying = papers.stream().filter(paper -> !leaving.contains(paper)).toList();
    if (documents.isEmpty() || staying.isEmpty() || !papers.containsAll(leaving)) {
      throw new EditProblem(Reason.NOT_DIVISIBLE);
    }
    decide(
        "matter-split",
        matter,
        documents,
        decisions ->
            staying.forEach(
                stays -> leaving.forEach(leaves -> decisions.apart(new Pair(stays, leaves), who))));
    return holding(staying.getFirst(), matter);
  }

  @Override
  public String release(String matter) {
    List<DocumentId> papers = papers(draft(matter));
    decide(
        "matter-release",
        matter,
        papers,
        decisions -> {
          var unused = decisions.forgetAbout(papers);
        });
    return holding(papers.getFirst(), matter);
  }

  private void decide(
      String act, String matter, List<DocumentId> papers, Consumer<MatterDecisions> decisions) {
    var unused =
        depot.write(session -> {
          decisions.accept(new MatterDecisions(session));
          String about = String.join(" ", papers.stream().map(DocumentId::value).toList());
          new Audit(session)
              .append(
                  new Audit.Act(who, act, matter, Optional.empty(), Optional.of(about)),
                  depot.clock());
          return session;
        });
    upkeep.catchUp();
  }

  private MatterDraft draft(String matter) {
    return depot
        .read(session -> matters(session).find(matter))
        .orElseThrow(() -> new EditProblem(Reason.NO_MATTER));
  }

  /** Under which id the paper's matter of that kind is now. */
  private String holding(DocumentId paper, String former) {
    String prefix = former.substring(0, former.lastIndexOf('-') + 1);
    return depot.read(session ->
        holding(session, paper).stream()
            .filter(draft -> draft.id().startsWith(prefix))
            .map(MatterDraft::id)
            .findFirst()
            .orElse(former));
  }

  private static List<MatterDraft> holding(Session session, DocumentId paper) {
    return new Documents(session)
        .row(paper)
        .map(row -> matters(session).holding(row.doc()))
        .orElse(List.of());
  }

  private static Matters matters(Session session) {
    return new Matters(session, Reader.Audience.INTERNAL);
  }

  private static List<DocumentId> papers(MatterDraft draft) {
    return draft.stages().stream().map(Matter.StageEntry::document).distinct().toList();
  }

  private static String template(MatterDraft draft) {
    return draft.id().substring(0, draft.id().lastIndexOf('-') + 1);
  }
}
