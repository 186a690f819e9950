package wenmai.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import wenmai.corpus.Archive;
import wenmai.corpus.Reader;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.Publication;

/**
 * Two sites of the same public papers, of which one has internal papers as well. Tests that ask for
 * them share them and leave the archives as they found them.
 *
 * @param hidden the internal papers of the one that has some
 */
record TwinSites(Path folder, OpenSite with, OpenSite without, List<DocumentId> hidden)
    implements AutoCloseable {
  static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  /** Hands tests the one pair of the run, opened when it is first asked for. */
  static final class Extension implements ParameterResolver {
    private static final ExtensionContext.Namespace SITES =
        ExtensionContext.Namespace.create(Extension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TwinSites.class;
    }

    @Override
    public TwinSites resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(SITES)
          .getOrComputeIfAbsent(TwinSites.class, type -> TwinSites.open(), TwinSites.class);
    }
  }

  private static TwinSites open() {
    try {
      Path folder = Files.createTempDirectory("wenmai-twins");
      LeakPapers sources = new LeakPapers(folder);
      Path papers = sources.open();
      Path first = folder.resolve("with");
      OpenSite.index(first, papers, "public");
      OpenSite.index(first, sources.hiddenLater(), "public");
      OpenSite.index(first, sources.internal(), "internal");
      Path second = folder.resolve("without");
      OpenSite.index(second, papers, "public");
      OpenSite with = OpenSite.over(first, DAY);
      hide(with.archive(), "关于蓝鲸计划落实情况的报告");
      return new TwinSites(folder, with, OpenSite.over(second, DAY), hidden(with.archive()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void hide(Archive archive, String title) {
    DocumentId id =
        archive
            .openFor(Reader.owner(), DAY)
            .search(SearchRequest.of("\"" + title + "\""))
            .hits()
            .getFirst()
            .document()
            .id();
    archive
        .workroomFor(new Reader(Reader.Role.STAFF, Optional.of("林知夏")))
        .publish(id, Publication.INTERNAL);
  }

  private static List<DocumentId> hidden(Archive archive) {
    List<DocumentId> hidden = new ArrayList<>();
    archive
        .openFor(Reader.owner(), DAY)
        .export(
            view -> {
              if (view.document().visibility() == Visibility.INTERNAL) {
                hidden.add(view.document().id());
              }
            },
            matter -> {});
    return List.copyOf(hidden);
  }

  @Override
  public void close() throws IOException {
    with.close();
    without.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
