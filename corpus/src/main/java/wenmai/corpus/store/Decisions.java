package wenmai.corpus.store;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;

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

  void publish(DocumentId id, Publication state, String by) {
    session.update(
        "INSERT INTO publication (id, state, by) VALUES (?, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET state = excluded.state, by = excluded.by",
        id.value(),
        state.key(),
        by);
  }

  /** The document as it stands. */
  OfficialDocument applyTo(OfficialDocument read) {
    OfficialDocument document = read;
    for (Correction correction : corrections(read.id())) {
      document = document.withFacts(corrected(document.facts(), correction.fact(), correction));
    }
    Optional<Publication> decided = publication(read.id());
    return decided.isPresent()
        ? document.withVisibility(visibility(decided.get(), read))
        : document;
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

  private static Visibility visibility(Publication decided, OfficialDocument read) {
    return switch (decided) {
      case INTERNAL, REVIEWED -> Visibility.INTERNAL;
      case PUBLIC -> Visibility.PUBLIC;
      case WITHDRAWN -> read.visibility();
    };
  }
}
