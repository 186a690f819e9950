package wenmai.corpus.store;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an archive's tables are, if not in a file (数据库服务器): a PostgreSQL server of version 13 or
 * newer.
 *
 * @param url {@code jdbc:postgresql://host/database}, with the driver's options such as {@code
 *     ?sslmode=verify-full}, but without a password
 * @param user who the archive is to the server; owns the schema
 * @param password empty where the server asks for none
 * @param schema the archive's own; lower-case letters, digits and {@code _}
 */
public record DatabaseServer(String url, String user, Optional<String> password, String schema) {
  /** The schema, where none is named. */
  public static final String USUAL_SCHEMA = "wenmai";

  private static final String BEGINNING = "jdbc:postgresql:";

  /* Room is left for "_restoring" behind it: PostgreSQL cuts names off at 63 bytes. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");

  /**
   * @throws IllegalArgumentException if the address is no PostgreSQL one or tells the password, or
   *     the schema's name is none
   */
  public DatabaseServer {
    if (!url.startsWith(BEGINNING)) {
      throw new IllegalArgumentException("database.url must begin with " + BEGINNING + "//");
    }
    if (url.toLowerCase(Locale.ROOT).contains("password=")) {
      throw new IllegalArgumentException(
          "database.url must not tell the password; set database.password or"
              + " database.password-file");
    }
    if (!NAME.matcher(schema).matches()) {
      throw new IllegalArgumentException(
          "database.schema must be lower-case letters, digits and _, up to 50");
    }
  }

  @Override
  public String toString() {
    return url + " (schema " + schema + ")"; // the password stays out of every log
  }
}
