package wenmai.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.web.Main;

/** What somebody is told who types a command for the first time. */
class CommandLineTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... arguments) {
    said.reset();
    System.setProperty("wenmai.home", Path.of("..").toAbsolutePath().normalize().toString());
    try {
      return Main.run(arguments, new Console(said, said));
    } finally {
      System.clearProperty("wenmai.home");
    }
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_search_before_anything_was_taken_in_finds_nothing() {
    assertEquals(0, run("search", "预算", "--data", folder.resolve("data").toString()), said());
    assertTrue(said().contains("共 0 条"), said());
  }

  @Test
  void wrong_usage_is_told_in_chinese_with_what_is_wrong_and_where_help_is() {
    for (List<String> wrong :
        List.of(
            List.of("serch"),
            List.of("show"),
            List.of("search", "--foo"),
            List.of("search", "--size", "many"),
            List.of("search", "--kind"))) {
      assertEquals(2, run(wrong.toArray(String[]::new)), said());
      assertTrue(said().contains("--help"), said());
      assertFalse(said().matches("(?s).*(?:Usage|Missing|Unknown|Invalid|Expected).*"), said());
    }
  }
}
