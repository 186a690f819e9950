package wenmai.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.source.Checksum;
import wenmai.indexer.source.GivenPath;
import wenmai.indexer.source.NameOnDisk;
import wenmai.indexer.source.SourceFile;
import wenmai.indexer.source.SourceWalk;

/**
 * Withdraws what is gone from under a path (撤下), unless so much is gone that it must be a mistake.
 */
final class Removals {
  private final Accessions register;

  Removals(Accessions register) {
    this.register = register;
  }

  /** Whether the file, or the container it came out of, still stands where it was. */
  static boolean stillThere(FileLocation location) {
    int member = location.path().indexOf("!/");
    String file = member < 0 ? location.path() : location.path().substring(0, member);
    return Files.exists(NameOnDisk.find(Path.of(location.root()), file));
  }

  /** Why a run must not go on: more than half of what was registered under this path is gone. */
  Optional<Extraction.Rejected> refuse(GivenPath given) {
    long[] registered = {0};
    long[] gone = {0};
    eachFile(
        given,
        file -> {
          registered[0]++;
          gone[0] += stillThere(file.location()) ? 0 : 1;
        });
    return isTooMany(gone[0], registered[0])
        ? tooMany(gone[0] - moved(given), registered[0])
        : Optional.empty();
  }

  private static boolean isTooMany(long gone, long registered) {
    return gone * 2 > registered;
  }

  private static Optional<Extraction.Rejected> tooMany(long gone, long registered) {
    return isTooMany(gone, registered)
        ? Optional.of(
            new Extraction.Rejected(RejectionCode.REMOVALS_REFUSED, gone + "/" + registered))
        : Optional.empty();
  }

  /** How many of the files that are gone stand under the same path by another name. */
  private long moved(GivenPath given) {
    Set<Long> sizes = new HashSet<>();
    Set<String> contents = new HashSet<>();
    eachFile(
        given,
        file -> {
          if (!stillThere(file.location())) {
            sizes.add(file.bytes());
            contents.add(file.sha256());
          }
        });
    long[] moved = {0};
    given.walk(
        new SourceWalk.Visitor() {
          @Override
          public void file(SourceFile file) {
            if (sizes.contains(file.bytes()) && register.registered(file.location()).isEmpty()) {
              moved[0] += contents.remove(checksum(file)) ? 1 : 0;
            }
          }

          @Override
          public void special(FileLocation location) {
            // The run itself will say so.
          }

          @Override
          public void failed(FileLocation location, IOException why) {
            // The run itself will say so.
          }
        });
    return moved[0];
  }

  private static String checksum(SourceFile file) {
    try {
      return Checksum.of(file.file());
    } catch (IOException e) {
      return "";
    }
  }

  /** Withdraws what is gone from under this path and says how many documents that were. */
  long withdrawGone(GivenPath given) {
    List<FileLocation> gone = new ArrayList<>();
    long[] documents = {0};
    each(
        given,
        file -> {
          if (!stillThere(file.location())) {
            gone.add(file.location());
            documents[0] += file.documents().size();
          }
        });
    gone.forEach(register::withdraw);
    return documents[0];
  }

  /** Why a container that has lost these members must not be taken in its new form. */
  Optional<Extraction.Rejected> refuseLost(FileLocation container, Nesting seen) {
    long[] registered = {0};
    register.registeredUnder(
        container.root(),
        container.path() + "!/",
        member -> registered[0] += isUnread(member) ? 0 : 1);
    long lost = lost(container, seen).stream().filter(member -> !isUnread(member)).count();
    return tooMany(lost, registered[0]);
  }

  /** Nothing is lost with what never gave a paper. */
  private static boolean isUnread(RegisteredFile member) {
    return member.sha256().isEmpty() && member.documents().isEmpty();
  }

  /** Withdraws the members of a container that were not seen in it any more. */
  long withdrawLost(FileLocation container, Nesting seen) {
    List<RegisteredFile> lost = lost(container, seen);
    lost.forEach(member -> register.withdraw(member.location()));
    return lost.stream().mapToLong(member -> member.documents().size()).sum();
  }

  private List<RegisteredFile> lost(FileLocation container, Nesting seen) {
    List<RegisteredFile> lost = new ArrayList<>();
    register.registeredUnder(
        container.root(),
        container.path() + "!/",
        member -> {
          if (!isSeen(member.location(), container, seen)) {
            lost.add(member);
          }
        });
    return lost;
  }

  /** What is in a member that was seen is that member's own affair. */
  private static boolean isSeen(FileLocation member, FileLocation container, Nesting seen) {
    String path = member.path();
    int inner = path.indexOf("!/", container.path().length() + 2);
    while (inner >= 0) {
      if (seen.holds(new FileLocation(member.root(), path.substring(0, inner)))) {
        return true;
      }
      inner = path.indexOf("!/", inner + 2);
    }
    return seen.holds(member);
  }

  /** Every registered file under a path, members of containers apart. */
  private void eachFile(GivenPath given, Consumer<RegisteredFile> consumer) {
    each(
        given,
        file -> {
          if (!file.location().path().contains("!/")) {
            consumer.accept(file);
          }
        });
  }

  private void each(GivenPath given, Consumer<RegisteredFile> consumer) {
    register.registeredUnder(
        given.root().toString(),
        given.prefix(),
        file -> {
          if (given.holds(file.location())) {
            consumer.accept(file);
          }
        });
  }
}
