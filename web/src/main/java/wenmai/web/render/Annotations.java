package wenmai.web.render;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.text.CodePointSpan;

/**
 * What is to be shown in a text (批注): all places are code points of it.
 *
 * @param links citations, in any order; of two that overlap the first is shown
 * @param hits what a search found, in order, not overlapping
 * @param at the place one has come for
 * @param evidence places that other parts of the page point at
 * @param lines how whole lines are set
 */
public record Annotations(
    List<Link> links,
    List<CodePointSpan> hits,
    Optional<CodePointSpan> at,
    List<CodePointSpan> evidence,
    List<Line> lines) {
  public Annotations {
    links = List.copyOf(links);
    hits = List.copyOf(hits);
    evidence = List.copyOf(evidence);
    lines = List.copyOf(lines);
  }

  /**
   * A link in the text.
   *
   * @param href its address, or empty for a paper that is not held
   * @param preview what is shown of its target on the spot; lines are kept
   */
  public record Link(CodePointSpan span, String href, String preview) {}

  /**
   * A line that is set apart: the title, the number under it, the signature.
   *
   * @param span words in it
   * @param whole whether the words must be all that stands in the line
   */
  public record Line(CodePointSpan span, Style style, boolean whole) {}

  /** How a line is set. */
  public enum Style {
    TITLE,
    NUMBER,
    SIGNATURE
  }

  /** The id of a place that other parts of the page point at. */
  public static String evidenceId(CodePointSpan span) {
    return "e" + span.start() + "-" + span.end();
  }
}
