package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;

/**
 * One item of business (事项) of one congress in one run: its steps, what is missing, what was
 * demanded and what came of it.
 *
 * @param id of its anchor document, so that it stays when others join
 * @param stages in procedural order
 * @param outcome as the papers say; empty is "not recorded", never "none"
 * @param outcomes the same as data, in procedural order, each with its proof
 * @param reasons why these documents belong together, in Chinese
 * @param reviewed whether a person has confirmed it
 */
public record Matter(
    String id,
    MatterType type,
    String subject,
    Optional<Organ> organ,
    Optional<Region> region,
    MatterStatus status,
    Optional<LocalDate> opened,
    Optional<LocalDate> due,
    Optional<LocalDate> closed,
    Optional<String> outcome,
    List<Outcome> outcomes,
    List<StageEntry> stages,
    List<MissingStage> missing,
    List<Demand> demands,
    List<RelatedMatter> related,
    List<String> reasons,
    boolean reviewed) {
  public Matter {
    outcomes = List.copyOf(outcomes);
    stages = List.copyOf(stages);
    missing = List.copyOf(missing);
    demands = List.copyOf(demands);
    related = List.copyOf(related);
    reasons = List.copyOf(reasons);
  }

  /**
   * A step taken (环节).
   *
   * @param stage the step's name in its template, in Chinese
   * @param key whether the matter cannot do without it
   * @param rank procedural order; steps that come together share it
   * @param score of its membership, in [0, 1]
   */
  public record StageEntry(
      String stage,
      DocumentId document,
      Optional<LocalDate> date,
      boolean key,
      int rank,
      double score,
      DocumentQuote evidence) {}

  /**
   * A step that should have come and is not held.
   *
   * @param rule what it rests on, in Chinese
   * @param before the paper of the step that comes next in procedural order, where that is known
   */
  public record MissingStage(
      String stage, Optional<LocalDate> due, String rule, Optional<DocumentId> before) {}

  /** Another matter that is like this one (last year's, the neighbour's). */
  public record RelatedMatter(String matter, String why) {}

  /**
   * One demand (交办要求) of an opinion and what answers it.
   *
   * @param id within the matter: 1, 2, 3 …
   */
  public record Demand(
      String id, DocumentQuote quote, DemandState state, Optional<DocumentQuote> answer) {}
}
