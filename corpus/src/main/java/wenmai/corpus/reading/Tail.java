package wenmai.corpus.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The end of a paper (版尾): who signed and when, to whom copies went, and where the body ends.
 *
 * @param organs the signing organs, the first first; empty where a person signed or nobody
 * @param person the line with a person's name over the day
 * @param day the line of the day
 * @param date of the signature
 * @param number the line of the paper's number right over, within or under the signature
 * @param copies 抄送 and the like
 * @param bodyEnd index after the last line of the body
 * @param end index after the last line that is the paper's own, signature and copies among them
 */
record Tail(
    List<Line> organs,
    Optional<Line> person,
    Optional<Line> day,
    Optional<LocalDate> date,
    Optional<Line> number,
    List<Line> copies,
    int bodyEnd,
    int end) {
  Tail {
    organs = List.copyOf(organs);
    copies = List.copyOf(copies);
  }
}
