package wenmai.corpus.store;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.OrganLevel;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.VoteResult;
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
   * @param value printed; of several one a line; empty says that the document has none
   */
  record Correction(FactKey<?> fact, Optional<String> value, String by) {
    /** Of a fact that a paper may have several of, one a line. */
    List<String> values() {
      return value.stream()
          .flatMap(printed -> fact.isList() ? printed.lines() : Stream.of(printed))
          .toList();
    }
  }

  /**
   * A repair that a person undid.
   *
   * @param was the beginning of the raw words, for people
   */
  record UndoneRepair(String was, String by) {}

  List<Correction> corrections(DocumentId id) {
    return session.list(
        "SELECT fact, value, by FROM correction WHERE id = ? ORDER BY fact",
        row ->
            new Correction(
                FactKey.ofName(row.text(1))
                    .orElseThrow(() ->
                        new StoreProblem(
                            StoreProblem.Reason.DAMAGED,
                            "a correction of no fact: " + row.text(1))),
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
        "INSERT INTO clearance (id, code, by) VALUES (?, ?, ?)"
            + " ON CONFLICT (id, code) DO UPDATE SET by = excluded.by",
        id.value(),
        code.key(),
        by);
  }

  void forgetClearance(DocumentId id, WarningCode code) {
    session.update("DELETE FROM clearance WHERE id = ? AND code = ?", id.value(), code.key());
  }

  /** Names of the repairs that people undid, with who did. */
  Map<String, UndoneRepair> undoneRepairs(DocumentId id) {
    Map<String, UndoneRepair> undone = new TreeMap<>();
    session
        .list(
            "SELECT repair, was, by FROM undone_repair WHERE id = ?",
            row -> Map.entry(row.text(1), new UndoneRepair(row.text(2), row.text(3))),
            id.value())
        .forEach(row -> undone.put(row.getKey(), row.getValue()));
    return undone;
  }

  void undoRepair(DocumentId id, String repair, UndoneRepair undone) {
    session.update(
        "INSERT INTO undone_repair (id, repair, was, by) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (id, repair) DO UPDATE SET was = excluded.was, by = excluded.by",
        id.value(),
        repair,
        undone.was(),
        undone.by());
  }

  void redoRepair(DocumentId id, String repair) {
    session.update("DELETE FROM undone_repair WHERE id = ? AND repair = ?", id.value(), repair);
  }

  /** What keeps it from the public whatever was decided, until a person lets it pass. */
  Set<WarningCode> blocks(OfficialDocument read) {
    Set<WarningCode> blocks = EnumSet.noneOf(WarningCode.class);
    read.content().warnings().stream()
        .map(Warning::code)
        .filter(WarningCode::keepsFromPublic)
        .forEach(blocks::add);
    if (isMarkedByAPerson(corrections(read.id()))) {
      blocks.add(WarningCode.SECRECY_MARK);
    }
    if (!blocks.isEmpty()) {
      blocks.removeAll(clearances(read.id()).keySet());
    }
    return blocks;
  }

  /** Whether a person set its grade of secrecy (人工定密): it has one, whatever was read. */
  private static boolean isMarkedByAPerson(List<Correction> corrections) {
    return corrections.stream()
        .anyMatch(one -> one.fact().equals(FactKey.SECRECY) && one.value().isPresent());
  }

  /** The document as it stands. */
  OfficialDocument applyTo(OfficialDocument read) {
    Facts facts = read.facts();
    Set<FactKey<?>> corrected = new HashSet<>();
    List<Correction> corrections = corrections(read.id());
    for (Correction correction : corrections) {
      facts = corrected(facts, correction.fact(), correction);
      corrected.add(correction.fact());
    }
    OfficialDocument now =
        read.withFacts(following(facts, corrected))
            .withVisibility(visibility(read, isMarkedByAPerson(corrections)));
    List<VoteResult> results = facts.values(FactKey.RESULT);
    return results.isEmpty() ? now : now.withResults(results);
  }

  /**
   * @param isMarked by a person
   */
  private Visibility visibility(OfficialDocument read, boolean isMarked) {
    return publication(read.id())
        .flatMap(
            decided -> decided == Publication.WITHDRAWN ? former(read.id()) : Optional.of(decided))
        .map(decided -> visibility(decided, read))
        .orElse(isMarked ? Visibility.INTERNAL : read.visibility());
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
    Facts out = facts.without(key);
    for (String printed : correction.values()) {
      Optional<T> value = key.parse(printed);
      if (value.isPresent()) {
        Evidence by = new Evidence.Corrected(key.print(value.get()), correction.by());
        out = out.and(key, Fact.read(value.get(), by, 1));
      }
    }
    return out;
  }

  /** What follows from the organ and its area follows the corrected ones. */
  private static Facts following(Facts facts, Set<FactKey<?>> corrected) {
    Facts out = facts;
    boolean moved = corrected.contains(FactKey.REGION);
    if (moved && !corrected.contains(FactKey.REGION_NOW)) {
      out = out.without(FactKey.REGION_NOW);
    }
    boolean other = moved || corrected.contains(FactKey.ORGAN);
    return other && !corrected.contains(FactKey.ORGAN_LEVEL)
        ? out.without(FactKey.ORGAN_LEVEL).with(FactKey.ORGAN_LEVEL, level(out))
        : out;
  }

  private static Optional<Fact<OrganLevel>> level(Facts facts) {
    Optional<Fact<Region>> region = facts.get(FactKey.REGION);
    return facts
        .get(FactKey.ORGAN)
        .flatMap(organ ->
            region
                .map(Fact::value)
                .flatMap(OrganLevel::of)
                .map(level -> Fact.inferred(level, organ.evidence(), organ.confidence())));
  }
}
