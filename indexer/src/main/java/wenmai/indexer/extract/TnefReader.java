package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.hmef.CompressedRTF;
import wenmai.indexer.extract.TnefRecords.Item;
import wenmai.indexer.layout.RawText;

/**
 * Reads the parcel into which Outlook packs a mail for its like (winmail.dat，TNEF): its text, and
 * the files attached to it.
 */
final class TnefReader {
  private static final String TOOL = TikaReader.TOOL + "; poi hmef";

  private static final int SUBJECT_OF_OLD = 0x8004;
  private static final int BODY_OF_OLD = 0x800C;
  private static final int PROPERTIES = 0x9003;
  private static final int BEGINS_ATTACHMENT = 0x9002;
  private static final int TITLE = 0x8010;
  private static final int DATA = 0x800F;
  private static final int PROPERTIES_OF_ATTACHMENT = 0x9005;

  private static final int SUBJECT = 0x0037;
  private static final int BODY = 0x1000;
  private static final int RTF = 0x1009;
  private static final int HTML = 0x1013;
  private static final int DATA_OF_PROPERTIES = 0x3701;
  private static final int[] NAMES = {0x3707, 0x3704, 0x3001};
  private static final int CONTENT_ID = 0x3712;

  private static final String PICTURES = "(?i).+\\.(?:png|jpe?g|gif|bmp|emf|wmf)";

  private final TikaReader office;
  private final Decoder decoder;
  private final int maxCharacters;
  private final AttachmentRoom room;

  /**
   * @param office for texts in RTF and HTML
   * @param room for attached files
   */
  TnefReader(TikaReader office, Decoder decoder, int maxCharacters, AttachmentRoom room) {
    this.office = office;
    this.decoder = decoder;
    this.maxCharacters = maxCharacters;
    this.room = room;
  }

  Extraction read(Path file) {
    TakenOut attached = room.of(file);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      return read(new TnefRecords(bytes), attached);
    } catch (IOException | RuntimeException e) {
      attached.discard();
      return new Extraction.Rejected(RejectionCode.DAMAGED, Complaints.shortened(e));
    }
  }

  private Extraction read(TnefRecords records, TakenOut attached) throws IOException {
    List<Item> items = records.all();
    Message message = new Message();
    for (Item item : items) {
      if (item.level() == TnefRecords.OF_MESSAGE) {
        message.add(item, records);
      }
    }
    for (List<Item> one : attachments(items)) {
      take(one, records, attached);
    }
    String subject = message.subject().strip();
    RawText text = message.text(attached);
    if (text.text().length() > maxCharacters) {
      attached.discard();
      return new Extraction.Rejected(RejectionCode.EXPANDS_TOO_FAR, maxCharacters + " 字");
    }
    if (!text.hasText() && attached.parts().isEmpty()) {
      return Extraction.Rejected.of(RejectionCode.NO_TEXT);
    }
    Map<String, String> properties = new TreeMap<>();
    if (!subject.isEmpty()) {
      properties.put("dc:title", subject);
    }
    boolean headed = subject.isEmpty() || !text.hasText() || text.text().contains(subject);
    return new Extraction.Extracted(
        Format.TNEF.mediaType(),
        headed ? text : RawText.plain(subject + "\n" + text.text()),
        properties,
        TOOL,
        attached.parts());
  }

  private static List<List<Item>> attachments(List<Item> items) {
    List<List<Item>> attachments = new ArrayList<>();
    for (Item item : items) {
      if (item.level() != TnefRecords.OF_ATTACHMENT) {
        continue;
      }
      if (item.id() == BEGINS_ATTACHMENT || attachments.isEmpty()) {
        attachments.add(new ArrayList<>());
      }
      attachments.getLast().add(item);
    }
    return attachments;
  }

  private void take(List<Item> one, TnefRecords records, TakenOut attached) throws IOException {
    Optional<String> title = Optional.empty();
    Optional<Item> data = Optional.empty();
    TnefProperties properties = TnefProperties.none();
    for (Item item : one) {
      switch (item.id()) {
        case TITLE -> title = Optional.of(old(records.bytes(item)));
        case DATA -> data = Optional.of(item);
        case PROPERTIES_OF_ATTACHMENT -> properties = TnefProperties.of(records.bytes(item));
        default -> {}
      }
    }
    String name = name(properties, title).orElseGet(() -> attached.parts().size() + 1 + ".bin");
    if (properties.has(CONTENT_ID) && name.matches(PICTURES)) {
      return; // it stands in the text
    }
    Optional<byte[]> object = properties.bytes(DATA_OF_PROPERTIES);
    if (object.isPresent() && (data.isEmpty() || data.get().length() == 0)) {
      attached.takeOrTell(name, new ByteArrayInputStream(object.get()));
    } else if (data.isPresent()) {
      try (InputStream in = records.stream(data.get())) {
        attached.takeOrTell(name, in);
      }
    } else {
      attached.tellDamaged(name, new IOException("TNEF"));
    }
  }

  private Optional<String> name(TnefProperties properties, Optional<String> title) {
    for (int id : NAMES) {
      Optional<String> name = properties.text(id, decoder);
      if (name.isPresent()) {
        return name.map(TnefReader::last);
      }
    }
    return title.map(TnefReader::last).filter(name -> !name.isEmpty());
  }

  private static String last(String path) {
    return path.replace('\\', '/').replaceAll(".*/", "").strip();
  }

  /** What programs of before Unicode write. */
  private String old(byte[] text) {
    return decoder.decode(TnefProperties.unended(text)).text().replace("\0", "");
  }

  /** What the message itself says, each in the form that tells most. */
  private final class Message {
    private TnefProperties properties = TnefProperties.none();
    private String subject = "";
    private String body = "";

    void add(Item item, TnefRecords records) throws IOException {
      switch (item.id()) {
        case SUBJECT_OF_OLD -> subject = old(records.bytes(item));
        case BODY_OF_OLD -> body = old(records.bytes(item));
        case PROPERTIES -> properties = TnefProperties.of(records.bytes(item));
        default -> {}
      }
    }

    String subject() {
      return properties.text(SUBJECT, decoder).orElse(subject);
    }

    RawText text(TakenOut attached) throws IOException {
      Optional<byte[]> html = properties.bytes(HTML);
      if (html.isPresent()) {
        RawText read = read(html.get(), "body.html", Format.HTML, attached);
        if (read.hasText()) {
          return read;
        }
      }
      Optional<byte[]> rtf = properties.bytes(RTF);
      if (rtf.isPresent()) {
        RawText read = read(unpacked(rtf.get()), "body.rtf", Format.RTF, attached);
        if (read.hasText()) {
          return read;
        }
      }
      String plain = properties.text(BODY, decoder).orElse(body);
      return RawText.plain(plain.replace("\r\n", "\n"));
    }

    private RawText read(byte[] bytes, String name, Format format, TakenOut attached)
        throws IOException {
      Path file = Files.createTempFile(room.scratch(), "body", ".bin");
      try {
        Files.write(file, bytes);
        if (office.read(file, name, format) instanceof Extraction.Extracted extracted) {
          attached.addAll(extracted.attachments());
          return extracted.text();
        }
        return RawText.plain("");
      } finally {
        Files.delete(file);
      }
    }

    private static byte[] unpacked(byte[] packed) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        new CompressedRTF().decompress(new ByteArrayInputStream(packed), out);
      } catch (IOException | RuntimeException e) {
        return new byte[0]; // there may be a plain text beside it
      }
      return out.toByteArray();
    }
  }
}
