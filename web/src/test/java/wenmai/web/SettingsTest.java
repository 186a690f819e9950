package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.store.DatabaseServer;

/** Where an archive's tables are, as the settings say it. */
class SettingsTest {
  private static final String URL = "jdbc:postgresql://db.example/wenmai?sslmode=verify-full";

  @TempDir Path folder;

  private Settings read(String text) throws IOException {
    return Settings.read(Files.writeString(folder.resolve("wenmai.conf"), text));
  }

  @Test
  void the_tables_are_in_a_file_unless_a_server_is_named() throws IOException {
    Path shipped = Launched.project().resolve("config/wenmai.conf");
    assertEquals(Optional.empty(), Settings.read(shipped).database());
    assertEquals(Optional.empty(), read("database.url = \"\"").database());
    assertEquals(
        Optional.of(new DatabaseServer(URL, "wenmai", Optional.empty(), "wenmai")),
        read("database.url = \"" + URL + "\"").database());
  }

  @Test
  void the_password_comes_from_a_file_beside_the_settings_and_is_never_told() throws IOException {
    Files.writeString(folder.resolve("secret"), "river 31\n");
    DatabaseServer server =
        read("database { url = \"" + URL + "\", password-file = secret }").database().orElseThrow();
    assertEquals(Optional.of("river 31"), server.password());
    assertFalse(server.toString().contains("river"), server.toString());
    refused("cannot be read", "password-file = nowhere, url = \"" + URL + "\"");
    refused("must not tell the password", "url = \"" + URL + "&password=river\"");
  }

  @Test
  void what_is_no_postgresql_address_or_name_is_refused() {
    refused("must begin with jdbc:postgresql:", "url = \"jdbc:mysql://db.example/wenmai\"");
    refused("lower-case", "schema = \"a; DROP\", url = \"" + URL + "\"");
    refused("did you mean database.url", "ulr = \"" + URL + "\"");
  }

  private void refused(String words, String settings) {
    IllegalArgumentException problem =
        assertThrows(IllegalArgumentException.class, () -> read("database { " + settings + " }"));
    assertTrue(
        problem.getMessage().contains(words) && problem.getMessage().contains("wenmai.conf"),
        problem.getMessage());
  }
}
