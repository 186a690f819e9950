package wenmai.web.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import wenmai.corpus.account.SignIn;

/**
 * One's own account (我的账号): where it is signed in, and another password.
 *
 * @param role its label
 * @param local whether the password is kept here and can be changed
 * @param problem what went wrong the last time, or empty
 */
public record AccountPage(
    String name, String role, List<Device> devices, boolean local, String problem) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** A device that is signed in. */
  public record Device(long number, String device, String since, String seen) {
    static Device of(SignIn signIn, ZoneId zone) {
      return new Device(
          signIn.number(),
          signIn.device(),
          print(signIn.since(), zone),
          print(signIn.seen(), zone));
    }

    private static String print(Instant instant, ZoneId zone) {
      return MINUTE.format(instant.atZone(zone));
    }
  }

  public AccountPage {
    devices = List.copyOf(devices);
  }
}
