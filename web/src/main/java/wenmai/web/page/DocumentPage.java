package wenmai.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.DocumentView;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.matter.DocumentQuote;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.trace.Trace;
import wenmai.web.api.SearchAnswer;
import wenmai.web.render.DocumentBody;
import wenmai.web.render.Messages;

/** The page of one document (正文页). */
public record DocumentPage(
    String id,
    String title,
    String kind,
    String number,
    String status,
    String statusLabel,
    String statusReason,
    String date,
    boolean internal,
    List<FactRow> facts,
    List<OutlineRow> outline,
    List<DocumentBody.Block> blocks,
    List<CitationRow> citations,
    List<CitedByRow> citedBy,
    List<CitedByRow> moreCitedBy,
    List<VersionRow> versions,
    List<MatterRow> matters,
    List<WarningRow> warnings,
    List<RepairRow> repairs,
    int repairCount,
    DocumentRow copyOf,
    List<DocumentRow> copies,
    List<DocumentRow> children,
    DocumentRow parent,
    List<DocumentRow> similar,
    String reference,
    String source) {

  private static final int SHOWN_CITED_BY = 20;
  private static final int SHOWN_REPAIRS = 50;

  /** A fact with the words that show it. */
  public record FactRow(
      String name,
      String value,
      String words,
      String anchor,
      String how,
      boolean inferred,
      String url) {}

  /** One entry of the table of contents. */
  public record OutlineRow(String label, String anchor, String level) {}

  /** One paper that is cited, with every place. */
  public record CitationRow(
      String title,
      String url,
      String relation,
      List<String> places,
      String sentence,
      List<DocumentRow> candidates) {}

  /** One place that cites this paper. */
  public record CitedByRow(String title, String url, String relation, String quote, String date) {}

  /** One version of the same work. */
  public record VersionRow(
      String date, String event, String by, String url, boolean self, String evidence) {}

  /** One matter this paper is part of, and where it stands. */
  public record MatterRow(
      String subject, String url, String status, String statusLabel, String stage) {}

  /** One warning. */
  public record WarningRow(String label, String detail) {}

  /** One mend. */
  public record RepairRow(String was, String why) {}

  /** A document as a link; blank when there is none. */
  public record DocumentRow(String title, String url, String note) {
    static final DocumentRow NONE = new DocumentRow("", "", "");
  }

  public static DocumentPage of(DocumentView view, ReadingRoom room, Messages messages) {
    OfficialDocument document = view.document();
    Facts facts = document.facts();
    Labels labels = new Labels(room, messages, view);
    String title = facts.value(FactKey.TITLE).orElse("");
    String kind = facts.value(FactKey.KIND).map(k -> messages.label("kind", k.key())).orElse("");
    List<CitedByRow> citedBy = view.citedBy().stream().map(labels::citedBy).toList();
    int shown = Math.min(SHOWN_CITED_BY, citedBy.size());
    return new DocumentPage(
        document.id().value(),
        title,
        kind,
        facts.value(FactKey.NUMBER).map(Object::toString).orElse(""),
        view.status().key(),
        messages.label("status", view.status().key()),
        view.statusReason().map(reason -> reason.quote().words()).orElse(""),
        facts.value(FactKey.DATE).map(Object::toString).orElse(""),
        document.visibility() == Visibility.INTERNAL,
        factRows(facts, messages),
        document.content().outline().divisions().stream()
            .filter(DocumentBody::inOutline)
            .map(d -> new OutlineRow(d.label(), DocumentBody.anchor(d), d.level().key()))
            .toList(),
        DocumentBody.of(document.content(), view.resolutions(), labels::link),
        labels.citations(),
        citedBy.subList(0, shown),
        citedBy.subList(shown, citedBy.size()),
        view.versions().stream().map(version -> version(version, document.id())).toList(),
        view.matters().stream()
            .flatMap(id -> room.matter(id).stream())
            .map(m -> matter(m, document.id(), messages))
            .toList(),
        document.content().warnings().stream()
            .map(w -> new WarningRow(messages.label("warning", w.code().key()), w.detail()))
            .toList(),
        document.content().repairs().stream()
            .limit(SHOWN_REPAIRS)
            .map(r -> new RepairRow(r.was(), messages.label("repair", r.why().key())))
            .toList(),
        document.content().repairs().size(),
        view.duplicateOf().map(labels::row).orElse(DocumentRow.NONE),
        view.copies().stream().map(Labels::row).toList(),
        view.children().stream().map(labels::row).filter(row -> !row.url().isEmpty()).toList(),
        document.provenance().parent().map(labels::row).orElse(DocumentRow.NONE),
        room.similar(document.id(), 5).stream()
            .map(hit ->
                new DocumentRow(
                    hit.document().title().orElse(messages.get("search.untitled")),
                    SearchAnswer.url(hit),
                    String.join("；", hit.why())))
            .toList(),
        reference(facts),
        document.provenance().source());
  }

  private static List<FactRow> factRows(Facts facts, Messages messages) {
    List<FactRow> rows = new ArrayList<>();
    for (FactKey<?> key : FactKey.all()) {
      if (key != FactKey.TITLE) {
        addRows(rows, key, facts, messages);
      }
    }
    return rows;
  }

  private static <T> void addRows(
      List<FactRow> rows, FactKey<T> key, Facts facts, Messages messages) {
    for (Fact<T> fact : facts.all(key)) {
      String printed = key.print(fact.value());
      Evidence evidence = fact.evidence();
      String how =
          switch (evidence) {
            case Evidence.InText inText -> "document.evidence";
            case Evidence.InRaw inRaw -> "document.evidence.raw";
            case Evidence.InMetadata inMetadata -> "document.evidence.metadata";
            case Evidence.InFileName inFileName -> "document.evidence.file";
            case Evidence.Given given -> "document.evidence.given";
            case Evidence.Corrected corrected -> "document.evidence.corrected";
          };
      rows.add(
          new FactRow(
              messages.get("fact." + key.name()),
              printed(key, printed, messages),
              evidence.words(),
              "",
              messages.get(how),
              fact.inferred(),
              url(key, printed)));
    }
  }

  private static String printed(FactKey<?> key, String value, Messages messages) {
    if (key == FactKey.REGION) {
      return value.replace("/", " › ");
    }
    String group = key == FactKey.SESSION_BODY ? "session-body" : key.name();
    return messages.label(group, value);
  }

  /** Facts that are facets lead to everything that shares them. */
  private static String url(FactKey<?> key, String value) {
    Map<FactKey<?>, wenmai.corpus.search.FacetName> facets =
        Map.of(
            FactKey.KIND, wenmai.corpus.search.FacetName.KIND,
            FactKey.AUTHORITY, wenmai.corpus.search.FacetName.AUTHORITY,
            FactKey.ORGAN, wenmai.corpus.search.FacetName.ORGAN,
            FactKey.SESSION, wenmai.corpus.search.FacetName.SESSION,
            FactKey.TOPIC, wenmai.corpus.search.FacetName.TOPIC);
    return Optional.ofNullable(facets.get(key))
        .map(facet -> Addresses.search(facet, value))
        .orElse("");
  }

  private static VersionRow version(DocumentView.Version version, DocumentId self) {
    return new VersionRow(
        version.date().map(Object::toString).orElse(""),
        version.event(),
        version.by().orElse(""),
        version.document().map(Addresses::document).orElse(""),
        version.document().filter(self::equals).isPresent(),
        version.evidence().map(DocumentQuote::quote).map(q -> q.words()).orElse(""));
  }

  private static MatterRow matter(Matter matter, DocumentId self, Messages messages) {
    String stage =
        matter.stages().stream()
            .filter(s -> s.document().equals(self))
            .map(Matter.StageEntry::stage)
            .findFirst()
            .orElse("");
    return new MatterRow(
        matter.subject(),
        Addresses.matter(matter.id()),
        matter.status().key(),
        messages.label("matter.status", matter.status().key()),
        stage);
  }

  /** How to cite this paper in another: 《title》（number）, organ, date. */
  private static String reference(Facts facts) {
    StringBuilder out = new StringBuilder();
    facts.value(FactKey.ORGAN).ifPresent(organ -> out.append(organ).append("："));
    facts.value(FactKey.TITLE).ifPresent(title -> out.append('《').append(title).append('》'));
    facts.value(FactKey.NUMBER).ifPresent(number -> out.append('（').append(number).append('）'));
    facts
        .value(FactKey.DATE)
        .ifPresent(d ->
            out.append("，")
                .append(d.getYear())
                .append('年')
                .append(d.getMonthValue())
                .append('月')
                .append(d.getDayOfMonth())
                .append('日'));
    return out.toString();
  }

  /** Turns ids into titles; all of them are fetched in one go. */
  private static final class Labels {
    private final Map<DocumentId, DocumentSummary> summaries = new LinkedHashMap<>();
    private final Messages messages;
    private final DocumentView view;

    Labels(ReadingRoom room, Messages messages, DocumentView view) {
      this.messages = messages;
      this.view = view;
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
      view.citedBy().forEach(edge -> ids.add(edge.from()));
      view.duplicateOf().ifPresent(ids::add);
      ids.addAll(view.children());
      view.document().provenance().parent().ifPresent(ids::add);
      room.summaries(ids.stream().distinct().toList()).forEach(s -> summaries.put(s.id(), s));
    }

    private String title(DocumentId id) {
      return Optional.ofNullable(summaries.get(id))
          .flatMap(DocumentSummary::title)
          .orElse(messages.get("search.untitled"));
    }

    DocumentRow row(DocumentId id) {
      DocumentSummary summary = summaries.get(id);
      return summary == null
          ? DocumentRow.NONE
          : new DocumentRow(
              title(id), Addresses.document(id), summary.date().map(Object::toString).orElse(""));
    }

    static DocumentRow row(DocumentSummary summary) {
      return new DocumentRow(
          summary.title().orElse(""),
          Addresses.document(summary.id()),
          summary.date().map(Object::toString).orElse(""));
    }

    DocumentBody.Link link(Resolution resolution) {
      return switch (resolution) {
        case Resolution.Resolved resolved ->
            new DocumentBody.Link(
                address(resolved),
                messages.label("relation", resolved.citation().relation().key())
                    + "："
                    + title(resolved.target()));
        case Resolution.Ambiguous ambiguous ->
            new DocumentBody.Link("", messages.get("document.ambiguous"));
        case Resolution.Wanted wanted ->
            new DocumentBody.Link("", messages.get("document.unresolved"));
      };
    }

    private static String address(Resolution.Resolved resolved) {
      return resolved
          .citation()
          .provision()
          .map(p -> Addresses.article(resolved.target(), p.ranges().getFirst().first().toString()))
          .orElse(Addresses.document(resolved.target()));
    }

    /** One row a cited paper, in the order of the text. */
    List<CitationRow> citations() {
      Map<String, CitationRow> rows = new LinkedHashMap<>();
      for (Resolution resolution : view.resolutions()) {
        CitationRow row = row(resolution);
        if (row.title().isEmpty()) {
          continue;
        }
        rows.merge(
            row.title() + row.url(),
            row,
            (a, b) -> {
              List<String> places = new ArrayList<>(a.places());
              b.places().stream().filter(p -> !places.contains(p)).forEach(places::add);
              return new CitationRow(
                  a.title(), a.url(), a.relation(), places, a.sentence(), a.candidates());
            });
      }
      return List.copyOf(rows.values());
    }

    private CitationRow row(Resolution resolution) {
      var citation = resolution.citation();
      String relation = messages.label("relation", citation.relation().key());
      List<String> places = List.of(citation.place().words().replaceAll("\\s+", ""));
      String named = citation.title().orElse(citation.number().map(Object::toString).orElse(""));
      return switch (resolution) {
        case Resolution.Resolved resolved ->
            new CitationRow(
                resolved.target().equals(view.document().id()) ? "" : title(resolved.target()),
                Addresses.document(resolved.target()),
                relation,
                places,
                citation.sentence().words(),
                List.of());
        case Resolution.Ambiguous ambiguous ->
            new CitationRow(
                named,
                "",
                relation,
                places,
                citation.sentence().words(),
                ambiguous.candidates().stream().map(this::row).toList());
        case Resolution.Wanted wanted ->
            new CitationRow(
                citation.type() == wenmai.corpus.citation.CitationType.SELF ? "" : named,
                "",
                relation,
                places,
                citation.sentence().words(),
                List.of());
      };
    }

    CitedByRow citedBy(Trace.Edge edge) {
      return new CitedByRow(
          title(edge.from()),
          Addresses.document(edge.from()),
          messages.label("edge", edge.type().key()),
          edge.evidence().quote().words(),
          Optional.ofNullable(summaries.get(edge.from()))
              .flatMap(DocumentSummary::date)
              .map(Object::toString)
              .orElse(""));
    }
  }
}
