package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** Files that an OFD carries along (OFD 附件), by its {@code Attachments.xml}. */
final class OfdAttachments {
  private OfdAttachments() {}

  static void take(OfdPackage ofd, TakenOut out) {
    Set<String> taken = new HashSet<>();
    for (String list : ofd.attachmentLists()) {
      try {
        take(ofd, list, taken, out);
      } catch (IOException | XMLStreamException | RuntimeException e) {
        out.tellDamaged(list, e);
      }
    }
  }

  private static void take(OfdPackage ofd, String list, Set<String> taken, TakenOut out)
      throws IOException, XMLStreamException {
    String[] name = {""};
    String[] format = {""};
    ofd.each(
        list,
        xml -> {
          if (xml.getLocalName().equals("Attachment")) {
            name[0] = OfdPackage.attribute(xml, "Name");
            format[0] = OfdPackage.attribute(xml, "Format");
          } else if (xml.getLocalName().equals("FileLoc")) {
            String location = xml.getElementText().strip();
            if (taken.add(OfdPackage.key(OfdPackage.resolve(OfdPackage.folder(list), location)))) {
              take(ofd, list, location, fileName(name[0], format[0]), out);
            }
          }
        });
  }

  private static void take(
      OfdPackage ofd, String list, String location, String name, TakenOut out) {
    String place = OfdPackage.resolve(OfdPackage.folder(list), location);
    String last = place.substring(place.lastIndexOf('/') + 1);
    String called = name.isEmpty() || !hasExtension(name) && hasExtension(last) ? last : name;
    try (InputStream in = ofd.open(place).or(() -> atRoot(ofd, location)).orElse(null)) {
      if (in == null) {
        out.refuse(called, new Extraction.Rejected(RejectionCode.DAMAGED, "缺少 " + location));
      } else {
        out.take(called, in);
      }
    } catch (IOException e) {
      out.tellDamaged(called, e);
    }
  }

  /** Some makers write every place from the root of the package. */
  private static Optional<InputStream> atRoot(OfdPackage ofd, String location) {
    try {
      return ofd.open(location);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String fileName(String name, String format) {
    String bare = name.replace('\\', '/');
    String last = bare.substring(bare.lastIndexOf('/') + 1).strip();
    String extension = format.strip().toLowerCase(Locale.ROOT);
    return last.isEmpty() || hasExtension(last) || !extension.matches("[a-z0-9]{1,8}")
        ? last
        : last + "." + extension;
  }

  private static boolean hasExtension(String name) {
    return name.matches(".+\\.[A-Za-z0-9]{1,8}");
  }
}
