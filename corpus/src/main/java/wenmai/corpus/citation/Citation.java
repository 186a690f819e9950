package wenmai.corpus.citation;

import java.util.Optional;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.text.Quote;

/**
 * How a text points at a document (引用), exactly as it is written there.
 *
 * @param place from the opening mark to the last article, paragraph or item, with those words
 * @param title what is meant, without 《》, abbreviations expanded to their definition; empty where
 *     only a number or a position is given
 * @param number the 发文字号 named, if any
 * @param provision the articles named, if any
 * @param relation read from the words around
 * @param sentence the whole sentence, which proves the link
 */
public record Citation(
    Quote place,
    CitationType type,
    Optional<String> title,
    Optional<DocumentNumber> number,
    Optional<Provision> provision,
    Relation relation,
    Quote sentence) {

  /** Whether it stays within its own text by position alone: 前款, 第三项. */
  public boolean isInner() {
    return type == CitationType.RELATIVE && title.isEmpty() && number.isEmpty();
  }
}
