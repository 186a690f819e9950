package wenmai.analyzers;

import java.nio.file.Path;
import wenmai.analyzers.lexicon.Lexicon;

/** The lexicon of this installation, read once for all tests. */
public final class TestLexicon {
  private static final Lexicon LEXICON = Lexicon.load(configDir());

  private TestLexicon() {}

  public static Lexicon get() {
    return LEXICON;
  }

  /** Given by the build; a test started from an editor stands in the module or above it. */
  public static Path configDir() {
    String root = System.getProperty("wenmai.root", "..");
    return Path.of(root, "config");
  }
}
