package wenmai.web.render;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import wenmai.corpus.IntakeStopped;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.store.FullDisk;
import wenmai.corpus.store.StoreProblem;

/**
 * The words shown to people (用语), all from one bundle. An unknown key is an error, so that none is
 * shown by mistake.
 */
public final class Messages {
  private final Map<String, String> texts;

  private Messages(Map<String, String> texts) {
    this.texts = texts;
  }

  public static Messages load() {
    try (InputStreamReader in =
        new InputStreamReader(
            java.util.Objects.requireNonNull(
                Messages.class.getResourceAsStream("/messages.properties")),
            StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(in);
      Map<String, String> texts = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
      return new Messages(Map.copyOf(texts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** The text under a key, with {@code {0}} … filled in; numbers are printed plainly. */
  public String get(String key, Object... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new MissingResourceException("no message " + key, "messages", key);
    }
    if (values.length == 0) {
      return text;
    }
    Object[] printed = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      printed[i] = String.valueOf(values[i]);
    }
    return new MessageFormat(text.replace("'", "''"), Locale.CHINA).format(printed);
  }

  /** What is wrong with a query, and where. */
  public String get(QueryProblem problem) {
    return get("query." + problem.code(), problem.position() + 1);
  }

  /** What went wrong with the archive, and what to do. */
  public String told(Throwable failure) {
    return switch (failure) {
      case StoreProblem problem ->
          get("store." + problem.reason().key(), problem.details().toArray());
      case IntakeStopped stopped -> get("intake.stopped");
      case UncheckedIOException full when FullDisk.isSaidBy(full) -> get("store.no-room");
      case UncheckedIOException unusable ->
          get("store.failed", String.valueOf(unusable.getMessage()));
      default -> Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    };
  }

  /** The label of a value, or the value itself where it is free text. */
  public String label(String group, String value) {
    return texts.getOrDefault(group + "." + value, value);
  }
}
