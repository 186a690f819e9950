package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /** What is known of everything that was written down, by fingerprint. */
  Map<String, MatterGist> gists() {
    Map<String, MatterGist> gists = new HashMap<>();
    session.each(
        "SELECT fingerprint, gist FROM matter_draft WHERE partition = ?",
        row -> gists.put(row.text(1), MatterGist.read(row.bytes(2))),
        partition);
    return gists;
  }

  void put(String fingerprint, DraftWriting.Written written) {
    session.update(
        "INSERT OR REPLACE INTO matter_draft (partition, fingerprint, gist, draft)"
            + " VALUES (?, ?, ?, ?)",
        partition,
        fingerprint,
        written.gist().bytes(),
        written.gist().stands() ? MatterDraftJson.bytes(written.draft()) : new byte[0]);
  }

  /**
   * These are the matters from now on.
   *
   * @param used fingerprints of all that was found, matter or not
   */
  void set(Collection<Entry> entries, Set<String> used) {
    Map<String, Set<Entry>> before = byId(entries());
    Map<String, Set<Entry>> now = byId(entries);
    for (String id : before.keySet()) {
      if (!before.get(id).equals(now.get(id))) {
        remove(id);
      }
    }
    now.forEach((id, kept) -> {
      if (!kept.equals(before.get(id))) {
        kept.forEach(this::add);
      }
    });
    session
        .list(
            "SELECT fingerprint FROM matter_draft WHERE partition = ?",
            row -> row.text(1),
            partition)
        .stream()
        .filter(fingerprint -> !used.contains(fingerprint))
        .forEach(fingerprint ->
            session.update(
                "DELETE FROM matter_draft WHERE partition = ? AND fingerprint = ?",
                partition,
                fingerprint));
  }

  private static Map<String, Set<Entry>> byId(Collection<Entry> entries) {
    Map<String, Set<Entry>> byId = new HashMap<>();
    entries.forEach(entry -> byId.computeIfAbsent(entry.id(), id -> new HashSet<>()).add(entry));
    return byId;
  }

  private List<Entry> entries() {
    return session.list(
        "SELECT id, audience, fingerprint, beside FROM matter WHERE partition = ?",
        row -> new Entry(row.text(1), row.integer(2), row.text(3), Beside.read(row.bytes(4))),
        partition);
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
                "INSERT OR IGNORE INTO matter_document (doc, matter, audience, partition)"
                    + " SELECT doc, ?, ?, ? FROM document WHERE id = ?",
                entry.id(),
                entry.sight(),
                partition,
                id.value()));
    for (String former : entry.beside().formerIds()) {
      session.update(
          "INSERT OR IGNORE INTO matter_former (former, matter, audience, partition)"
              + " VALUES (?, ?, ?, ?)",
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
  static List<Entry> together(List<Entry> some, List<Entry> others) {
    Map<Entry, Integer> sights = new HashMap<>();
    for (List<Entry> entries : List.of(some, others)) {
      entries.forEach(entry ->
          sights.merge(
              new Entry(entry.id(), 0, entry.fingerprint(), entry.beside()),
              entry.sight(),
              (one, two) -> one | two));
    }
    List<Entry> together = new ArrayList<>();
    sights.forEach((entry, sight) ->
        together.add(new Entry(entry.id(), sight, entry.fingerprint(), entry.beside())));
    return together;
  }
}
