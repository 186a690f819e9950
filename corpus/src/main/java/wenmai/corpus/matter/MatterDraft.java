package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;

/**
 * A matter as its papers tell it, before one asks how it stands on a certain day (事项底稿): what is
 * kept. {@link Ledger} makes a {@link Matter} of it.
 *
 * @param formerIds ids this matter would have had with other papers held; they lead here
 * @param obligations what had to come, in procedural order
 * @param closing where the papers show the end
 * @param outcome as the papers say
 * @param outcomes the same as data, in procedural order
 */
public record MatterDraft(
    String id,
    List<String> formerIds,
    MatterType type,
    String subject,
    Optional<Organ> organ,
    Optional<Region> region,
    Optional<LocalDate> opened,
    List<Matter.StageEntry> stages,
    List<Obligation> obligations,
    Optional<Closing> closing,
    Optional<String> outcome,
    List<Outcome> outcomes,
    List<DemandDraft> demands,
    List<Matter.RelatedMatter> related,
    List<String> reasons,
    boolean reviewed) {
  public MatterDraft {
    formerIds = List.copyOf(formerIds);
    stages = List.copyOf(stages);
    outcomes = List.copyOf(outcomes);
    obligations = List.copyOf(obligations);
    demands = List.copyOf(demands);
    related = List.copyOf(related);
    reasons = List.copyOf(reasons);
  }

  /** The same, reached by these ids too. */
  MatterDraft withFormerIds(List<String> ids) {
    return new MatterDraft(
        id,
        ids,
        type,
        subject,
        organ,
        region,
        opened,
        stages,
        obligations,
        closing,
        outcome,
        outcomes,
        demands,
        related,
        reasons,
        reviewed);
  }

  /** The same, with these others beside it. */
  MatterDraft withRelated(List<Matter.RelatedMatter> others) {
    return new MatterDraft(
        id,
        formerIds,
        type,
        subject,
        organ,
        region,
        opened,
        stages,
        obligations,
        closing,
        outcome,
        outcomes,
        demands,
        others,
        reasons,
        reviewed);
  }

  /**
   * A step that had to come (应办环节).
   *
   * @param due last day; empty where no term is set
   * @param rule what it rests on, in Chinese: the words of a paper, a house rule or a law
   * @param stated words of a paper that set it; empty where it comes from the template
   * @param met the paper that is this step
   * @param before of a gap: the paper of the step that comes next in procedural order, where one is
   *     held
   */
  public record Obligation(
      Nature nature,
      String stage,
      Optional<LocalDate> due,
      String rule,
      Optional<DocumentQuote> stated,
      Optional<Fulfilment> met,
      Optional<DocumentId> before) {}

  /** Why a step is looked for. */
  public enum Nature {
    /** Later steps are held, or another paper names it: it was there and is not held. */
    GAP,
    /** It is to come, unless the matter ends before. */
    OWED;

    /** How it is written down. */
    public String key() {
      return this == GAP ? "gap" : "owed";
    }

    public static Optional<Nature> ofKey(String key) {
      return Arrays.stream(values()).filter(value -> value.key().equals(key)).findFirst();
    }
  }

  /**
   * @param date of the paper, where it is known
   */
  public record Fulfilment(DocumentId document, Optional<LocalDate> date) {}

  /** The end of the procedure (办结、销号) with the words that show it. */
  public record Closing(Optional<LocalDate> date, DocumentQuote evidence) {}

  /**
   * A demand and what was found of it.
   *
   * @param due when it had to be answered, where that is known
   * @param finding empty where no later report is held, so that only the day can tell
   */
  public record DemandDraft(
      String id, DocumentQuote quote, Optional<LocalDate> due, Optional<Finding> finding) {}

  /** What the later reports say of a demand; never {@link DemandState#NOT_DUE}. */
  public record Finding(DemandState state, Optional<DocumentQuote> answer) {}
}
