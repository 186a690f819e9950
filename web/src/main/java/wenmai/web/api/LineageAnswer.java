package wenmai.web.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenmai.corpus.Lineage;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Organ;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.version.ArticleHistory;
import wenmai.corpus.version.VersionStep;
import wenmai.web.render.Messages;

/** Answers about a text's standing among others (沿革), as JSON. */
public final class LineageAnswer {
  private LineageAnswer() {}

  /** A document in short. */
  public record Paper(
      String id,
      @Nullable String title,
      String kind,
      String kindLabel,
      @Nullable String organ,
      @Nullable String date,
      String status,
      String url) {
    public static Paper of(DocumentSummary paper, Messages messages) {
      return new Paper(
          paper.id().value(),
          paper.title().orElse(null),
          paper.kind().key(),
          messages.label("kind", paper.kind().key()),
          paper.organ().map(Organ::name).orElse(null),
          paper.date().map(Object::toString).orElse(null),
          paper.status().key(),
          "/documents/" + paper.id());
    }
  }

  /** A place that cites. */
  public record Place(
      Paper document, String type, @Nullable String article, TraceAnswer.Evidence evidence) {}

  /** The answer of {@code …/cited-by}. */
  public record CitedBy(
      int total,
      int page,
      int size,
      List<Place> citedBy,
      Map<String, List<CitedByList.Count>> facets) {}

  public static CitedBy of(CitedByList list, Messages messages) {
    return new CitedBy(
        list.total(),
        list.request().page(),
        list.request().size(),
        list.places().stream()
            .map(place ->
                new Place(
                    Paper.of(place.by(), messages),
                    place.type().key(),
                    article(place.article()),
                    evidence(place.evidence())))
            .toList(),
        list.facets());
  }

  /** One step in the life of a work. */
  public record Step(
      @Nullable String date,
      String event,
      @Nullable String by,
      @Nullable String document,
      TraceAnswer.@Nullable Evidence evidence) {
    static Step of(VersionStep step) {
      return new Step(
          step.date().map(Object::toString).orElse(null),
          step.event().label(),
          step.by().orElse(null),
          step.document().map(Object::toString).orElse(null),
          step.evidence().map(LineageAnswer::evidence).orElse(null));
    }
  }

  /** A basis, then and now. */
  public record Basis(
      Paper then,
      @Nullable String article,
      TraceAnswer.Evidence evidence,
      List<Step> since,
      @Nullable Paper current) {
    static Basis of(Lineage.Basis basis, Messages messages) {
      return new Basis(
          Paper.of(basis.text(), messages),
          LineageAnswer.article(basis.article()),
          LineageAnswer.evidence(basis.words()),
          basis.since().stream().map(Step::of).toList(),
          basis.current().map(paper -> Paper.of(paper, messages)).orElse(null));
    }
  }

  public static List<Basis> of(List<Lineage.Basis> bases, Messages messages) {
    return bases.stream().map(basis -> Basis.of(basis, messages)).toList();
  }

  /** A document whose ground has moved. */
  public record Shaken(Paper document, List<Basis> bases) {
    public static Shaken of(Lineage.Shaken shaken, Messages messages) {
      return new Shaken(
          Paper.of(shaken.document(), messages), LineageAnswer.of(shaken.bases(), messages));
    }
  }

  /** An article in one version. */
  public record Stand(
      String document,
      String article,
      String label,
      String text,
      boolean changed,
      @Nullable String place,
      List<CompareAnswer.Difference> differences) {}

  /**
   * The article through its versions, oldest first; {@code changed} tells whether its words differ
   * from the version before.
   */
  public static List<Stand> history(List<ArticleHistory.Stand> stands) {
    return stands.stream()
        .map(stand ->
            new Stand(
                stand.document().value(),
                stand.article().address(),
                stand.article().label(),
                stand.article().words(),
                stand.change().filter(change -> !change.sameWords()).isPresent(),
                stand.change().map(change -> CompareAnswer.place(change.place())).orElse(null),
                stand.change().map(CompareAnswer::differences).orElse(List.of())))
        .toList();
  }

  /** Which version was in force. */
  public record OnDay(String day, @Nullable Paper inForce, String status) {
    public static OnDay of(Lineage.OnDay onDay, Messages messages) {
      return new OnDay(
          onDay.day().toString(),
          onDay.text().map(paper -> Paper.of(paper, messages)).orElse(null),
          onDay.own().key());
    }
  }

  private static @Nullable String article(Optional<Provision> article) {
    return article.map(Object::toString).orElse(null);
  }

  static TraceAnswer.Evidence evidence(DocumentQuote quote) {
    return new TraceAnswer.Evidence(
        quote.document().value(),
        quote.quote().span().start(),
        quote.quote().span().end(),
        quote.quote().words());
  }
}
