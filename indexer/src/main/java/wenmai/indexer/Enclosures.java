package wenmai.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.indexer.source.SourceFile;

/**
 * Files that call themselves attachments (附件1.docx), and the papers beside them, in one folder or
 * container, that list theirs (附件说明). An attachment waits until the others have been read; it
 * belongs to a paper only where that is certain: one paper lists what the file's number and name
 * say. For one thread.
 */
final class Enclosures {
  private static final Pattern NAME =
      Pattern.compile(
          "附件? ?(?<number>" + ChineseNumeral.CLASS + "{0,3})[\\s.．、:：_—)）-]*(?<rest>.*)");
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String FOLDER = "附件";

  /** Shorter names are parts of others by chance. */
  private static final int LEAST_OF_A_NAME = 4;

  /** In a folder of more papers than this, the rest is not asked what it lists. */
  private static final int MOST_IN_A_FOLDER = 1_000;

  private record Lister(String folder, Parent paper, List<String> attachments) {}

  private record Waiting(SourceFile file, boolean isNews) {}

  /**
   * The papers of one folder.
   *
   * @param read those that list attachments, of those read now
   * @param standing those that are as they were
   */
  private record Papers(List<Lister> read, List<DocumentId> standing) {}

  private final NavigableMap<String, Papers> folders = new TreeMap<>();
  private final List<Waiting> waiting = new ArrayList<>();

  /**
   * An attachment that is let go.
   *
   * @param parent the paper that lists it
   */
  record Released(SourceFile file, Optional<Parent> parent) {}

  /** Whether a folder of this path holds the attachments of what stands above it. */
  static boolean isForAttachments(String folder) {
    return folder.startsWith(FOLDER, folder.lastIndexOf('/', folder.length() - 2) + 1);
  }

  /**
   * Whether the file waits here for the others to be read.
   *
   * @param isNews whether it is new or changed
   */
  boolean holds(SourceFile file, boolean isNews) {
    return name(file).matches() && waiting.add(new Waiting(file, isNews));
  }

  /** What was read of a file beside them. */
  void saw(FileLocation location, List<Paper> papers) {
    String folder = folder(location);
    papers.stream()
        .limit(1)
        .flatMap(paper -> lister(folder, paper.document(), Parent::of).stream())
        .forEach(lister -> note(of(folder).read(), lister));
  }

  /** A file beside them is as it was. */
  void stood(FileLocation location, List<DocumentId> papers) {
    papers.stream().limit(1).forEach(paper -> note(of(folder(location)).standing(), paper));
  }

  private Papers of(String folder) {
    return folders.computeIfAbsent(
        folder, path -> new Papers(new ArrayList<>(), new ArrayList<>()));
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
   * Lets go those that waited under a folder, in the order they came, and forgets what stood there.
   * Where nothing there is new or changed, nothing is looked up: no parent is given.
   *
   * @param recall gives a paper that is as it was
   */
  List<Released> release(String under, Function<DocumentId, Optional<OfficialDocument>> recall) {
    List<Waiting> mine =
        waiting.stream().filter(one -> one.file().location().path().startsWith(under)).toList();
    waiting.removeAll(mine);
    var here = folders.subMap(under, true, under + Character.MAX_VALUE, false);
    boolean isNews =
        mine.stream().anyMatch(Waiting::isNews)
            || here.values().stream().anyMatch(papers -> !papers.read().isEmpty());
    List<Lister> listers = mine.isEmpty() || !isNews ? List.of() : listers(here, recall);
    here.clear();
    return mine.stream()
        .map(one -> new Released(one.file(), parentOf(one.file(), listers)))
        .toList();
  }

  private static List<Lister> listers(
      Map<String, Papers> folders, Function<DocumentId, Optional<OfficialDocument>> recall) {
    List<Lister> listers = new ArrayList<>();
    folders.forEach((folder, papers) -> {
      listers.addAll(papers.read());
      for (DocumentId id : papers.standing()) {
        recall
            .apply(id)
            .flatMap(paper -> lister(folder, paper, Parent::standing))
            .ifPresent(listers::add);
      }
    });
    return listers;
  }

  private static Optional<Parent> parentOf(SourceFile file, List<Lister> listers) {
    Matcher name = name(file);
    if (!name.matches()) {
      return Optional.empty();
    }
    String folder = folder(file.location());
    List<Lister> beside = listers.stream().filter(lister -> isBeside(lister, folder)).toList();
    String rest = letters(name.group("rest"));
    List<Lister> found =
        beside.stream()
            .filter(lister -> lists(lister.attachments(), name.group("number"), rest))
            .toList();
    boolean certain = found.size() == 1 && (beside.size() == 1 || !rest.isEmpty());
    return certain ? Optional.of(found.getFirst().paper()) : Optional.empty();
  }

  /** In the same folder, or over one for its attachments. */
  private static boolean isBeside(Lister lister, String folder) {
    return folder.equals(lister.folder())
        || (folder.startsWith(lister.folder() + FOLDER)
            && folder.indexOf('/', lister.folder().length()) == folder.length() - 1);
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

  private static Matcher name(SourceFile file) {
    return NAME.matcher(EXTENSION.matcher(file.name()).replaceFirst(""));
  }

  private static String folder(FileLocation location) {
    return location.path().substring(0, location.path().lastIndexOf('/') + 1);
  }

  private static String letters(String words) {
    return NO_LETTERS.matcher(words).replaceAll("");
  }
}
