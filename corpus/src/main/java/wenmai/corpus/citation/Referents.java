package wenmai.corpus.citation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import wenmai.corpus.text.Characters;

/**
 * What short names mean at one place of one text: those it defined (以下简称), and the full titles it
 * has named so far. Mutable, for one reading.
 */
final class Referents {
  /** How far back an undefined short name may lead; a text rarely names more documents. */
  private static final int REMEMBERED = 200;

  private final Optional<String> own;
  private final Map<String, String> aliases = new HashMap<>();

  /** Title by its key, the last named last. */
  private final SequencedMap<String, String> named = new LinkedHashMap<>();

  private WordTrie<String> plain = new WordTrie<>(Map.of());
  private final Map<String, String> plainAliases = new HashMap<>();

  Referents(Optional<String> own) {
    this.own = own;
    own.map(Referents::printed).ifPresent(this::name);
  }

  private static String printed(String title) {
    return title.replace('〈', '《').replace('〉', '》');
  }

  Optional<String> own() {
    return own;
  }

  /** The title within the text's own title that ends like this: what the text is about. */
  Optional<String> ownAbout(String tail) {
    return own.map(Referents::printed)
        .map(title -> title.indexOf('《') < 0 ? "" : inner(title))
        .filter(inner -> key(inner).endsWith(key(tail)) && inner.length() > tail.length());
  }

  private static String inner(String title) {
    int open = title.indexOf('《');
    int close = closing(title, open);
    return close > open ? title.substring(open + 1, close) : "";
  }

  /** Whether this is the text's own title. */
  boolean isOwn(String title) {
    return own.filter(mine -> TitleKey.of(mine).equals(TitleKey.of(title))).isPresent();
  }

  /** From here on this title, and those nested in it, may be meant by a short name. */
  void name(String title) {
    for (int open = title.indexOf('《'); open >= 0; open = title.indexOf('《', open + 1)) {
      int close = closing(title, open);
      if (close > open + 1) {
        remember(title.substring(open + 1, close));
      }
    }
    remember(title);
  }

  private void remember(String title) {
    named.putLast(key(title), title);
    if (named.size() > REMEMBERED) {
      named.pollFirstEntry();
    }
  }

  private static int closing(String title, int open) {
    int depth = 0;
    for (int i = open; i < title.length(); i++) {
      char c = title.charAt(i);
      depth += c == '《' ? 1 : c == '》' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * From here on this short name means that title.
   *
   * @param alias without marks
   */
  void define(String alias, String title) {
    aliases.put(key(alias), title);
  }

  /** The same for a name that was defined without 《》 and is used without them. */
  void definePlain(String alias, String title) {
    define(alias, title);
    plainAliases.put(alias, title);
    plain = new WordTrie<>(plainAliases);
  }

  /** Forgets all short names: another text begins (附件). */
  void forget() {
    aliases.clear();
    plainAliases.clear();
    plain = new WordTrie<>(Map.of());
  }

  Optional<String> alias(String words) {
    return aliases.isEmpty() ? Optional.empty() : Optional.ofNullable(aliases.get(key(words)));
  }

  boolean hasAliases() {
    return !aliases.isEmpty();
  }

  WordTrie<String> plainAliases() {
    return plain;
  }

  /** The last title named that ends like this and says more. */
  Optional<String> lastEndingWith(String tail) {
    String sought = key(tail);
    return last(key -> key.length() > sought.length() && key.endsWith(sought))
        .or(() -> last(key -> isNoted(key, sought)));
  }

  private Optional<String> last(Predicate<String> fits) {
    for (Map.Entry<String, String> entry : named.reversed().entrySet()) {
      if (fits.test(entry.getKey())) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /** Whether a title ends so but for a note such as （草案）. */
  private static boolean isNoted(String title, String tail) {
    int bracket = title.endsWith(")") ? title.lastIndexOf('(') : -1;
    return bracket > tail.length() && title.startsWith(tail, bracket - tail.length());
  }

  /** A draft's title as it would read with this note: 某条例（草案） → 某条例（草案修改稿）. */
  Optional<String> draft(String note) {
    for (String title : named.reversed().values()) {
      int bracket = title.endsWith("）") ? title.lastIndexOf('（') : -1;
      if (bracket > 0 && title.substring(bracket).contains("草案")) {
        return Optional.of(title.substring(0, bracket) + "（" + note + "）");
      }
    }
    return Optional.empty();
  }

  private static String key(String words) {
    StringBuilder key = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = Characters.fold(words.charAt(i));
      if (c != '《' && c != '》' && c != '<' && c != '>' && c != '“' && c != '”' && c != '"') {
        key.append(c);
      }
    }
    return key.toString();
  }
}
