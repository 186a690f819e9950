package wenmai.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import wenmai.corpus.matter.Outcome;
import wenmai.corpus.matter.OutcomeLine;
import wenmai.corpus.matter.Verdict;
import wenmai.web.render.Messages;

/**
 * What came of one step of a matter (结果卡片): counts as a table, and the sentence that proves them.
 *
 * @param verdict in Chinese; blank where the paper states none
 * @param corrected whether a person has set it
 * @param notes rate, who was there, what had to be reached
 */
public record ResultCard(
    String verdict,
    String verdictKey,
    boolean corrected,
    List<CountRow> counts,
    List<String> notes,
    String quote,
    String title,
    String url,
    String edit) {

  /**
   * A row of the table.
   *
   * @param votes blank where only a share is given
   * @param share in percent; blank where the text gives none
   * @param bar votes of the greatest number, 0 to 100, or the share
   */
  public record CountRow(String choice, String key, String votes, String share, int bar) {}

  static List<ResultCard> of(List<Outcome> outcomes, Titles titles, Messages messages) {
    return outcomes.stream().map(each -> of(each, titles, messages)).toList();
  }

  private static ResultCard of(Outcome outcome, Titles titles, Messages messages) {
    Optional<Outcome.Tally> tally = outcome.tally();
    return new ResultCard(
        outcome
            .grade()
            .map(grade -> messages.get("matter.result.grade", grade.name()))
            .or(() -> outcome.verdict().map(it -> messages.label("matter.result", it.key())))
            .orElse(""),
        outcome.verdict().map(Verdict::key).orElse(""),
        outcome.isCorrected(),
        tally.map(it -> counts(it, messages)).orElse(List.of()),
        tally.map(it -> notes(it, messages)).orElse(List.of()),
        outcome.evidence().quote().words(),
        titles.title(outcome.evidence().document()),
        Addresses.place(outcome.evidence()),
        Addresses.document(outcome.evidence().document()) + "/edit");
  }

  private static List<CountRow> counts(Outcome.Tally tally, Messages messages) {
    int most = tally.counts().stream().mapToInt(count -> count.votes().orElse(0)).max().orElse(0);
    return tally.counts().stream().map(count -> row(count, most, messages)).toList();
  }

  private static CountRow row(Outcome.Count count, int most, Messages messages) {
    OptionalInt votes = count.votes();
    OptionalDouble share = count.share();
    long bar =
        votes.isPresent()
            ? Math.round(100.0 * votes.getAsInt() / Math.max(1, most))
            : Math.round(share.orElse(0));
    return new CountRow(
        messages.label("matter.choice", count.choice().key()),
        count.choice().key(),
        votes.isPresent() ? Integer.toString(votes.getAsInt()) : "",
        share.isPresent() ? OutcomeLine.percent(share.getAsDouble()) : "",
        (int) bar);
  }

  private static List<String> notes(Outcome.Tally tally, Messages messages) {
    List<String> notes = new ArrayList<>();
    tally
        .rate()
        .ifPresent(
            rate -> notes.add(messages.get("matter.result.rate", OutcomeLine.percent(rate))));
    tally.members().ifPresent(it -> notes.add(messages.get("matter.result.members", it)));
    tally.present().ifPresent(it -> notes.add(messages.get("matter.result.present", it)));
    tally
        .threshold()
        .ifPresent(it ->
            notes.add(
                messages.get("matter.result.threshold." + it.of().key(), it.part(), it.whole())));
    return notes;
  }
}
