package wenmai.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import wenmai.corpus.Accessions;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;

/** A register that keeps everything in memory, for tests of what comes in. */
final class MemoryRegister implements Accessions {
  final Map<FileLocation, RegisteredFile> files =
      new TreeMap<>(Comparator.comparing(FileLocation::root).thenComparing(FileLocation::path));
  final Map<DocumentId, Paper> papers = new HashMap<>();
  final Map<DocumentId, FileLocation> owners = new HashMap<>();
  private final Map<DocumentId, Visibility> decided = new HashMap<>();
  final List<Runnable> waiting = new ArrayList<>();

  @Override
  public List<String> roots() {
    return files.keySet().stream().map(FileLocation::root).distinct().toList();
  }

  @Override
  public Optional<RegisteredFile> registered(FileLocation location) {
    return Optional.ofNullable(files.get(location));
  }

  @Override
  public void registeredUnder(String root, String prefix, Consumer<RegisteredFile> consumer) {
    files.values().stream()
        .filter(file -> file.location().root().equals(root))
        .filter(file -> file.location().path().startsWith(prefix))
        .forEach(consumer);
  }

  @Override
  public List<RegisteredFile> withContent(String sha256) {
    return files.values().stream().filter(file -> file.sha256().equals(sha256)).toList();
  }

  @Override
  public Optional<DocumentId> withExternalId(String externalId) {
    return papers.values().stream()
        .filter(p -> p.document().provenance().externalId().equals(Optional.of(externalId)))
        .map(p -> p.document().id())
        .findFirst();
  }

  @Override
  public Optional<OfficialDocument> held(DocumentId id) {
    return Optional.ofNullable(papers.get(id)).map(Paper::document);
  }

  @Override
  public void accept(Accession accession, Runnable onDurable) {
    withdraw(accession.file().location());
    files.put(accession.file().location(), accession.file());
    for (Paper given : accession.papers()) {
      Paper paper = decided(given);
      papers.put(paper.document().id(), paper);
      owners.put(paper.document().id(), accession.file().location());
    }
    for (OriginalBytes original : accession.originals().values()) {
      if (original instanceof OriginalBytes.Move(Path file)) {
        try {
          Files.delete(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    waiting.add(onDurable);
  }

  @Override
  public void confirm(FileLocation former, RegisteredFile now) {
    files.remove(former);
    files.put(now.location(), now);
    now.documents().forEach(id -> owners.put(id, now.location()));
  }

  @Override
  public void withdraw(FileLocation location) {
    RegisteredFile file = files.remove(location);
    if (file != null) {
      for (DocumentId id : file.documents()) {
        if (location.equals(owners.get(id))) {
          papers.remove(id);
          owners.remove(id);
        }
      }
    }
  }

  private Paper decided(Paper paper) {
    return Optional.ofNullable(decided.get(paper.document().id()))
        .map(visibility ->
            new Paper(
                paper.document().withVisibility(visibility), paper.rawText(), paper.extractor()))
        .orElse(paper);
  }

  /** As a person does who let its mark pass. */
  void publish(String source) {
    papers.replaceAll((id, paper) -> {
      if (paper.document().provenance().source().equals(source)) {
        decided.put(id, Visibility.PUBLIC);
      }
      return decided(paper);
    });
  }

  /** As staff do who set its grade of secrecy. */
  void mark(String source) {
    papers.replaceAll((id, paper) -> {
      OfficialDocument document = paper.document();
      if (!document.provenance().source().equals(source)) {
        return paper;
      }
      decided.put(id, Visibility.INTERNAL);
      Facts facts =
          document
              .facts()
              .and(FactKey.SECRECY, Fact.read("机密", new Evidence.Corrected("机密", "staff"), 1));
      return decided(new Paper(document.withFacts(facts), paper.rawText(), paper.extractor()));
    });
  }

  @Override
  public void keep(DocumentId id, boolean anew) {
    if (anew) {
      decided.put(id, Visibility.INTERNAL);
    }
    decided.putIfAbsent(id, Visibility.INTERNAL);
    papers.computeIfPresent(id, (held, paper) -> decided(paper));
  }

  @Override
  public void heldUnder(
      String root,
      String prefix,
      Visibility visibility,
      BiConsumer<FileLocation, DocumentId> consumer) {
    registeredUnder(
        root,
        prefix,
        file ->
            file.documents().stream()
                .filter(id -> held(id).filter(p -> p.visibility() == visibility).isPresent())
                .forEach(id -> consumer.accept(file.location(), id)));
  }

  @Override
  public void settle() {}

  @Override
  public void flush() {
    waiting.forEach(Runnable::run);
    waiting.clear();
  }

  @Override
  public long duplicates() {
    Set<String> texts = new HashSet<>();
    papers.values().forEach(paper -> texts.add(paper.document().content().text()));
    return papers.size() - texts.size();
  }

  @Override
  public void close() {
    flush();
  }
}
