package wenmai.corpus.version;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The stretch of a note from one date to the next, with what it says.
 *
 * @param start the date's first character in the compact text
 * @param behindDate one past the date
 * @param end one past the last character that belongs to it
 * @param events in their order, at least one in a segment that tells of a step
 * @param decision the title in 《》, or the words 关于修改…的决定 without marks
 * @param bodyEnd where the name of the body ends
 * @param bodyBefore the body where it stands before the date: 某市人大常委会第三次会议于某日通过
 */
record NoteSegment(
    LocalDate date,
    int start,
    int behindDate,
    int bodyEnd,
    int end,
    List<AmendmentEvent> events,
    Optional<String> decision,
    Optional<String> bodyBefore) {

  NoteSegment with(List<AmendmentEvent> others) {
    return new NoteSegment(
        date, start, behindDate, bodyEnd, end, List.copyOf(others), decision, bodyBefore);
  }

  boolean adoptsOnly() {
    return events.equals(List.of(AmendmentEvent.ADOPTED));
  }

  Optional<AmendmentEvent> amendment() {
    return events.stream().filter(AmendmentEvent::amends).findFirst();
  }

  boolean approves() {
    return events.contains(AmendmentEvent.APPROVED);
  }
}
