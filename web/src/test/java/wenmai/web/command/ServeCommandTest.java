package wenmai.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import wenmai.corpus.ArchiveSettings;

/** A new day is got ready before it begins. */
class ServeCommandTest {
  private static Duration untilEve(String time) {
    return ServeCommand.untilEve(
        ZonedDateTime.parse("2026-11-28T" + time + "+08:00[" + ArchiveSettings.ZONE + "]"));
  }

  @Test
  void theNextDayIsMadeFiveMinutesBeforeItBegins() {
    assertEquals(Duration.ofMinutes(55), untilEve("23:00:00"));
    assertEquals(Duration.ofSeconds(1), untilEve("23:54:59"));
    assertEquals(Duration.ofDays(1), untilEve("23:55:00"));
    assertEquals(Duration.ofHours(23).plusMinutes(55), untilEve("00:00:00"));
  }
}
