package wenmai.corpus.citation;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.Span;

/**
 * Finds every place where a text points at a document (引用), exactly as it is written there. Knows
 * the text and nothing else; what the citations mean says {@link CitationResolver}. A pure
 * function; time is linear in the text. Safe to share.
 */
public final class CitationFinder {
  private final Lexicon lexicon;

  public CitationFinder(CitationWords words) {
    this.lexicon = new Lexicon(words);
  }

  /**
   * The citations of a text, in its order; they do not overlap.
   *
   * @param outline the text's own units, by which 本条 and 前款 are understood
   * @param facts what is known of the document: its own title and number are no citations
   */
  public List<Citation> find(String text, Outline outline, Facts facts) {
    CompactText compact = CompactText.of(text);
    List<Mention> mentions =
        new MentionScanner(
                compact,
                lexicon,
                new Standpoint(compact, outline),
                facts.value(FactKey.TITLE),
                facts.value(FactKey.NUMBER))
            .scan();
    List<Relation> relations = new RelationReader(compact, lexicon).read(mentions);
    CodePointIndex index = CodePointIndex.of(text);
    SentenceReader sentences = new SentenceReader(text, index);
    List<Citation> citations = new ArrayList<>(mentions.size());
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      Span span = compact.span(mention.start(), mention.end());
      citations.add(
          new Citation(
              Quote.of(text, span, index),
              mention.type(),
              mention.title(),
              mention.number(),
              mention.provision(),
              relations.get(i),
              sentences.around(span)));
    }
    return citations;
  }
}
