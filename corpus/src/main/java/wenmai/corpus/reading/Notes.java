package wenmai.corpus.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Span;
import wenmai.corpus.version.AmendmentEvent;
import wenmai.corpus.version.AmendmentNote;
import wenmai.corpus.version.AmendmentNotesReader;

/** The dated notes under a paper's own title (题注), as far as they stand in lines of its heading. */
final class Notes {
  private static final Pattern REVISION_PASSED = Pattern.compile("(?:修订|修正)\\s*通过|通过\\s*(?:修订|修正)");

  private final List<AmendmentNote> all;

  private Notes(List<AmendmentNote> all) {
    this.all = List.copyOf(all);
  }

  /**
   * @param lines that are notes; what the text tells elsewhere is not of this paper
   */
  static Notes read(Sheet sheet, List<Line> lines) {
    if (lines.isEmpty()) {
      return new Notes(List.of());
    }
    List<CodePointSpan> places =
        lines.stream()
            .map(line -> sheet.index().toCodePoints(Span.of(line.start(), line.end())))
            .toList();
    return new Notes(
        AmendmentNotesReader.read(sheet.folded()).stream()
            .filter(note -> places.stream().anyMatch(place -> holds(place, note)))
            .map(note -> asPrinted(sheet, note))
            .toList());
  }

  /**
   * The notes are read in the folded text, which is as long as the text; the quotation is the
   * text's.
   */
  private static AmendmentNote asPrinted(Sheet sheet, AmendmentNote note) {
    Span span = note.quote().span().toUtf16(sheet.text());
    return new AmendmentNote(
        note.date(), note.event(), note.body(), note.decision(), sheet.quote(span));
  }

  private static boolean holds(CodePointSpan place, AmendmentNote note) {
    int start = note.quote().span().start();
    return place.start() <= start && start < place.end();
  }

  List<AmendmentNote> all() {
    return all;
  }

  boolean has(AmendmentEvent event) {
    return first(event).isPresent();
  }

  Optional<AmendmentNote> first(AmendmentEvent event) {
    return all.stream().filter(note -> note.event() == event).findFirst();
  }

  /** The same, or where none tells of a passing with this one. */
  Notes orOf(Optional<AmendmentNote> told) {
    if (told.isEmpty() || version().isPresent()) {
      return this;
    }
    return new Notes(Stream.concat(told.stream(), all.stream()).toList());
  }

  /** The first passing; 修订通过 where the text was first only promulgated. */
  Optional<AmendmentNote> adoption() {
    return first(AmendmentEvent.ADOPTED)
        .or(() ->
            all.stream()
                .filter(note -> REVISION_PASSED.matcher(note.quote().words()).find())
                .findFirst());
  }

  /** The latest note by which the text got its wording. */
  Optional<AmendmentNote> version() {
    Optional<AmendmentNote> latest = Optional.empty();
    for (AmendmentNote note : all) {
      LocalDate former = latest.map(AmendmentNote::date).orElse(LocalDate.MIN);
      boolean makesVersion = note.event() == AmendmentEvent.ADOPTED || note.event().amends();
      if (makesVersion && note.date().isAfter(former)) {
        latest = Optional.of(note);
      }
    }
    return latest;
  }

  /** Those that name who acted, approvals of a higher body left out. */
  Notes ofMaker() {
    return new Notes(
        all.stream()
            .filter(note -> note.body().isPresent() && note.event() != AmendmentEvent.APPROVED)
            .filter(note -> !APPROVER.matcher(note.quote().words()).find())
            .toList());
  }

  /** 2018年…河南省…批准的《…决定》修正: the body named approved, it did not amend. */
  private static final Pattern APPROVER = Pattern.compile("^[^《]{0,60}批准的");
}
