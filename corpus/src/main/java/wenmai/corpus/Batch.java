package wenmai.corpus;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import wenmai.corpus.Accessions.Accession;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.store.Originals;
import wenmai.corpus.store.PreparedPaper;
import wenmai.corpus.store.Register;
import wenmai.corpus.store.Waiting;

/** Steps of the intake that become durable together, in their order. */
final class Batch {
  /* A commit waits for the disk about as long as 256 papers take to be read: larger batches would
   * only hold more in memory. Few large papers end a batch as well. */
  private static final int MOST_STEPS = 256;
  private static final long MOST_CHARACTERS = 4_000_000;

  private sealed interface Step {
    record Put(Register.Entry entry, Future<List<PreparedPaper>> papers, Runnable onDurable)
        implements Step {}

    record Confirm(Register.Place former, Register.Entry now) implements Step {}

    record Withdraw(Register.Place place) implements Step {}

    record Keep(DocumentId id, boolean anew) implements Step {}
  }

  private final List<Step> steps = new ArrayList<>();
  private final List<Originals.Staged> originals = new ArrayList<>();
  private final Set<Register.Place> places = new HashSet<>();
  private final Map<Register.Place, Register.Entry> entries = new LinkedHashMap<>();
  private final Set<String> externalIds = new HashSet<>();
  private int size;
  private long characters;

  void put(
      Accession accession,
      StagedOriginals staged,
      Future<List<PreparedPaper>> papers,
      Runnable onDurable) {
    Register.Entry entry = Places.entry(accession.file());
    originals.addAll(staged.staged());
    steps.add(new Step.Put(entry, papers, onDurable));
    remember(entry);
    for (Paper paper : accession.papers()) {
      size++;
      characters += paper.rawText().length();
      paper.document().provenance().externalId().ifPresent(externalIds::add);
    }
  }

  void confirm(Register.Place former, Register.Entry now) {
    steps.add(new Step.Confirm(former, now));
    places.add(former);
    entries.remove(former);
    remember(now);
  }

  void withdraw(Register.Place place) {
    steps.add(new Step.Withdraw(place));
    places.add(place);
    entries.remove(place);
    size++;
  }

  void keep(DocumentId id, boolean anew) {
    steps.add(new Step.Keep(id, anew));
    size++;
  }

  private void remember(Register.Entry entry) {
    places.add(entry.place());
    entries.put(entry.place(), entry);
    size++;
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  boolean isFull() {
    return size >= MOST_STEPS || characters >= MOST_CHARACTERS;
  }

  boolean concerns(Register.Place place) {
    return places.contains(place);
  }

  boolean concernsUnder(String root, String prefix) {
    return places.stream()
        .anyMatch(place -> place.root().equals(root) && place.path().startsWith(prefix));
  }

  /** The files of this batch that have these bytes, as they stand after all its steps. */
  List<Register.Entry> withContent(String sha256) {
    return entries.values().stream().filter(entry -> entry.sha256().equals(sha256)).toList();
  }

  boolean bringsExternalId(String externalId) {
    return externalIds.contains(externalId);
  }

  List<Originals.Staged> originals() {
    return originals;
  }

  void write(Register register, Clock clock) {
    for (Step step : steps) {
      switch (step) {
        case Step.Put put -> register.put(put.entry(), Waiting.forIt(put.papers()), clock);
        case Step.Confirm confirm -> register.confirm(confirm.former(), confirm.now(), clock);
        case Step.Withdraw withdraw -> register.withdraw(withdraw.place(), clock);
        case Step.Keep keep -> register.keep(keep.id(), keep.anew(), clock);
      }
    }
  }

  void reportDurable() {
    for (Step step : steps) {
      if (step instanceof Step.Put put) {
        put.onDurable().run();
      }
    }
  }
}
