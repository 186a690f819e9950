package wenmai.indexer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;

/**
 * Which papers that bear a mark of secrecy a file lies with (同处标密公文): in its folder, in the one
 * that its folder of attachments belongs to, or in its container; what came out of a container lies
 * where that stands as well. Every door asks here, and the answer is the register's and the whole
 * run's, not that of what happened to be read just before. For one thread.
 */
final class MarkedNearby {
  private final EnclosureNames names;
  private final Optional<Accessions> register;

  /** What this run has seen, by each place it lies in. */
  private final Map<String, Map<DocumentId, Lister>> seen = new HashMap<>();

  /** What the register knew, by place; asked once. */
  private final Map<String, Collection<Lister>> standing = new HashMap<>();

  /** Attachments that this run has still to look at. */
  private final Set<FileLocation> awaited = new HashSet<>();

  private List<String> roots = List.of();

  /**
   * @param register empty where nothing is taken in
   */
  MarkedNearby(EnclosureNames names, Optional<Accessions> register) {
    this.names = names;
    this.register = register;
  }

  /** A file will be asked for later in this run. */
  void awaits(FileLocation attachment) {
    awaited.add(attachment);
  }

  /** It has been asked for. */
  void letsGo(FileLocation attachment) {
    awaited.remove(attachment);
  }

  /** Whether this run brought a marked paper to where the file lies. */
  boolean hasNews(FileLocation file) {
    return names.places(file).stream().anyMatch(seen::containsKey);
  }

  /** The marked papers that a file lies with. */
  Collection<Lister> of(FileLocation file) {
    Map<DocumentId, Lister> found = new LinkedHashMap<>();
    for (String place : names.places(file)) {
      seen.getOrDefault(place, Map.of()).forEach(found::put);
      standing
          .computeIfAbsent(place, this::registered)
          .forEach(lister -> found.putIfAbsent(lister.paper().id(), lister));
    }
    return found.values();
  }

  private Collection<Lister> registered(String place) {
    Map<DocumentId, FileLocation> kept = new LinkedHashMap<>();
    register.ifPresent(known ->
        eachUnder(
            known,
            place,
            Visibility.INTERNAL,
            (location, id) -> {
              if (EnclosureNames.around(location).contains(place)) {
                kept.put(id, location);
              }
            }));
    List<Lister> marked = new ArrayList<>();
    kept.forEach((id, location) ->
        register
            .flatMap(known -> known.held(id))
            .filter(Parent::isMarked)
            .map(paper -> Lister.of(folder(location, place), paper, Parent.standing(paper)))
            .ifPresent(marked::add));
    return marked;
  }

  /** What came out of a container lies where that does. */
  private static String folder(FileLocation marked, String place) {
    String folder = EnclosureNames.folder(marked);
    return folder.indexOf(EnclosureNames.INTO, place.length()) < 0 ? folder : place;
  }

  private void eachUnder(
      Accessions known,
      String place,
      Visibility visibility,
      BiConsumer<FileLocation, DocumentId> consumer) {
    if (roots.isEmpty()) {
      roots = known.roots();
    }
    for (String root : roots) {
      String base = EnclosureNames.absolute(root);
      if (place.startsWith(base)) {
        known.heldUnder(root, place.substring(base.length()), visibility, consumer);
      } else if (base.startsWith(place)) {
        known.heldUnder(root, "", visibility, consumer);
      }
    }
  }

  /**
   * A paper comes that bears a mark: what may be an attachment of it, is public, and is not looked
   * at in this run anyway, is kept from the public before it is there.
   *
   * @param anew whether it bore none before
   * @param kept told of each
   */
  void came(
      FileLocation location,
      OfficialDocument paper,
      boolean anew,
      Consumer<OfficialDocument> kept) {
    Parent as = Parent.of(paper, false);
    for (String place : EnclosureNames.around(location)) {
      boolean isFirst = !seen.containsKey(place);
      seen.computeIfAbsent(place, none -> new LinkedHashMap<>())
          .put(paper.id(), Lister.of(folder(location, place), paper, as));
      if (isFirst) {
        register.ifPresent(known -> keepOpen(known, place, anew, kept));
      }
    }
  }

  private record Open(EnclosureNames.Name name, FileLocation attachment) {}

  private void keepOpen(
      Accessions known, String place, boolean anew, Consumer<OfficialDocument> kept) {
    if (standing.containsKey(place)) {
      known.settle(); // attachments that this run has looked at already may lie there
    }
    Map<DocumentId, Open> open = new LinkedHashMap<>();
    eachUnder(
        known,
        place,
        Visibility.PUBLIC,
        (location, id) -> attachment(location, place).ifPresent(one -> open.put(id, one)));
    open.forEach((id, one) -> {
      Optional<OfficialDocument> paper = known.held(id);
      if (paper.isPresent() && !isCertain(known, paper.get(), one)) {
        known.keep(id, anew);
        kept.accept(paper.get());
      }
    });
  }

  /** The file that calls itself an attachment, this one or a container of it. */
  private Optional<Open> attachment(FileLocation location, String place) {
    String path = location.path();
    int end = path.indexOf(EnclosureNames.INTO);
    while (true) {
      FileLocation file =
          new FileLocation(location.root(), end < 0 ? path : path.substring(0, end));
      Optional<EnclosureNames.Name> name = names.of(file);
      if (name.isPresent() && names.places(file).contains(place)) {
        return awaited.contains(file) ? Optional.empty() : Optional.of(new Open(name.get(), file));
      }
      if (end < 0) {
        return Optional.empty();
      }
      end = path.indexOf(EnclosureNames.INTO, end + 1);
    }
  }

  /** Whether a public paper beside it lists it by its name, and no marked one does. */
  private boolean isCertain(Accessions known, OfficialDocument paper, Open open) {
    if (Lister.letters(open.name().rest()).isEmpty()
        || of(open.attachment()).stream().anyMatch(marked -> marked.lists(open.name()))) {
      return false;
    }
    String file = open.attachment().path();
    Set<DocumentId> asked = new HashSet<>();
    Optional<OfficialDocument> parent = parentOf(known, paper);
    while (parent.isPresent() && asked.add(parent.get().id())) {
      String source = parent.get().provenance().source();
      if (parent.get().visibility() == Visibility.PUBLIC
          && !isIn(file, source)
          && !isIn(source, file)) {
        return true;
      }
      parent = parentOf(known, parent.get());
    }
    return false;
  }

  private static Optional<OfficialDocument> parentOf(Accessions known, OfficialDocument paper) {
    return paper.provenance().parent().flatMap(known::held);
  }

  private static boolean isIn(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + EnclosureNames.INTO);
  }
}
