package wenmai.corpus.store;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.Warning;
import wenmai.corpus.document.WarningCode;

/**
 * What people set and decided (人工更正与公开决定), kept apart from what was read, so that it outlives every
 * new reading.
 */
final class Decisions {
  private final Session session;

  Decisions(Session session) {
    this.session = session;
  }

  /**
   * A fact set by a person.
   *
   * @param value printed; empty says that the document has none
   */
  record Correction(FactKey<?> fact, Optional<String> value, String by) {}

  List<Correction> corrections(DocumentId id) {
    return session.list(
        "SELECT fact, value, by FROM correction WHERE id = ? ORDER BY fact",
        row ->
            new Correction(
                FactKey.ofName(row.text(1))
                    .orElseThrow(() -> new StoreProblem("a correction of no fact: " + row.text(1))),
                row.optional(2),
                row.text(3)),
        id.value());
  }

  void correct(DocumentId id, Correction correction) {
    session.update(
        "INSERT INTO correction (id, fact, value, by) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (id, fact) DO UPDATE SET value = excluded.value, by = excluded.by",
        id.value(),
        correction.fact().name(),
        correction.value(),
        correction.by());
  }

  void forget(DocumentId id, FactKey<?> fact) {
    session.update("DELETE FROM correction WHERE id = ? AND fact = ?", id.value(), fact.name());
  }

  Optional<Publication> publication(DocumentId id) {
    return session
        .first("SELECT state FROM publication WHERE id = ?", row -> row.text(1), id.value())
        .flatMap(Publication::ofKey);
  }

  /**
   * Writes a decision.
   *
   * @param former what stood before, for a withdrawal
   */
  void publish(DocumentId id, Publication state, Optional<Publication> former, String by) {
    session.update(
        "INSERT INTO publication (id, state, by, former) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET state = excluded.state, by = excluded.by,"
            + " former = excluded.former",
        id.value(),
        state.key(),
        by,
        former.map(Publication::key));
  }

  /** Leaves it to what was read. */
  void forgetPublication(DocumentId id) {
    session.update("DELETE FROM publication WHERE id = ?", id.value());
  }

  private Optional<Publication> former(DocumentId id) {
    return session
        .first(
            "SELECT coalesce(former, '') FROM publication WHERE id = ?",
            row -> row.text(1),
            id.value())
        .flatMap(Publication::ofKey);
  }

  /** The warnings that a person let pass, with who did. */
  Map<WarningCode, String> clearances(DocumentId id) {
    Map<WarningCode, String> clearances = new EnumMap<>(WarningCode.class);
    session
        .list(
            "SELECT code, by FROM clearance WHERE id = ?",
            row -> Map.entry(row.text(1), row.text(2)),
            id.value())
        .forEach(row ->
            WarningCode.ofKey(row.getKey())
                .ifPresent(code -> clearances.put(code, row.getValue())));
    return clearances;
  }

  void clear(DocumentId id, WarningCode code, String by) {
    session.update(
        "INSERT OR REPLACE INTO clearance (id, code, by) VALUES (?, ?, ?)",
        id.value(),
        code.key(),
        by);
  }

  void forgetClearance(DocumentId id, WarningCode code) {
    session.update("DELETE FROM clearance WHERE id = ? AND code = ?", id.value(), code.key());
  }

  /** What keeps it from the public whatever was decided, until a person lets it pass. */
  Set<WarningCode> blocks(OfficialDocument read) {
    Set<WarningCode> blocks = EnumSet.noneOf(WarningCode.class);
    read.content().warnings().stream()
        .map(Warning::code)
        .filter(WarningCode::keepsFromPublic)
        .forEach(blocks::add);
    if (!blocks.isEmpty()) {
      blocks.removeAll(clearances(read.id()).keySet());
    }
    return blocks;
  }

  /** The document as it stands. */
  OfficialDocument applyTo(OfficialDocument read) {
    OfficialDocument document = read;
    for (Correction correction : corrections(read.id())) {
      document = document.withFacts(corrected(document.facts(), correction.fact(), correction));
    }
    return document.withVisibility(visibility(read));
  }

  private Visibility visibility(OfficialDocument read) {
    return publication(read.id())
        .flatMap(
            decided -> decided == Publication.WITHDRAWN ? former(read.id()) : Optional.of(decided))
        .map(decided -> visibility(decided, read))
        .orElse(read.visibility());
  }

  /* A new reading of the file may find what nobody has looked at yet: that is kept back, though the
   * document as it was had been made public. */
  private Visibility visibility(Publication decided, OfficialDocument read) {
    return switch (decided) {
      case INTERNAL, REVIEWED -> Visibility.INTERNAL;
      case PUBLIC -> blocks(read).isEmpty() ? Visibility.PUBLIC : Visibility.INTERNAL;
      case WITHDRAWN -> read.visibility();
    };
  }

  private static <T> Facts corrected(Facts facts, FactKey<T> key, Correction correction) {
    Optional<T> value = correction.value().flatMap(key::parse);
    return value.isPresent()
        ? facts.with(
            key,
            Fact.read(
                value.get(), new Evidence.Corrected(key.print(value.get()), correction.by()), 1))
        : facts.without(key);
  }
}
