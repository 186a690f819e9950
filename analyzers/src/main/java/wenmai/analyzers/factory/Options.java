package wenmai.analyzers.factory;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import wenmai.analyzers.lexicon.Lexicon;

/** The options of a factory (工厂参数), taken out of Lucene's map one by one. */
final class Options {
  private Options() {}

  /** The lexicon in the folder that the option {@code config} names. */
  static Lexicon lexicon(Map<String, String> args) {
    String folder = args.remove("config");
    if (folder == null) {
      throw new IllegalArgumentException(
          "option config is missing: the folder that holds lexicon, such as /opt/wenmai/config");
    }
    return Lexicon.load(Path.of(folder));
  }

  /** An option that is one of the constants of an enum, in small letters. */
  static <E extends Enum<E>> E choice(Map<String, String> args, String name, E otherwise) {
    String given = args.remove(name);
    if (given == null) {
      return otherwise;
    }
    E[] known = otherwise.getDeclaringClass().getEnumConstants();
    for (E constant : known) {
      if (label(constant).equals(given)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "option "
            + name
            + " is "
            + given
            + "; it can be "
            + Arrays.stream(known).map(Options::label).collect(Collectors.joining(", ")));
  }

  /** Refuses what nobody took out. */
  static void refuseRest(Map<String, String> args) {
    if (!args.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown options: " + String.join(", ", args.keySet().stream().sorted().toList()));
    }
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
