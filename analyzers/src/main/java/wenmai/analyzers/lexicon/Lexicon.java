package wenmai.analyzers.lexicon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wenmai.analyzers.fold.Folding;
import wenmai.analyzers.fold.ScriptTables;

/**
 * All that analysis takes from {@code config/lexicon} (词典): read once, immutable, safe to share.
 *
 * <p>Words are kept folded, for they meet folded text.
 */
public final class Lexicon {
  private final Map<String, Word> words;
  private final Units units;
  private final NameWords names;
  private final Synonyms synonyms;
  private final Map<String, List<String>> readings;
  private final Folding folding;
  private final String fingerprint;

  private Lexicon(
      Map<String, Word> words,
      Units units,
      NameWords names,
      Synonyms synonyms,
      Map<String, List<String>> readings,
      Folding folding,
      String fingerprint) {
    this.words = Map.copyOf(words);
    this.units = units;
    this.names = names;
    this.synonyms = synonyms;
    this.readings = Map.copyOf(readings);
    this.folding = folding;
    this.fingerprint = fingerprint;
  }

  /**
   * Reads the lexicon of an installation.
   *
   * @param configDir the folder {@code config}, which holds {@code lexicon}
   * @throws LexiconException where a file is absent or a line is not understood
   */
  public static Lexicon load(Path configDir) {
    Path folder = configDir.resolve("lexicon");
    List<LexiconFile> read = new ArrayList<>();
    LexiconFile variants = LexiconFile.read(folder.resolve("folding.txt"));
    read.add(variants);
    Folding folding = Folding.of(variants(variants));
    Map<String, Word> words = new LinkedHashMap<>();
    for (PartOfLexicon part : PartOfLexicon.values()) {
      Path file = folder.resolve(part.fileName());
      if (Files.exists(file)) {
        LexiconFile lines = LexiconFile.read(file);
        read.add(lines);
        addWords(words, lines, part, folding);
      }
    }
    LexiconFile units = LexiconFile.read(folder.resolve("units.txt"));
    read.add(units);
    LexiconFile compounds = LexiconFile.read(folder.resolve("compounds.txt"));
    read.add(compounds);
    compounds.rows().forEach(row -> addCompounds(words, row, folding));
    LexiconFile names = LexiconFile.read(folder.resolve("names.txt"));
    read.add(names);
    // Neither changes what an index holds, so neither is in the fingerprint.
    Synonyms synonyms = Synonyms.of(LexiconFile.read(folder.resolve("synonyms.txt")), folding);
    Map<String, List<String>> readings = readings(LexiconFile.read(folder.resolve("readings.txt")));
    return new Lexicon(
        words,
        Units.of(units),
        NameWords.of(names),
        synonyms,
        readings,
        folding,
        Fingerprint.of(read));
  }

  private static Map<Integer, Integer> variants(LexiconFile file) {
    Map<Integer, Integer> variants = new HashMap<>(ScriptTables.toSimplified());
    for (LexiconFile.Row row : file.rows()) {
      String to = row.cell(1);
      if (row.cells().size() < 2
          || row.first().codePointCount(0, row.first().length()) != 1
          || to.codePointCount(0, to.length()) != 1) {
        throw row.wrong("expected one character, a tab and the character it stands for");
      }
      variants.put(row.first().codePointAt(0), to.codePointAt(0));
    }
    return variants;
  }

  private static void addWords(
      Map<String, Word> words, LexiconFile file, PartOfLexicon part, Folding folding) {
    for (LexiconFile.Row row : file.rows()) {
      String text = folding.fold(row.first()).text();
      if (text.codePointCount(0, text.length()) < 2) {
        throw row.wrong("a word has two characters or more");
      }
      if (words.putIfAbsent(text, new Word(text, part)) != null) {
        throw row.wrong("the word is listed twice");
      }
    }
  }

  private static void addCompounds(Map<String, Word> words, LexiconFile.Row row, Folding folding) {
    PartOfLexicon part =
        PartOfLexicon.named(row.first()).orElseThrow(() -> row.wrong("no such part"));
    if (row.cells().size() != 3) {
      throw row.wrong("expected a part, first halves and second halves");
    }
    for (String first : row.cell(1).split(" ")) {
      for (String second : row.cell(2).split(" ")) {
        String text = folding.fold(first + second).text();
        words.putIfAbsent(text, new Word(text, part));
      }
    }
  }

  private static Map<String, List<String>> readings(LexiconFile file) {
    Map<String, List<String>> readings = new HashMap<>();
    for (LexiconFile.Row row : file.rows()) {
      List<String> syllables = List.of(row.cell(1).split(" "));
      if (syllables.size() != row.first().codePointCount(0, row.first().length())) {
        throw row.wrong("expected a syllable for each character");
      }
      readings.put(row.first(), syllables);
    }
    return readings;
  }

  /** The words of the field by their folded text. */
  public Map<String, Word> words() {
    return words;
  }

  /** Measures that make one word with the number before them (15件). */
  public Set<String> measures() {
    return units.measures();
  }

  /** Measures that make one word with 第 and a number (第12条). */
  public Set<String> ordinals() {
    return units.ordinals();
  }

  public NameWords names() {
    return names;
  }

  public Synonyms synonyms() {
    return synonyms;
  }

  /** Readings of words that go before those of the general table: a syllable a character. */
  public Map<String, List<String>> readings() {
    return readings;
  }

  /** The folding of exact search; {@link Folding#wide()} of it is that of ranking. */
  public Folding folding() {
    return folding;
  }

  /**
   * A digest of all that changes what analysis makes of a text; an index made with another one must
   * be made again.
   */
  public String fingerprint() {
    return fingerprint;
  }
}
