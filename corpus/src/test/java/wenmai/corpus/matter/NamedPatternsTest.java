package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;

/** Patterns of a section have names, and may hold one another. */
class NamedPatternsTest {
  private static NamedPatterns patterns(String section) {
    return NamedPatterns.read(ConfigFactory.parseString(section));
  }

  @Test
  void anEntryHoldsOthersWhereverTheyStand() {
    NamedPatterns patterns =
        patterns(
            "spoke = \"(?<who><heads>)说\"\nheads = [\"院长\", \"副?<level>长\"]\nlevel = \"[省市县]\"");
    assertEquals("(?:(?<who>(?:院长|副?(?:[省市县])长))说)", patterns.any("spoke").pattern());
    assertTrue(patterns.any("spoke").matcher("县长说").matches());
  }

  @Test
  void whatIsHeldMustBeThereAndNotTheEntryItself() {
    assertThrows(ConfigException.class, () -> patterns("spoke = \"<heads>说\""));
    assertThrows(ConfigException.class, () -> patterns("heads = \"<heads>长\""));
  }

  @Test
  void aBrokenPatternIsNamedByItsLine() {
    ConfigException problem =
        assertThrows(ConfigException.class, () -> patterns("heads = \"院长\"\n\nspoke = \"(院长\""));
    assertTrue(problem.getMessage().contains("3"), problem.getMessage());
  }

  @Test
  void anUnknownPatternIsNamed() {
    assertThrows(IllegalArgumentException.class, () -> patterns("heads = \"院长\"").any("courts"));
  }
}
