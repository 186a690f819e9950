package wenmai.corpus.custody;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.custody.Fault.Kind;
import wenmai.corpus.store.ChangedOriginal;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Holdings;
import wenmai.corpus.store.Originals;
import wenmai.corpus.store.Register;
import wenmai.corpus.upkeep.IndexKeeper;

/**
 * Sets right what can be (修复): the index is made again from the records, originals are fetched from
 * where they came from, and a damaged record's file is read again at the next {@code index}. Needs
 * the archive's lock.
 */
public final class Repair {
  private static final Logger LOG = LoggerFactory.getLogger(Repair.class);

  private final Depot depot;
  private final ArchiveSettings settings;

  private Repair(Depot depot, ArchiveSettings settings) {
    this.depot = depot;
    this.settings = settings;
  }

  /**
   * Repairs; gives the faults it could do something about.
   *
   * @throws wenmai.corpus.store.ArchiveHeld if another process is the writer
   */
  public static List<Fault> of(ArchiveSettings settings, List<Fault> faults) {
    if (faults.isEmpty() || faults.stream().anyMatch(fault -> fault.kind() == Kind.DATABASE)) {
      return List.of();
    }
    try (Depot depot =
        Depot.openForWriting(settings.premises(), "check --repair", settings.clock())) {
      return new Repair(depot, settings).repair(faults);
    }
  }

  private List<Fault> repair(List<Fault> faults) {
    List<Fault> done = new ArrayList<>();
    for (Fault fault : faults) {
      boolean repaired =
          switch (fault.kind()) {
            case ORIGINAL_MISSING -> fetch(fault.subject());
            case ORIGINAL_DAMAGED -> {
              depot.originals().setAside(fault.subject());
              yield fetch(fault.subject());
            }
            case RECORD ->
                depot.write(session -> new Holdings(session).forgetFileOf(fault.subject()));
            case DATABASE, AUDIT, SETBACK, INDEX_DAMAGED, INDEX_DIFFERS, INDEX_OUTDATED -> false;
          };
      if (repaired) {
        done.add(fault);
      }
    }
    List<Fault> ofIndex = faults.stream().filter(fault -> fault.kind().isOfIndex()).toList();
    if (!ofIndex.isEmpty()) {
      IndexKeeper.makeAnew(depot, settings.engines());
      done.addAll(ofIndex);
    }
    return done;
  }

  /** The file may still lie where it was taken in from. */
  private boolean fetch(String sha256) {
    Originals originals = depot.originals();
    for (Register.Place place : depot.read(session -> new Holdings(session).places(sha256))) {
      Path file = Path.of(place.root(), place.path());
      if (Files.isRegularFile(file)) {
        try {
          Optional<Originals.Staged> staged =
              originals.stage(sha256, () -> Files.newInputStream(file));
          originals.publish(staged.stream().toList());
          return true;
        } catch (ChangedOriginal e) {
          LOG.info("{} has other bytes by now", file);
        }
      }
    }
    return false;
  }
}
