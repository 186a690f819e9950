package wenmai.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.indexer.source.SourceFile;

/**
 * Files in one container that call themselves attachments (附件1.docx), and the papers beside them
 * that list theirs (附件说明). An attachment waits until the others have been read; it belongs to a
 * paper only where that is certain: one paper lists what the file's number and name say. For one
 * thread.
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

  private record Lister(String folder, Parent paper, List<String> attachments) {}

  private final List<Lister> listers = new ArrayList<>();
  private final List<SourceFile> waiting = new ArrayList<>();

  /** Whether the file waits here for the others to be read. */
  boolean holds(SourceFile file) {
    return name(file).matches() && waiting.add(file);
  }

  /** What was read of a file in the container. */
  void saw(FileLocation location, List<Paper> papers) {
    for (Paper paper : papers.subList(0, Math.min(1, papers.size()))) {
      List<String> listed =
          paper.document().facts().values(FactKey.ATTACHMENT).stream()
              .map(Enclosures::letters)
              .toList();
      if (!listed.isEmpty()) {
        listers.add(new Lister(folder(location), Parent.of(paper.document()), listed));
      }
    }
  }

  /** Lets go those that waited, in the order they came, each with the paper it belongs to. */
  void release(BiConsumer<SourceFile, Optional<Parent>> consumer) {
    List<Runnable> released = new ArrayList<>(); // what they list themselves comes too late
    for (SourceFile file : waiting) {
      Optional<Parent> parent = parentOf(file);
      released.add(() -> consumer.accept(file, parent));
    }
    waiting.clear();
    released.forEach(Runnable::run);
  }

  private Optional<Parent> parentOf(SourceFile file) {
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
