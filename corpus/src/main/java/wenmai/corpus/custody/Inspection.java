package wenmai.corpus.custody;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.custody.Fault.Kind;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.record.RecordProblem;
import wenmai.corpus.store.Audit;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Holdings;
import wenmai.corpus.store.Marks;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.Setbacks;
import wenmai.corpus.store.StoreProblem;
import wenmai.corpus.store.StoreUnavailable;
import wenmai.corpus.upkeep.IndexKeeper;

/**
 * Holds index, records, originals and audit against each other (核对). Reads everything there is: as
 * long as the disk takes to read the archive once.
 */
public final class Inspection {
  /** A page of a report; whoever has more faults needs a backup, not a list. */
  private static final int MOST_NAMED = 20;

  private final ArchiveSettings settings;
  private final IndexExaminer examiner;
  private final List<Fault> faults = new ArrayList<>();

  private Inspection(ArchiveSettings settings, IndexExaminer examiner) {
    this.settings = settings;
    this.examiner = examiner;
  }

  /**
   * What was found.
   *
   * @param documents held
   * @param originals whose bytes were read
   */
  public record Findings(long documents, long originals, List<Fault> faults) {
    public Findings {
      faults = List.copyOf(faults);
    }
  }

  /** Looks at an archive that may be open in another process; where there is none, all is well. */
  public static Findings of(ArchiveSettings settings, IndexExaminer examiner) {
    if (!Depot.exists(settings.premises())) {
      return new Findings(0, 0, List.of());
    }
    Findings findings = new Inspection(settings, examiner).inspect();
    String told = settings.clock().instant() + " " + findings.faults().size();
    Marks.note(settings.premises(), Marks.CHECK, told);
    return findings;
  }

  private Findings inspect() {
    Set<DocumentId> all = new HashSet<>();
    long originals = 0;
    try (Depot depot = Depot.openForReading(settings.premises(), settings.clock())) {
      List<String> broken = depot.read(session -> new Holdings(session).damage());
      broken.forEach(words -> add(Kind.DATABASE, "archive.db", words));
      if (broken.isEmpty()) {
        originals = originals(depot);
        depot.read(this::records);
        depot
            .read(session -> new Audit(session).firstBroken())
            .ifPresent(seq -> add(Kind.AUDIT, "" + seq, "does not follow from the entry before"));
        all = index(depot);
        depot
            .read(session -> new Setbacks(session).latest(MOST_NAMED))
            .forEach(each -> add(Kind.SETBACK, each.path(), each.step() + ": " + each.reason()));
      }
    } catch (StoreUnavailable e) {
      throw e; // that nothing can be looked at says nothing of what there is
    } catch (StoreProblem e) {
      add(Kind.DATABASE, "archive.db", String.valueOf(e.getMessage()));
    }
    return new Findings(all.size(), originals, faults);
  }

  private void add(Kind kind, String subject, String detail) {
    faults.add(new Fault(kind, subject, detail));
  }

  private long originals(Depot depot) {
    List<String> expected = depot.read(session -> new Holdings(session).originals());
    for (String sha256 : expected) {
      if (!depot.originals().holds(sha256)) {
        add(Kind.ORIGINAL_MISSING, sha256, "the file is not there");
      } else if (!depot.originals().hashOf(sha256).equals(sha256)) {
        add(Kind.ORIGINAL_DAMAGED, sha256, "the bytes are others");
      }
    }
    return expected.size();
  }

  private Session records(Session session) {
    Holdings holdings = new Holdings(session);
    Documents documents = new Documents(session);
    documents.eachHeld(row -> {
      String id = row.id().value();
      if (!holdings.isRecordWhole(row.doc())) {
        add(Kind.RECORD, id, "the record is not there or has other bytes");
        return;
      }
      try {
        boolean ours =
            documents.record(row.doc()).document().id().equals(row.id())
                && documents.reading(row.doc()).id().equals(row.id());
        if (!ours) {
          add(Kind.RECORD, id, "the record is another document's");
        }
      } catch (RecordProblem e) {
        add(Kind.RECORD, id, String.valueOf(e.getMessage()));
      }
    });
    return session;
  }

  /** Gives the ids of what is held. */
  private Set<DocumentId> index(Depot depot) {
    Set<DocumentId> all = new HashSet<>();
    Set<DocumentId> open = new HashSet<>();
    depot.read(session -> {
      new Documents(session).eachHeld(row -> sort(row, all, open));
      return session;
    });
    Path generation = IndexKeeper.generation(settings.folder());
    List<String> damage = examiner.faults(generation);
    damage.forEach(words -> add(Kind.INDEX_DAMAGED, "index", words));
    if (damage.isEmpty()) {
      compare(depot, all, open);
    }
    return all;
  }

  private static void sort(DocumentRow row, Set<DocumentId> all, Set<DocumentId> open) {
    all.add(row.id());
    if (row.visibility() == Visibility.PUBLIC) {
      open.add(row.id());
    }
  }

  private void compare(Depot depot, Set<DocumentId> all, Set<DocumentId> open) {
    try (IndexKeeper index = IndexKeeper.openForReading(depot, settings.engines())) {
      if (index.isOutdated()) {
        add(Kind.INDEX_OUTDATED, "index", "made with other dictionaries or by another version");
      }
      if (!index.isBehind()) {
        differ(index, Audience.PUBLIC, open);
        differ(index, Audience.INTERNAL, all);
      }
    }
  }

  private void differ(IndexKeeper index, Audience audience, Set<DocumentId> expected) {
    Set<DocumentId> found;
    try (EngineView view = index.view(audience)) {
      found = view.digests().keySet();
    }
    Set<String> lacking = new TreeSet<>();
    expected.stream().filter(id -> !found.contains(id)).forEach(id -> lacking.add(id.value()));
    Set<String> strange = new TreeSet<>();
    found.stream().filter(id -> !expected.contains(id)).forEach(id -> strange.add(id.value()));
    name(lacking, audience, "is not in the index");
    name(strange, audience, "is in the index and not held");
  }

  private void name(Set<String> ids, Audience audience, String what) {
    ids.stream()
        .limit(MOST_NAMED)
        .forEach(id -> add(Kind.INDEX_DIFFERS, id, what + " (" + audience + ")"));
    if (ids.size() > MOST_NAMED) {
      add(Kind.INDEX_DIFFERS, "index", (ids.size() - MOST_NAMED) + " more: " + what);
    }
  }
}
