package wenmai.corpus.matter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.duplicate.CopyJudge;
import wenmai.corpus.reading.DocumentReader;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.reading.ReadingRules;
import wenmai.corpus.text.RepairedText;

/** The texts of a folder {@code docs/} read with our own readers, copies left out. */
final class ReadSet {
  private ReadSet() {}

  static List<OfficialDocument> read(Path set, Path config, CitationFinder finder)
      throws IOException {
    DocumentReader reader = new DocumentReader(ReadingRules.load(config), finder::find);
    List<OfficialDocument> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(set.resolve("docs"))) {
      for (Path file : files.sorted().toList()) {
        OfficialDocument document = reader.read(input(file));
        if (documents.stream().noneMatch(other -> CopyJudge.areCopies(other, document))) {
          documents.add(document);
        }
      }
    }
    return documents;
  }

  private static ReadingInput input(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    return new ReadingInput(
        LabelledSet.id(name),
        new Provenance(Optional.of(name), name, "", 0, "text/plain", Optional.empty()),
        RepairedText.untouched(Files.readString(file)),
        List.of(),
        Map.of(),
        Facts.none(),
        Visibility.PUBLIC);
  }
}
