package wenmai.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.source.GivenPath;
import wenmai.indexer.source.SourceFile;
import wenmai.indexer.source.SourceLine;

/**
 * What a run keeps from the public that bears no mark itself (随同转为内部): what lies with a marked
 * paper, what belongs to one, what was asked for. Each is a decision that staff see and may undo.
 */
final class Keeping {
  private final Accessions register;
  private final RunReport report;
  private final MarkedNearby nearby;
  private final KnownFiles known;

  Keeping(Accessions register, RunReport report, MarkedNearby nearby, KnownFiles known) {
    this.register = register;
    this.report = report;
    this.nearby = nearby;
    this.known = known;
  }

  /**
   * What has been read, kept where it lies with a marked paper that was read before it, or where it
   * was internal before.
   */
  Arrival asItLies(Arrival arrival, List<Paper> papers) {
    Set<DocumentId> own =
        papers.stream().map(paper -> paper.document().id()).collect(Collectors.toSet());
    boolean isKept =
        arrival.kept().isEmpty()
            && papers.stream()
                .map(Paper::document)
                .filter(paper -> paper.visibility() == Visibility.PUBLIC)
                .anyMatch(paper -> nearby.keeps(arrival.source().location(), paper, own));
    if (isKept) {
      return arrival.keptFor(InternalCause.BESIDE_MARKED);
    }
    return arrival.source() instanceof SourceFile && stays(arrival)
        ? arrival.keptFor(InternalCause.STILL)
        : arrival;
  }

  /** A line that was internal stays so, unless it says for whom it is. */
  Arrival unlessItSaysElse(Arrival arrival) {
    return arrival.source() instanceof SourceLine && stays(arrival)
        ? arrival.keptFor(InternalCause.STILL)
        : arrival;
  }

  private boolean stays(Arrival arrival) {
    return arrival.asked() == Visibility.PUBLIC
        && arrival.kept().isEmpty()
        && known.wasKept(arrival.known());
  }

  /**
   * The papers of a file as they are to be taken in. What stays internal for nothing that it says
   * is read as what it is and kept by a decision, which can be undone; what is new beside it, where
   * nothing was public, is internal as that.
   *
   * @param as what {@link #asItLies} made of the arrival
   */
  Reading.Papers asKept(Arrival as, Arrival arrival, Reading.Papers papers) {
    boolean isBesideMarked = !as.equals(arrival) && !isStill(as);
    if (isBesideMarked) {
      return papers.internal(paper -> true);
    }
    if (!(arrival.source() instanceof SourceFile)
        || arrival.asked() == Visibility.INTERNAL
        || arrival.kept().isPresent()
        || arrival.known().isEmpty()) {
      return papers;
    }
    for (Paper paper : papers.papers()) {
      OfficialDocument document = paper.document();
      if (document.visibility() == Visibility.PUBLIC && known.wasKept(document.id())) {
        register.keep(document.id(), false);
        report.madeInternal(document, Optional.of(InternalCause.STILL));
      }
    }
    boolean isWhole = isStill(as) && !known.isPublic(arrival.known().get());
    return papers.internal(paper -> isWhole && register.held(paper.id()).isEmpty());
  }

  private static boolean isStill(Arrival arrival) {
    return arrival.kept().filter(cause -> cause == InternalCause.STILL).isPresent();
  }

  /**
   * Papers are about to be taken in: what lies with those of them that are marked is kept first.
   */
  void before(FileLocation location, List<Paper> papers) {
    papers.stream()
        .map(Paper::document)
        .filter(Parent::isMarked)
        .forEach(paper -> {
          Optional<OfficialDocument> former = register.held(paper.id());
          boolean wasMarked = former.filter(Parent::isMarked).isPresent();
          if (!wasMarked || former.get().visibility() == Visibility.INTERNAL) {
            came(location, paper, !wasMarked);
          }
        });
  }

  /**
   * Papers have been taken in that are kept for something else than themselves, and not for
   * themselves alone.
   */
  void after(Arrival arrival, List<Paper> papers) {
    papers.stream()
        .map(Paper::document)
        .filter(paper ->
            arrival.cause(paper).filter(cause -> cause != InternalCause.STILL).isPresent()
                || (arrival.asked() == Visibility.INTERNAL && KnownFiles.isKeptByItsWords(paper)))
        .forEach(paper -> register.keep(paper.id(), false));
  }

  /** A file stands elsewhere than it did: what lies with it now is kept. */
  void moved(FileLocation now, List<DocumentId> papers) {
    papers.stream()
        .flatMap(id -> register.held(id).stream())
        .filter(paper -> paper.visibility() == Visibility.INTERNAL)
        .filter(Parent::isMarked)
        .forEach(paper -> came(now, paper, false));
  }

  /** What lies with a paper that has been marked since it was read is kept. */
  void lookAround(GivenPath given) {
    nearby.lookAround(given, this::beside);
  }

  private void beside(OfficialDocument kept) {
    report.madeInternal(kept, Optional.of(InternalCause.BESIDE_MARKED));
  }

  private void came(FileLocation location, OfficialDocument marked, boolean anew) {
    nearby.came(location, marked, anew, this::beside);
  }

  /**
   * What was public before and is given as internal now becomes so; what a person published stays.
   */
  void asAsked(GivenPath given) {
    register.settle();
    List<DocumentId> open = new ArrayList<>();
    register.heldUnder(
        given.root().toString(),
        given.prefix(),
        Visibility.PUBLIC,
        (location, id) -> {
          if (given.holds(location)) {
            open.add(id);
          }
        });
    open.forEach(id -> register.keep(id, false));
    register.settle();
    for (DocumentId id : open) {
      register
          .held(id)
          .filter(paper -> paper.visibility() == Visibility.INTERNAL)
          .ifPresent(paper -> report.madeInternal(paper, Optional.of(InternalCause.AS_ASKED)));
    }
  }
}
