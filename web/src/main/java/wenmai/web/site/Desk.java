package wenmai.web.site;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import wenmai.corpus.ReadingRoom;

/**
 * Opens the reading room for whoever asks (借阅台). Every handler gets its reading room here and from
 * nowhere else.
 */
public final class Desk {
  private final ReadingRooms rooms;
  private final Clock clock;
  private final Optional<LocalDate> fixedDay;

  /**
   * @param clock in the time zone of the archive, Asia/Shanghai
   * @param fixedDay a day to answer for instead of today
   */
  public Desk(ReadingRooms rooms, Clock clock, Optional<LocalDate> fixedDay) {
    this.rooms = rooms;
    this.clock = clock;
    this.fixedDay = fixedDay;
  }

  public ReadingRoom roomFor(Context context) {
    return rooms.openFor(Visitor.of(context).reader(), today());
  }

  public LocalDate today() {
    return fixedDay.orElseGet(() -> LocalDate.now(clock));
  }
}
