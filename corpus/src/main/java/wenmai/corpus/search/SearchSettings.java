package wenmai.corpus.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.reading.FormerNames;

/**
 * What searching takes from an installation (检索设置), read once: the lexicon, the names of kinds, the
 * phrases of {@code config/search}, the places that were renamed, what laws are commonly called.
 */
public final class SearchSettings {
  private final Lexicon lexicon;
  private final KindNames kinds;
  private final Understanding.Wording wording;
  private final FutureTask<Completions> completions;
  private final Weights weights;
  private final LegalTerms legalTerms;
  private final RenamedPlaces places;
  private final LawNames laws;

  private SearchSettings(
      Lexicon lexicon,
      KindNames kinds,
      Understanding.Wording wording,
      Weights weights,
      LegalTerms legalTerms,
      RenamedPlaces places,
      LawNames laws) {
    this.places = places;
    this.laws = laws;
    this.lexicon = lexicon;
    this.kinds = kinds;
    this.wording = wording;
    this.weights = weights;
    this.legalTerms = legalTerms;
    // Spelling every word takes a third of a second, which a start need not wait for.
    this.completions = new FutureTask<>(() -> new Completions(lexicon));
  }

  /**
   * @param configDir the folder {@code config}, which holds {@code search}
   */
  public static SearchSettings load(Path configDir, Lexicon lexicon) {
    return load(configDir, lexicon, Weights.load(configDir));
  }

  /**
   * @param configDir the folder {@code config}, which holds {@code search}
   * @param weights instead of those in it
   */
  public static SearchSettings load(Path configDir, Lexicon lexicon, Weights weights) {
    Path folder = configDir.resolve("search");
    return new SearchSettings(
        lexicon,
        KindNames.load(folder.resolve("kinds.tsv")),
        wording(folder.resolve("wording.tsv")),
        weights,
        LegalTerms.load(folder.resolve("plain-words.tsv")),
        new RenamedPlaces(FormerNames.load(configDir)),
        LawNames.load(configDir.resolve("citation")));
  }

  private static Understanding.Wording wording(Path file) {
    Map<String, String> phrases = new HashMap<>();
    for (String line : lines(file)) {
      int tab = line.indexOf('\t');
      if (!line.startsWith("#") && tab > 0) {
        phrases.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return new Understanding.Wording(phrases);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("[" + file + "] cannot be read", e);
    }
  }

  Lexicon lexicon() {
    return lexicon;
  }

  RenamedPlaces places() {
    return places;
  }

  LawNames laws() {
    return laws;
  }

  KindNames kinds() {
    return kinds;
  }

  Weights weights() {
    return weights;
  }

  LegalTerms legalTerms() {
    return legalTerms;
  }

  /** Made by whoever asks first. */
  Completions completions() {
    completions.run();
    try {
      return completions.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while names were spelled", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  Understanding.Wording wording() {
    return wording;
  }
}
