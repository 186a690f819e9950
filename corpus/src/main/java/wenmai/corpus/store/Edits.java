package wenmai.corpus.store;

import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.Dossier;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.text.NamedRepairs;
import wenmai.corpus.text.OffsetMap;

/**
 * What people do to documents (人工处理), within one transaction: each act is kept apart from what was
 * read, takes effect at once and goes into the audit with what stood before.
 *
 * <p>An act is written {@code correct:title}, {@code clear:personal-data}, {@code repair:}name or
 * {@code publish}; what stood before and stands now is {@code set …}, {@code none}, {@code
 * cleared}, {@code undone …} with the beginning of the raw words, a {@link Publication}'s key, or
 * nothing where it is left to what was read.
 */
public final class Edits {
  private static final String CORRECT = "correct:";
  private static final String CLEAR = "clear:";
  private static final String REPAIR = "repair:";

  /** The act of deciding for whom a document is. */
  static final String PUBLISH = "publish";

  private static final String SET = "set ";
  private static final String NONE = "none";
  private static final String CLEARED = "cleared";
  private static final String UNDONE = "undone ";

  private final Session session;
  private final Documents documents;
  private final Decisions decisions;
  private final String who;
  private final Clock clock;

  /**
   * @param reader reads papers again of which repairs are undone
   */
  public Edits(Session session, String who, Clock clock, Rereader reader) {
    this.session = session;
    this.documents = new Documents(session, reader);
    this.decisions = documents.decisions();
    this.who = who;
    this.clock = clock;
  }

  /** What a person set in place of a fact. */
  public record Correction(Optional<String> value, String by) {}

  /** What was written through this object, for the index and the links to follow. */
  public Register.Written written() {
    return new Register.Written(documents.changes(), documents.lastNumber());
  }

  public Map<String, Correction> corrections(DocumentId id) {
    Map<String, Correction> corrections = new java.util.TreeMap<>();
    decisions
        .corrections(id)
        .forEach(c -> corrections.put(c.fact().name(), new Correction(c.value(), c.by())));
    return corrections;
  }

  /** What was decided; empty where it is left to what was read. */
  public Optional<Publication> publication(DocumentId id) {
    return decisions.publication(id);
  }

  /** Warnings that a person let pass, with who did. */
  public Map<WarningCode, String> clearances(DocumentId id) {
    return new EnumMap<>(decisions.clearances(id));
  }

  /** What still keeps it from the public. */
  public Set<WarningCode> blocks(OfficialDocument read) {
    return decisions.blocks(read);
  }

  /** Sets a fact; with no value, that the document has none. */
  public void correct(DocumentRow row, FactKey<?> fact, Optional<String> value) {
    change(row, CORRECT + fact.name(), Optional.of(value.map(v -> SET + v).orElse(NONE)));
  }

  /** Leaves a fact to what was read. */
  public void leaveAsRead(DocumentRow row, FactKey<?> fact) {
    change(row, CORRECT + fact.name(), Optional.empty());
  }

  public void clear(DocumentRow row, WarningCode code) {
    change(row, CLEAR + code.key(), Optional.of(CLEARED));
  }

  public void unclear(DocumentRow row, WarningCode code) {
    change(row, CLEAR + code.key(), Optional.empty());
  }

  /** Every repair of the text as it was read, by name. */
  public Map<String, OffsetMap.Edit> repairs(DocumentRow row) {
    return documents
        .record(row.doc())
        .layers()
        .map(layers -> NamedRepairs.of(layers).all())
        .orElse(Map.of());
  }

  /** Names of the repairs that people undid, with who did. */
  public Map<String, String> undoneRepairs(DocumentId id) {
    return documents.undoneRepairs(id);
  }

  /**
   * Undoes repairs: the raw words stand again, and the paper is read anew.
   *
   * @param repairs their names, each with the beginning of the raw words
   */
  public void undoRepairs(DocumentRow row, Map<String, String> repairs) {
    Map<String, Optional<String>> acts = new LinkedHashMap<>();
    repairs.forEach((name, was) -> acts.put(REPAIR + name, Optional.of(UNDONE + was)));
    change(row, acts);
  }

  /** Lets repairs stand again. */
  public void redoRepairs(DocumentRow row, Set<String> names) {
    Map<String, Optional<String>> acts = new LinkedHashMap<>();
    names.forEach(name -> acts.put(REPAIR + name, Optional.empty()));
    change(row, acts);
  }

  public void publish(DocumentRow row, Publication state) {
    change(row, PUBLISH, Optional.of(state.key()));
  }

  /** Whether what an entry says still stands, so that it can be taken back. */
  public boolean stands(DocumentRow row, Audit.Entry entry) {
    return isEdit(entry.act().act())
        && state(row.id(), entry.act().act()).equals(entry.act().after());
  }

  /**
   * Puts back what stood before an act. Who undoes that the intake kept a paper has decided that it
   * is for the public, though it was read as internal or would be kept anew by the next run.
   */
  public void undo(DocumentRow row, Audit.Entry entry) {
    change(row, entry.act().act(), entry.act().before().or(() -> keptByIntake(entry)));
  }

  /** Whether undoing this shows the paper to the public, unless something in it forbids that. */
  public boolean undoOpens(Audit.Entry entry) {
    return keptByIntake(entry).isPresent();
  }

  private static Optional<String> keptByIntake(Audit.Entry entry) {
    boolean isKept = entry.act().who().equals(Dossier.INTAKE) && entry.act().act().equals(PUBLISH);
    return Optional.of(Publication.PUBLIC.key()).filter(state -> isKept);
  }

  /** What still keeps a paper from the public, as it was read. */
  public Set<WarningCode> blocks(DocumentRow row) {
    return decisions.blocks(documents.reading(row.doc()));
  }

  private static boolean isEdit(String act) {
    return act.startsWith(CORRECT)
        || act.startsWith(CLEAR)
        || act.startsWith(REPAIR)
        || act.equals(PUBLISH);
  }

  public List<Audit.Entry> history(DocumentId id) {
    return new Audit(session).about(id.value());
  }

  /** A grade of secrecy that a person sets is not what another let pass before. */
  private void change(DocumentRow row, String act, Optional<String> after) {
    Map<String, Optional<String>> acts = new LinkedHashMap<>();
    acts.put(act, after);
    if (act.equals(CORRECT + FactKey.SECRECY.name())
        && after.filter(state -> state.startsWith(SET)).isPresent()) {
      acts.put(CLEAR + WarningCode.SECRECY_MARK.key(), Optional.empty());
    }
    change(row, acts);
  }

  /** Several acts on one document, which takes its new standing once. */
  private void change(DocumentRow row, Map<String, Optional<String>> acts) {
    Optional<String> changed = Optional.empty();
    for (Map.Entry<String, Optional<String>> entry : acts.entrySet()) {
      String act = entry.getKey();
      Optional<String> before = state(row.id(), act);
      if (!before.equals(entry.getValue())) {
        write(row, act, entry.getValue());
        Audit.Act told = new Audit.Act(who, act, row.id().value(), before, entry.getValue());
        new Audit(session).append(told, clock);
        changed = Optional.of(act);
      }
    }
    changed.ifPresent(act -> documents.restand(row, act, clock));
  }

  private Optional<String> state(DocumentId id, String act) {
    if (act.startsWith(CORRECT)) {
      return Optional.ofNullable(corrections(id).get(act.substring(CORRECT.length())))
          .map(correction -> correction.value().map(v -> SET + v).orElse(NONE));
    }
    if (act.startsWith(CLEAR)) {
      return Optional.ofNullable(decisions.clearances(id).get(warning(act))).map(by -> CLEARED);
    }
    if (act.startsWith(REPAIR)) {
      String name = act.substring(REPAIR.length());
      return Optional.ofNullable(decisions.undoneRepairs(id).get(name))
          .map(undone -> UNDONE + undone.was());
    }
    return decisions.publication(id).map(Publication::key);
  }

  private void write(DocumentRow row, String act, Optional<String> after) {
    if (act.startsWith(CORRECT)) {
      writeFact(row.id(), fact(act), after);
    } else if (act.startsWith(CLEAR)) {
      if (after.isPresent()) {
        decisions.clear(row.id(), warning(act), who);
      } else {
        decisions.forgetClearance(row.id(), warning(act));
      }
    } else if (act.startsWith(REPAIR)) {
      writeRepair(row.id(), act.substring(REPAIR.length()), after);
    } else {
      writePublication(row, after.flatMap(Publication::ofKey));
    }
  }

  private void writeFact(DocumentId id, FactKey<?> fact, Optional<String> after) {
    if (after.isEmpty()) {
      decisions.forget(id, fact);
    } else {
      Optional<String> value =
          after.filter(state -> state.startsWith(SET)).map(state -> state.substring(SET.length()));
      decisions.correct(id, new Decisions.Correction(fact, value, who));
    }
  }

  private void writeRepair(DocumentId id, String name, Optional<String> after) {
    if (after.isPresent()) {
      String was = after.get().substring(UNDONE.length());
      decisions.undoRepair(id, name, new Decisions.UndoneRepair(was, who));
    } else {
      decisions.redoRepair(id, name);
    }
  }

  private void writePublication(DocumentRow row, Optional<Publication> after) {
    if (after.isEmpty()) {
      decisions.forgetPublication(row.id());
      return;
    }
    Optional<Publication> shown =
        decisions.publication(row.id()).or(() -> Optional.of(Publication.of(row.visibility())));
    decisions.publish(
        row.id(), after.get(), shown.filter(former -> after.get() == Publication.WITHDRAWN), who);
  }

  private static FactKey<?> fact(String act) {
    return FactKey.ofName(act.substring(CORRECT.length()))
        .orElseThrow(
            () -> new StoreProblem(StoreProblem.Reason.DAMAGED, "an act on no fact: " + act));
  }

  private static WarningCode warning(String act) {
    return WarningCode.ofKey(act.substring(CLEAR.length()))
        .orElseThrow(
            () -> new StoreProblem(StoreProblem.Reason.DAMAGED, "an act on no warning: " + act));
  }
}
