package wenmai.web.site;

/**
 * Where the site listens and what it bears.
 *
 * @param port 0 for any free one
 * @param maxRequestBytes largest body of a request
 * @param maxHeaderBytes largest request line and headers; longer addresses are answered 414
 */
public record SiteSettings(String host, int port, long maxRequestBytes, int maxHeaderBytes) {
  /** A form or a search is small; papers come in by the command line. */
  private static final long MAX_REQUEST_BYTES = 1_000_000;

  /** Room for a query of some 7,000 Chinese characters in an address. */
  private static final int MAX_HEADER_BYTES = 65_536;

  public static SiteSettings at(String host, int port) {
    return new SiteSettings(host, port, MAX_REQUEST_BYTES, MAX_HEADER_BYTES);
  }
}
