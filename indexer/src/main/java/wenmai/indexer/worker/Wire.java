package wenmai.indexer.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.Extraction.Part;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.layout.RawText;

/**
 * What a parser process and its master say to each other (进程间格式): numbers in network order, strings
 * as their length in bytes and UTF-8. Both ends come from one build, so there is no version.
 */
final class Wire {
  private static final int EXTRACTED = 1;
  private static final int UNPACKED = 2;
  private static final int REJECTED = 3;
  private static final int PAGE = 4;
  private static final int WHOLE = 1;
  private static final int REFUSED = 2;

  private Wire() {}

  static void write(Extraction extraction, DataOutputStream out) throws IOException {
    switch (extraction) {
      case Extraction.Extracted extracted -> {
        out.writeByte(EXTRACTED);
        string(extracted.mediaType(), out);
        text(extracted.text(), out);
        out.writeInt(extracted.properties().size());
        for (Map.Entry<String, String> property : extracted.properties().entrySet()) {
          string(property.getKey(), out);
          string(property.getValue(), out);
        }
        string(extracted.tools(), out);
        parts(extracted.attachments(), out);
      }
      case Extraction.Unpacked unpacked -> {
        out.writeByte(UNPACKED);
        parts(unpacked.parts(), out);
      }
      case Extraction.Rejected rejected -> {
        out.writeByte(REJECTED);
        rejected(rejected, out);
      }
    }
    out.flush();
  }

  /** Says that a page has been recognised and there is more to come. */
  static void page(DataOutputStream out) throws IOException {
    out.writeByte(PAGE);
    out.flush();
  }

  static Extraction read(DataInputStream in, int maxCharacters, Runnable onPage)
      throws IOException {
    int kind = in.readByte();
    while (kind == PAGE) {
      onPage.run();
      kind = in.readByte();
    }
    return switch (kind) {
      case EXTRACTED ->
          new Extraction.Extracted(
              string(in, maxCharacters),
              text(in, maxCharacters),
              properties(in, maxCharacters),
              string(in, maxCharacters),
              parts(in, maxCharacters));
      case UNPACKED -> new Extraction.Unpacked(parts(in, maxCharacters));
      case REJECTED -> rejected(in, maxCharacters);
      default -> throw new IOException("no such answer: " + kind);
    };
  }

  static void string(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * @param maxCharacters an answer with more comes from a process that has been taken over
   */
  static String string(DataInputStream in, int maxCharacters) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > maxCharacters * 4L + 4096) {
      throw new IOException("a string of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the answer breaks off");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** As a URI, which keeps the bytes of a name that is in no encoding we know. */
  static void path(Path file, DataOutputStream out) throws IOException {
    string(file.toUri().toString(), out);
  }

  static Path path(DataInputStream in, int maxCharacters) throws IOException {
    String uri = string(in, maxCharacters);
    if (!uri.startsWith("file:")) {
      throw new IOException("not the path of a file: " + uri);
    }
    try {
      return Path.of(URI.create(uri));
    } catch (IllegalArgumentException e) {
      throw new IOException("not the path of a file: " + uri, e);
    }
  }

  private static void text(RawText text, DataOutputStream out) throws IOException {
    string(text.text(), out);
    out.writeInt(text.pages().size());
    for (RawText.PageSpan page : text.pages()) {
      out.writeInt(page.number());
      span(page.span(), out);
    }
    out.writeInt(text.marks().size());
    for (RawText.Mark mark : text.marks()) {
      span(mark.span(), out);
      string(mark.replacement(), out);
      string(mark.why().name(), out);
    }
  }

  private static RawText text(DataInputStream in, int maxCharacters) throws IOException {
    String text = string(in, maxCharacters);
    List<RawText.PageSpan> pages = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      pages.add(new RawText.PageSpan(in.readInt(), span(in)));
    }
    List<RawText.Mark> marks = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      marks.add(
          new RawText.Mark(
              span(in),
              string(in, maxCharacters),
              Repair.Reason.valueOf(string(in, maxCharacters))));
    }
    return new RawText(text, pages, marks);
  }

  private static void span(Span span, DataOutputStream out) throws IOException {
    out.writeInt(span.start());
    out.writeInt(span.end());
  }

  private static Span span(DataInputStream in) throws IOException {
    return Span.of(in.readInt(), in.readInt());
  }

  private static Map<String, String> properties(DataInputStream in, int maxCharacters)
      throws IOException {
    Map<String, String> properties = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      properties.put(string(in, maxCharacters), string(in, maxCharacters));
    }
    return properties;
  }

  private static void parts(List<Part> parts, DataOutputStream out) throws IOException {
    out.writeInt(parts.size());
    for (Part part : parts) {
      switch (part) {
        case Part.Whole whole -> {
          out.writeByte(WHOLE);
          string(whole.name(), out);
          path(whole.file(), out);
          out.writeLong(whole.modifiedMillis());
        }
        case Part.Refused refused -> {
          out.writeByte(REFUSED);
          string(refused.name(), out);
          rejected(refused.why(), out);
        }
      }
    }
  }

  private static List<Part> parts(DataInputStream in, int maxCharacters) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      int kind = in.readByte();
      String name = string(in, maxCharacters);
      parts.add(
          kind == WHOLE
              ? new Part.Whole(name, path(in, maxCharacters), in.readLong())
              : new Part.Refused(name, rejected(in, maxCharacters)));
    }
    return parts;
  }

  private static void rejected(Extraction.Rejected rejected, DataOutputStream out)
      throws IOException {
    string(rejected.code().key(), out);
    string(rejected.detail(), out);
  }

  private static Extraction.Rejected rejected(DataInputStream in, int maxCharacters)
      throws IOException {
    RejectionCode code =
        RejectionCode.ofKey(string(in, maxCharacters)).orElse(RejectionCode.PARSER_CRASHED);
    return new Extraction.Rejected(code, string(in, maxCharacters));
  }
}
