package wenmai.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import wenmai.corpus.DocumentView;
import wenmai.corpus.Lineage;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.version.VersionStep;
import wenmai.web.api.Articles;
import wenmai.web.page.DocumentPage.QuoteRow;
import wenmai.web.render.Messages;

/**
 * How a document stands among others (沿革), on its page: the versions of its work, the text of a
 * given day, what it rests on.
 *
 * @param articles whether its articles have a history: other versions are held
 * @param on the day that was asked for, or empty
 */
public record Standing(
    List<VersionRow> versions, boolean articles, String on, DayRow day, List<BasisRow> bases) {

  /**
   * One version of the same work.
   *
   * @param compareUrl beside the version at hand, or empty
   */
  public record VersionRow(
      String date,
      String event,
      String by,
      String url,
      boolean self,
      QuoteRow evidence,
      String compareUrl) {}

  /**
   * What was in force on the day that was asked for.
   *
   * @param text the version, or no paper where none is held
   * @param self whether it is this very document
   */
  public record DayRow(Titles.PaperRow text, boolean self, String own) {
    static final DayRow NONE = new DayRow(Titles.PaperRow.NONE, false, "");
  }

  /** What happened to a work. */
  public record ChangeRow(String date, String event, String by, QuoteRow evidence) {}

  /**
   * One basis, then and now.
   *
   * @param current the version in force today where it is another; else no paper
   */
  public record BasisRow(
      Titles.PaperRow text,
      String article,
      String status,
      String statusLabel,
      QuoteRow words,
      List<ChangeRow> since,
      Titles.PaperRow current) {}

  static Standing of(
      DocumentView view, Optional<LocalDate> on, ReadingRoom room, Messages messages) {
    DocumentId self = view.document().id();
    boolean others =
        view.versions().stream()
            .map(DocumentView.Version::document)
            .flatMap(Optional::stream)
            .anyMatch(version -> !version.equals(self));
    return new Standing(
        view.versions().stream().map(v -> version(v, self)).toList(),
        others,
        on.map(Object::toString).orElse(""),
        on.flatMap(day -> room.lineage().inForce(self, day))
            .map(day -> day(day, self, messages))
            .orElse(DayRow.NONE),
        room.lineage().bases(self).orElse(List.of()).stream()
            .map(basis -> basis(basis, messages))
            .toList());
  }

  private static VersionRow version(DocumentView.Version version, DocumentId self) {
    boolean isSelf = version.document().filter(self::equals).isPresent();
    return new VersionRow(
        version.date().map(Object::toString).orElse(""),
        version.event(),
        version.by().orElse(""),
        version.document().map(Addresses::document).orElse(""),
        isSelf,
        QuoteRow.of(version.evidence()),
        version
            .document()
            .filter(other -> !isSelf)
            .map(other -> Addresses.compare(other, self))
            .orElse(""));
  }

  private static DayRow day(Lineage.OnDay day, DocumentId self, Messages messages) {
    return new DayRow(
        day.text().map(text -> paper(text, messages)).orElse(Titles.PaperRow.NONE),
        day.text().map(DocumentSummary::id).filter(self::equals).isPresent(),
        messages.label("status", day.own().key()));
  }

  static BasisRow basis(Lineage.Basis basis, Messages messages) {
    boolean same =
        Objects.equals(basis.current().map(DocumentSummary::id), Optional.of(basis.text().id()));
    return new BasisRow(
        paper(basis.text(), messages),
        basis.article().map(article -> Articles.label(article, messages)).orElse(""),
        basis.text().status().key(),
        messages.label("status", basis.text().status().key()),
        QuoteRow.of(Optional.of(basis.words())),
        basis.since().stream().map(Standing::change).toList(),
        basis
            .current()
            .filter(current -> !same)
            .map(current -> paper(current, messages))
            .orElse(Titles.PaperRow.NONE));
  }

  private static ChangeRow change(VersionStep step) {
    return new ChangeRow(
        step.date().map(Object::toString).orElse(""),
        step.event().label(),
        step.by().orElse(""),
        QuoteRow.of(step.evidence()));
  }

  static Titles.PaperRow paper(DocumentSummary paper, Messages messages) {
    return new Titles.PaperRow(
        paper.title().orElseGet(() -> messages.get("search.untitled")),
        Addresses.document(paper.id()),
        paper.date().map(Object::toString).orElse(""));
  }
}
