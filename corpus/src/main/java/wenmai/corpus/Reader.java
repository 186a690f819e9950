package wenmai.corpus;

import java.util.Optional;

/**
 * Who is asking. What a reader may not see does not exist for that reader.
 *
 * @param name the account, for the audit; empty for the public
 */
public record Reader(Role role, Optional<String> name) {

  /** What one may do; each may also do what stands before it. */
  public enum Role {
    /** No login: public papers. */
    PUBLIC,
    /** Sees internal papers. */
    READER,
    /** Edits. */
    STAFF,
    /** Manages accounts and the archive; the command line acts as this one. */
    ADMIN
  }

  /**
   * Which papers a reader's answers are made from. One index, one set of links and one ledger each.
   */
  public enum Audience {
    PUBLIC,
    INTERNAL
  }

  public static Reader anonymous() {
    return new Reader(Role.PUBLIC, Optional.empty());
  }

  /** The owner at the command line. */
  public static Reader owner() {
    return new Reader(Role.ADMIN, Optional.of("owner"));
  }

  public Audience audience() {
    return role == Role.PUBLIC ? Audience.PUBLIC : Audience.INTERNAL;
  }

  public boolean mayEdit() {
    return role == Role.STAFF || role == Role.ADMIN;
  }
}
