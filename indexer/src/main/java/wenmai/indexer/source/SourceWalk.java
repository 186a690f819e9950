package wenmai.indexer.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import wenmai.corpus.Accessions.FileLocation;

/**
 * Finds the files under what was given (遍历), folder by folder in order of name, so that two runs
 * see the same order. Links are not followed; hidden files and folders ({@code .x}) are passed
 * over, except the companions {@code ._x}, which deserve a word in the report.
 */
public final class SourceWalk {

  /** Hears of each file in turn. */
  public interface Visitor {
    void file(SourceFile file);

    /** A link, or a pipe, socket or device: reading it might lead anywhere, or never end. */
    void special(FileLocation location);

    /** What could not even be looked at. */
    void failed(FileLocation location, IOException why);

    /**
     * All that is in a folder has been told.
     *
     * @param folder with a path within its root, with its last {@code /}; empty for the root itself
     */
    default void left(FileLocation folder) {}
  }

  private final String root;
  private final Path base;

  /**
   * @param root the folder that paths are told from, absolute
   */
  public SourceWalk(Path root) {
    this.base = root;
    this.root = root.toString();
  }

  /** Where a path under the root stands. */
  public FileLocation location(Path path) {
    return new FileLocation(root, NameOnDisk.read(base.relativize(path)));
  }

  /** Visits the file, or every file of the folder. */
  public void walk(Path start, Visitor visitor) {
    if (!Files.isDirectory(start)) {
      visit(start, visitor);
      return;
    }
    for (Path child : children(start, visitor)) {
      String name = String.valueOf(child.getFileName());
      if (Files.isSymbolicLink(child)) {
        visitor.special(location(child));
      } else if (!name.startsWith(".") || name.startsWith("._")) {
        walk(child, visitor);
      }
    }
    visitor.left(new FileLocation(root, start.equals(base) ? "" : location(start).path() + "/"));
  }

  /** The folder is closed again before anything in it is visited: folders may lie deep. */
  private List<Path> children(Path folder, Visitor visitor) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (UncheckedIOException e) {
      visitor.failed(location(folder), new IOException(e));
    } catch (IOException e) {
      visitor.failed(location(folder), e);
    }
    return List.of();
  }

  private void visit(Path file, Visitor visitor) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        visitor.special(location(file));
        return;
      }
      visitor.file(
          new SourceFile(
              location(file),
              file,
              attributes.size(),
              attributes.lastModifiedTime().toMillis(),
              SourceFile.Ownership.THEIRS));
    } catch (IOException e) {
      visitor.failed(location(file), e);
    }
  }

  /** How many files there are to see. */
  public static long count(Path start) throws IOException {
    long[] count = {0};
    FileVisitor<Path> counter =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            count[0]++;
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        };
    Files.walkFileTree(start, counter);
    return count[0];
  }
}
