package wenmai.corpus.document;

import java.util.List;
import wenmai.corpus.text.Quote;

/**
 * Outcomes as data (表决、测评结果) that a text states.
 *
 * @param results in order of the text
 */
public record Votes(List<Result> results) {
  public Votes {
    results = List.copyOf(results);
  }

  /**
   * One vote.
   *
   * @param subject what was voted on, as named there; may be empty
   * @param counts in order: 赞成/反对/弃权, or 满意/基本满意/不满意, with the number of votes
   * @param outcome the stated result (满意, 通过 …); may be empty
   */
  public record Result(String subject, List<Count> counts, String outcome, Quote evidence) {
    public Result {
      counts = List.copyOf(counts);
    }
  }

  /** So many votes for one choice. */
  public record Count(String choice, int votes) {}
}
