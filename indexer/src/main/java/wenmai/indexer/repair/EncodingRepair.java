package wenmai.indexer.repair;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.corpus.text.TimeIsUp;
import wenmai.indexer.extract.CommonCharacters;
import wenmai.indexer.extract.Signs;

/**
 * Undoes an encoding read as another (乱码还原), line by line, where that is certain: the line goes
 * back to bytes without loss, the bytes are strict UTF-8 or GB18030, and only the second reading
 * looks like Chinese. Takes out control characters and puts common signs for stray codes of them.
 */
final class EncodingRepair {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Fewer characters prove nothing. */
  private static final int SHORTEST = 4;

  private static final double READS_WELL = 0.6;
  private static final double READS_BADLY = 0.35;

  private final CommonCharacters common;
  private final Signs signs;

  EncodingRepair(CommonCharacters common, Signs signs) {
    this.common = common;
    this.signs = signs;
  }

  List<Draft.Edit> of(String text) {
    List<Draft.Edit> edits = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      TimeIsUp.check();
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      Span line = Span.of(start, end);
      Optional<String> better = better(text.substring(start, end));
      if (better.isPresent()) {
        edits.add(new Draft.Edit(line, better.get(), Repair.Reason.ENCODING));
      } else {
        mendSigns(text, line, edits);
      }
      start = end + 1;
    }
    return edits;
  }

  private Optional<String> better(String line) {
    if (line.length() < SHORTEST || common.plausibility(line) > READS_BADLY) {
      return Optional.empty();
    }
    if (line.chars().filter(c -> c >= 0x80).count() < SHORTEST) {
      return Optional.empty();
    }
    return again(line, GB18030, StandardCharsets.UTF_8)
        .or(() -> again(line, WINDOWS, StandardCharsets.UTF_8))
        .or(() -> again(line, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8))
        .or(() -> again(line, WINDOWS, GB18030))
        .or(() -> again(line, StandardCharsets.ISO_8859_1, GB18030))
        .filter(better -> common.plausibility(better) >= READS_WELL);
  }

  private static Optional<String> again(String line, Charset wrong, Charset right) {
    try {
      ByteBuffer bytes = wrong.newEncoder().encode(CharBuffer.wrap(line));
      return Optional.of(right.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private void mendSigns(String text, Span line, List<Draft.Edit> edits) {
    for (int i = line.start(); i < line.end(); i++) {
      char c = text.charAt(i);
      if ((c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0 && c != 0x85) || c == '\uFFFE') {
        edits.add(Draft.Edit.cut(i, i + 1, Repair.Reason.ENCODING));
      } else if (signs.common(c) != c) {
        String common = String.valueOf(signs.common(c));
        edits.add(new Draft.Edit(Span.of(i, i + 1), common, Repair.Reason.ENCODING));
      }
    }
  }
}
