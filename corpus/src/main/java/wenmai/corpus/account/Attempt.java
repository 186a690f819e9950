package wenmai.corpus.account;

import java.time.Duration;

/** What came of trying to sign in (登录结果). */
public sealed interface Attempt {

  /**
   * It is this person.
   *
   * @param token what shows it from now on; kept by the browser alone
   */
  record Granted(Account account, String token) implements Attempt {}

  /** The name or the password is wrong; which of the two is not told. */
  record Refused() implements Attempt {}

  /** It is somebody who has no rights here, or whose name is another account's. */
  record NotEntitled() implements Attempt {}

  /** Where the password is kept does not answer. */
  record Unreachable() implements Attempt {}

  /** Too many wrong passwords for this name: nothing was looked at. */
  record Locked(Duration after) implements Attempt {}
}
