package wenmai.indexer.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Whether an office file brings programs along (宏). They are never run; a report says so. */
final class Macros {
  /** The storages of Word, of Excel, and of PowerPoint's parts. */
  private static final Set<String> STORAGES = Set.of("Macros", "_VBA_PROJECT_CUR", "VBA");

  private Macros() {}

  static boolean in(Path file, Format format) {
    try {
      return has(file, format);
    } catch (IOException | RuntimeException e) {
      return false; // no package of parts, so there is no place for any
    }
  }

  private static boolean has(Path file, Format format) throws IOException {
    return switch (format) {
      case OOXML -> {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
          yield zip.stream()
              .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
              .anyMatch(name -> name.endsWith("vbaproject.bin"));
        }
      }
      case OLE -> {
        try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
          yield ole.getRoot().getEntryNames().stream().anyMatch(STORAGES::contains);
        }
      }
      default -> false;
    };
  }
}
