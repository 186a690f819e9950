package wenmai.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.DocumentView;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.Votes;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Repair;
import wenmai.corpus.trace.Trace;
import wenmai.web.render.Annotations;
import wenmai.web.render.DocumentBody;
import wenmai.web.render.Messages;

/**
 * The page of one document (正文页).
 *
 * @param chapters whether the text has chapters, above its headings
 * @param withheld whether the original is not given to this reader, for what else is in it
 * @param paged whether the original has several pages, which can be opened
 * @param hits how many places the search it was reached by is found at
 */
public record DocumentPage(
    String id,
    String title,
    String kind,
    String number,
    String organ,
    String status,
    String statusLabel,
    QuoteRow statusReason,
    String date,
    boolean internal,
    List<FactRow> facts,
    List<OutlineRow> outline,
    List<DocumentBody.Block> blocks,
    boolean chapters,
    boolean withheld,
    boolean paged,
    String query,
    int hits,
    List<VoteRow> votes,
    List<CitationRow> citations,
    List<CitedByRow> citedBy,
    int citedByCount,
    Standing standing,
    List<MatterRow> matters,
    List<WarningRow> warnings,
    List<RepairRow> repairs,
    int repairCount,
    Titles.PaperRow copyOf,
    List<Titles.PaperRow> copies,
    List<Titles.PaperRow> children,
    Titles.PaperRow parent,
    List<Titles.PaperRow> similar,
    String reference,
    String source) {

  private static final int SHOWN_CITED_BY = 20;

  /** Words with the address of their place; blank when there are none. */
  public record QuoteRow(String words, String url) {
    static final QuoteRow NONE = new QuoteRow("", "");

    static QuoteRow of(Optional<DocumentQuote> quote) {
      return quote.map(q -> new QuoteRow(q.quote().words(), Addresses.place(q))).orElse(NONE);
    }
  }

  /** One vote that the text tells of. */
  public record VoteRow(String subject, List<Votes.Count> counts, String outcome, String anchor) {}

  /** One place that cites this paper. */
  public record CitedByRow(
      String title, String url, String relation, String quote, String quoteUrl, String date) {}

  /** One matter this paper is part of, and where it stands. */
  public record MatterRow(
      String subject, String url, String status, String statusLabel, List<Track.Step> steps) {}

  /** One warning, with the anchor of the place that shows it. */
  public record WarningRow(String label, String detail, String anchor) {}

  /** How often the text was mended for a reason. */
  public record RepairRow(String why, long count) {}

  /**
   * What the address asks of the page besides the document.
   *
   * @param on the day whose version is looked for
   */
  public record Asked(String query, Optional<CodePointSpan> at, Optional<LocalDate> on) {}

  static DocumentPage of(DocumentView view, Asked asked, ReadingRoom room, Messages messages) {
    OfficialDocument document = view.document();
    Facts facts = document.facts();
    Titles titles = Titles.of(mentioned(view), room, messages);
    List<CodePointSpan> hits =
        asked.query().isBlank() ? List.of() : room.marks(asked.query(), document.content().text());
    List<DocumentBody.Block> blocks =
        DocumentBody.of(document.content(), annotations(view, hits, asked, titles, messages));
    boolean withheld = room.withholdsOriginal(document.id());
    return new DocumentPage(
        document.id().value(),
        facts.value(FactKey.TITLE).orElse(""),
        facts.value(FactKey.KIND).map(k -> messages.label("kind", k.key())).orElse(""),
        facts.value(FactKey.NUMBER).map(Object::toString).orElse(""),
        facts.value(FactKey.ORGAN).map(Object::toString).orElse(""),
        view.status().key(),
        messages.label("status", view.status().key()),
        QuoteRow.of(view.statusReason()),
        facts.value(FactKey.DATE).map(Object::toString).orElse(""),
        document.visibility() == Visibility.INTERNAL,
        FactRow.of(facts, messages),
        OutlineRow.of(document.content()),
        blocks,
        blocks.stream().anyMatch(block -> block.style().equals("chapter")),
        withheld,
        !withheld && document.content().pages().size() > 1,
        asked.query(),
        hits.size(),
        votes(document),
        CitationRow.of(document.id(), view.resolutions(), titles, messages),
        view.citedBy().stream()
            .limit(SHOWN_CITED_BY)
            .map(edge -> citedBy(edge, titles, messages))
            .toList(),
        view.citedBy().size(),
        Standing.of(view, asked.on(), room, messages),
        view.matters().stream()
            .flatMap(id -> room.matter(id).stream())
            .map(m -> matter(m, document.id(), messages))
            .toList(),
        warnings(document, messages),
        repairs(document, messages),
        document.content().repairs().size(),
        view.duplicateOf().map(titles::row).orElse(Titles.PaperRow.NONE),
        view.copies().stream()
            .map(copy -> Titles.of(List.of(copy), messages).row(copy.id()))
            .toList(),
        view.children().stream().map(titles::row).filter(row -> !row.url().isEmpty()).toList(),
        document.provenance().parent().map(titles::row).orElse(Titles.PaperRow.NONE),
        similar(document.id(), room, messages),
        Reference.of(facts),
        document.provenance().source());
  }

  private static List<DocumentId> mentioned(DocumentView view) {
    List<DocumentId> ids = new ArrayList<>();
    for (Resolution resolution : view.resolutions()) {
      switch (resolution) {
        case Resolution.Resolved resolved -> ids.add(resolved.target());
        case Resolution.Ambiguous ambiguous -> ids.addAll(ambiguous.candidates());
        case Resolution.Wanted wanted -> {
          // Not held: there is nothing to fetch.
        }
      }
    }
    view.citedBy().stream().limit(SHOWN_CITED_BY).forEach(edge -> ids.add(edge.from()));
    view.duplicateOf().ifPresent(ids::add);
    ids.addAll(view.children());
    view.document().provenance().parent().ifPresent(ids::add);
    return ids;
  }

  private static Annotations annotations(
      DocumentView view, List<CodePointSpan> hits, Asked asked, Titles titles, Messages messages) {
    OfficialDocument document = view.document();
    List<CodePointSpan> evidence = new ArrayList<>();
    for (FactKey<?> key : FactKey.all()) {
      document.facts().all(key).forEach(f -> f.evidence().span().ifPresent(evidence::add));
    }
    document.content().warnings().forEach(warning -> evidence.add(warning.span()));
    votes(document.content().votes()).forEach(vote -> evidence.add(vote.evidence().span()));
    int length = document.content().text().codePointCount(0, document.content().text().length());
    return new Annotations(
        view.resolutions().stream()
            .map(resolution -> CitationRow.link(document, resolution, titles, messages))
            .toList(),
        hits,
        asked.at().filter(span -> span.end() <= length && span.start() < span.end()),
        evidence.stream().filter(span -> span.start() < span.end()).toList(),
        setLines(document.facts()));
  }

  /** The lines that papers set apart: title, number, and the signature with its day. */
  private static List<Annotations.Line> setLines(Facts facts) {
    List<Annotations.Line> lines = new ArrayList<>();
    setLine(facts.get(FactKey.TITLE), Annotations.Style.TITLE, false, lines);
    setLine(facts.get(FactKey.NUMBER), Annotations.Style.NUMBER, true, lines);
    setLine(facts.get(FactKey.SIGNATORY), Annotations.Style.SIGNATURE, true, lines);
    setLine(facts.get(FactKey.ORGAN), Annotations.Style.SIGNATURE, true, lines);
    setLine(facts.get(FactKey.ISSUED), Annotations.Style.SIGNATURE, true, lines);
    setLine(facts.get(FactKey.DATE), Annotations.Style.SIGNATURE, true, lines);
    return lines;
  }

  private static <T> void setLine(
      Optional<Fact<T>> fact,
      Annotations.Style style,
      boolean whole,
      List<Annotations.Line> lines) {
    fact.flatMap(f -> f.evidence().span())
        .ifPresent(span -> lines.add(new Annotations.Line(span, style, whole)));
  }

  private static List<Votes.Result> votes(Optional<Votes> votes) {
    return votes.map(Votes::results).orElse(List.of());
  }

  private static List<VoteRow> votes(OfficialDocument document) {
    return votes(document.content().votes()).stream()
        .map(vote ->
            new VoteRow(
                vote.subject(),
                vote.counts(),
                vote.outcome(),
                Annotations.evidenceId(vote.evidence().span())))
        .toList();
  }

  private static List<WarningRow> warnings(OfficialDocument document, Messages messages) {
    return document.content().warnings().stream()
        .map(warning ->
            new WarningRow(
                messages.label("warning", warning.code().key()),
                warning.detail(),
                warning.span().start() < warning.span().end()
                    ? Annotations.evidenceId(warning.span())
                    : ""))
        .toList();
  }

  private static List<RepairRow> repairs(OfficialDocument document, Messages messages) {
    return Arrays.stream(Repair.Reason.values())
        .map(why ->
            new RepairRow(
                messages.label("repair", why.key()),
                document.content().repairs().stream().filter(r -> r.why() == why).count()))
        .filter(row -> row.count() > 0)
        .toList();
  }

  private static MatterRow matter(Matter matter, DocumentId self, Messages messages) {
    return new MatterRow(
        matter.subject(),
        Addresses.matter(matter.id()),
        matter.status().key(),
        messages.label("matter.status", matter.status().key()),
        Track.line(matter, Optional.of(self), messages));
  }

  private static CitedByRow citedBy(Trace.Edge edge, Titles titles, Messages messages) {
    return new CitedByRow(
        titles.title(edge.from()),
        Addresses.document(edge.from()),
        messages.label("edge", edge.type().key()),
        edge.evidence().quote().words(),
        Addresses.place(edge.evidence()),
        titles.date(edge.from()));
  }

  private static List<Titles.PaperRow> similar(DocumentId id, ReadingRoom room, Messages messages) {
    return room.similar(id, 5).stream()
        .map(hit ->
            new Titles.PaperRow(
                hit.document().title().orElseGet(() -> messages.get("search.untitled")),
                Addresses.document(hit.document().id()),
                String.join("；", hit.why())))
        .toList();
  }
}
