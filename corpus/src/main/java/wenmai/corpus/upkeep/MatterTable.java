package wenmai.corpus.upkeep;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.matter.Beside;
import wenmai.corpus.matter.DraftWriting;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.MatterDraft;
import wenmai.corpus.matter.MatterGist;
import wenmai.corpus.record.MatterDraftJson;
import wenmai.corpus.store.Session;

/** The matters of one jurisdiction as they are kept (事项表); writes only what has changed. */
final class MatterTable {
  private final Session session;
  private final String partition;

  MatterTable(Session session, String partition) {
    this.session = session;
    this.partition = partition;
  }

  /**
   * A matter as it is kept for one audience or both.
   *
   * @param fingerprint of its draft
   */
  record Entry(String id, int sight, String fingerprint, Beside beside) {}

  /** What is known of those of these that were written down, by fingerprint. */
  Map<String, MatterGist> gists(Collection<String> fingerprints) {
    Map<String, MatterGist> gists = new HashMap<>();
    for (String fingerprint : fingerprints) {
      session
          .first(
              "SELECT gist FROM matter_draft WHERE partition = ? AND fingerprint = ?",
              row -> Guard.attempt(() -> Optional.of(MatterGist.read(row.bytes(1)))),
              partition,
              fingerprint)
          .flatMap(gist -> gist)
          .ifPresent(gist -> gists.put(fingerprint, gist));
    }
    return gists;
  }

  /** The fingerprints of all that was written down. */
  List<String> fingerprints() {
    return session.list(
        "SELECT fingerprint FROM matter_draft WHERE partition = ?", row -> row.text(1), partition);
  }

  /** The ids of all matters that are kept. */
  List<String> ids() {
    return session.list(
        "SELECT DISTINCT id FROM matter WHERE partition = ?", row -> row.text(1), partition);
  }

  void put(String fingerprint, DraftWriting.Written written) {
    session.update(
        "INSERT INTO matter_draft (partition, fingerprint, gist, draft)"
            + " VALUES (?, ?, ?, ?) ON CONFLICT (partition, fingerprint)"
            + " DO UPDATE SET gist = excluded.gist, draft = excluded.draft",
        partition,
        fingerprint,
        written.gist().bytes(),
        written.gist().stands() ? MatterDraftJson.bytes(written.draft()) : new byte[0]);
  }

  /**
   * These are the matters of these ids from now on; those of other ids stay.
   *
   * @param entries by id; none where there is no such matter now
   */
  void set(Map<String, Set<Entry>> entries) {
    entries.forEach((id, now) -> {
      if (!now.equals(kept(id))) {
        remove(id);
        now.forEach(this::add);
      }
    });
  }

  private Set<Entry> kept(String id) {
    return Set.copyOf(
        session.list(
            "SELECT id, audience, fingerprint, beside FROM matter WHERE partition = ? AND id = ?",
            row -> new Entry(row.text(1), row.integer(2), row.text(3), Beside.read(row.bytes(4))),
            partition,
            id));
  }

  /** Forgets what was written down and is no longer asked for. */
  void forget(Collection<String> fingerprints) {
    for (String fingerprint : fingerprints) {
      session.update(
          "DELETE FROM matter_draft WHERE partition = ? AND fingerprint = ?",
          partition,
          fingerprint);
    }
  }

  private void remove(String id) {
    session.update("DELETE FROM matter WHERE partition = ? AND id = ?", partition, id);
    for (String table : List.of("matter_document", "matter_former", "matter_link")) {
      session.update("DELETE FROM " + table + " WHERE partition = ? AND matter = ?", partition, id);
    }
  }

  private void add(Entry entry) {
    session.update(
        "INSERT INTO matter (id, audience, partition, fingerprint, beside) VALUES (?, ?, ?, ?, ?)",
        entry.id(),
        entry.sight(),
        partition,
        entry.fingerprint(),
        entry.beside().bytes());
    MatterDraft draft = draft(entry.fingerprint());
    new MatterLinks(session).write(draft, entry.sight(), partition);
    draft.stages().stream()
        .map(Matter.StageEntry::document)
        .distinct()
        .forEach(id ->
            session.update(
                "INSERT INTO matter_document (doc, matter, audience, partition)"
                    + " SELECT doc, ?, ?, ? FROM document WHERE id = ? ON CONFLICT DO NOTHING",
                entry.id(),
                entry.sight(),
                partition,
                id.value()));
    for (String former : entry.beside().formerIds()) {
      session.update(
          "INSERT INTO matter_former (former, matter, audience, partition)"
              + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
          former,
          entry.id(),
          entry.sight(),
          partition);
    }
  }

  private MatterDraft draft(String fingerprint) {
    return session
        .first(
            "SELECT draft FROM matter_draft WHERE partition = ? AND fingerprint = ?",
            row -> MatterDraftJson.read(row.bytes(1)),
            partition,
            fingerprint)
        .orElseThrow();
  }

  /** Where both audiences have the same of a matter, it is one entry. */
  static Set<Entry> together(Collection<Entry> entries) {
    Map<Entry, Integer> sights = new HashMap<>();
    for (Entry entry : entries) {
      sights.merge(
          new Entry(entry.id(), 0, entry.fingerprint(), entry.beside()),
          entry.sight(),
          (one, two) -> one | two);
    }
    Set<Entry> together = new HashSet<>();
    sights.forEach((entry, sight) ->
        together.add(new Entry(entry.id(), sight, entry.fingerprint(), entry.beside())));
    return together;
  }
}
