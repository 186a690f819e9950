package wenmai.corpus.version;

import java.time.LocalDate;
import java.util.Optional;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.text.CompactText;

/**
 * An act of one text upon another: it amends or repeals it (修改、废止).
 *
 * @param effective the day from which it works; empty where none is known
 * @param quote the sentence that does it, in the acting text
 */
public record Strike(Act act, Optional<LocalDate> effective, DocumentQuote quote) {

  /** What is done. */
  public enum Act {
    AMENDS,
    REPEALS
  }

  /**
   * What a citation does to the text it cites; empty where it does nothing, or where the citing
   * text is one that only speaks of amending: a draft, a report, an explanation.
   */
  public static Optional<Strike> of(Citation citation, OfficialDocument acting) {
    Facts facts = acting.facts();
    if (!mayAct(facts)) {
      return Optional.empty();
    }
    boolean repeals = citation.relation() == Relation.REPEALS;
    if (!repeals && citation.relation() != Relation.AMENDS) {
      return Optional.empty();
    }
    Act act = repeals && citation.provision().isEmpty() ? Act.REPEALS : Act.AMENDS;
    Optional<LocalDate> named = repeals ? dayIn(citation.sentence().words()) : Optional.empty();
    Optional<LocalDate> effective =
        named.or(() -> facts.value(FactKey.EFFECTIVE)).or(() -> facts.value(FactKey.DATE));
    return Optional.of(
        new Strike(act, effective, new DocumentQuote(acting.id(), citation.sentence())));
  }

  /** Whether texts of this kind and title change others. */
  public static boolean mayAct(Facts facts) {
    boolean draft =
        facts
            .value(FactKey.TITLE)
            .filter(title -> title.contains("草案") || title.contains("征求意见"))
            .isPresent();
    return !draft && acts(facts.value(FactKey.KIND).orElse(Kind.OTHER));
  }

  private static boolean acts(Kind kind) {
    return kind.binds() || kind == Kind.ANNOUNCEMENT;
  }

  /** 自2025年1月1日起废止: the day the sentence itself names, behind 自. */
  private static Optional<LocalDate> dayIn(String sentence) {
    CompactText text = CompactText.of(sentence);
    for (int i = 0; i < text.length(); i++) {
      if (text.at(i) == '自') {
        Optional<PrintedDay> day = PrintedDay.at(text, i + 1);
        if (day.isPresent()) {
          return day.map(PrintedDay::date);
        }
      }
    }
    return Optional.empty();
  }
}
