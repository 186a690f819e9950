package wenmai.corpus.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 发文字号 in its official form (GB/T 9704-2012, 7.2.5): 机关代字〔年份〕序号号; announcements and suggestions
 * have a serial alone (第3号).
 *
 * @param issuerCode 机关代字, such as 平人常发; empty where there is a serial alone
 * @param year 0 where there is a serial alone
 * @param serial from 1
 */
public record DocumentNumber(String issuerCode, int year, int serial) {
  private static final Pattern FULL =
      Pattern.compile("^(\\S+?)〔([1-9]\\d{3})〕0{0,5}([1-9]\\d{0,5})号");

  /** Records written by the first versions hold longer ones. */
  private static final Pattern SERIAL = Pattern.compile("第0{0,5}([1-9]\\d{0,8})号");

  public DocumentNumber {
    if (issuerCode.isEmpty() != (year == 0) || serial < 1) {
      throw new IllegalArgumentException(
          "not a document number: " + issuerCode + " " + year + " " + serial);
    }
  }

  public static DocumentNumber serial(int serial) {
    return new DocumentNumber("", 0, serial);
  }

  /** Reads the official form; every other bracket, width or spelling is the reader's business. */
  public static Optional<DocumentNumber> parse(String printed) {
    Matcher full = FULL.matcher(printed);
    if (full.matches()) {
      return Optional.of(
          new DocumentNumber(
              full.group(1), Integer.parseInt(full.group(2)), Integer.parseInt(full.group(3))));
    }
    Matcher alone = SERIAL.matcher(printed);
    return alone.matches()
        ? Optional.of(serial(Integer.parseInt(alone.group(1))))
        : Optional.empty();
  }

  public boolean isSerialOnly() {
    return issuerCode.isEmpty();
  }

  @Override
  public String toString() {
    return isSerialOnly() ? "第" + serial + "号" : issuerCode + "〔" + year + "〕" + serial + "号";
  }
}
