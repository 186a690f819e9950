package wenmai.corpus.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.StoreProblem;

/** The accounts of one session's moment (账号表). */
final class AccountTable {
  private final Session session;

  AccountTable(Session session) {
    this.session = session;
  }

  List<Account> all() {
    return session.list("SELECT name, role, since FROM account ORDER BY name", AccountTable::read);
  }

  Optional<Account> find(String name) {
    return session.first(
        "SELECT name, role, since FROM account WHERE name = ?", AccountTable::read, name);
  }

  Optional<String> password(String name) {
    return session.first(
        "SELECT password FROM account WHERE name = ? AND source = 'local'",
        row -> row.text(1),
        name);
  }

  /** Where its password is kept. */
  Optional<String> source(String name) {
    return session.first("SELECT source FROM account WHERE name = ?", row -> row.text(1), name);
  }

  /** An account whose password is kept elsewhere. */
  void addFrom(String source, Account account) {
    session.update(
        "INSERT INTO account (name, role, password, since, source) VALUES (?, ?, '', ?, ?)",
        account.name(),
        key(account.role()),
        account.since(),
        source);
  }

  void setRole(String name, Role role) {
    session.update("UPDATE account SET role = ? WHERE name = ?", key(role), name);
  }

  void add(Account account, String passwordHash) {
    session.update(
        "INSERT INTO account (name, role, password, since) VALUES (?, ?, ?, ?)",
        account.name(),
        key(account.role()),
        passwordHash,
        account.since());
  }

  void setPassword(String name, String passwordHash) {
    session.update("UPDATE account SET password = ? WHERE name = ?", passwordHash, name);
  }

  void remove(String name) {
    session.update("DELETE FROM account WHERE name = ?", name);
  }

  private static Account read(Row row) {
    return new Account(
        row.text(1),
        role(row.text(2))
            .orElseThrow(
                () -> new StoreProblem(StoreProblem.Reason.DAMAGED, "an account of no role")),
        LocalDate.parse(row.text(3)));
  }

  /** The role as it is typed and stored. */
  static String key(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** The role typed so; the public's is none that an account can have. */
  static Optional<Role> role(String key) {
    return switch (key) {
      case "reader" -> Optional.of(Role.READER);
      case "staff" -> Optional.of(Role.STAFF);
      case "admin" -> Optional.of(Role.ADMIN);
      default -> Optional.empty();
    };
  }
}
