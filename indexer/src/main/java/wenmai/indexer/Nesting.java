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
 */
record Nesting(
    int depth, Optional<Fingerprints> members, Optional<Parent> parent, AtomicBoolean unfinished) {

  static Nesting none() {
    return new Nesting(0, Optional.empty(), Optional.empty(), new AtomicBoolean());
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
            isNone() ? new AtomicBoolean() : unfinished);
    inner.saw(container);
    return inner;
  }

  Nesting attachedTo(Parent paper) {
    return new Nesting(depth, members, Optional.of(paper), unfinished);
  }

  void saw(FileLocation location) {
    members.ifPresent(seen -> seen.put(location.path(), 0));
  }

  boolean holds(FileLocation location) {
    return members.isPresent() && members.get().has(location.path());
  }
}
