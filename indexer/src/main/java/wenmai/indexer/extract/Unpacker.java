package wenmai.indexer.extract;

import com.github.junrar.Archive;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedRarV5Exception;
import com.github.junrar.rarfile.FileHeader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import wenmai.indexer.extract.Extraction.Part;
import wenmai.indexer.source.BoundedCopy;

/**
 * Takes files out of 7z, RAR, TAR, GZIP and OFDs of several documents (解包) into the scratch folder,
 * within bounds.
 */
final class Unpacker {
  private static final int KIBIBYTES_OF_A_DICTIONARY = 256 << 10;

  private final Path scratch;
  private final Limits limits;

  Unpacker(Path scratch, Limits limits) {
    this.scratch = scratch;
    this.limits = limits;
  }

  Extraction unpack(Path file, String name, Format format) {
    List<Part> parts = new ArrayList<>();
    try {
      Budget budget = new Budget(file, parts);
      switch (format) {
        case SEVEN_ZIP -> sevenZip(file, budget);
        case RAR -> rar(file, budget);
        case OFD_BUNDLE -> bundle(file, budget);
        case TAR -> tar(Files.newInputStream(file), budget);
        default -> gzip(file, name, budget);
      }
      return new Extraction.Unpacked(parts);
    } catch (TooMuch e) {
      return refuse(parts, RejectionCode.EXPANDS_TOO_FAR, String.valueOf(e.getMessage()));
    } catch (PasswordRequiredException e) {
      return refuse(parts, RejectionCode.ENCRYPTED, "");
    } catch (UnsupportedRarV5Exception e) {
      return refuse(parts, RejectionCode.UNSUPPORTED_ARCHIVE, "RAR5");
    } catch (IOException | RarException | RuntimeException e) {
      return refuse(parts, RejectionCode.DAMAGED, Complaints.shortened(e));
    }
  }

  private static Extraction refuse(List<Part> parts, RejectionCode code, String detail) {
    for (Part part : parts) {
      if (part instanceof Part.Whole whole) {
        try {
          Files.deleteIfExists(whole.file());
        } catch (IOException e) {
          // The scratch folder is emptied after the run.
        }
      }
    }
    return new Extraction.Rejected(code, detail);
  }

  private void sevenZip(Path file, Budget budget) throws IOException {
    try (SevenZFile archive =
        SevenZFile.builder().setPath(file).setMaxMemoryLimitKiB(KIBIBYTES_OF_A_DICTIONARY).get()) {
      for (SevenZArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        if (!entry.isDirectory() && entry.hasStream()) {
          long modified =
              entry.getHasLastModifiedDate() ? entry.getLastModifiedTime().toMillis() : 0;
          budget.take(String.valueOf(entry.getName()), modified, archive.getInputStream(entry));
        }
      }
    }
  }

  private void rar(Path file, Budget budget) throws IOException, RarException {
    try (Archive archive = new Archive(file.toFile())) {
      if (archive.isEncrypted()) {
        throw new PasswordRequiredException("RAR");
      }
      for (FileHeader header : archive.getFileHeaders()) {
        if (header.isDirectory()) {
          continue;
        }
        if (header.isEncrypted()) {
          budget.refuse(header.getFileName(), Extraction.Rejected.of(RejectionCode.ENCRYPTED));
        } else {
          long modified =
              header.getLastModifiedTime() == null ? 0 : header.getLastModifiedTime().toMillis();
          budget.take(header.getFileName(), modified, archive.getInputStream(header));
          budget.checkLast(header.getFullUnpackSize());
        }
      }
    }
  }

  private void tar(InputStream raw, Budget budget) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new BufferedInputStream(raw), "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          budget.take(entry.getName(), entry.getLastModifiedTime().toMillis(), tar);
        }
      }
    }
  }

  private void bundle(Path file, Budget budget) throws IOException {
    try (OfdBundle bundle = OfdBundle.open(file)) {
      budget.expect(bundle.bytes(budget.left));
      for (int i = 0; i < bundle.size(); i++) {
        budget.takeDocument(bundle, i);
      }
    }
  }

  private void gzip(Path file, String name, Budget budget) throws IOException {
    try (InputStream in =
        new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      String inner = name.replaceFirst("(?i)\\.tgz$", ".tar").replaceFirst("(?i)\\.gz$", "");
      budget.take(inner.equals(name) ? name + ".out" : inner, 0, in);
    }
  }

  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;

    TooMuch(String limit) {
      super(limit);
    }
  }

  /** What may still come out. */
  private final class Budget {
    private final List<Part> parts;
    private final long most;
    private long left;

    Budget(Path file, List<Part> parts) throws IOException {
      this.parts = parts;
      this.most = Math.min(limits.expandedBytes(), Limits.expandedBytes(Files.size(file)));
      this.left = most;
    }

    /** Ends it before anything is written where more would come out than may. */
    void expect(long bytes) throws TooMuch {
      if (bytes > left) {
        throw new TooMuch(most / (1 << 20) + " MB");
      }
    }

    void refuse(String name, Extraction.Rejected why) throws TooMuch {
      count();
      parts.add(new Part.Refused(name, why));
    }

    void take(String name, long modified, InputStream in) throws IOException {
      count();
      Path target = Files.createTempFile(scratch, "member", ".bin");
      parts.add(new Part.Whole(name, target, Math.max(0, modified)));
      try (OutputStream out = Files.newOutputStream(target)) {
        copy(in, out);
      }
    }

    /** A document of a bundle; the bytes of its parts count as they come out. */
    void takeDocument(OfdBundle bundle, int index) throws IOException {
      count();
      Path target = Files.createTempFile(scratch, "member", ".bin");
      parts.add(new Part.Whole(bundle.name(index), target, 0));
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
        bundle.write(index, out, this::copy);
      }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
      long bytes = BoundedCopy.copy(in, out, left);
      if (bytes > left) {
        throw new TooMuch(most / (1 << 20) + " MB");
      }
      left -= bytes;
    }

    /** A member that breaks off is damaged, and so is one that the archive itself cannot give. */
    void checkLast(long bytes) throws IOException {
      if (parts.getLast() instanceof Part.Whole whole && Files.size(whole.file()) != bytes) {
        Files.delete(whole.file());
        parts.removeLast();
        parts.add(
            new Part.Refused(whole.name(), new Extraction.Rejected(RejectionCode.DAMAGED, "RAR")));
      }
    }

    private void count() throws TooMuch {
      if (parts.size() >= limits.members()) {
        throw new TooMuch(limits.members() + " 个文件");
      }
    }
  }
}
