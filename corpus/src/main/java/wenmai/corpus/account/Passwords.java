package wenmai.corpus.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import wenmai.corpus.account.AccountProblem.Reason;

/** Keeps and tells passwords by Argon2id (口令). Safe for many threads. */
final class Passwords {
  /* OWASP's cost for Argon2id: 19 MiB, two passes, one lane; some 30 ms. A hash carries its own
   * cost, so older ones stay good when this is raised. */
  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** As NIST SP 800-63B asks; the upper bound keeps a request from costing more than its hash. */
  private static final int SHORTEST = 8;

  private static final int LONGEST = 256;

  /** Hashes worked out at once: what they cost in memory must not grow with who knocks. */
  private static final int AT_ONCE = 2;

  private final Argon2Function argon2 =
      Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID);
  private final Semaphore room = new Semaphore(AT_ONCE, true);

  /** Checked where there is no account, so that an unknown name takes as long as a wrong word. */
  private final FutureTask<String> nobodys =
      new FutureTask<>(() -> hash("no password is this one"));

  /** Refuses what is too short, too long or the name itself. */
  static void check(String name, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST || password.equalsIgnoreCase(name)) {
      throw new AccountProblem(Reason.WEAK_PASSWORD);
    }
  }

  /** What nobody's password is checked against; half a second in a process that has just begun. */
  String prepare() {
    nobodys.run();
    try {
      return nobodys.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a password was worked out", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  String hash(String password) {
    room.acquireUninterruptibly();
    try {
      return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult();
    } finally {
      room.release();
    }
  }

  boolean fits(String password, String hash) {
    if (password.length() > 2 * LONGEST) {
      return false;
    }
    room.acquireUninterruptibly();
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      room.release();
    }
  }

  /** Takes as long as {@link #fits} and is never true. */
  boolean fitsNobody(String password) {
    String hash = prepare();
    return fits(password, hash) && hash.isEmpty();
  }
}
