package wenmai.corpus.reading;

import java.util.regex.Pattern;

/**
 * The codes of issuers that a text bears or cites (机关代字): 澄人常发〔2023〕31号 begins with a character of
 * its place, so it tells which of the cities a text names is its own.
 */
final class IssuerCodes {
  private static final Pattern CODE =
      Pattern.compile("[\\u4e00-\\u9fff][人政][\\u4e00-\\u9fff]{0,8}[〔\\[(【][12][0-9]{3}[〕\\])】]");

  private final String places;

  private IssuerCodes(String places) {
    this.places = places;
  }

  /** Those in the first {@code limit} characters of a folded text without blanks. */
  static IssuerCodes of(String compact, int limit) {
    StringBuilder places = new StringBuilder();
    CODE.matcher(compact)
        .region(0, limit)
        .results()
        .forEach(code -> places.append(compact.charAt(code.start())));
    return new IssuerCodes(places.toString());
  }

  /** Whether one of them is of an organ of this place. */
  boolean fit(String place) {
    return places.indexOf(place.charAt(0)) >= 0;
  }
}
