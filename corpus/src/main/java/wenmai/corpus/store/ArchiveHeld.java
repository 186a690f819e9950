package wenmai.corpus.store;

import java.nio.file.Path;
import java.util.Optional;

/** Another process is the archive's writer. */
public final class ArchiveHeld extends StoreProblem {
  private static final long serialVersionUID = 1L;

  private final transient Optional<ArchiveLock.Holder> holder;

  ArchiveHeld(Path folder, Optional<ArchiveLock.Holder> holder) {
    super(
        Reason.HELD,
        holder
            .map(h ->
                folder
                    + " is being written by process "
                    + h.pid()
                    + " ("
                    + h.what()
                    + "); wait for it to end, or stop it")
            .orElse(folder + " is being written by another process; wait for it to end"),
        folder.toString(),
        holder.map(h -> String.valueOf(h.pid())).orElse("?"),
        holder.map(ArchiveLock.Holder::what).orElse("?"));
    this.holder = holder;
  }

  ArchiveHeld(DatabaseServer server) {
    super(
        Reason.HELD_ELSEWHERE,
        "the archive's tables are being written by another process, maybe of another machine; wait"
            + " for it to end, or stop it: "
            + server,
        server.toString());
    this.holder = Optional.empty();
  }

  public Optional<ArchiveLock.Holder> holder() {
    return holder;
  }
}
