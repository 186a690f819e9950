package wenmai.corpus.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.text.CompactText;

/**
 * Reads definitions of short names: （以下简称《办法》）, 下称“监督法”, （简称条例）, （以下分别简称《条例》《办法》）. The place of a
 * definition is no citation.
 */
final class AliasReader {
  private static final int LONGEST = 40;
  private static final int MOST_NAMES = 8;

  private final CompactText text;
  private final Lexicon lexicon;
  private final Referents referents;

  AliasReader(CompactText text, Lexicon lexicon, Referents referents) {
    this.text = text;
    this.lexicon = lexicon;
    this.referents = referents;
  }

  /** A short name with the sign before it. */
  private record Name(String words, char mark, int behind) {}

  /**
   * Reads the short name that begins here, behind 以下简称, and ties it to what was named last; several
   * behind 分别简称, or alone in their brackets, to as many titles in the same order.
   *
   * @return where to go on
   */
  int define(int at, List<Mention> mentions) {
    int start = text.at(at) == '为' || text.at(at) == ':' ? at + 1 : at;
    Optional<Name> first = name(start);
    if (first.isEmpty()) {
      return at;
    }
    List<Name> names = list(first.get());
    if (names.size() > 1 && isListed(at, names) && definedBy(at, mentions).isPresent()) {
      List<Mention> titled =
          mentions.subList(Math.max(0, mentions.size() - names.size()), mentions.size());
      if (titled.size() == names.size() && titled.stream().allMatch(m -> m.title().isPresent())) {
        for (int i = 0; i < names.size(); i++) {
          bind(names.get(i).words(), titled.get(i).title().orElseThrow(), names.get(i).mark());
        }
        return names.getLast().behind();
      }
    }
    definedBy(at, mentions).ifPresent(full -> bind(first.get().words(), full, first.get().mark()));
    return first.get().behind();
  }

  private Optional<Name> name(int start) {
    boolean marked = isOpening(text.at(start));
    int inner = marked ? start + 1 : start;
    int end = inner;
    while (end < inner + LONGEST && end < text.length() && !ends(text.at(end), marked)) {
      end++;
    }
    return end == inner || end == inner + LONGEST
        ? Optional.empty()
        : Optional.of(new Name(text.slice(inner, end), text.at(start), marked ? end + 1 : end));
  }

  /** The name with those that stand right behind it in marks of their own. */
  private List<Name> list(Name first) {
    List<Name> names = new ArrayList<>(List.of(first));
    while (isOpening(first.mark()) && names.size() < MOST_NAMES) {
      int next = names.getLast().behind();
      next += "、,和与及".indexOf(text.at(next)) >= 0 ? 1 : 0;
      Optional<Name> name = isOpening(text.at(next)) ? name(next) : Optional.empty();
      if (name.isEmpty()) {
        break;
      }
      names.add(name.get());
    }
    return names;
  }

  /** Whether all of them are short names: 分别 says so, or the bracket that closes behind them. */
  private boolean isListed(int at, List<Name> names) {
    char behind = text.at(names.getLast().behind());
    boolean each = false;
    for (int i = Math.max(0, at - 6); i < at; i++) {
      each |= text.startsAt(i, "分别");
    }
    return each || behind == ')' || behind == ']';
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
