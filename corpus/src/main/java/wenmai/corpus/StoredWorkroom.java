package wenmai.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import wenmai.corpus.EditProblem.Reason;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.VoteResult;
import wenmai.corpus.document.Warning;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.store.Audit;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Edits;
import wenmai.corpus.store.Publication;
import wenmai.corpus.store.Rereader;
import wenmai.corpus.store.Session;
import wenmai.corpus.text.OffsetMap;

/** The workroom over a depot, with the index and the links following each act. */
final class StoredWorkroom implements Workroom {
  /** Characters of a repair's raw words that the audit tells. */
  private static final int SHOWN_OF_REPAIR = 40;

  private final Depot depot;
  private final Upkeep upkeep;
  private final Rereader rereader;
  private final String who;

  StoredWorkroom(Depot depot, Upkeep upkeep, Reader reader, Rereader rereader) {
    if (!reader.mayEdit()) {
      throw new IllegalArgumentException("this reader may not edit");
    }
    this.depot = depot;
    this.upkeep = upkeep;
    this.rereader = rereader;
    this.who = reader.name().orElseThrow();
  }

  private Edits edits(Session session) {
    return new Edits(session, who, depot.clock(), rereader);
  }

  private static DocumentRow row(Session session, DocumentId id) {
    return new Documents(session).row(id).orElseThrow(() -> new EditProblem(Reason.ABSENT));
  }

  private void change(DocumentId id, BiConsumer<Edits, DocumentRow> act) {
    upkeep.write(
        session -> {
          Edits edits = edits(session);
          act.accept(edits, row(session, id));
          return edits.written();
        },
        () -> {});
    upkeep.catchUp();
  }

  @Override
  public void correct(DocumentId id, String fact, Optional<String> value) {
    FactKey<?> key = fact(fact);
    Optional<String> typed =
        key.equals(FactKey.RESULT) ? value.or(() -> Optional.of(VoteResult.UNRECORDED)) : value;
    Optional<String> printed = typed.map(words -> printed(key, words));
    change(id, (edits, row) -> edits.correct(row, key, printed));
  }

  @Override
  public void leaveAsRead(DocumentId id, String fact) {
    FactKey<?> key = fact(fact);
    change(id, (edits, row) -> edits.leaveAsRead(row, key));
  }

  private static FactKey<?> fact(String name) {
    return FactKey.ofName(name).orElseThrow(() -> new EditProblem(Reason.UNKNOWN, name));
  }

  /** As the fact itself prints it, so that one value has one form. */
  private static <T> String printed(FactKey<T> key, String typed) {
    List<String> lines = key.isList() ? typed.lines().toList() : List.of(typed);
    List<String> printed = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        printed.add(
            key.parse(line.strip())
                .filter(value -> line.strip().indexOf('\n') < 0)
                .map(key::print)
                .orElseThrow(() -> new EditProblem(Reason.BAD_VALUE, key.name())));
      }
    }
    if (printed.isEmpty()) {
      throw new EditProblem(Reason.BAD_VALUE, key.name());
    }
    return String.join("\n", printed.stream().distinct().toList());
  }

  @Override
  public void clear(DocumentId id, WarningCode code) {
    change(id, (edits, row) -> edits.clear(row, blocking(code)));
  }

  @Override
  public void unclear(DocumentId id, WarningCode code) {
    change(id, (edits, row) -> edits.unclear(row, blocking(code)));
  }

  private static WarningCode blocking(WarningCode code) {
    if (!code.keepsFromPublic()) {
      throw new EditProblem(Reason.UNKNOWN, code.key());
    }
    return code;
  }

  @Override
  public void publish(DocumentId id, Publication state) {
    upkeep.write(
        session -> {
          DocumentRow row = row(session, id);
          Edits edits = edits(session);
          Publication now = state(edits, row);
          if (now != state && !now.next().contains(state)) {
            throw new EditProblem(Reason.BAD_STEP, now.key(), state.key());
          }
          if (state == Publication.PUBLIC) {
            refuseBlocked(edits.blocks(new Documents(session).reading(row.doc())));
          }
          edits.publish(row, state);
          return edits.written();
        },
        () -> {});
    upkeep.catchUp();
  }

  private static void refuseBlocked(Set<WarningCode> blocks) {
    if (!blocks.isEmpty()) {
      throw new EditProblem(
          Reason.BLOCKED, blocks.stream().map(WarningCode::key).toArray(String[]::new));
    }
  }

  private static Publication state(Edits edits, DocumentRow row) {
    return edits.publication(row.id()).orElseGet(() -> Publication.of(row.visibility()));
  }

  @Override
  public void undoRepairs(DocumentId id, Set<String> names) {
    change(
        id,
        (edits, row) -> {
          Map<String, String> repairs = new LinkedHashMap<>();
          Map<String, OffsetMap.Edit> all = edits.repairs(row);
          for (String name : names) {
            if (!all.containsKey(name)) {
              throw new EditProblem(Reason.UNKNOWN, name);
            }
            repairs.put(name, beginning(all.get(name).was()));
          }
          edits.undoRepairs(row, repairs);
        });
  }

  private static String beginning(String was) {
    String words = was.strip().replaceAll("\\s+", " ");
    int end = Math.min(words.codePointCount(0, words.length()), SHOWN_OF_REPAIR);
    return words.substring(0, words.offsetByCodePoints(0, end));
  }

  @Override
  public void redoRepairs(DocumentId id, Set<String> names) {
    change(
        id,
        (edits, row) -> {
          for (String name : names) {
            if (!edits.undoneRepairs(id).containsKey(name)) {
              throw new EditProblem(Reason.UNKNOWN, name);
            }
          }
          edits.redoRepairs(row, names);
        });
  }

  @Override
  public void undo(DocumentId id, long step) {
    change(
        id,
        (edits, row) -> {
          Audit.Entry entry =
              edits.history(id).stream()
                  .filter(told -> told.seq() == step)
                  .filter(told -> edits.stands(row, told))
                  .findFirst()
                  .orElseThrow(() -> new EditProblem(Reason.NOT_UNDOABLE));
          if (edits.undoOpens(entry)) {
            refuseBlocked(edits.blocks(row));
          }
          edits.undo(row, entry);
        });
  }

  @Override
  public Dossier dossier(DocumentId id) {
    return depot.read(session -> {
      DocumentRow row = row(session, id);
      Documents documents = new Documents(session);
      Edits edits = edits(session);
      OfficialDocument read = documents.reading(row.doc());
      Publication state = state(edits, row);
      return new Dossier(
          id,
          row.title(),
          facts(read.facts(), documents.document(row.doc()).facts(), edits.corrections(id)),
          state,
          state.next(),
          blocks(read, edits.corrections(id), edits.clearances(id)),
          steps(edits, row));
    });
  }

  private static List<Dossier.FactEntry> facts(
      Facts read, Facts now, Map<String, Edits.Correction> corrections) {
    List<Dossier.FactEntry> facts = new ArrayList<>();
    for (FactKey<?> key : FactKey.all()) {
      facts.add(
          new Dossier.FactEntry(
              key.name(),
              print(read, key),
              print(now, key),
              Optional.ofNullable(corrections.get(key.name())).map(Edits.Correction::by)));
    }
    return facts;
  }

  private static <T> Optional<String> print(Facts facts, FactKey<T> key) {
    List<String> values = facts.values(key).stream().map(key::print).toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", values));
  }

  private static List<Dossier.Block> blocks(
      OfficialDocument read,
      Map<String, Edits.Correction> corrections,
      Map<WarningCode, String> clearances) {
    Map<WarningCode, Dossier.Block> blocks = new LinkedHashMap<>();
    Optional.ofNullable(corrections.get(FactKey.SECRECY.name()))
        .flatMap(Edits.Correction::value)
        .ifPresent(set -> put(blocks, WarningCode.SECRECY_MARK, set, clearances));
    for (Warning warning : read.content().warnings()) {
      if (warning.code().keepsFromPublic()) {
        put(blocks, warning.code(), warning.detail(), clearances);
      }
    }
    return List.copyOf(blocks.values());
  }

  private static void put(
      Map<WarningCode, Dossier.Block> blocks,
      WarningCode code,
      String detail,
      Map<WarningCode, String> clearances) {
    Optional<String> by = Optional.ofNullable(clearances.get(code));
    blocks.putIfAbsent(code, new Dossier.Block(code, detail, by));
  }

  private static List<Dossier.Step> steps(Edits edits, DocumentRow row) {
    return edits.history(row.id()).stream()
        .sorted(Comparator.comparingLong(Audit.Entry::seq).reversed())
        .map(entry ->
            new Dossier.Step(
                entry.seq(),
                entry.at(),
                entry.act().who(),
                entry.act().act(),
                entry.act().before(),
                entry.act().after(),
                edits.stands(row, entry)))
        .toList();
  }

  @Override
  public MatterReview matters() {
    return new StoredMatterReview(depot, upkeep, who);
  }

  @Override
  public List<Audit.Entry> latest(int count) {
    return depot.read(session -> new Audit(session).latest(count));
  }
}
