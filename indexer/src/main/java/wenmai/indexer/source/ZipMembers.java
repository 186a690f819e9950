package wenmai.indexer.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.Function;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import wenmai.corpus.Accessions.FileLocation;

/** The files in a ZIP (压缩包), unpacked one at a time into the scratch folder. */
public final class ZipMembers {
  private final SourceFile file;
  private final Path scratch;
  private final ContainerLimits limits;
  private final ContainerBudget budget;
  private final Function<byte[], String> nameDecoder;
  private final FreePlaces places = new FreePlaces();
  private long expanded;

  /**
   * @param limits of this ZIP
   * @param budget of the outermost container it lies in, or is
   * @param nameDecoder for names that do not say they are UTF-8: Chinese Windows writes GBK
   */
  public ZipMembers(
      SourceFile file,
      Path scratch,
      ContainerLimits limits,
      ContainerBudget budget,
      Function<byte[], String> nameDecoder) {
    this.budget = budget;
    this.file = file;
    this.scratch = scratch;
    this.limits = limits;
    this.nameDecoder = nameDecoder;
  }

  /**
   * @throws IOException if the ZIP itself cannot be read
   */
  public void read(MemberVisitor visitor) throws IOException {
    if (ZipDirectory.isTooLarge(file.file())) {
      visitor.expandsTooFar("目录 " + (ZipDirectory.MOST_BYTES >> 20) + " MB");
      return;
    }
    try (ZipFile zip =
        ZipFile.builder()
            .setPath(file.file())
            .setCharset(StandardCharsets.ISO_8859_1)
            .setUseUnicodeExtraFields(true)
            .get()) {
      for (Enumeration<ZipArchiveEntry> e = zip.getEntries(); e.hasMoreElements(); ) {
        ZipArchiveEntry entry = e.nextElement();
        if (entry.isDirectory()) {
          continue;
        }
        if (!budget.takeMember()) {
          visitor.beyondBudget();
          return;
        }
        if (!member(zip, entry, visitor)) {
          return;
        }
      }
    }
  }

  private boolean member(ZipFile zip, ZipArchiveEntry entry, MemberVisitor visitor)
      throws IOException {
    MemberName name = MemberName.of(name(entry));
    FileLocation location =
        new FileLocation(
            file.location().root(), file.location().path() + "!/" + places.take(name.printable()));
    if (name.isUnsafe()) {
      visitor.unsafe(location);
    } else if (entry.getGeneralPurposeBit().usesEncryption()) {
      visitor.encrypted(location);
    } else if (!zip.canReadEntryData(entry)) {
      visitor.unreadable(location, "压缩方法 " + entry.getMethod());
    } else if (!name.isHidden()) {
      return unpack(zip, entry, location, visitor);
    }
    return true;
  }

  private boolean unpack(
      ZipFile zip, ZipArchiveEntry entry, FileLocation location, MemberVisitor visitor)
      throws IOException {
    long own = limits.mayExpandTo(file.bytes()) - expanded;
    long left = Math.min(own, budget.bytesLeft());
    Path target = Files.createTempFile(scratch, "member", ".bin");
    long bytes;
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      bytes = BoundedCopy.copy(in, out, left);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(target);
      visitor.unreadable(location, String.valueOf(e.getMessage()));
      return true;
    }
    if (bytes > left) {
      Files.deleteIfExists(target);
      if (budget.takeBytes(bytes)) {
        visitor.expandsTooFar((own + expanded) / (1 << 20) + " MB");
      } else {
        visitor.beyondBudget();
      }
      return false;
    }
    expanded += bytes;
    budget.takeBytes(bytes);
    long modified = Math.max(0, entry.getTime());
    visitor.member(new SourceFile(location, target, bytes, modified, SourceFile.Ownership.OURS));
    return true;
  }

  private String name(ZipArchiveEntry entry) {
    String name = entry.getName();
    if (entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD
        || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
      return name;
    }
    byte[] raw = entry.getRawName();
    return raw == null ? name : nameDecoder.apply(raw);
  }
}
