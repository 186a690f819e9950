package wenmai.web;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import wenmai.corpus.store.DatabaseServer;
import wenmai.web.identity.SignInSettings;

/**
 * What may be set in {@code config/wenmai.conf} (设置). Read once, at the start.
 *
 * @param port 0 to 65535; 0 means any free one
 * @param trustedProxies addresses of proxies before the site, whose word on who the client is
 *     counts
 * @param signIn who else may vouch for people
 * @param cores how many files are read at a time, 0 for one a core
 * @param database the server that keeps the archive's tables, if they are not in a file
 */
public record Settings(
    String host,
    int port,
    int cores,
    Set<String> trustedProxies,
    SignInSettings signIn,
    Optional<DatabaseServer> database) {
  private static final String DATABASE = "database";
  private static final List<String> KNOWN =
      Stream.concat(
              Stream.of(
                  "site.host",
                  "site.port",
                  "site.trusted-proxies",
                  "indexer.cores",
                  DATABASE + ".url",
                  DATABASE + ".user",
                  DATABASE + ".password",
                  DATABASE + ".password-file",
                  DATABASE + ".schema"),
              SignInSettings.KEYS.stream())
          .toList();
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_CORES = 256;

  public Settings {
    trustedProxies = Set.copyOf(trustedProxies);
    check("site.port", port, HIGHEST_PORT);
    check("indexer.cores", cores, MOST_CORES);
  }

  private static void check(String key, int value, int most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(key + " must be 0 to " + most + ", not " + value);
    }
  }

  public static Settings defaults() {
    return new Settings("127.0.0.1", 8080, 0, Set.of(), SignInSettings.none(), Optional.empty());
  }

  /**
   * Reads the file; where there is none, the defaults.
   *
   * @throws IllegalArgumentException if a key is unknown or a value makes no sense, with the file's
   *     name and the remedy
   */
  public static Settings read(Path file) {
    if (!Files.exists(file)) {
      return defaults();
    }
    try {
      Config config = ConfigFactory.parseFile(file.toFile()).resolve();
      config.entrySet().forEach(entry -> known(entry.getKey()));
      Settings usual = defaults();
      return new Settings(
          config.hasPath("site.host") ? config.getString("site.host") : usual.host(),
          config.hasPath("site.port") ? config.getInt("site.port") : usual.port(),
          config.hasPath("indexer.cores") ? config.getInt("indexer.cores") : usual.cores(),
          config.hasPath("site.trusted-proxies")
              ? Set.copyOf(config.getStringList("site.trusted-proxies"))
              : usual.trustedProxies(),
          SignInSettings.read(config),
          server(config, file.toAbsolutePath().resolveSibling("")));
    } catch (ConfigException | IllegalArgumentException e) {
      throw new IllegalArgumentException("[" + file + "] " + e.getMessage(), e);
    }
  }

  /** Nothing where no address is set. */
  private static Optional<DatabaseServer> server(Config config, Path beside) {
    return text(config, "url")
        .map(url ->
            new DatabaseServer(
                url,
                text(config, "user").orElse("wenmai"),
                text(config, "password-file")
                    .map(name -> password(beside.resolve(name)))
                    .or(() -> text(config, "password")),
                text(config, "schema").orElse(DatabaseServer.USUAL_SCHEMA)));
  }

  private static Optional<String> text(Config config, String key) {
    String path = DATABASE + "." + key;
    return Optional.of(path)
        .filter(config::hasPath)
        .map(config::getString)
        .filter(value -> !value.isBlank());
  }

  private static String password(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "database.password-file cannot be read; check its path and rights: " + file, e);
    }
  }

  private static void known(String key) {
    if (!KNOWN.contains(key)) {
      String nearest =
          KNOWN.stream()
              .min(
                  Comparator.comparingInt(
                      k -> LevenshteinDistance.getDefaultInstance().apply(k, key)))
              .orElseThrow();
      throw new IllegalArgumentException(
          "unknown key "
              + key
              + "; did you mean "
              + nearest
              + "? Known keys: "
              + KNOWN.stream().collect(Collectors.joining(", ")));
    }
  }
}
