package wenmai.corpus.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The generations of the index: {@code index/g1}, {@code index/g2} …, one of which {@code
 * index/current} names and one {@code index/previous}. A new one is built beside the one in use and
 * becomes current by one rename.
 */
final class IndexFolder {
  private static final String CURRENT = "current";
  private static final String PREVIOUS = "previous";

  private final Path folder;

  IndexFolder(Path folder) {
    this.folder = folder;
  }

  /** The generation in use; empty where there is none yet. */
  Optional<String> current() {
    return named(CURRENT);
  }

  Optional<String> previous() {
    return named(PREVIOUS);
  }

  Path path(String generation) {
    return folder.resolve(generation);
  }

  private Optional<String> named(String pointer) {
    Path file = folder.resolve(pointer);
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file).strip()).filter(g -> Files.isDirectory(path(g)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** A new generation, not yet in use. */
  String begin() {
    try {
      Files.createDirectories(folder);
      int next =
          generations().stream().mapToInt(g -> Integer.parseInt(g.substring(1))).max().orElse(0)
              + 1;
      String generation = "g" + next;
      Files.createDirectory(path(generation));
      return generation;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be written to", e);
    }
  }

  /** Brings a generation into use and keeps the one before it. */
  void switchTo(String generation) {
    Optional<String> former = current();
    former.filter(old -> !old.equals(generation)).ifPresent(old -> point(PREVIOUS, old));
    point(CURRENT, generation);
  }

  /** Deletes every generation but the current and the one before it. For the writer alone. */
  void tidy() {
    List<String> keep = Stream.concat(current().stream(), previous().stream()).toList();
    generations().stream().filter(g -> !keep.contains(g)).forEach(g -> delete(path(g)));
  }

  /** Deletes all generations, the pointers first. */
  void discard() {
    try {
      Files.deleteIfExists(folder.resolve(CURRENT));
      Files.deleteIfExists(folder.resolve(PREVIOUS));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be written to", e);
    }
    generations().forEach(g -> delete(path(g)));
  }

  private List<String> generations() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("g\\d{1,8}"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }

  private void point(String pointer, String generation) {
    Path part = folder.resolve(pointer + ".part");
    try {
      Files.writeString(part, generation + "\n");
      force(part, StandardOpenOption.WRITE);
      Files.move(
          part,
          folder.resolve(pointer),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      force(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be written to", e);
    }
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  private static void delete(Path path) {
    try (Stream<Path> inside = Files.walk(path)) {
      for (Path file : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be deleted", e);
    }
  }
}
