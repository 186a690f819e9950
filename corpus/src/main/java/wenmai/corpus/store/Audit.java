package wenmai.corpus.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What people did to the archive (审计日志), append-only: each entry's hash covers the entry before it,
 * so that none can be changed or taken out without all later ones giving it away.
 */
public final class Audit {
  private static final String FIRST = "0".repeat(64);

  private final Session session;

  public Audit(Session session) {
    this.session = session;
  }

  /**
   * What is to be written.
   *
   * @param who the account
   * @param act such as correct, publish, withdraw
   * @param subject what it was done to, mostly a document's id
   */
  public record Act(
      String who, String act, String subject, Optional<String> before, Optional<String> after) {}

  /** An act as it was written. */
  public record Entry(long seq, Instant at, Act act, String hash) {}

  /** Writes an entry; call within a transaction. */
  public void append(Act act, Clock clock) {
    Optional<Entry> last = last();
    long seq = last.map(Entry::seq).orElse(0L) + 1;
    Instant at = clock.instant();
    String hash = hash(last.map(Entry::hash).orElse(FIRST), seq, at, act);
    session.update(
        "INSERT INTO audit (seq, at, who, act, subject, before, after, hash)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        seq,
        at,
        act.who(),
        act.act(),
        act.subject(),
        act.before(),
        act.after(),
        hash);
  }

  private static final String COLUMNS = "seq, at, who, act, subject, before, after, hash";

  private Optional<Entry> last() {
    return session.first(
        "SELECT " + COLUMNS + " FROM audit ORDER BY seq DESC LIMIT 1", Audit::read);
  }

  /** The latest entries, newest first. */
  public List<Entry> latest(int count) {
    return session.list(
        "SELECT " + COLUMNS + " FROM audit ORDER BY seq DESC LIMIT ?", Audit::read, count);
  }

  public Optional<Entry> entry(long seq) {
    return session.first("SELECT " + COLUMNS + " FROM audit WHERE seq = ?", Audit::read, seq);
  }

  /** The entries about one subject, oldest first. */
  public List<Entry> about(String subject) {
    return session.list(
        "SELECT " + COLUMNS + " FROM audit WHERE subject = ? ORDER BY seq", Audit::read, subject);
  }

  /** The number of the first entry that does not follow from those before it. */
  public Optional<Long> firstBroken() {
    String before = FIRST;
    long expected = 1;
    for (Entry entry :
        session.list("SELECT " + COLUMNS + " FROM audit ORDER BY seq", Audit::read)) {
      if (entry.seq() != expected
          || !entry.hash().equals(hash(before, entry.seq(), entry.at(), entry.act()))) {
        return Optional.of(expected);
      }
      before = entry.hash();
      expected++;
    }
    return Optional.empty();
  }

  private static Entry read(Row row) {
    return new Entry(
        row.number(1),
        Instant.parse(row.text(2)),
        new Act(row.text(3), row.text(4), row.text(5), row.optional(6), row.optional(7)),
        row.text(8));
  }

  /** Lengths stand before the parts, so that no two entries have the same sequence of bytes. */
  private static String hash(String before, long seq, Instant at, Act act) {
    StringBuilder all = new StringBuilder(before).append(seq).append(at);
    for (String part :
        List.of(
            act.who(),
            act.act(),
            act.subject(),
            act.before().map(v -> "=" + v).orElse("-"),
            act.after().map(v -> "=" + v).orElse("-"))) {
      all.append('\n').append(part.length()).append(':').append(part);
    }
    return HexFormat.of()
        .formatHex(Originals.sha256().digest(all.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
