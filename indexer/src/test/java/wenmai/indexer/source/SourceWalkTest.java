package wenmai.indexer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Accessions.FileLocation;

/** A walk comes to an end and names everything it comes across. */
class SourceWalkTest {
  @TempDir Path folder;

  @Test
  void pipesAndLinksAreNamedAndNotOpened() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("文件.txt"), "文");
    Files.createSymbolicLink(folder.resolve("环"), folder);
    Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("管道.txt").toString()).start();
    assumeTrue(mkfifo.waitFor() == 0, "no pipes here");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertEquals("{文件.txt=file, 环=special, 管道.txt=special}", walked().toString()));
  }

  @Test
  void aNameInNoEncodingIsFoundAgain() throws IOException {
    Path odd;
    try {
      odd = Path.of(URI.create(folder.toUri() + "bad%FF%FEname.txt"));
      Files.writeString(odd, "文");
    } catch (InvalidPathException | IOException e) {
      assumeTrue(false, "this file system knows no such names");
      return;
    }
    String name = List.copyOf(walked().keySet()).getFirst();
    assertTrue(Files.isSameFile(odd, NameOnDisk.find(folder, name)), name);
  }

  private TreeMap<String, String> walked() {
    TreeMap<String, String> seen = new TreeMap<>();
    new SourceWalk(folder)
        .walk(
            folder,
            new SourceWalk.Visitor() {
              @Override
              public void file(SourceFile file) {
                seen.put(file.location().path(), "file");
              }

              @Override
              public void special(FileLocation location) {
                seen.put(location.path(), "special");
              }

              @Override
              public void failed(FileLocation location, IOException why) {
                seen.put(location.path(), "failed");
              }
            });
    return seen;
  }
}
