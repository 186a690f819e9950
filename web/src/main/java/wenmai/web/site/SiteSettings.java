package wenmai.web.site;

import java.time.Duration;
import java.util.Set;

/**
 * Where the site listens and what it bears.
 *
 * @param port 0 for any free one
 * @param maxRequestBytes largest body of a request
 * @param maxHeaderBytes largest request line and headers together
 * @param maxQueryCharacters longest part of an address after the question mark; longer ones are
 *     answered 414
 * @param trustedProxies addresses of proxies whose word on who the client is counts; with one of
 *     them, this machine's own requests are limited like all others
 * @param rate what one client may ask for
 * @param load what all clients together may ask for
 */
public record SiteSettings(
    String host,
    int port,
    long maxRequestBytes,
    int maxHeaderBytes,
    int maxQueryCharacters,
    Set<String> trustedProxies,
    Rate rate,
    Load load) {
  /** A form or a search is small; papers come in by the command line. */
  private static final long MAX_REQUEST_BYTES = 1_000_000;

  private static final int MAX_HEADER_BYTES = 65_536;

  /** Room for a query of some 1,800 Chinese characters, nine letters each in an address. */
  private static final int MAX_QUERY_CHARACTERS = 16_384;

  public SiteSettings {
    trustedProxies = Set.copyOf(trustedProxies);
  }

  /**
   * How much one client may ask for.
   *
   * @param perSecond requests a second in the long run
   * @param burst requests at once
   */
  public record Rate(int perSecond, int burst) {
    /** A person with many windows stays far below; a crawler has to wait. */
    public static Rate usual() {
      return new Rate(20, 200);
    }
  }

  /**
   * What all clients together may ask for.
   *
   * @param parallel requests worked on at a time
   * @param waiting requests that wait for their turn; any more are told to come again
   * @param patience how long one waits for a turn
   * @param connections open at a time; any more are not taken up
   * @param silence after which a connection on which nothing moves is closed
   * @param sending how long a request may take to arrive
   * @param fetching how long it may take in all, until its answer has been fetched
   * @param farewell how long a stop waits for what is being answered
   */
  public record Load(
      int parallel,
      int waiting,
      Duration patience,
      int connections,
      Duration silence,
      Duration sending,
      Duration fetching,
      Duration farewell) {
    private static final int PARALLEL_A_CORE = 4;

    /** Some memory a request: what waits is small, what is worked on is not. */
    public static Load usual() {
      return new Load(
          PARALLEL_A_CORE * Runtime.getRuntime().availableProcessors(),
          512,
          Duration.ofSeconds(5),
          2_048,
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          Duration.ofSeconds(15));
    }
  }

  public static SiteSettings at(String host, int port) {
    return new SiteSettings(
        host,
        port,
        MAX_REQUEST_BYTES,
        MAX_HEADER_BYTES,
        MAX_QUERY_CHARACTERS,
        Set.of(),
        Rate.usual(),
        Load.usual());
  }

  /** The same behind these proxies. */
  public SiteSettings behind(Set<String> proxies) {
    return new SiteSettings(
        host, port, maxRequestBytes, maxHeaderBytes, maxQueryCharacters, proxies, rate, load);
  }

  /** The same with another rate. */
  public SiteSettings with(Rate other) {
    return new SiteSettings(
        host,
        port,
        maxRequestBytes,
        maxHeaderBytes,
        maxQueryCharacters,
        trustedProxies,
        other,
        load);
  }

  /** The same under another load. */
  public SiteSettings with(Load other) {
    return new SiteSettings(
        host,
        port,
        maxRequestBytes,
        maxHeaderBytes,
        maxQueryCharacters,
        trustedProxies,
        rate,
        other);
  }
}
