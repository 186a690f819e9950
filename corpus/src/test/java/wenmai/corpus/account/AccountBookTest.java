package wenmai.corpus.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.TestArchive;
import wenmai.corpus.account.AccountProblem.Reason;
import wenmai.corpus.store.Audit;
import wenmai.corpus.store.Depot;

/** Who gets in, for how long, and what is kept of it. */
class AccountBookTest {
  private static final String PASSWORD = "汀浦区的河水很清澈";

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private AccountBook book;

  /** A clock that goes on when it is told to. */
  private static final class SettableClock extends Clock {
    private Instant now = Instant.parse("2026-06-01T08:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void open() {
    book = AccountBook.open(TestArchive.premises(folder), clock);
    book.add("林知夏", Role.STAFF, PASSWORD, "owner");
  }

  @AfterEach
  void close() {
    book.close();
  }

  private String signIn() {
    return assertInstanceOf(Attempt.Granted.class, book.signIn("林知夏", PASSWORD, "test")).token();
  }

  private static void refused(Reason reason, Runnable act) {
    assertEquals(reason, assertThrows(AccountProblem.class, act::run).reason());
  }

  @Test
  void theRightPasswordGetsInAndTheTokenSaysWho() {
    String token = signIn();
    assertEquals("林知夏", book.holderOf(token).orElseThrow().name());
    assertEquals(Optional.empty(), book.holderOf(token.substring(1)));
    assertEquals(Optional.empty(), book.holderOf(""));
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreToldApartByNothing() {
    assertInstanceOf(Attempt.Refused.class, book.signIn("林知夏", "wrong password", ""));
    assertInstanceOf(Attempt.Refused.class, book.signIn("nobody", "wrong password", ""));
  }

  @ParameterizedTest
  @CsvSource({"林知夏", "nobody"})
  void guessingIsSlowedDownForEveryNameAlike(String name) {
    for (int i = 0; i < 6; i++) {
      assertInstanceOf(Attempt.Refused.class, book.signIn(name, "guess " + i, ""));
    }
    Attempt.Locked first = assertInstanceOf(Attempt.Locked.class, book.signIn(name, PASSWORD, ""));
    clock.pass(first.after());
    assertInstanceOf(Attempt.Refused.class, book.signIn(name, "guess again", ""));
    Attempt.Locked next = assertInstanceOf(Attempt.Locked.class, book.signIn(name, PASSWORD, ""));
    assertTrue(next.after().compareTo(first.after()) > 0, first + " then " + next);
  }

  @Test
  void afterTheWaitTheRightPasswordGetsInAndTheCountBeginsAgain() {
    for (int i = 0; i < 6; i++) {
      book.signIn("林知夏", "guess " + i, "");
    }
    clock.pass(Duration.ofSeconds(3));
    signIn();
    assertInstanceOf(Attempt.Refused.class, book.signIn("林知夏", "one more", ""));
    signIn();
  }

  @Test
  void aClockSetBackLocksNobodyOutForLongerThanTheRuleSays() {
    for (int i = 0; i < 7; i++) {
      book.signIn("林知夏", "guess " + i, "");
      clock.pass(Duration.ofSeconds(2));
    }
    book.signIn("林知夏", "guess", "");
    clock.pass(Duration.ofDays(-400));
    Attempt.Locked locked =
        assertInstanceOf(Attempt.Locked.class, book.signIn("林知夏", PASSWORD, ""));
    assertTrue(locked.after().compareTo(Duration.ofMinutes(15)) <= 0, locked.toString());
  }

  @Test
  void aDeviceThatRestsOrIsSignedInForLongIsSignedOut() {
    String resting = signIn();
    clock.pass(Duration.ofHours(13));
    assertEquals(Optional.empty(), book.holderOf(resting));
    String busy = signIn();
    for (int hours = 0; hours < 7 * 24; hours += 8) {
      assertTrue(book.holderOf(busy).isPresent(), "after " + hours + " hours");
      clock.pass(Duration.ofHours(8));
    }
    clock.pass(Duration.ofHours(1));
    assertEquals(Optional.empty(), book.holderOf(busy));
  }

  @Test
  void signingOutEndsThisDeviceAloneAndEverywhereEndsAll() {
    String one = signIn();
    String other = signIn();
    String third = signIn();
    book.signOut(one);
    assertEquals(Optional.empty(), book.holderOf(one));
    book.signOut("林知夏", book.signIns("林知夏").getFirst().number());
    assertEquals(Optional.empty(), book.holderOf(third));
    assertTrue(book.holderOf(other).isPresent());
    book.signOutEverywhere("林知夏");
    assertEquals(Optional.empty(), book.holderOf(other));
  }

  @Test
  void nobodyEndsTheDeviceOfSomebodyElse() {
    book.add("other", Role.READER, PASSWORD, "owner");
    String token = signIn();
    book.signOut("other", book.signIns("林知夏").getFirst().number());
    assertTrue(book.holderOf(token).isPresent());
  }

  @Test
  void anotherPasswordNeedsTheOldOneAndEndsAllDevices() {
    String token = signIn();
    refused(Reason.WRONG_PASSWORD, () -> book.changePassword("林知夏", "not it, no", "new password"));
    assertTrue(book.holderOf(token).isPresent());
    book.changePassword("林知夏", PASSWORD, "new password");
    assertEquals(Optional.empty(), book.holderOf(token));
    assertInstanceOf(Attempt.Refused.class, book.signIn("林知夏", PASSWORD, ""));
    assertInstanceOf(Attempt.Granted.class, book.signIn("林知夏", "new password", ""));
  }

  @Test
  void aRemovedAccountIsSignedOutAndCannotGetIn() {
    String token = signIn();
    book.remove("林知夏", "owner");
    assertEquals(Optional.empty(), book.holderOf(token));
    assertInstanceOf(Attempt.Refused.class, book.signIn("林知夏", PASSWORD, ""));
    refused(Reason.ABSENT, () -> book.remove("林知夏", "owner"));
    assertEquals(List.of(), book.accounts());
  }

  @ParameterizedTest
  @CsvSource({
    "owner, long enough, BAD_NAME",
    "a b, long enough, BAD_NAME",
    "'', long enough, BAD_NAME",
    "<b>, long enough, BAD_NAME",
    "a, short, WEAK_PASSWORD",
    "longenough, LONGENOUGH, WEAK_PASSWORD",
    "林知夏, long enough, TAKEN",
  })
  void whatMakesNoAccountIsRefused(String name, String password, Reason reason) {
    refused(reason, () -> book.add(name, Role.STAFF, password, "owner"));
    assertEquals(1, book.accounts().size());
  }

  @Test
  void neitherPasswordNorTokenStandsInAnyFile() throws Exception {
    String token = signIn();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (String secret : List.of(PASSWORD, token)) {
        String written =
            new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(written), file + " holds a secret");
      }
    }
  }

  @Test
  void accountsAreWrittenBesideTheArchivesWriterAndIntoItsAudit() {
    try (Depot writer = Depot.openForWriting(TestArchive.premises(folder), "serve", clock)) {
      book.add("审计员", Role.READER, PASSWORD, "owner");
      book.remove("审计员", "林知夏");
      List<String> told = new ArrayList<>();
      writer
          .read(session -> new Audit(session).about("user:审计员"))
          .forEach(entry -> told.add(entry.act().who() + " " + entry.act().act()));
      assertEquals(List.of("owner user-add", "林知夏 user-remove"), told);
      assertEquals(Optional.empty(), writer.read(session -> new Audit(session).firstBroken()));
    }
  }
}
