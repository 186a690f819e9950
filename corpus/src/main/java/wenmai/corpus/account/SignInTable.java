package wenmai.corpus.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.store.Session;

/** Who is signed in, at one session's moment (登录表). Tokens are kept as their hash. */
final class SignInTable {
  /** Unused for so long, a device is signed out: half a day outlasts a working day. */
  private static final Duration LONGEST_REST = Duration.ofHours(12);

  /** However much it is used. */
  private static final Duration LONGEST = Duration.ofDays(7);

  /** {@code seen} is written at most so often: a page should cost no write. */
  private static final Duration COARSE = Duration.ofMinutes(5);

  private static final int MOST_A_NAME = 50;
  private static final int LONGEST_DEVICE = 200;

  private final Session session;

  SignInTable(Session session) {
    this.session = session;
  }

  /** A device with the account it is signed in to. */
  record Holder(String name, Instant since, Instant seen) {
    boolean isOver(Instant now) {
      return now.isAfter(since.plus(LONGEST)) || now.isAfter(seen.plus(LONGEST_REST));
    }

    boolean isToBeNoted(Instant now) {
      return now.isAfter(seen.plus(COARSE));
    }
  }

  void add(String token, String name, String device, Instant now) {
    session.update(
        "INSERT INTO sign_in (token, name, since, seen, device) VALUES (?, ?, ?, ?, ?)",
        hash(token),
        name,
        now,
        now,
        device.substring(0, Math.min(device.length(), LONGEST_DEVICE)));
    session.update(
        "DELETE FROM sign_in WHERE name = ? AND number NOT IN"
            + " (SELECT number FROM sign_in WHERE name = ? ORDER BY number DESC LIMIT ?)",
        name,
        name,
        MOST_A_NAME);
  }

  Optional<Holder> holder(String token) {
    return session.first(
        "SELECT name, since, seen FROM sign_in WHERE token = ?",
        row -> new Holder(row.text(1), Instant.parse(row.text(2)), Instant.parse(row.text(3))),
        hash(token));
  }

  void note(String token, Instant now) {
    session.update("UPDATE sign_in SET seen = ? WHERE token = ?", now, hash(token));
  }

  /** Those of one account that are not over, newest first. */
  List<SignIn> of(String name, Instant now) {
    return session
        .list(
            "SELECT number, since, seen, device FROM sign_in WHERE name = ? ORDER BY number DESC",
            row ->
                new SignIn(
                    row.number(1),
                    Instant.parse(row.text(2)),
                    Instant.parse(row.text(3)),
                    row.text(4)),
            name)
        .stream()
        .filter(s -> !new Holder(name, s.since(), s.seen()).isOver(now))
        .toList();
  }

  void end(String token) {
    session.update("DELETE FROM sign_in WHERE token = ?", hash(token));
  }

  void end(String name, long number) {
    session.update("DELETE FROM sign_in WHERE name = ? AND number = ?", name, number);
  }

  int endAll(String name) {
    return session.update("DELETE FROM sign_in WHERE name = ?", name);
  }

  /** A token has 256 random bits, so a plain hash of it cannot be turned round. */
  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
