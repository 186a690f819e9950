package wenmai.indexer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.indexer.source.SourceFile;

/**
 * Files that call themselves attachments (附件1.docx), and the papers beside them, in one folder or
 * container, that list theirs (附件说明). An attachment waits until the others have been read; it
 * belongs to a paper only where that is certain: one paper lists what the file's number and name
 * say. Where it is not, and a paper that bears a mark of secrecy lies beside, it may be that one's.
 * For one thread.
 */
final class Enclosures {
  /** In a folder of more papers than this, the rest is not asked what it lists. */
  private static final int MOST_IN_A_FOLDER = 1_000;

  /** Who lets files go: those in folders of attachments first, which may be papers themselves. */
  enum Turn {
    BY_THEIR_FOLDER,
    BY_THEIR_NAME
  }

  private record Waiting(SourceFile file, boolean isNews, EnclosureNames.Name name) {
    FileLocation location() {
      return file.location();
    }
  }

  /**
   * The papers of one folder: those read now that list attachments, those that are as they were.
   */
  private static final class Papers {
    private final List<Lister> read = new ArrayList<>();
    private final List<DocumentId> standing = new ArrayList<>();
    private boolean isNews;
  }

  /**
   * An attachment that is let go.
   *
   * @param parent the paper that lists it
   * @param besideMarked whether none certainly does, and a marked paper lies beside it
   */
  record Released(SourceFile file, Optional<Parent> parent, boolean besideMarked) {}

  private final EnclosureNames names;
  private final MarkedNearby nearby;
  private final NavigableMap<String, Papers> folders = new TreeMap<>();
  private List<Waiting> waiting = new ArrayList<>();

  /** Of the folders that a run walks through. */
  Enclosures(EnclosureNames names, MarkedNearby nearby) {
    this.names = names;
    this.nearby = nearby;
  }

  /** Of a container in here. */
  Enclosures inside() {
    return new Enclosures(names, nearby);
  }

  /** Whether a folder of this path holds the attachments of what stands above it. */
  boolean isForAttachments(FileLocation folder) {
    return names.isForAttachments(folder);
  }

  /**
   * Whether the file waits here for the others to be read.
   *
   * @param isNews whether it is new or changed
   */
  boolean holds(SourceFile file, boolean isNews) {
    Optional<EnclosureNames.Name> name = names.of(file.location());
    name.ifPresent(said -> {
      waiting.add(new Waiting(file, isNews, said));
      nearby.awaits(file.location());
    });
    return name.isPresent();
  }

  /**
   * What was read of a file beside them.
   *
   * @param as what it is to its attachments
   */
  void saw(FileLocation location, OfficialDocument paper, Parent as) {
    String folder = EnclosureNames.folder(location);
    Lister lister = Lister.of(folder, paper, as);
    if (lister.listsAny()) {
      Papers here = of(folder);
      here.isNews = true;
      note(here.read, lister);
    }
  }

  /** A file beside them is as it was. */
  void stood(FileLocation location, List<DocumentId> papers) {
    papers.stream()
        .limit(1)
        .forEach(paper -> note(of(EnclosureNames.folder(location)).standing, paper));
  }

  private Papers of(String folder) {
    return folders.computeIfAbsent(folder, path -> new Papers());
  }

  private static <T> void note(List<T> list, T one) {
    if (list.size() < MOST_IN_A_FOLDER) {
      list.add(one);
    }
  }

  /**
   * Lets go those that waited under a folder, in the order they came, each when the stream comes to
   * it; at the last turn what stood there is forgotten. Where nothing there is new or changed,
   * nothing is looked up: no parent is given.
   *
   * @param under from the top; empty for all
   * @param recall gives a paper that is as it was
   */
  Stream<Released> release(
      String under, Turn turn, Function<DocumentId, Optional<OfficialDocument>> recall) {
    boolean isLast = turn == Turn.BY_THEIR_NAME;
    Map<Boolean, List<Waiting>> parted =
        waiting.stream()
            .collect(
                Collectors.partitioningBy(one ->
                    (EnclosureNames.absolute(one.location().root()) + one.location().path())
                            .startsWith(under)
                        && (isLast || !one.name().isItsOwn())));
    List<Waiting> mine = parted.getOrDefault(true, List.of());
    if (!mine.isEmpty()) {
      waiting = new ArrayList<>(parted.getOrDefault(false, List.of()));
    }
    var here = folders.subMap(under, true, under + Character.MAX_VALUE, false);
    boolean isNews =
        mine.stream().anyMatch(one -> one.isNews() || nearby.hasNews(one.location()))
            || here.values().stream().anyMatch(papers -> papers.isNews);
    List<Lister> listers = mine.isEmpty() || !isNews ? List.of() : listers(here, recall);
    if (isLast) {
      here.clear();
    }
    Set<DocumentId> known =
        listers.stream().map(lister -> lister.paper().id()).collect(Collectors.toSet());
    return mine.stream().map(one -> released(one, isNews, listers, known));
  }

  private static List<Lister> listers(
      Map<String, Papers> folders, Function<DocumentId, Optional<OfficialDocument>> recall) {
    List<Lister> listers = new ArrayList<>();
    folders.forEach((folder, papers) -> {
      listers.addAll(papers.read);
      papers.standing.stream()
          .flatMap(id -> recall.apply(id).stream())
          .map(paper -> Lister.of(folder, paper, Parent.standing(paper)))
          .filter(Lister::listsAny)
          .forEach(listers::add);
    });
    return listers;
  }

  private Released released(
      Waiting one, boolean isNews, List<Lister> listers, Set<DocumentId> known) {
    nearby.letsGo(one.location());
    boolean isAsked = isNews || nearby.hasNews(one.location());
    Collection<Lister> marked = isAsked ? nearby.of(one.location()) : List.of();
    Optional<Parent> parent = parentOf(one, listers, known, marked);
    return new Released(one.file(), parent, parent.isEmpty() && !marked.isEmpty());
  }

  /** One that says no more than its number may as well be that of a marked paper beside it. */
  private Optional<Parent> parentOf(
      Waiting one, List<Lister> listers, Set<DocumentId> known, Collection<Lister> marked) {
    EnclosureNames.Name name = one.name();
    String rest = Lister.letters(name.rest());
    List<Lister> beside =
        Stream.concat(
                listers.stream(),
                marked.stream().filter(other -> !known.contains(other.paper().id())))
            .filter(lister -> isBeside(lister, one.location()))
            .toList();
    List<Lister> found =
        beside.stream().filter(lister -> lister.lists(name.number(), rest)).toList();
    boolean isNamed = !rest.isEmpty();
    boolean certain = found.size() == 1 && (isNamed || (name.isItsOwn() && beside.size() == 1));
    return certain ? Optional.of(found.getFirst().paper()) : Optional.empty();
  }

  /** In the same folder, or over one for its attachments. */
  private boolean isBeside(Lister lister, FileLocation file) {
    String above = lister.folder();
    String folder = EnclosureNames.folder(file);
    return folder.equals(above)
        || (folder.startsWith(above)
            && names.home(file).equals(above)
            && folder.indexOf('/', above.length()) == folder.length() - 1);
  }
}
