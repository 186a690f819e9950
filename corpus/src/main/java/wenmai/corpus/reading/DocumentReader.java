package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.structure.Numbering;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.structure.OutlineReader;
import wenmai.corpus.text.Span;

/**
 * Reads a text as an official document (著录): its facts, each with the words that show it, its
 * structure, its citations and what a reader ought to be warned of. A pure function of its input
 * and of the rules; safe for use by many threads.
 */
public final class DocumentReader {
  private final ReadingRules rules;
  private final CitationSource citations;

  public DocumentReader(ReadingRules rules, CitationSource citations) {
    this.rules = rules;
    this.citations = citations;
  }

  /** Reads one document. Facts that were given win over what is read. */
  public OfficialDocument read(ReadingInput input) {
    String text = input.text().text();
    Sheet sheet = Sheet.of(text, rules.folding());
    Head head = new HeadReader(rules).read(sheet);
    Facts facts = facts(sheet, head);
    facts = given(facts, input.given());
    Span body = body(sheet, head);
    Outline outline = OutlineReader.read(text, body, numbering(facts));
    List<Citation> found = citations.find(text, outline, facts);
    Content content =
        new Content(
            text,
            input.pages(),
            outline,
            found,
            input.text().repairs(),
            List.of(),
            Optional.empty(),
            "zh-Hans");
    return new OfficialDocument(input.id(), input.provenance(), facts, content, input.visibility());
  }

  private Facts facts(Sheet sheet, Head head) {
    Facts facts = Facts.none();
    Optional<Fact<String>> title = new TitleReader(rules, sheet, head).read();
    facts = facts.with(FactKey.TITLE, title);
    facts = facts.with(FactKey.NUMBER, NumberReader.read(sheet, head));
    return facts;
  }

  private static Span body(Sheet sheet, Head head) {
    List<Line> lines = sheet.lines();
    int start = head.body() < lines.size() ? lines.get(head.body()).start() : sheet.text().length();
    return Span.of(start, sheet.text().length());
  }

  private static Numbering numbering(Facts facts) {
    Optional<Kind> kind = facts.value(FactKey.KIND);
    boolean headings =
        kind.filter(value ->
                switch (value) {
                  case REPORT, SPEECH, NEWS, EXPLANATION, MINUTES -> true;
                  default -> false;
                })
            .isPresent();
    return headings ? Numbering.POINTS_ARE_HEADINGS : Numbering.POINTS_ARE_ARTICLES;
  }

  private static Facts given(Facts read, Facts given) {
    Facts facts = read;
    for (FactKey<?> key : FactKey.all()) {
      facts = replaced(facts, given, key);
    }
    return facts;
  }

  private static <T> Facts replaced(Facts facts, Facts given, FactKey<T> key) {
    if (!given.has(key)) {
      return facts;
    }
    Facts out = facts.without(key);
    for (Fact<T> fact : given.all(key)) {
      out = out.and(key, fact);
    }
    return out;
  }
}
