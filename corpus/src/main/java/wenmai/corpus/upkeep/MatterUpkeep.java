package wenmai.corpus.upkeep;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterDraft;
import wenmai.corpus.matter.MatterPaper;
import wenmai.corpus.matter.StaffDecisions;
import wenmai.corpus.record.MatterDraftJson;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.Waiting;

/**
 * Keeps the matters in step, one partition at a time, from all papers that may be steps of them.
 */
final class MatterUpkeep {
  /**
   * Those of the place; and those of no known place that name a paper of it or are named by one, as
   * far as the audience may know either.
   */
  private static final String PAPERS =
      "WITH home AS (SELECT p.doc AS doc FROM matter_partition p JOIN document h ON h.doc = p.doc"
          + " WHERE p.name = ?1 AND h.held = 1 AND (h.visibility = 0 OR ?2 = "
          + Sight.INTERNAL
          + ")) SELECT doc FROM home UNION"
          + " SELECT l.source AS doc FROM home t JOIN link l ON l.target = t.doc"
          + " WHERE (l.audience & ?2) <> 0 AND NOT EXISTS"
          + " (SELECT 1 FROM matter_partition o WHERE o.doc = l.source) UNION"
          + " SELECT l.target AS doc FROM home t JOIN link l ON l.source = t.doc"
          + " WHERE (l.audience & ?2) <> 0 AND l.target IS NOT NULL AND NOT EXISTS"
          + " (SELECT 1 FROM matter_partition o WHERE o.doc = l.target)";

  private final Depot depot;
  private final ExecutorService workers;
  private final MatterBuilder builder;

  MatterUpkeep(Depot depot, ExecutorService workers, MatterBuilder builder) {
    this.depot = depot;
    this.workers = workers;
    this.builder = builder;
  }

  private record Drafts(int sight, List<MatterDraft> drafts) {}

  /** Does some of the work; gives whether there was any. */
  boolean step() {
    Optional<String> stale = depot.read(session -> new Stale(session).partition());
    if (stale.isEmpty()) {
      return false;
    }
    String partition = stale.get();
    List<Drafts> made = made(partition);
    return depot.write(session -> {
      clear(session, partition);
      made.forEach(drafts -> write(session, partition, drafts));
      new Stale(session).partitionDone(partition);
      return true;
    });
  }

  /** Where nothing is internal, and nothing a copy for some alone, both audiences have the same. */
  private List<Drafts> made(String partition) {
    List<Long> forPublic = depot.read(session -> docs(session, partition, Sight.PUBLIC));
    List<Long> forInternal = depot.read(session -> docs(session, partition, Sight.INTERNAL));
    boolean same = forPublic.equals(forInternal);
    List<MatterDraft> internal = build(partition, forInternal, Audience.INTERNAL);
    if (same && forInternal.stream().noneMatch(this::linksDiffer)) {
      return List.of(new Drafts(Sight.BOTH, internal));
    }
    return List.of(
        new Drafts(Sight.PUBLIC, build(partition, forPublic, Audience.PUBLIC)),
        new Drafts(Sight.INTERNAL, internal));
  }

  private static List<Long> docs(Session session, String partition, int sight) {
    return session.list(
        "SELECT d.doc FROM ("
            + PAPERS
            + ") p JOIN document d ON d.doc = p.doc"
            + " WHERE d.held = 1 AND (d.visibility = 0 OR ?2 = "
            + Sight.INTERNAL
            + ") AND NOT EXISTS (SELECT 1 FROM copy c WHERE c.doc = d.doc"
            + " AND (c.audience & ?2) <> 0) ORDER BY d.id",
        row -> row.number(1),
        partition,
        sight);
  }

  private boolean linksDiffer(long doc) {
    return depot.read(session ->
        session
            .first(
                "SELECT 1 FROM link WHERE source = ? AND audience <> " + Sight.BOTH + " LIMIT 1",
                row -> true,
                doc)
            .isPresent());
  }

  private List<MatterDraft> build(String partition, List<Long> docs, Audience audience) {
    List<Future<MatterPaper>> reading =
        docs.stream().map(doc -> workers.submit(() -> paper(doc, audience))).toList();
    List<MatterPaper> papers = reading.stream().map(Waiting::forIt).toList();
    return builder.build(partition, papers, decisions());
  }

  private MatterPaper paper(long doc, Audience audience) {
    return depot.read(session -> {
      OfficialDocument document = new Documents(session).document(doc);
      return MatterPaper.of(
          document, new Links(session, audience).resolutions(doc, document.content().citations()));
    });
  }

  private StaffDecisions decisions() {
    return depot.read(session -> new MatterDecisions(session).all());
  }

  private static void clear(Session session, String partition) {
    for (String table : List.of("matter", "matter_document", "matter_former", "matter_link")) {
      session.update("DELETE FROM " + table + " WHERE partition = ?", partition);
    }
  }

  private static void write(Session session, String partition, Drafts drafts) {
    for (MatterDraft draft : drafts.drafts()) {
      session.update(
          "INSERT OR REPLACE INTO matter (id, audience, partition, draft) VALUES (?, ?, ?, ?)",
          draft.id(),
          drafts.sight(),
          partition,
          MatterDraftJson.bytes(draft));
      new MatterLinks(session).write(draft, drafts.sight(), partition);
      draft.stages().stream()
          .map(Matter.StageEntry::document)
          .distinct()
          .forEach(id ->
              session.update(
                  "INSERT OR IGNORE INTO matter_document (doc, matter, audience, partition)"
                      + " SELECT doc, ?, ?, ? FROM document WHERE id = ?",
                  draft.id(),
                  drafts.sight(),
                  partition,
                  id.value()));
      draft
          .formerIds()
          .forEach(former ->
              session.update(
                  "INSERT OR IGNORE INTO matter_former (former, matter, audience, partition)"
                      + " VALUES (?, ?, ?, ?)",
                  former,
                  draft.id(),
                  drafts.sight(),
                  partition));
    }
  }
}
