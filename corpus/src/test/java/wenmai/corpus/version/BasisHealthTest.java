package wenmai.corpus.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Status;
import wenmai.corpus.record.HistoryJson;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;
import wenmai.corpus.version.BasisHealth.Turn;

/** What happened to a work between the day a text was made and today. */
class BasisHealthTest {
  private static final LocalDate MADE = LocalDate.parse("2018-04-02");
  private static final LocalDate TODAY = LocalDate.parse("2024-01-01");
  private static final DocumentQuote WORDS =
      new DocumentQuote(
          new DocumentId("0123456789abcdef0123"), new Quote(new CodePointSpan(3, 7), "废止旧法"));

  private static VersionStep step(String day, AmendmentEvent event) {
    return new VersionStep(
        Optional.of(LocalDate.parse(day)),
        event,
        Optional.of("某市人大常委会"),
        Optional.empty(),
        Optional.of(WORDS));
  }

  private static List<VersionStep> since(List<VersionStep> steps, List<Turn> turns) {
    return BasisHealth.since(steps, turns, MADE, TODAY);
  }

  @Test
  void onlyWhatCameAfterTheTextAndBeforeTodayCounts() {
    VersionStep counted = step("2021-06-01", AmendmentEvent.REVISED);
    assertEquals(
        List.of(counted),
        since(
            List.of(
                step("2015-03-10", AmendmentEvent.ADOPTED),
                step("2018-04-02", AmendmentEvent.CORRECTED),
                counted,
                step("2021-08-01", AmendmentEvent.EFFECTIVE),
                step("2025-01-01", AmendmentEvent.CORRECTED)),
            List.of()));
  }

  @Test
  void aRepealThatNoNoteTellsOfIsSeenFromTheStatus() {
    Turn repealed = new Turn(LocalDate.parse("2022-01-01"), Status.REPEALED, Optional.of(WORDS));
    VersionStep told = since(List.of(), List.of(repealed)).getFirst();
    assertEquals(AmendmentEvent.REPEALED, told.event());
    assertEquals(Optional.of(WORDS), told.evidence());
    assertEquals(
        1, since(List.of(step("2022-01-01", AmendmentEvent.REPEALED)), List.of(repealed)).size());
  }

  @Test
  void anAmendmentIsNotToldTwice() {
    Turn amended = new Turn(LocalDate.parse("2021-08-01"), Status.AMENDED, Optional.empty());
    assertEquals(
        1, since(List.of(step("2021-06-01", AmendmentEvent.CORRECTED)), List.of(amended)).size());
    assertEquals(1, since(List.of(), List.of(amended)).size());
    assertEquals(
        List.of(), since(List.of(), List.of(new Turn(TODAY, Status.IN_FORCE, Optional.empty()))));
  }

  @Test
  void whatGoesOnWorkingIsAskedAfterAndAReportIsNot() {
    assertTrue(BasisHealth.matters(Kind.DECISION));
    assertTrue(BasisHealth.matters(Kind.REVIEW_OPINION));
    assertFalse(BasisHealth.matters(Kind.REPORT));
  }

  @Test
  void aHistoryComesBackFromItsJson() {
    HistoryJson.History history =
        new HistoryJson.History(
            List.of(
                step("2021-06-01", AmendmentEvent.REVISED),
                new VersionStep(
                    Optional.empty(),
                    AmendmentEvent.ADOPTED,
                    Optional.empty(),
                    Optional.of(WORDS.document()),
                    Optional.empty())),
            List.of(new HistoryJson.Reason(TODAY, WORDS)));
    assertEquals(history, HistoryJson.read(HistoryJson.bytes(history)));
  }
}
