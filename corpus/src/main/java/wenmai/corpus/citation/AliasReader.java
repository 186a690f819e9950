package wenmai.corpus.citation;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.text.CompactText;

/**
 * Reads definitions of short names: （以下简称《办法》）, 下称“监督法”, （简称条例）. The place of a definition is no
 * citation.
 */
final class AliasReader {
  private static final int LONGEST = 40;

  private final CompactText text;
  private final Lexicon lexicon;
  private final Referents referents;

  AliasReader(CompactText text, Lexicon lexicon, Referents referents) {
    this.text = text;
    this.lexicon = lexicon;
    this.referents = referents;
  }

  /**
   * Reads the short name that begins here, behind 以下简称, and ties it to what was named last.
   *
   * @return where to go on
   */
  int define(int at, List<Mention> mentions) {
    int start = text.at(at) == '为' || text.at(at) == ':' ? at + 1 : at;
    boolean marked = isOpening(text.at(start));
    int inner = marked ? start + 1 : start;
    int end = inner;
    while (end < inner + LONGEST && end < text.length() && !ends(text.at(end), marked)) {
      end++;
    }
    if (end == inner || end == inner + LONGEST) {
      return at;
    }
    String alias = text.slice(inner, end);
    int behind = marked ? end + 1 : end;
    Optional<String> title = definedBy(at, mentions);
    title.ifPresent(full -> bind(alias, full, text.at(start)));
    return behind;
  }

  private void bind(String alias, String title, char mark) {
    boolean generic = lexicon.isNoun(alias);
    if (mark == '《' || mark == '<' || generic || lexicon.law(alias).isPresent()) {
      referents.define(alias, title);
    } else {
      referents.definePlain(alias, title);
    }
  }

  /** The document named right before the definition, at most a bracket and a number between. */
  private Optional<String> definedBy(int at, List<Mention> mentions) {
    if (mentions.isEmpty() || at - mentions.getLast().end() > 12) {
      return Optional.empty();
    }
    for (int i = mentions.getLast().end(); i < at; i++) {
      if (text.at(i) == '。' || text.at(i) == ';') {
        return Optional.empty();
      }
    }
    return mentions.getLast().title();
  }

  private static boolean isOpening(char c) {
    return c == '《' || c == '<' || c == '“' || c == '"' || c == '「' || c == '\'' || c == '‘';
  }

  private static boolean ends(char c, boolean marked) {
    return marked
        ? c == '》' || c == '>' || c == '”' || c == '"' || c == '」' || c == '\'' || c == '’'
        : c == ')' || c == ',' || c == '。' || c == ';' || c == '、' || c == ']';
  }
}
