package wenmai.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.indexer.source.SourceFile;

/**
 * Files that call themselves attachments (附件1.docx), and the papers beside them, in one folder or
 * container, that list theirs (附件说明). An attachment waits until the others have been read; it
 * belongs to a paper only where that is certain: one paper lists what the file's number and name
 * say. Where it is not, and a paper that bears a mark of secrecy lies beside, it may be that one's.
 * For one thread.
 */
final class Enclosures {
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Shorter names are parts of others by chance. */
  private static final int LEAST_OF_A_NAME = 4;

  /** In a folder of more papers than this, the rest is not asked what it lists. */
  private static final int MOST_IN_A_FOLDER = 1_000;

  /** Who lets files go: those in folders of attachments first, which may be papers themselves. */
  enum Turn {
    BY_THEIR_FOLDER,
    BY_THEIR_NAME
  }

  private record Lister(String folder, Parent paper, List<String> attachments) {}

  private record Waiting(SourceFile file, boolean isNews, EnclosureNames.Name name) {}

  /**
   * The papers of one folder: those read now that list attachments, those that are as they were.
   */
  private static final class Papers {
    private final List<Lister> read = new ArrayList<>();
    private final List<DocumentId> standing = new ArrayList<>();
    private boolean isNews;
    private boolean isMarked;
  }

  /** What is known of the papers there when attachments are let go. */
  private record Beside(List<Lister> listers, List<String> marked) {}

  /**
   * An attachment that is let go.
   *
   * @param parent the paper that lists it
   * @param besideMarked whether none certainly does, and a marked paper lies beside it
   */
  record Released(SourceFile file, Optional<Parent> parent, boolean besideMarked) {}

  private final EnclosureNames names;

  /** Whether papers anywhere in here lie beside each other, as in a container. */
  private final boolean isContainer;

  private final NavigableMap<String, Papers> folders = new TreeMap<>();
  private List<Waiting> waiting = new ArrayList<>();

  private Enclosures(EnclosureNames names, boolean isContainer) {
    this.names = names;
    this.isContainer = isContainer;
  }

  /** Of the folders that a run walks through. */
  static Enclosures ofFolders(EnclosureNames names) {
    return new Enclosures(names, false);
  }

  /** Of a container in here. */
  Enclosures inside() {
    return new Enclosures(names, true);
  }

  /** Whether a folder of this path holds the attachments of what stands above it. */
  boolean isForAttachments(String folder) {
    return names.isForAttachments(folder);
  }

  /**
   * Whether the file waits here for the others to be read.
   *
   * @param isNews whether it is new or changed
   */
  boolean holds(SourceFile file, boolean isNews) {
    Optional<EnclosureNames.Name> name = names.of(file.location());
    name.ifPresent(said -> waiting.add(new Waiting(file, isNews, said)));
    return name.isPresent();
  }

  /**
   * What was read of a file beside them.
   *
   * @param inherits whether it is kept for what it belongs to
   */
  void saw(FileLocation location, List<Paper> papers, boolean inherits) {
    String folder = EnclosureNames.folder(location);
    Papers here = of(folder);
    boolean marked = papers.stream().map(Paper::document).anyMatch(Parent::isMarked);
    here.isMarked |= marked;
    here.isNews |= marked;
    papers.stream()
        .limit(1)
        .flatMap(
            paper -> lister(folder, paper.document(), one -> Parent.of(one, inherits)).stream())
        .forEach(lister -> {
          here.isNews = true;
          note(here.read, lister);
        });
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

  private static Optional<Lister> lister(
      String folder, OfficialDocument paper, Function<OfficialDocument, Parent> parent) {
    List<String> listed =
        paper.facts().values(FactKey.ATTACHMENT).stream().map(Enclosures::letters).toList();
    return listed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Lister(folder, parent.apply(paper), listed));
  }

  /**
   * Lets go those that waited under a folder, in the order they came; at the last turn what stood
   * there is forgotten. Where nothing there is new or changed, nothing is looked up: no parent is
   * given.
   *
   * @param recall gives a paper that is as it was
   */
  List<Released> release(
      String under, Turn turn, Function<DocumentId, Optional<OfficialDocument>> recall) {
    boolean isLast = turn == Turn.BY_THEIR_NAME;
    Map<Boolean, List<Waiting>> parted =
        waiting.stream()
            .collect(
                Collectors.partitioningBy(one ->
                    one.file().location().path().startsWith(under)
                        && (isLast || !one.name().isItsOwn())));
    List<Waiting> mine = parted.getOrDefault(true, List.of());
    if (!mine.isEmpty()) {
      waiting = new ArrayList<>(parted.getOrDefault(false, List.of()));
    }
    var here = folders.subMap(under, true, under + Character.MAX_VALUE, false);
    boolean isNews =
        mine.stream().anyMatch(Waiting::isNews)
            || here.values().stream().anyMatch(papers -> papers.isNews);
    Beside beside =
        mine.isEmpty() || !isNews ? new Beside(List.of(), List.of()) : beside(here, recall);
    if (isLast) {
      here.clear();
    }
    return mine.stream().map(one -> released(one, beside)).toList();
  }

  private static Beside beside(
      Map<String, Papers> folders, Function<DocumentId, Optional<OfficialDocument>> recall) {
    List<Lister> listers = new ArrayList<>();
    List<String> marked = new ArrayList<>();
    folders.forEach((folder, papers) -> {
      boolean isMarked = papers.isMarked;
      listers.addAll(papers.read);
      for (DocumentId id : papers.standing) {
        Optional<OfficialDocument> paper = recall.apply(id);
        paper.flatMap(one -> lister(folder, one, Parent::standing)).ifPresent(listers::add);
        isMarked |= paper.filter(Enclosures::isKeptForItsMark).isPresent();
      }
      if (isMarked) {
        marked.add(folder);
      }
    });
    return new Beside(listers, marked);
  }

  private static boolean isKeptForItsMark(OfficialDocument paper) {
    return paper.visibility() == Visibility.INTERNAL && Parent.isMarked(paper);
  }

  private Released released(Waiting one, Beside beside) {
    Optional<Parent> parent = parentOf(one, beside.listers());
    String folder = EnclosureNames.folder(one.file().location());
    Predicate<String> isNear =
        isContainer
            ? marked -> true
            : marked -> marked.equals(folder) || marked.equals(names.home(folder));
    return new Released(
        one.file(), parent, parent.isEmpty() && beside.marked().stream().anyMatch(isNear));
  }

  private Optional<Parent> parentOf(Waiting one, List<Lister> listers) {
    EnclosureNames.Name name = one.name();
    String folder = EnclosureNames.folder(one.file().location());
    List<Lister> beside = listers.stream().filter(lister -> isBeside(lister, folder)).toList();
    String rest = letters(name.rest());
    List<Lister> found =
        beside.stream().filter(lister -> lists(lister.attachments(), name.number(), rest)).toList();
    boolean isNamed = !rest.isEmpty();
    boolean certain = found.size() == 1 && (isNamed || (name.isItsOwn() && beside.size() == 1));
    return certain ? Optional.of(found.getFirst().paper()) : Optional.empty();
  }

  /** In the same folder, or over one for its attachments. */
  private boolean isBeside(Lister lister, String folder) {
    String above = lister.folder();
    return folder.equals(above)
        || (folder.startsWith(above)
            && names.home(folder).equals(above)
            && folder.indexOf('/', above.length()) == folder.length() - 1);
  }

  private static boolean lists(List<String> attachments, String number, String rest) {
    if (number.isEmpty()) {
      return rest.isEmpty()
          ? attachments.size() == 1
          : attachments.stream().filter(listed -> isNameOf(listed, rest)).count() == 1;
    }
    OptionalInt place = ChineseNumeral.parse(number);
    return IntStream.rangeClosed(1, attachments.size())
        .filter(at -> place.isPresent() && place.getAsInt() == at)
        .anyMatch(at -> rest.isEmpty() || isNameOf(attachments.get(at - 1), rest));
  }

  private static boolean isNameOf(String listed, String rest) {
    boolean telling = Math.min(listed.length(), rest.length()) >= LEAST_OF_A_NAME;
    return listed.equals(rest) || (telling && (listed.contains(rest) || rest.contains(listed)));
  }

  private static String letters(String words) {
    return NO_LETTERS.matcher(words).replaceAll("");
  }
}
