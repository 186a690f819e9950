package wenmai.corpus.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The archive's files cannot be used: disk full, read-only, damaged, of another version, or held by
 * another process. The message, in English, is for logs; people are told by the reason and its
 * details.
 */
public class StoreProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final List<String> details;

  public StoreProblem(Reason reason, String message, String... details) {
    super(message);
    this.reason = reason;
    this.details = List.of(details);
  }

  public StoreProblem(Reason reason, String message, Throwable cause, String... details) {
    super(message, cause);
    this.reason = reason;
    this.details = List.of(details);
  }

  /**
   * What keeps a file or a folder from being written: a full disk before all else.
   *
   * @param what what was wanted of it, in English, for logs
   */
  public static StoreProblem unwritable(Path where, String what, IOException cause) {
    String message = where + " " + what + ": " + cause.getMessage();
    return FullDisk.causes(cause, where)
        ? new StoreProblem(Reason.NO_ROOM, message, cause)
        : new StoreProblem(
            Reason.NOT_WRITABLE,
            message,
            cause,
            where.toString(),
            String.valueOf(cause.getMessage()));
  }

  public Reason reason() {
    return reason;
  }

  /**
   * What the reason is about, in the order of its message: a file or a folder, a server, a number.
   */
  public List<String> details() {
    return details;
  }

  /** What is wrong, each with a remedy of its own. */
  public enum Reason {
    /** Another process writes the archive. Folder, process, what it does. */
    HELD("held"),
    /** Another process, perhaps of another machine, writes the tables. Server. */
    HELD_ELSEWHERE("held-elsewhere"),
    /** No room left on the disk. */
    NO_ROOM("no-room"),
    /** A file or a folder cannot be written. Which, why. */
    NOT_WRITABLE("not-writable"),
    /** A file cannot be read. Which, why. */
    NOT_READABLE("not-readable"),
    /** Another program took away or changed a file of the archive. Which. */
    DISTURBED("disturbed"),
    /** The tables or what they hold are damaged. */
    DAMAGED("damaged"),
    /** A file changed while it was being taken in. */
    CHANGED("changed"),
    /** Another process keeps the database busy. */
    BUSY("busy"),
    /** Written by an older version, and opened for reading alone. */
    OLDER("older"),
    /** Written by a newer version. */
    NEWER("newer"),
    /** There is no such backup. File. */
    NO_BACKUP("no-backup"),
    /** The file is no whole backup. File. */
    BROKEN_BACKUP("broken-backup"),
    /** The backup is of a newer version. */
    NEWER_BACKUP("newer-backup"),
    /** The database server cannot be reached now. Server. */
    UNREACHABLE("unreachable"),
    /** The server refuses the account. Server. */
    REFUSED("refused"),
    /** The server has no such database. Server. */
    NO_DATABASE("no-database"),
    /** The account lacks a right. What the server says. */
    NO_RIGHT("no-right"),
    /** The server only reads. Server. */
    READS_ONLY("reads-only"),
    /** The server is too old. Its version, the oldest that will do. */
    OLD_SERVER("old-server"),
    /** The database keeps texts in another encoding. Which. */
    ENCODING("encoding"),
    /** The tables cannot be made on the server. What it says. */
    NOT_MADE("not-made"),
    /** The folder's tables are in a file, and a server is set. Folder. */
    IN_FILE("in-file"),
    /** The folder's tables are on a server, and none is set. Folder. */
    ON_SERVER("on-server"),
    /** The folder and the tables at the server are not each other's. Folder, server. */
    FOREIGN("foreign"),
    /** Something else. What is known of it. */
    FAILED("failed");

    private final String key;

    Reason(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }
}
