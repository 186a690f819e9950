package wenmai.web.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How often one client may ask (限流). Who the client is says the connection, or a proxy that is
 * trusted; anyone else's word on it is passed over.
 */
final class RateLimit {
  private static final int MOST_CLIENTS = 50_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

  private final SiteSettings settings;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(FORGOTTEN_AFTER).build();

  RateLimit(SiteSettings settings) {
    this.settings = settings;
  }

  /** How long this client has to wait; empty where it may go on. */
  Optional<Duration> waitFor(Context context) {
    String client = client(context);
    if (settings.trustedProxies().isEmpty() && isLoopback(client)) {
      return Optional.empty();
    }
    Bucket bucket = buckets.get(client, any -> newBucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(settings.rate().burst())
                .refillGreedy(settings.rate().perSecond(), Duration.ofSeconds(1))
                .build())
        .build();
  }

  /** The nearest address that is no trusted proxy. */
  private String client(Context context) {
    String nearest = context.ip();
    String forwarded = context.header("X-Forwarded-For");
    if (forwarded == null) {
      return nearest;
    }
    String[] chain = forwarded.split(",", -1);
    for (int i = chain.length - 1; i >= 0 && settings.trustedProxies().contains(nearest); i--) {
      nearest = chain[i].strip();
    }
    return nearest;
  }

  private static boolean isLoopback(String address) {
    try {
      // Only a literal address is looked at here, so no name is resolved.
      boolean literal = address.indexOf(':') >= 0 || address.matches("[0-9.]{7,15}");
      return literal && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whole seconds for {@code Retry-After}, at least one. */
  static String seconds(Duration wait) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(wait.toNanos() + 999_999_999);
    return Long.toString(Math.max(1, seconds));
  }
}
