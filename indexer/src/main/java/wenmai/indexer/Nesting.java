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
 * @param unfinished whether a member failed by a fault of ours, so that the container is to be
 *     opened again at the next run; shared by all that lie in the outermost one
 * @param wantsOcr whether pages of a member are missing for want of OCR, so that the container is
 *     to be opened again once it is there; shared likewise
 * @param enclosures the attachments in this container and the papers that list theirs
 */
record Nesting(
    int depth,
    Optional<Fingerprints> members,
    Optional<Parent> parent,
    AtomicBoolean unfinished,
    AtomicBoolean wantsOcr,
    Enclosures enclosures) {

  static Nesting none() {
    return new Nesting(
        0,
        Optional.empty(),
        Optional.empty(),
        new AtomicBoolean(),
        new AtomicBoolean(),
        new Enclosures());
  }

  boolean isNone() {
    return depth == 0;
  }

  /** One container further in. */
  Nesting into(FileLocation container) {
    Nesting inner =
        new Nesting(
            depth + 1,
            Optional.of(members.orElseGet(Fingerprints::new)),
            parent,
            isNone() ? new AtomicBoolean() : unfinished,
            isNone() ? new AtomicBoolean() : wantsOcr,
            new Enclosures());
    inner.saw(container);
    return inner;
  }

  Nesting attachedTo(Parent paper) {
    return new Nesting(depth, members, Optional.of(paper), unfinished, wantsOcr, enclosures);
  }

  void saw(FileLocation location) {
    members.ifPresent(seen -> seen.put(location.path(), 0));
  }

  boolean holds(FileLocation location) {
    return members.isPresent() && members.get().has(location.path());
  }
}
