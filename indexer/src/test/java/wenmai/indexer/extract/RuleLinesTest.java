package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleLinesTest {
  @TempDir Path folder;

  @Test
  void aClassOfCharactersIsAnEntryAndNoSection() throws IOException {
    RuleLines rules = rules("[begins]\n甲\n[①-⑳]\n[#>|]\n乙\n");
    assertEquals(List.of("甲", "[①-⑳]", "[#>|]", "乙"), rules.section("begins"));
    assertTrue(rules.anyOf("begins").matcher("③").matches());
  }

  @Test
  void aSectionWithoutEntriesMatchesNothing() throws IOException {
    assertFalse(rules("[none]\n# nothing yet\n[some]\n甲\n").anyOf("none").matcher("").find());
  }

  @Test
  void anErrorNamesFileAndSection() throws IOException {
    RuleLines rules = rules("[broken]\n(甲\n");
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> rules.anyOf("broken"))
            .getMessage()
            .contains("rules.txt] section broken"));
    assertThrows(IllegalArgumentException.class, () -> rules.section("lacking"));
  }

  private RuleLines rules(String text) throws IOException {
    return RuleLines.read(Files.writeString(folder.resolve("rules.txt"), text));
  }
}
