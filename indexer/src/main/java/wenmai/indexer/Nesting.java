package wenmai.indexer;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.indexer.source.ContainerBudget;
import wenmai.indexer.source.Fingerprints;

/**
 * Where a file stands among containers (嵌套): how deep, and which members of the outermost one have
 * been seen, so that those that are gone can be told.
 *
 * @param parent the paper that what is in here came attached to
 * @param beside why what is in here is internal, if not for its parent
 * @param unfinished whether a member failed by a fault of ours, so that the container is to be
 *     opened again at the next run; shared by all that lie in the outermost one
 * @param wantsOcr whether pages of a member are missing for want of OCR, so that the container is
 *     to be opened again once it is there; shared likewise
 * @param outstanding what of this container has still to be read
 * @param budget what may still come out of the outermost one, which all that lie in it share
 * @param enclosures the attachments in this container and the papers that list theirs
 */
record Nesting(
    int depth,
    Optional<Fingerprints> members,
    Optional<Parent> parent,
    Optional<InternalCause> beside,
    AtomicBoolean unfinished,
    AtomicBoolean wantsOcr,
    Outstanding outstanding,
    Optional<ContainerBudget> budget,
    Enclosures enclosures) {

  static Nesting none(Enclosures enclosures) {
    return new Nesting(
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new AtomicBoolean(),
        new AtomicBoolean(),
        new Outstanding(Optional.empty()),
        Optional.empty(),
        enclosures);
  }

  boolean isNone() {
    return depth == 0;
  }

  /** Why what is in here is internal. */
  Optional<InternalCause> kept() {
    return parent.flatMap(Parent::keeps).or(() -> beside);
  }

  /**
   * One container further in.
   *
   * @param whole what may come out of the outermost one
   */
  Nesting into(FileLocation container, ContainerBudget whole) {
    Nesting inner =
        new Nesting(
            depth + 1,
            Optional.of(members.orElseGet(Fingerprints::new)),
            parent,
            beside,
            isNone() ? new AtomicBoolean() : unfinished,
            isNone() ? new AtomicBoolean() : wantsOcr,
            new Outstanding(Optional.of(outstanding)),
            Optional.of(whole),
            enclosures.inside());
    inner.saw(container);
    return inner;
  }

  Nesting attachedTo(Parent paper) {
    return with(Optional.of(paper), beside);
  }

  Nesting keptFor(InternalCause cause) {
    return with(parent, Optional.of(cause));
  }

  private Nesting with(Optional<Parent> paper, Optional<InternalCause> cause) {
    return new Nesting(
        depth, members, paper, cause, unfinished, wantsOcr, outstanding, budget, enclosures);
  }

  /** Whether more lies in here than may come out, so that nobody knows what is gone. */
  boolean isCut() {
    return budget.filter(ContainerBudget::isSpent).isPresent();
  }

  /** A reading of what lies here, which counts for the container. */
  Reading timed(Supplier<Reading> reading) {
    return budget.isPresent() ? budget.get().timed(reading) : reading.get();
  }

  void saw(FileLocation location) {
    members.ifPresent(seen -> seen.put(location.path(), 0));
  }

  boolean holds(FileLocation location) {
    return members.isPresent() && members.get().has(location.path());
  }
}
