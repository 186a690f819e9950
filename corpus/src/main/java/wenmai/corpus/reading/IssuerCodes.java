package wenmai.corpus.reading;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The codes of issuers that a text bears or cites (机关代字): 澄人常发〔2023〕31号 begins with a character of
 * its place, so it tells which of the cities a text names is its own. Looked for when first asked
 * for; for one thread.
 */
final class IssuerCodes {
  private static final Pattern CODE =
      Pattern.compile("[\\u4e00-\\u9fff][人政][\\u4e00-\\u9fff]{0,8}[〔\\[(【][12][0-9]{3}[〕\\])】]");

  private final String compact;
  private final int limit;

  /* Few texts are asked for them, and looking for them takes long. */
  private Optional<String> places = Optional.empty();

  private IssuerCodes(String compact, int limit) {
    this.compact = compact;
    this.limit = limit;
  }

  /** Those in the first {@code limit} characters of a folded text without blanks. */
  static IssuerCodes of(String compact, int limit) {
    return new IssuerCodes(compact, limit);
  }

  /** Whether one of them is of an organ of this place. */
  boolean fit(String place) {
    String first = places.orElseGet(this::read);
    places = Optional.of(first);
    return first.indexOf(place.charAt(0)) >= 0;
  }

  private String read() {
    StringBuilder first = new StringBuilder();
    CODE.matcher(compact)
        .region(0, limit)
        .results()
        .forEach(code -> first.append(compact.charAt(code.start())));
    return first.toString();
  }
}
