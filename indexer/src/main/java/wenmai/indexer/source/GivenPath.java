package wenmai.indexer.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.FileLocation;

/**
 * A file or folder that somebody gave (给定路径), and the root its files are registered under.
 *
 * @param root absolute
 * @param path absolute, the root or under it
 */
public record GivenPath(Path root, Path path) {

  /** A root that is known already wins, so that a file keeps its place however it is given. */
  public static GivenPath of(Path given, List<String> roots) {
    Path path = given.toAbsolutePath().normalize();
    for (String root : roots) {
      if (path.startsWith(root)) {
        return new GivenPath(Path.of(root), path);
      }
    }
    Path parent = path.getParent();
    return new GivenPath(Files.isDirectory(path) || parent == null ? path : parent, path);
  }

  /** Those that are not under another one, each under its root; what does not exist stays. */
  public static List<GivenPath> all(List<Path> given, List<String> roots) {
    List<GivenPath> all = new ArrayList<>();
    for (Path path : given) {
      GivenPath next = of(path, roots);
      boolean exists = Files.exists(next.path);
      if (!exists || all.stream().noneMatch(other -> next.path.startsWith(other.path))) {
        all.removeIf(other -> exists && other.path.startsWith(next.path));
        all.add(next);
      }
    }
    return all;
  }

  public FileLocation location() {
    return new SourceWalk(root).location(path);
  }

  /** By what a report names it: where it stands under its root, the root itself in full. */
  public FileLocation named() {
    return path.equals(root) ? new FileLocation(root.toString(), root.toString()) : location();
  }

  /** What the paths of everything under it begin with; other paths may begin so too. */
  public String prefix() {
    return location().path();
  }

  /** Whether a registered file lies under it. */
  public boolean holds(FileLocation location) {
    String prefix = prefix();
    return prefix.isEmpty()
        || location.path().equals(prefix)
        || location.path().startsWith(prefix + "/")
        || location.path().startsWith(prefix + "!/");
  }

  public boolean isRegistered(Accessions register) {
    boolean[] found = {false};
    register.registeredUnder(root.toString(), prefix(), file -> found[0] |= holds(file.location()));
    return found[0];
  }

  public void walk(SourceWalk.Visitor visitor) {
    if (Files.exists(path)) {
      new SourceWalk(root).walk(path, visitor);
    }
  }
}
