package wenmai.corpus.matter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.text.CodePointSpan;

/**
 * A row of a table of labelled demands: opinion, demand, state, answer, answerQuote; no value where
 * nothing answers it.
 *
 * @param words of the demand, or of a part of it, as they stand in the opinion
 * @param state as a reader of the papers judges it, by the contract's word
 * @param answer words of a report that answer it
 */
record LabelledDemand(DocumentId opinion, String words, String state, Optional<Answer> answer) {
  /** Words of a paper. */
  record Answer(DocumentId document, String words) {}

  static LabelledDemand of(Map<String, String> row) {
    return new LabelledDemand(
        LabelledSet.id(Objects.requireNonNull(row.get("opinion"))),
        Objects.requireNonNull(row.get("demand")),
        Objects.requireNonNull(row.get("state")),
        Optional.ofNullable(row.get("answer"))
            .map(file ->
                new Answer(LabelledSet.id(file), Objects.requireNonNull(row.get("answerQuote")))));
  }

  /** The demand that has most of these words; of two alike the one of which something was found. */
  Optional<Matter.Demand> in(List<Matter.Demand> demands, Function<DocumentId, String> texts) {
    return demands.stream()
        .filter(demand -> shared(demand.quote(), opinion, words, texts) > 0)
        .max(
            Comparator.<Matter.Demand>comparingInt(
                    demand -> shared(demand.quote(), opinion, words, texts))
                .thenComparing(demand -> demand.state() != DemandState.UNKNOWN));
  }

  /** Whether the demand's answer stands, at least in part, where the label says. */
  boolean isAnsweredBy(Matter.Demand demand, Function<DocumentId, String> texts) {
    return answer
        .filter(label ->
            demand.answer().stream()
                .anyMatch(quote -> shared(quote, label.document(), label.words(), texts) > 0))
        .isPresent();
  }

  /** Of the words in a paper, how many code points a quotation has. */
  private static int shared(
      DocumentQuote quote, DocumentId document, String words, Function<DocumentId, String> texts) {
    if (!quote.document().equals(document)) {
      return 0;
    }
    String text = texts.apply(document);
    int at = text.indexOf(words);
    if (at < 0) {
      throw new IllegalArgumentException("not in " + document + ": " + words);
    }
    CodePointSpan span = quote.quote().span();
    int from = text.codePointCount(0, at);
    int to = from + words.codePointCount(0, words.length());
    return Math.max(0, Math.min(span.end(), to) - Math.max(span.start(), from));
  }
}
