package wenmai.indexer.repair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import wenmai.corpus.text.Folding;
import wenmai.corpus.text.RepairedText;
import wenmai.indexer.extract.CommonCharacters;
import wenmai.indexer.extract.Signs;
import wenmai.indexer.layout.RawText;

/**
 * Mends a raw text, pass by pass (修补): what the layout called for, encodings, glosses, furniture,
 * broken lines. Each pass sees the text as the one before left it. Safe for use by many threads.
 */
public final class Repairer {
  private final EncodingRepair encodings;
  private final ConfusionRepair confusions;
  private final BoilerplateRepair boilerplate;
  private final PageNumberRepair pageNumbers;
  private final LineBreakRepair lineBreaks;

  private Repairer(
      EncodingRepair encodings,
      ConfusionRepair confusions,
      BoilerplateRepair boilerplate,
      PageNumberRepair pageNumbers,
      LineBreakRepair lineBreaks) {
    this.encodings = encodings;
    this.confusions = confusions;
    this.boilerplate = boilerplate;
    this.pageNumbers = pageNumbers;
    this.lineBreaks = lineBreaks;
  }

  /**
   * @param config the configuration folder
   */
  public static Repairer read(Path config) {
    Folding folding = folding(config.resolve("reading/traditional.txt"));
    LineBreakRepair lineBreaks = LineBreakRepair.read(config, folding);
    return new Repairer(
        new EncodingRepair(CommonCharacters.read(config), Signs.read(config)),
        ConfusionRepair.read(config),
        new BoilerplateRepair(BoilerplateRules.read(config), folding),
        new PageNumberRepair(folding, lineBreaks),
        lineBreaks);
  }

  public RepairedText repair(RawText raw) {
    Draft draft = new Draft(raw.text());
    draft.apply(layout(raw.marks()));
    draft.apply(encodings.of(draft.text()));
    draft.apply(confusions.of(draft.text()));
    draft.apply(GlossRepair.of(draft.text()));
    draft.apply(boilerplate.of(draft.text()));
    draft.apply(pageNumbers.of(draft.text()));
    draft.apply(lineBreaks.of(draft.text()));
    return draft.finish();
  }

  private static List<Draft.Edit> layout(List<RawText.Mark> marks) {
    return marks.stream()
        .map(mark -> new Draft.Edit(mark.span(), mark.replacement(), mark.why()))
        .toList();
  }

  private static Folding folding(Path file) {
    try {
      return Folding.of(
          Files.readAllLines(file).stream()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
              .filter(pair -> !pair.isEmpty())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("[" + file + "] cannot be read", e);
    }
  }
}
