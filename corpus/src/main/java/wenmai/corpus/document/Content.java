package wenmai.corpus.document;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Page;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.Repair;

/**
 * What stands in a document. All places are code points of {@code text}.
 *
 * @param text repaired; script, width and punctuation as they came
 * @param citations as written, in order of the text; what they mean is found in the archive
 * @param language BCP 47, such as {@code zh-Hans}
 */
public record Content(
    String text,
    List<Page> pages,
    Outline outline,
    List<Citation> citations,
    List<Repair> repairs,
    List<Warning> warnings,
    Optional<Votes> votes,
    String language) {
  public Content {
    pages = List.copyOf(pages);
    citations = List.copyOf(citations);
    repairs = List.copyOf(repairs);
    warnings = List.copyOf(warnings);
  }

  /** With the results that a person has set, beside the words in which it had its first. */
  Content withResults(List<VoteResult> set) {
    Quote words =
        votes.stream()
            .flatMap(told -> told.results().stream())
            .map(Votes.Result::evidence)
            .findFirst()
            .orElseGet(() -> new Quote(new CodePointSpan(0, 0), ""));
    List<Votes.Result> results =
        set.stream()
            .filter(result -> !result.isUnrecorded())
            .map(result ->
                new Votes.Result(result.subject(), result.counts(), result.outcome(), words))
            .toList();
    return new Content(
        text,
        pages,
        outline,
        citations,
        repairs,
        warnings,
        Optional.of(new Votes(results)).filter(told -> !told.results().isEmpty()),
        language);
  }
}
