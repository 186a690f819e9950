package wenmai.corpus.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes guessing slow (登录锁定): after five wrong passwords for one name each further one doubles the
 * wait, up to a quarter of an hour. Names that have no account are treated the same, and so many
 * are remembered and no more. Kept in memory: whoever can restart the site needs no guessing.
 */
final class Lockout {
  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 12;
  private static final int MOST_NAMES = 50_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(12);

  private record Failures(int count, Instant until) {}

  private final Clock clock;
  private final Cache<String, Failures> names =
      Caffeine.newBuilder().maximumSize(MOST_NAMES).expireAfterWrite(FORGOTTEN_AFTER).build();

  Lockout(Clock clock) {
    this.clock = clock;
  }

  /** How long this name has to wait; empty where it may try. */
  Optional<Duration> waitFor(String name) {
    return Optional.ofNullable(names.getIfPresent(name))
        .map(failures -> Duration.between(clock.instant(), failures.until()))
        .filter(Duration::isPositive)
        // A clock that was set back must not lock anybody out for longer than the rule says.
        .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }

  /**
   * Counts a try before it is checked, so that tries made at once cannot pass together; {@link
   * #succeeded} takes it back.
   */
  void tried(String name) {
    names
        .asMap()
        .merge(
            name,
            new Failures(1, Instant.EPOCH),
            (before, first) -> {
              int count = before.count() + 1;
              return new Failures(count, clock.instant().plus(waitAfter(count)));
            });
  }

  private static Duration waitAfter(int failures) {
    if (failures <= FREE) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE - 1, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  void succeeded(String name) {
    names.invalidate(name);
  }
}
