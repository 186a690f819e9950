package wenmai.indexer.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Turns bytes into text (解码) by looking at them rather than by believing what they say of
 * themselves: byte order mark, UTF-16 without one, strict UTF-8, and then whichever of GB18030 and
 * Big5 gives text that looks like Chinese.
 */
public final class Decoder {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5-HKSCS");

  /** Enough to judge an encoding by. */
  private static final int SAMPLE = 64 * 1024;

  private final CommonCharacters common;

  public Decoder(CommonCharacters common) {
    this.common = common;
  }

  /**
   * Of a guessed encoding, less of what is not ASCII than this looks like Chinese: the guess is
   * wrong.
   */
  private static final double PLAUSIBLE = 0.3;

  /** So few characters that are not ASCII spoil no text. */
  private static final double SOME = 0.03;

  /**
   * A text and the encoding it was in.
   *
   * @param told whether the encoding is told by the bytes or borne out by the text; else what is
   *     here is in an encoding that is not known, or no text at all
   */
  public record Decoded(String text, String charset, boolean told) {}

  /** The text of these bytes; line ends become {@code \n}. */
  public Decoded decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return lenient(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return lenient(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return lenient(bytes, 2, StandardCharsets.UTF_16BE);
    }
    Optional<Charset> wide = wideWithoutMark(bytes);
    if (wide.isEmpty() && isUtf8(bytes)) {
      return lenient(bytes, 0, StandardCharsets.UTF_8);
    }
    Decoded guessed = lenient(bytes, 0, wide.orElseGet(() -> likeliest(bytes)));
    return new Decoded(guessed.text(), guessed.charset(), isBorneOut(guessed.text()));
  }

  /** Looks at the beginning and the end: a head of a data file is often a text. */
  private boolean isBorneOut(String text) {
    String some =
        text.length() <= 2 * SAMPLE
            ? text
            : text.substring(0, SAMPLE) + text.substring(text.length() - SAMPLE);
    long beyond = some.chars().filter(c -> c >= 0x80).count();
    return beyond <= some.length() * SOME || common.plausibility(some) >= PLAUSIBLE;
  }

  private Charset likeliest(byte[] bytes) {
    byte[] sample = sample(bytes);
    double utf8 = common.plausibility(string(sample, 0, StandardCharsets.UTF_8));
    double gb = common.plausibility(string(sample, 0, GB18030));
    double big5 = common.plausibility(string(sample, 0, BIG5));
    // A UTF-8 text with one broken byte is still UTF-8: the others make nothing of it.
    if (utf8 > gb && utf8 > big5) {
      return StandardCharsets.UTF_8;
    }
    return big5 > gb ? BIG5 : GB18030;
  }

  /** Bytes that mean something only: lines of ASCII carry no evidence. */
  private static byte[] sample(byte[] bytes) {
    int from = 0;
    while (from < bytes.length && bytes[from] >= 0) {
      from++;
    }
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SAMPLE));
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * UTF-16 without a mark: a zero byte, which no other text has, and Chinese in one of the orders.
   */
  private Optional<Charset> wideWithoutMark(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE) & ~1;
    int odd = 0;
    int even = 0;
    for (int i = 0; i < length; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (odd + even == 0) {
      return Optional.empty();
    }
    byte[] sample = Arrays.copyOf(bytes, length);
    double little = common.plausibility(string(sample, 0, StandardCharsets.UTF_16LE));
    double big = common.plausibility(string(sample, 0, StandardCharsets.UTF_16BE));
    boolean isLittle = little == big ? odd > even : little > big;
    return Optional.of(isLittle ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  private static Decoded lenient(byte[] bytes, int from, Charset charset) {
    String text = string(bytes, from, charset);
    return new Decoded(
        text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n'),
        charset.name(),
        true);
  }

  private static String string(byte[] bytes, int from, Charset charset) {
    try {
      CharBuffer chars =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
      return chars.toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("a decoder that replaces does not complain", e);
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
