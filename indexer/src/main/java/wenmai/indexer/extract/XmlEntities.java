package wenmai.indexer.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entities that an XML text declares of itself (自定义实体). A few stand for signs and words; those that
 * stand for others in great numbers are a bomb.
 */
final class XmlEntities {
  private static final Pattern DOCTYPE =
      Pattern.compile(
          "\\A\\uFEFF?\\s*+(?:<\\?xml[^>]{0,400}\\?>\\s*+)?(?:<!--[^>]{0,2000}>\\s*+){0,20}"
              + "<!DOCTYPE\\s[^\\[>]{0,1000}\\[",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLOSE = Pattern.compile("]\\s*+>");
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<!ENTITY\\s++(?:%\\s++)?([\\p{L}_:][\\p{L}\\p{N}._:-]*+)\\s++(\"[^\"]*+\"|'[^']*+')");
  private static final Pattern REFERENCE = Pattern.compile("[&%]([\\p{L}_:][\\p{L}\\p{N}._:-]*+);");

  /** What a text may grow by; a declared sign or a name of an office adds less. */
  private static final long MOST = 1 << 20;

  /** Entities within entities. */
  private static final int MOST_NESTED = 64;

  /** Nobody declares more. */
  private static final int MOST_DECLARATIONS = 10_000;

  private final String text;
  private final int begin;
  private final int end;
  private final Map<String, String> declared = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();

  private XmlEntities(String text, int begin, int end) {
    this.text = text;
    this.begin = begin;
    this.end = end;
    Matcher declaration = DECLARATION.matcher(text).region(begin, end);
    while (declaration.find() && declared.size() < MOST_DECLARATIONS) {
      String value = declaration.group(2);
      declared.putIfAbsent(declaration.group(1), value.substring(1, value.length() - 1));
    }
  }

  static XmlEntities of(String text) {
    Matcher doctype = DOCTYPE.matcher(text);
    if (!doctype.find()) {
      return new XmlEntities(text, 0, 0);
    }
    Matcher close = CLOSE.matcher(text);
    int end = close.find(doctype.end()) ? close.start() + 1 : text.length();
    return new XmlEntities(text, doctype.end() - 1, end);
  }

  /** Whether the text would grow beyond all measure if its entities were put in. */
  boolean isBomb() {
    long grown = 0;
    Matcher reference = REFERENCE.matcher(text).region(end, text.length());
    while (reference.find() && grown <= MOST && !declared.isEmpty()) {
      grown += declared.containsKey(reference.group(1)) ? size(reference.group(1), Set.of()) : 0;
    }
    return grown > MOST || declared.keySet().stream().anyMatch(name -> size(name, Set.of()) > MOST);
  }

  /** Of what an entity stands for in the end; one that stands for itself is endless. */
  private long size(String name, Set<String> within) {
    Long known = sizes.get(name);
    if (known != null) {
      return known;
    }
    if (within.contains(name) || within.size() > MOST_NESTED) {
      return MOST + 1;
    }
    Set<String> inside = new HashSet<>(within);
    inside.add(name);
    String value = declared.getOrDefault(name, "");
    long size = value.length();
    Matcher reference = REFERENCE.matcher(value);
    while (reference.find() && size <= MOST) {
      size += declared.containsKey(reference.group(1)) ? size(reference.group(1), inside) : 0;
    }
    sizes.put(name, Math.min(size, MOST + 1));
    return sizes.get(name);
  }

  /** The text without its declarations and with what they stand for in their places. */
  String resolved() {
    if (end == 0) {
      return text;
    }
    String rest = text.substring(end);
    for (int depth = 0; depth < MOST_NESTED && REFERENCE.matcher(rest).find(); depth++) {
      String once =
          REFERENCE
              .matcher(rest)
              .replaceAll(reference ->
                  Matcher.quoteReplacement(
                      declared.getOrDefault(reference.group(1), reference.group())));
      if (once.equals(rest)) {
        break;
      }
      rest = once;
    }
    return text.substring(0, begin) + rest;
  }
}
