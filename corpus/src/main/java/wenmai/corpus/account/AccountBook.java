package wenmai.corpus.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.account.AccountProblem.Reason;
import wenmai.corpus.store.Audit;
import wenmai.corpus.store.Database;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Premises;
import wenmai.corpus.store.Session;

/**
 * The accounts of an archive and who is signed in (账号簿). It writes beside the archive's one writer,
 * in short transactions of its own; every change to an account goes into the audit with it. Safe
 * for many threads and processes.
 */
public final class AccountBook implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

  /** Whom the audit calls so is at the command line, so nobody else may. */
  private static final String OWNER = "owner";

  /** Where the passwords of this archive's own accounts are kept. */
  private static final String LOCAL = "local";

  private static final int TOKEN_BYTES = 32;

  private final Database database;
  private final Clock clock;
  private final Lockout lockout;
  private final Passwords passwords = new Passwords();
  private final SecureRandom random = new SecureRandom();
  private final Optional<OutsideBook> outside;

  private AccountBook(Database database, Clock clock, Optional<OutsideBook> outside) {
    this.database = database;
    this.clock = clock;
    this.outside = outside;
    this.lockout = new Lockout(clock);
  }

  /** Opens the accounts of the archive there, making an empty archive where none is. */
  public static AccountBook open(Premises premises, Clock clock) {
    return open(premises, clock, Optional.empty());
  }

  /**
   * The same for names that are kept elsewhere as well.
   *
   * @param outside asked for names that have no account here
   */
  public static AccountBook open(Premises premises, Clock clock, Optional<OutsideBook> outside) {
    if (!Depot.isUpToDate(premises)) {
      Depot.openForWriting(premises, "accounts", clock).close();
    }
    return new AccountBook(Database.openForReading(premises), clock, outside);
  }

  /** Works out what the first who signs in would else wait for. */
  public void prepare() {
    var unused = passwords.prepare();
  }

  /** The role typed so. */
  public static Role role(String key) {
    return AccountTable.role(key).orElseThrow(() -> new AccountProblem(Reason.BAD_ROLE));
  }

  public List<Account> accounts() {
    return database.read(session -> new AccountTable(session).all());
  }

  /**
   * Adds an account.
   *
   * @param by who does it
   * @throws AccountProblem if the name is taken or no name, or the password is too weak
   */
  public Account add(String name, Role role, String password, String by) {
    if (!NAME.matcher(name).matches() || name.equals(OWNER)) {
      throw new AccountProblem(Reason.BAD_NAME);
    }
    if (role == Role.PUBLIC) {
      throw new AccountProblem(Reason.BAD_ROLE);
    }
    Passwords.check(name, password);
    Account account = new Account(name, role, LocalDate.now(clock));
    String hash = passwords.hash(password);
    return write(session -> {
      AccountTable table = new AccountTable(session);
      if (table.find(name).isPresent()) {
        throw new AccountProblem(Reason.TAKEN);
      }
      table.add(account, hash);
      audit(session, by, "user-add", name, Optional.empty(), Optional.of(AccountTable.key(role)));
      return account;
    });
  }

  /**
   * Takes an account out and signs it out everywhere.
   *
   * @throws AccountProblem if there is none of that name, or it is the own one
   */
  public void remove(String name, String by) {
    if (name.equals(by)) {
      throw new AccountProblem(Reason.OWN);
    }
    var unused =
        write(session -> {
          AccountTable table = new AccountTable(session);
          Account account = table.find(name).orElseThrow(() -> new AccountProblem(Reason.ABSENT));
          table.remove(name);
          String role = AccountTable.key(account.role());
          audit(session, by, "user-remove", name, Optional.of(role), Optional.empty());
          return new SignInTable(session).endAll(name);
        });
  }

  /**
   * Sets another password and signs every device out.
   *
   * @throws AccountProblem if the old one is wrong or the new one too weak
   */
  public void changePassword(String name, String old, String password) {
    Passwords.check(name, password);
    if (lockout.waitFor(name).isPresent() || !isPassword(name, old)) {
      throw new AccountProblem(Reason.WRONG_PASSWORD);
    }
    String hash = passwords.hash(password);
    var unused =
        write(session -> {
          new AccountTable(session).setPassword(name, hash);
          audit(session, name, "user-password", name, Optional.empty(), Optional.empty());
          return new SignInTable(session).endAll(name);
        });
  }

  /**
   * Signs in.
   *
   * @param device what the browser calls itself
   */
  public Attempt signIn(String name, String password, String device) {
    Optional<Duration> wait = lockout.waitFor(name);
    if (wait.isPresent()) {
      return new Attempt.Locked(wait.get());
    }
    if (outside.isPresent() && !isLocal(name)) {
      return signInWith(outside.get(), name, password, device);
    }
    if (!isPassword(name, password)) {
      return new Attempt.Refused();
    }
    String token = newToken();
    Optional<Account> account =
        write(session -> {
          Optional<Account> found = new AccountTable(session).find(name);
          found.ifPresent(
              there -> new SignInTable(session).add(token, name, device, clock.instant()));
          return found;
        });
    return account.isPresent() ? new Attempt.Granted(account.get(), token) : new Attempt.Refused();
  }

  /** Whether the account's password is kept here; not where there is no such account. */
  public boolean isLocal(String name) {
    return database
        .read(session -> new AccountTable(session).source(name))
        .filter(LOCAL::equals)
        .isPresent();
  }

  private Attempt signInWith(OutsideBook book, String name, String password, String device) {
    // Elsewhere one name may be written in several ways; guessing is slowed for all of them.
    String tried = name.toLowerCase(Locale.ROOT);
    Optional<Duration> wait = lockout.waitFor(tried);
    if (wait.isPresent()) {
      return new Attempt.Locked(wait.get());
    }
    lockout.tried(tried);
    if (!NAME.matcher(name).matches() || password.isEmpty()) {
      return new Attempt.Refused();
    }
    return switch (book.ask(name, password)) {
      case OutsideBook.Answer.Known known -> {
        lockout.succeeded(tried);
        yield admit(book.source(), known.name(), known.role(), device);
      }
      case OutsideBook.Answer.Unknown unknown -> new Attempt.Refused();
      case OutsideBook.Answer.NotEntitled none -> new Attempt.NotEntitled();
      case OutsideBook.Answer.Unreachable silent -> new Attempt.Unreachable();
    };
  }

  /**
   * Signs somebody in whom another book of names has vouched for. Their account is made at the
   * first time, and their role is what was said last; an account of this archive's own, or of
   * another book's, is never taken over.
   *
   * @param source who vouches
   */
  public Attempt admit(String source, String name, Role role, String device) {
    if (!NAME.matcher(name).matches() || name.equals(OWNER) || role == Role.PUBLIC) {
      return new Attempt.NotEntitled();
    }
    String token = newToken();
    return write(session -> {
      AccountTable table = new AccountTable(session);
      if (table.source(name).filter(known -> !known.equals(source)).isPresent()) {
        return new Attempt.NotEntitled();
      }
      Account account = vouched(session, source, new Account(name, role, LocalDate.now(clock)));
      new SignInTable(session).add(token, name, device, clock.instant());
      return new Attempt.Granted(account, token);
    });
  }

  private Account vouched(Session session, String source, Account now) {
    AccountTable table = new AccountTable(session);
    Optional<Account> before = table.find(now.name());
    Optional<String> role = Optional.of(now.roleKey());
    if (before.isEmpty()) {
      table.addFrom(source, now);
      audit(session, source, "user-add", now.name(), Optional.empty(), role);
      return now;
    }
    if (before.get().role() != now.role()) {
      table.setRole(now.name(), now.role());
      audit(session, source, "user-role", now.name(), before.map(Account::roleKey), role);
    }
    return new Account(now.name(), now.role(), before.get().since());
  }

  private String newToken() {
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  private boolean isPassword(String name, String password) {
    lockout.tried(name);
    Optional<String> hash = database.read(session -> new AccountTable(session).password(name));
    boolean right =
        hash.isPresent() ? passwords.fits(password, hash.get()) : passwords.fitsNobody(password);
    if (right) {
      lockout.succeeded(name);
    }
    return right;
  }

  /** Whose token this is; empty where it is nobody's or has run out. */
  public Optional<Account> holderOf(String token) {
    Instant now = clock.instant();
    Optional<SignInTable.Holder> holder =
        database
            .read(session -> new SignInTable(session).holder(token))
            .filter(found -> !found.isOver(now));
    if (holder.filter(found -> found.isToBeNoted(now)).isPresent()) {
      var unused =
          write(session -> {
            new SignInTable(session).note(token, now);
            return session;
          });
    }
    return holder.flatMap(
        found -> database.read(session -> new AccountTable(session).find(found.name())));
  }

  /** The devices that are signed in to an account, newest first. */
  public List<SignIn> signIns(String name) {
    return database.read(session -> new SignInTable(session).of(name, clock.instant()));
  }

  public void signOut(String token) {
    var unused =
        write(session -> {
          new SignInTable(session).end(token);
          return session;
        });
  }

  /** Signs out one device of this account, by its number. */
  public void signOut(String name, long number) {
    var unused =
        write(session -> {
          new SignInTable(session).end(name, number);
          return session;
        });
  }

  /** Signs this account out on every device. */
  public void signOutEverywhere(String name) {
    var unused = write(session -> new SignInTable(session).endAll(name));
  }

  private void audit(
      Session session,
      String by,
      String act,
      String name,
      Optional<String> before,
      Optional<String> after) {
    new Audit(session).append(new Audit.Act(by, act, "user:" + name, before, after), clock);
  }

  private <T> T write(Function<Session, T> work) {
    try (Session session = database.connect()) {
      return session.inTransaction(() -> work.apply(session));
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
