package wenmai.corpus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.store.Publication;

/**
 * What staff need to know to decide on a document (整理卷): what was read, what people set and
 * decided, what keeps it from the public, and what was done so far.
 *
 * @param next the states that may come next
 * @param history newest first
 */
public record Dossier(
    DocumentId id,
    Optional<String> title,
    List<FactEntry> facts,
    Publication state,
    Set<Publication> next,
    List<Block> blocks,
    List<Step> history) {
  /** Who kept it back where the intake did, by a rule. */
  public static final String INTAKE = "intake";

  public Dossier {
    facts = List.copyOf(facts);
    next = Set.copyOf(next);
    blocks = List.copyOf(blocks);
    history = List.copyOf(history);
  }

  /**
   * One fact.
   *
   * @param read as the text gives it, printed
   * @param now as it stands, printed
   * @param by who set it; empty where it stands as read
   */
  public record FactEntry(
      String name, Optional<String> read, Optional<String> now, Optional<String> by) {}

  /**
   * What keeps it from the public.
   *
   * @param detail what was found, in Chinese
   * @param clearedBy who let it pass
   */
  public record Block(WarningCode code, String detail, Optional<String> clearedBy) {}

  /**
   * What somebody did.
   *
   * @param undoable whether it still stands and can be taken back
   */
  public record Step(
      long number,
      Instant at,
      String who,
      String act,
      Optional<String> before,
      Optional<String> after,
      boolean undoable) {}
}
