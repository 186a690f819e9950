package wenmai.indexer;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import wenmai.corpus.Accessions.FileLocation;
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
        enclosures);
  }

  boolean isNone() {
    return depth == 0;
  }

  /** Why what is in here is internal. */
  Optional<InternalCause> kept() {
    return parent.flatMap(Parent::keeps).or(() -> beside);
  }

  /** One container further in. */
  Nesting into(FileLocation container) {
    Nesting inner =
        new Nesting(
            depth + 1,
            Optional.of(members.orElseGet(Fingerprints::new)),
            parent,
            beside,
            isNone() ? new AtomicBoolean() : unfinished,
            isNone() ? new AtomicBoolean() : wantsOcr,
            new Outstanding(Optional.of(outstanding)),
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
    return new Nesting(depth, members, paper, cause, unfinished, wantsOcr, outstanding, enclosures);
  }

  void saw(FileLocation location) {
    members.ifPresent(seen -> seen.put(location.path(), 0));
  }

  boolean holds(FileLocation location) {
    return members.isPresent() && members.get().has(location.path());
  }
}
