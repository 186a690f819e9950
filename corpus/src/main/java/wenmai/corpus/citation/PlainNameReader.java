package wenmai.corpus.citation;

import java.util.Optional;
import wenmai.corpus.text.CompactText;

/**
 * Reads laws by their common names and short names defined without 《》 (不带书名号的名称): 预算法第十二条, 建议题目 ⇥
 * 关于…的建议.
 */
final class PlainNameReader {
  private final CompactText text;
  private final Lexicon lexicon;
  private final Referents referents;
  private final TitleTail tails;
  private final CellTitleReader cells;

  PlainNameReader(CompactText text, Lexicon lexicon, Referents referents, TitleTail tails) {
    this.text = text;
    this.lexicon = lexicon;
    this.referents = referents;
    this.tails = tails;
    this.cells = new CellTitleReader(text, lexicon);
  }

  /**
   * A name that stands here.
   *
   * @param end where to go on
   * @param mention empty where the words are an idea or the text itself and no citation
   */
  record Found(int end, Optional<Mention> mention) {}

  /** A law's common name, a short name defined without marks, or the title in a cell of a form. */
  Optional<Found> at(int at) {
    Optional<Integer> cell = cells.endAt(at);
    if (cell.isPresent()) {
      String title = text.slice(at, cell.get());
      Mention mention = Mention.of(at, cell.get(), CitationType.BARE, title);
      return Optional.of(
          new Found(cell.get(), referents.isOwn(title) ? Optional.empty() : Optional.of(mention)));
    }
    Optional<WordTrie.Match<String>> alias = referents.plainAliases().at(text, at);
    if (alias.isPresent()) {
      Mention mention = Mention.of(at, alias.get().end(), CitationType.ALIAS, alias.get().value());
      Mention placed = tails.provision(mention, alias.get().value());
      return Optional.of(new Found(placed.end(), Optional.of(placed)));
    }
    int start = text.startsAt(at, Lexicon.STATE) ? at + Lexicon.STATE.length() : at;
    Optional<WordTrie.Match<String>> law = lexicon.laws().at(text, start);
    if (law.isEmpty() || isPartOfAWord(law.get().end())) {
      return Optional.empty();
    }
    Mention mention = implementing(at, law.get());
    Mention placed = tails.provision(mention, mention.title().orElseThrow());
    boolean idea = lexicon.needsArticle(text.slice(start, mention.end())) && !followsBasis(at);
    if (placed.provision().isEmpty() && (idea || referents.isOwn(mention.title().orElseThrow()))) {
      return Optional.of(new Found(placed.end(), Optional.empty()));
    }
    return Optional.of(new Found(placed.end(), Optional.of(placed)));
  }

  private boolean isPartOfAWord(int lawEnd) {
    return lexicon.continuesLawName(text.at(lawEnd), text.at(lawEnd + 1));
  }

  /** Whether 根据 or the like stands right before. */
  private boolean followsBasis(int at) {
    return lexicon
        .cuesBefore()
        .endingAt(text, at, Math.max(0, at - 4))
        .filter(cue -> cue.value() == Relation.BASIS)
        .isPresent();
  }

  /** 预算法, or 预算法实施条例, which is another document. */
  private Mention implementing(int at, WordTrie.Match<String> law) {
    return lexicon
        .implementing()
        .at(text, law.end())
        .map(more ->
            Mention.of(
                at, more.end(), CitationType.BARE, law.value() + text.slice(law.end(), more.end())))
        .orElseGet(() -> Mention.of(at, law.end(), CitationType.BARE, law.value()));
  }
}
