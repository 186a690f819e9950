package wenmai.corpus.account;

import java.time.Instant;

/**
 * A device that is signed in (登录).
 *
 * @param number to name it by
 * @param seen when it last asked for something, to within some minutes
 * @param device what the browser calls itself
 */
public record SignIn(long number, Instant since, Instant seen, String device) {}
