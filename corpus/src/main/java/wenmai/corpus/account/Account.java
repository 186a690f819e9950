package wenmai.corpus.account;

import java.time.LocalDate;
import java.util.Optional;
import wenmai.corpus.Reader;
import wenmai.corpus.Reader.Role;

/**
 * Somebody who may sign in (账号).
 *
 * @param role READER, STAFF or ADMIN
 */
public record Account(String name, Role role, LocalDate since) {

  public Reader reader() {
    return new Reader(role, Optional.of(name));
  }

  /** The role as it is typed, stored and labelled: reader, staff or admin. */
  public String roleKey() {
    return AccountTable.key(role);
  }
}
