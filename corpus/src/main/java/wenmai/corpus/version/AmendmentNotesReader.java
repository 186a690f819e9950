package wenmai.corpus.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.CompactText.Gap;
import wenmai.corpus.text.Numeral;
import wenmai.corpus.text.Quote;

/**
 * Reads the notes under a title that tell a text's history (题注): one bracket with everything,
 * （1989年…通过　根据2009年…《…的决定》第一次修正）, or one step a line as collections print them. Only the head of a
 * text is looked at, up to its first article or chapter, so prose that speaks of dates is not taken
 * for a note. A pure function; linear.
 */
public final class AmendmentNotesReader {
  /** Notes of laws that were amended a dozen times have some 1,500 characters. */
  private static final int LONGEST_HEAD = 6000;

  /** Words between date, body and step that belong to none of them: 经…讨论通过, …第一次修正. */
  private static final Pattern BETWEEN =
      Pattern.compile("^(?:[,，]|[上下]午|晚上?|经|起|由)+|(?:讨论|审议|审查|表决|会签|第[一二三四五六七八九十]{1,3}次|关于)+$");

  /** What stands behind a body and is not its name: 国务院令第378号, 国务院批准 before 修订. */
  private static final Pattern BEHIND_BODY =
      Pattern.compile("(?:(?:第?[〇零一二三四五六七八九十百0-9]{1,5}号)?令(?:第?[〇零一二三四五六七八九十百0-9]{1,5}号)?|批准)$");

  private AmendmentNotesReader() {}

  /** The steps in the order of the text; empty where it has no such note. */
  public static List<AmendmentNote> read(String text) {
    CompactText compact =
        CompactText.of(text.length() > LONGEST_HEAD ? text.substring(0, LONGEST_HEAD) : text);
    List<NoteSegment> segments = new NoteSegmenter(compact).segments(headEnd(compact));
    CodePointIndex index = CodePointIndex.of(text);
    List<AmendmentNote> notes = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Optional<NoteSegment> next =
          i + 1 < segments.size() ? Optional.of(segments.get(i + 1)) : Optional.empty();
      addNotes(segments.get(i), next, compact, text, index, notes);
    }
    return notes;
  }

  /** The first line that opens an article, a chapter or a table of contents. */
  private static int headEnd(CompactText text) {
    for (int i = 1; i < text.length(); i++) {
      Gap gap = text.gapBefore(i);
      if ((gap == Gap.LINE || gap == Gap.PARAGRAPH) && opensBody(text, i)) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean opensBody(CompactText text, int at) {
    if (text.startsAt(at, "目录") || text.startsAt(at, "序言")) {
      return true;
    }
    if (text.at(at) != '第') {
      return false;
    }
    Numeral number = Numeral.at(text, at + 1);
    char unit = number.exists() ? text.at(number.end()) : '\0';
    return number.value() == 1 && (unit == '条' || unit == '章' || unit == '编' || unit == '节');
  }

  private static void addNotes(
      NoteSegment segment,
      Optional<NoteSegment> next,
      CompactText compact,
      String text,
      CodePointIndex index,
      List<AmendmentNote> notes) {
    Quote quote = Quote.of(text, compact.span(segment.start(), segment.end()), index);
    Optional<String> body = body(segment, compact);
    // 甲市…通过并经…乙省…批准的《…决定》修正: the city's day is that of the amendment.
    Optional<NoteSegment> completed =
        next.filter(it -> segment.adoptsOnly() && it.approves() && it.amendment().isPresent());
    if (completed.isPresent()) {
      Quote whole = Quote.of(text, compact.span(segment.start(), completed.get().end()), index);
      notes.add(
          new AmendmentNote(
              segment.date(),
              completed.get().amendment().orElseThrow(),
              body,
              completed.get().decision(),
              whole));
      return;
    }
    boolean amendedBefore =
        !notes.isEmpty()
            && segment.approves()
            && segment.amendment().isPresent()
            && notes.getLast().event() == segment.amendment().get()
            && notes.getLast().decision().equals(segment.decision());
    for (AmendmentEvent event : segment.events()) {
      if (!(amendedBefore && event.amends())) {
        Optional<String> decision = event.amends() ? segment.decision() : Optional.empty();
        notes.add(new AmendmentNote(segment.date(), event, body, decision, quote));
      }
    }
  }

  private static Optional<String> body(NoteSegment segment, CompactText compact) {
    String body =
        segment
            .bodyBefore()
            .orElseGet(() -> compact.slice(segment.behindDate(), segment.bodyEnd()));
    String bare = BEHIND_BODY.matcher(BETWEEN.matcher(body).replaceAll("")).replaceAll("");
    return bare.length() < 2 || bare.length() > 80 ? Optional.empty() : Optional.of(bare);
  }
}
