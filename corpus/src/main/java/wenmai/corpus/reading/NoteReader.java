package wenmai.corpus.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.reading.AmendmentNote.Event;
import wenmai.corpus.text.Span;

/**
 * Reads the notes under a title (题注): （2010年…通过　根据2018年…《关于修改…的决定》第一次修正）. Each day outside a cited
 * title begins an entry; what is said up to the next day tells who did what.
 */
final class NoteReader {
  private static final Pattern AMENDED = Pattern.compile("(?:第[一二三四五六七八九十0-9]{1,3}次)?(?:修正|修改)");
  private static final Pattern REVISED = Pattern.compile("(?:第[一二三四五六七八九十0-9]{1,3}次)?修订");
  private static final Pattern ADOPTED = Pattern.compile("(?:审议|表决|讨论)?通过");
  private static final Pattern REVISION_PASSED = Pattern.compile("(?:修订|修正)\\s*通过|通过\\s*(?:修订|修正)");
  private static final Pattern APPROVED = Pattern.compile("批准");
  private static final Pattern PUBLISHED = Pattern.compile("公布|发布|颁布|印发|公告");
  private static final Pattern IN_FORCE = Pattern.compile("施行|实施|生效|执行");
  private static final Pattern REPEALED = Pattern.compile("废止|失效");

  /**
   * The day's note goes on with another: the passing and the approval of one and the same change.
   */
  private static final Pattern CARRIED_ON = Pattern.compile("通过(?:,)?(?:并)?(?:经|于|报)?$|批准的$");

  private static final Pattern BODY_END =
      Pattern.compile("《|〈|<|通过|批准|修正|修订|修改|公布|发布|颁布|印发|施行|实施|生效|废止|关于|审议|讨论|决定|令第|第[0-9]+号");

  private static final int LONGEST_TITLE = 250;

  private final Sheet sheet;

  NoteReader(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The entries of these lines, which are notes, in their order. */
  List<AmendmentNote> read(List<Line> lines) {
    List<AmendmentNote> notes = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      int last = i;
      while (last + 1 < lines.size()
          && lines.get(last + 1).index() == lines.get(last).index() + 1) {
        last++;
      }
      zone(sheet.compactStart(lines.get(i)), sheet.compactEnd(lines.get(last)), notes);
      i = last + 1;
    }
    return notes;
  }

  private void zone(int start, int end, List<AmendmentNote> notes) {
    String zone = sheet.compact().substring(start, end);
    String open = masked(zone);
    List<DayReader.Day> days = DayReader.all(open);
    boolean approval = false;
    for (int i = 0; i < days.size(); i++) {
      DayReader.Day day = days.get(i);
      int from = day.span().end();
      int to = i + 1 < days.size() ? days.get(i + 1).span().start() : zone.length();
      String said = open.substring(from, to);
      Optional<Found> found = event(said);
      if (found.isEmpty()) {
        continue;
      }
      String next = i + 1 < days.size() ? open.substring(days.get(i + 1).span().end()) : "";
      Found event = approval ? new Found(Event.APPROVED, "批准") : carried(found.get(), said, next);
      approval = !approval && !event.equals(found.get());
      Span span = trimmed(zone, day.span().start(), to);
      notes.add(
          new AmendmentNote(
              day.date(),
              event.event(),
              event.words(),
              body(said),
              instrument(zone.substring(from, to)),
              sheet.quote(sheet.spanOfCompact(start + span.start(), start + span.end()))));
    }
  }

  private record Found(Event event, String words) {}

  /** What the words between two days tell; the stronger word wins. */
  private static Optional<Found> event(String said) {
    return found(REVISED, said, Event.REVISED)
        .or(() -> found(AMENDED, said, Event.AMENDED))
        .or(() -> found(ADOPTED, said, Event.ADOPTED))
        .or(() -> found(APPROVED, said, Event.APPROVED))
        .or(() -> found(PUBLISHED, said, Event.PUBLISHED))
        .or(() -> found(IN_FORCE, said, Event.IN_FORCE))
        .or(() -> found(REPEALED, said, Event.REPEALED));
  }

  private static Optional<Found> found(Pattern pattern, String said, Event event) {
    Matcher matcher = pattern.matcher(said);
    Optional<Found> last = Optional.empty();
    while (matcher.find()) {
      boolean ofTitle = matcher.start() >= 2 && said.startsWith("关于", matcher.start() - 2);
      if (!ofTitle) {
        last = Optional.of(new Found(event, matcher.group()));
      }
    }
    return last;
  }

  /** …通过并经…批准的《关于修改…的决定》修正: what was passed on the first day is the change. */
  private static Found carried(Found found, String said, String next) {
    String bare = said.replaceAll("[ ,;、]+$", "");
    if (found.event() != Event.ADOPTED || !CARRIED_ON.matcher(bare).find()) {
      return found;
    }
    Matcher change =
        Pattern.compile("^[^0-9(]{0,80}?批准的.{0,12}?((?:第.{1,3}次)?(?:修正|修订))")
            .matcher(next.replace(" ", ""));
    return change.find()
        ? new Found(change.group(1).endsWith("修订") ? Event.REVISED : Event.AMENDED, change.group(1))
        : found;
  }

  private static Optional<String> body(String said) {
    Matcher matcher = BODY_END.matcher(said);
    String body =
        (matcher.find() ? said.substring(0, matcher.start()) : said)
            .replaceAll("^[,、;由经在 ]+|[,、;在以的 ]+$", "");
    return body.length() >= 2 && body.length() <= 60 ? Optional.of(body) : Optional.empty();
  }

  private static Optional<String> instrument(String said) {
    int open = said.indexOf('《');
    int close = said.lastIndexOf('》');
    return open >= 0 && close > open + 1 && close - open < 200
        ? Optional.of(said.substring(open + 1, close))
        : Optional.empty();
  }

  /** The same string with the inside of 《》 blanked, so that no word of a cited title counts. */
  private static String masked(String zone) {
    StringBuilder out = new StringBuilder(zone);
    int at = zone.indexOf('《');
    while (at >= 0) {
      int close = titleEnd(zone, at);
      for (int i = at + 1; i < close; i++) {
        out.setCharAt(i, ' ');
      }
      at = zone.indexOf('《', Math.max(close, at + 1));
    }
    return out.toString();
  }

  /** Where the 》 stands that closes this 《; the 《 itself where none does within reach. */
  private static int titleEnd(String zone, int open) {
    int depth = 0;
    for (int i = open; i < Math.min(zone.length(), open + LONGEST_TITLE); i++) {
      depth += zone.charAt(i) == '《' ? 1 : zone.charAt(i) == '》' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return open;
  }

  private static Span trimmed(String zone, int start, int end) {
    int to = end;
    while (to > start && "(),;、 根据".indexOf(zone.charAt(to - 1)) >= 0) {
      to--;
    }
    return Span.of(start, to);
  }

  /** The first passing, if the notes tell of it; 修订通过 where the text was first only promulgated. */
  static Optional<AmendmentNote> adoption(List<AmendmentNote> notes) {
    return notes.stream()
        .filter(note -> note.event() == Event.ADOPTED)
        .findFirst()
        .or(() ->
            notes.stream()
                .filter(note -> REVISION_PASSED.matcher(note.quote().words()).find())
                .findFirst());
  }

  /** The latest note by which the text got its wording. */
  static Optional<AmendmentNote> version(List<AmendmentNote> notes) {
    Optional<AmendmentNote> latest = Optional.empty();
    for (AmendmentNote note : notes) {
      LocalDate former = latest.map(AmendmentNote::date).orElse(LocalDate.MIN);
      if (note.event().makesVersion() && note.date().isAfter(former)) {
        latest = Optional.of(note);
      }
    }
    return latest;
  }
}
