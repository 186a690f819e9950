package wenmai.corpus.version;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;

/**
 * One version of a work as it is held (Expression, 文本版本), with the days that matter for it.
 *
 * @param date the day this version was adopted, or else made or published
 * @param effective since when it is in force, where the text says so
 * @param lapse its end, where the text itself names one
 * @param notes the history told under its title
 */
public record Expression(
    DocumentId document,
    Kind kind,
    Optional<LocalDate> date,
    Optional<LocalDate> effective,
    Optional<Lapse> lapse,
    List<AmendmentNote> notes) {
  public Expression {
    notes = List.copyOf(notes);
  }

  /** Reads a document as a version. */
  public static Expression of(OfficialDocument document) {
    Facts facts = document.facts();
    Optional<LocalDate> effective = facts.value(FactKey.EFFECTIVE);
    return new Expression(
        document.id(),
        facts.value(FactKey.KIND).orElse(Kind.OTHER),
        facts.value(FactKey.DATE),
        effective,
        LapseReader.read(document.content().text(), effective).or(() -> lastDay(facts)),
        AmendmentNotesReader.read(document.content().text()));
  }

  /** The day until which a text is valid, as its facts have it, is the last of its days. */
  private static Optional<Lapse> lastDay(Facts facts) {
    return facts
        .get(FactKey.REPEALED)
        .map(last ->
            new Lapse(
                last.value().plusDays(1),
                last.evidence() instanceof Evidence.InText shown
                    ? shown.quote()
                    : new Quote(new CodePointSpan(0, 0), "")));
  }

  /** The day from which it is in force no more, where the text itself says so. */
  public Optional<LocalDate> lapses() {
    return lapse.map(Lapse::from);
  }

  /** Since when it counts: in force where that is known and later, else made. */
  public Optional<LocalDate> from() {
    boolean later =
        effective.isPresent() && (date.isEmpty() || effective.get().isAfter(date.get()));
    // The day of first coming into force stays in an amended text and says nothing of the
    // amendment.
    return later ? effective : date;
  }
}
