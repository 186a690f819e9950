package wenmai.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.indexer.extract.CommonCharacters;
import wenmai.indexer.extract.Decoder;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.Extractor;
import wenmai.indexer.extract.Format;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.source.ContainerBudget;
import wenmai.indexer.source.FreePlaces;
import wenmai.indexer.source.JsonLines;
import wenmai.indexer.source.MemberName;
import wenmai.indexer.source.MemberVisitor;
import wenmai.indexer.source.Source;
import wenmai.indexer.source.SourceFile;
import wenmai.indexer.source.SourceLine;
import wenmai.indexer.source.ZipMembers;

/** Opens what holds other papers (容器): ZIP and lines of JSON. */
final class Containers {
  /** A ZIP of one of these names is a damaged document, not a container. */
  private static final Set<String> DOCUMENT_NAMES =
      Set.of("docx", "xlsx", "pptx", "docm", "xlsm", "pptm", "odt", "ods", "odp", "ofd", "wps");

  /** Bytes of JSON that a character of text may take: six, as {@code \\u4e00}. */
  private static final int JSON_BYTES_PER_CHARACTER = 6;

  /** Hears of what is in a container. */
  interface Contents {
    void file(SourceFile file);

    void line(SourceLine line);

    void rejected(FileLocation location, Extraction.Rejected rejected);

    /** Another line of the same external id follows. */
    void superseded(FileLocation location);

    /** The outermost container holds more than it may in all; nothing more of this one follows. */
    void beyond(ContainerBudget budget);
  }

  private final IndexerSettings settings;
  private final Decoder decoder;
  private final Extractor extractor;

  Containers(IndexerSettings settings, Extractor extractor) {
    this.settings = settings;
    this.extractor = extractor;
    this.decoder = new Decoder(CommonCharacters.read(settings.config()));
  }

  static boolean isContainer(SourceFile file) throws IOException {
    return file.bytes() > 0 && isContainer(Extractor.format(file.file(), file.name()), file);
  }

  private static boolean isContainer(Format format, SourceFile file) {
    return format == Format.OFD_BUNDLE
        || (format.isContainer() && !DOCUMENT_NAMES.contains(extension(file)));
  }

  /** A member that nobody needs any more leaves the scratch folder. */
  static void discard(Source source) {
    if (source instanceof SourceFile file && file.ownership() == SourceFile.Ownership.OURS) {
      delete(file.file());
    }
  }

  /** The same for what came out of a file. */
  static void discard(List<Extraction.Part> parts) {
    for (Extraction.Part part : parts) {
      if (part instanceof Extraction.Part.Whole whole) {
        delete(whole.file());
      }
    }
  }

  private static void delete(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the temporary file " + temporary, e);
    }
  }

  private static String extension(SourceFile file) {
    String name = file.name();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** More lies in a container than may come out. */
  static Extraction.Rejected tooMuch(String limit) {
    return new Extraction.Rejected(RejectionCode.EXPANDS_TOO_FAR, limit);
  }

  /** Bytes of a file that holds no others; larger ones are refused unread. */
  long largestFile() {
    return settings.limits().fileBytes();
  }

  /** What an outermost container may come to, with all that lies in it. */
  ContainerBudget budget(SourceFile outermost) {
    return new ContainerBudget(outermost, settings.limits().container());
  }

  /**
   * @param depth of its members: 1 for those of an outermost container
   */
  void open(SourceFile container, int depth, ContainerBudget budget, Contents contents)
      throws IOException {
    if (depth > settings.limits().depth()) {
      contents.rejected(
          container.location(),
          new Extraction.Rejected(RejectionCode.NESTED_TOO_DEEP, settings.limits().depth() + " 层"));
      return;
    }
    switch (Extractor.format(container.file(), container.name())) {
      case JSON_LINES -> lines(container, budget, contents);
      case ZIP -> zip(container, budget, contents);
      default -> archive(container, budget, contents);
    }
  }

  private void zip(SourceFile container, ContainerBudget budget, Contents contents) {
    try {
      new ZipMembers(
              container,
              settings.scratch(),
              settings.limits().container(),
              budget,
              name -> decoder.decode(name).text())
          .read(new Members(container, budget, contents));
    } catch (IOException e) {
      contents.rejected(
          container.location(),
          new Extraction.Rejected(RejectionCode.DAMAGED, String.valueOf(e.getMessage())));
    }
  }

  private void archive(SourceFile container, ContainerBudget budget, Contents contents) {
    switch (budget.timed(() -> extractor.extract(container.file(), container.name()))) {
      case Extraction.Unpacked unpacked -> parts(container, unpacked.parts(), budget, contents);
      case Extraction.Rejected rejected -> contents.rejected(container.location(), rejected);
      case Extraction.Extracted unexpected ->
          contents.rejected(
              container.location(), Extraction.Rejected.of(RejectionCode.UNSUPPORTED));
    }
  }

  /** Hands on what came out of a file. */
  static void parts(
      SourceFile container,
      List<Extraction.Part> parts,
      ContainerBudget budget,
      Contents contents) {
    FreePlaces places = new FreePlaces();
    for (Extraction.Part part : parts) {
      MemberName name = MemberName.of(part.name());
      FileLocation location = member(container.location(), places.take(name.printable()));
      switch (part) {
        case Extraction.Part.Refused refused -> {
          if (budget.takeMember(0)) {
            contents.rejected(location, refused.why());
          }
        }
        case Extraction.Part.Whole whole -> {
          SourceFile file = member(location, whole);
          if (!budget.takeMember(file.bytes())) {
            discard(file);
          } else if (name.isUnsafe()) {
            contents.rejected(
                location, new Extraction.Rejected(RejectionCode.UNSAFE_NAME, part.name()));
            discard(file);
          } else if (name.isHidden()) {
            discard(file);
          } else {
            contents.file(file);
          }
        }
      }
    }
    if (budget.isSpent()) {
      contents.beyond(budget);
    }
  }

  private static FileLocation member(FileLocation container, String name) {
    return new FileLocation(container.root(), container.path() + "!/" + name);
  }

  private static SourceFile member(FileLocation location, Extraction.Part.Whole part) {
    try {
      return new SourceFile(
          location,
          part.file(),
          Files.size(part.file()),
          part.modifiedMillis(),
          SourceFile.Ownership.OURS);
    } catch (IOException e) {
      throw new UncheckedIOException("a member vanished: " + part.file(), e);
    }
  }

  private void lines(SourceFile file, ContainerBudget budget, Contents contents) {
    int longest =
        (int)
            Math.min(
                Integer.MAX_VALUE / 8,
                (long) settings.limits().textCharacters() * JSON_BYTES_PER_CHARACTER);
    try {
      new JsonLines(file, longest, settings.limits().container(), budget)
          .read(
              new JsonLines.Visitor() {
                @Override
                public void line(SourceLine line) {
                  contents.line(line);
                }

                @Override
                public void superseded(FileLocation location) {
                  contents.superseded(location);
                }

                @Override
                public void tooLong(FileLocation location) {
                  contents.rejected(
                      location, new Extraction.Rejected(RejectionCode.TOO_LARGE, longest + " 字"));
                }

                @Override
                public void expandsTooFar(String limit) {
                  contents.rejected(file.location(), tooMuch(limit));
                }

                @Override
                public void beyondBudget() {
                  contents.beyond(budget);
                }
              });
    } catch (IOException e) {
      contents.rejected(
          file.location(),
          new Extraction.Rejected(RejectionCode.DAMAGED, String.valueOf(e.getMessage())));
    }
  }

  private record Members(SourceFile container, ContainerBudget budget, Contents contents)
      implements MemberVisitor {
    @Override
    public void member(SourceFile file) {
      contents.file(file);
    }

    @Override
    public void unsafe(FileLocation location) {
      contents.rejected(
          location, new Extraction.Rejected(RejectionCode.UNSAFE_NAME, location.path()));
    }

    @Override
    public void encrypted(FileLocation location) {
      contents.rejected(location, Extraction.Rejected.of(RejectionCode.ENCRYPTED));
    }

    @Override
    public void unreadable(FileLocation location, String why) {
      contents.rejected(location, new Extraction.Rejected(RejectionCode.DAMAGED, why));
    }

    @Override
    public void expandsTooFar(String limit) {
      contents.rejected(container.location(), tooMuch(limit));
    }

    @Override
    public void beyondBudget() {
      contents.beyond(budget);
    }
  }
}
