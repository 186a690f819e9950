package wenmai.corpus.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.Status;
import wenmai.corpus.upkeep.Timeline.Change;

/** A few days say how a document stands on every day. */
class TimelineTest {
  private static final Timeline LIFE =
      new Timeline(
          Status.NOT_YET_IN_FORCE,
          List.of(
              new Change(LocalDate.parse("2018-01-01"), Status.IN_FORCE),
              new Change(LocalDate.parse("2021-06-01"), Status.AMENDED)));

  @Test
  void theDayOfAChangeIsItsFirst() {
    assertEquals(Status.NOT_YET_IN_FORCE, LIFE.on(LocalDate.parse("2017-12-31")));
    assertEquals(Status.IN_FORCE, LIFE.on(LocalDate.parse("2018-01-01")));
    assertEquals(Status.IN_FORCE, LIFE.on(LocalDate.parse("2021-05-31")));
    assertEquals(Status.AMENDED, LIFE.on(LocalDate.parse("2099-01-01")));
  }

  @Test
  void itComesBackFromWhatIsPrinted() {
    assertEquals("not-yet-in-force;2018-01-01=in-force;2021-06-01=amended", LIFE.toString());
    assertEquals(LIFE, Timeline.parse(LIFE.toString()));
    Timeline still = new Timeline(Status.UNKNOWN, List.of());
    assertEquals(still, Timeline.parse(still.toString()));
    assertEquals(Status.UNKNOWN, still.on(LocalDate.MAX));
  }
}
