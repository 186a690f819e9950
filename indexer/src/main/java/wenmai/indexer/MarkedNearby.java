package wenmai.indexer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import wenmai.indexer.source.GivenPath;

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

  /** What lies in places that were asked for together, until another marked paper comes. */
  private final Map<Set<String>, Collection<Lister>> found = new HashMap<>();

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
    return found.computeIfAbsent(names.places(file), this::in);
  }

  private Collection<Lister> in(Set<String> places) {
    Map<DocumentId, Lister> in = new LinkedHashMap<>();
    for (String place : places) {
      seen.getOrDefault(place, Map.of()).forEach(in::put);
      standing
          .computeIfAbsent(place, this::registered)
          .forEach(lister -> in.putIfAbsent(lister.paper().id(), lister));
    }
    return List.copyOf(in.values());
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
      Lister marked = Lister.of(folder(location, place), paper, as);
      seen.computeIfAbsent(place, none -> new LinkedHashMap<>()).put(paper.id(), marked);
      found.clear();
      if (isFirst || marked.listsAny()) {
        register.ifPresent(known -> {
          if (standing.containsKey(place) || !isFirst) {
            known.settle(); // attachments that this run has looked at already may lie there
          }
          open(known, place).stream()
              .filter(open -> isFirst || marked.lists(open.name()))
              .filter(open -> !open.file().equals(location))
              .forEach(open -> keep(known, open, anew, kept));
        });
      }
    }
  }

  /**
   * Whether a paper that has just been read is kept for a marked one that its file lies with.
   *
   * @param own the papers of the file, which says itself what they are
   */
  boolean keeps(FileLocation location, OfficialDocument paper, Set<DocumentId> own) {
    for (Open open : attachments(location, paper.id())) {
      if (liesWithMarked(open, own)) {
        register.ifPresent(Accessions::settle); // what lists it may have come a moment ago
        return register.filter(known -> !isCertain(known, paper, open)).isPresent();
      }
    }
    return false;
  }

  /**
   * What is open under a path and lies with a marked paper is kept, though neither has come along
   * in this run: staff mark papers as well.
   *
   * @param kept told of each
   */
  void lookAround(GivenPath given, Consumer<OfficialDocument> kept) {
    register.ifPresent(known -> {
      known.settle();
      Set<String> places = new LinkedHashSet<>();
      known.heldUnder(
          given.root().toString(),
          given.prefix(),
          Visibility.PUBLIC,
          (location, id) -> {
            if (given.holds(location)) {
              attachments(location, id)
                  .forEach(one -> places.addAll(names.places(one.attachment())));
            }
          });
      places.stream()
          .filter(this::holdsMarked)
          .flatMap(place -> open(known, place).stream())
          .filter(open -> liesWithMarked(open, own(known, open)))
          .forEach(open -> keep(known, open, false, kept));
    });
  }

  private static Set<DocumentId> own(Accessions known, Open open) {
    return known.registered(open.file()).map(file -> Set.copyOf(file.documents())).orElse(Set.of());
  }

  /**
   * @param own the papers of its file, which says itself what they are
   */
  private boolean liesWithMarked(Open open, Set<DocumentId> own) {
    return of(open.attachment()).stream().anyMatch(one -> !own.contains(one.paper().id()));
  }

  private boolean holdsMarked(String place) {
    return seen.containsKey(place) || !standing.computeIfAbsent(place, this::registered).isEmpty();
  }

  /**
   * A public paper that came as an attachment.
   *
   * @param file it came in
   * @param attachment the file that calls itself one, that or a container of it
   */
  private record Open(
      DocumentId paper, FileLocation file, FileLocation attachment, EnclosureNames.Name name) {}

  private Collection<Open> open(Accessions known, String place) {
    Map<DocumentId, Open> open = new LinkedHashMap<>();
    eachUnder(
        known,
        place,
        Visibility.PUBLIC,
        (location, id) ->
            attachments(location, id).stream()
                .filter(one -> names.places(one.attachment()).contains(place))
                .limit(1)
                .filter(one -> !awaited.contains(one.attachment()))
                .forEach(one -> open.put(id, one)));
    return open.values();
  }

  private void keep(Accessions known, Open open, boolean anew, Consumer<OfficialDocument> kept) {
    Optional<OfficialDocument> paper = known.held(open.paper());
    if (paper.isPresent() && !isCertain(known, paper.get(), open)) {
      known.keep(open.paper(), anew);
      kept.accept(paper.get());
    }
  }

  /** The files that call themselves attachments: this one, and containers of it. */
  private List<Open> attachments(FileLocation location, DocumentId paper) {
    List<Open> attachments = new ArrayList<>();
    String path = location.path();
    int end = path.indexOf(EnclosureNames.INTO);
    while (end >= 0) {
      add(attachments, location, paper, new FileLocation(location.root(), path.substring(0, end)));
      end = path.indexOf(EnclosureNames.INTO, end + 1);
    }
    add(attachments, location, paper, location);
    return attachments;
  }

  private void add(List<Open> to, FileLocation location, DocumentId paper, FileLocation file) {
    names.of(file).ifPresent(name -> to.add(new Open(paper, location, file, name)));
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
