package wenmai.indexer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Accessions.FileLocation;

/** Pins what all that lies in an outermost container may come to. */
class ContainerBudgetTest {
  private static ContainerBudget budget(long fileBytes, ContainerLimits limits) {
    return new ContainerBudget(
        new SourceFile(
            new FileLocation("/", "a.zip"),
            Path.of("a.zip"),
            fileBytes,
            0,
            SourceFile.Ownership.THEIRS),
        limits);
  }

  @Test
  void filesAreCountedAndOneLimitIsToldOfOnce() {
    ContainerBudget budget = budget(1_000, new ContainerLimits(1 << 20, 2, Duration.ofHours(1)));
    assertTrue(budget.takeMember(10));
    assertTrue(budget.takeMember(10));
    assertEquals(Optional.empty(), budget.toTell());
    assertFalse(budget.isSpent());
    assertFalse(budget.takeMember(10));
    assertFalse(budget.takeLine(), "nothing more is taken, of whatever kind");
    assertEquals(Optional.of("2 个文件"), budget.toTell());
    assertEquals(Optional.empty(), budget.toTell());
    assertTrue(budget.isSpent());
  }

  @Test
  void bytesAreCounted() {
    ContainerBudget budget = budget(1_000, new ContainerLimits(3 << 20, 9, Duration.ofHours(1)));
    assertTrue(budget.takeMember(2 << 20));
    assertEquals(1 << 20, budget.bytesLeft());
    assertFalse(budget.takeMember(2 << 20));
    assertEquals(Optional.of("3 MB"), budget.toTell());
  }

  @Test
  void whatReadingTakesIsCountedTogether() {
    ContainerBudget budget = budget(1_000, new ContainerLimits(3 << 20, 9, Duration.ZERO));
    assertTrue(budget.takeMember());
    assertEquals("read", budget.timed(() -> "read"));
    assertFalse(budget.takeMember());
    assertEquals(Optional.of("读取时间 0 秒"), budget.toTell());
  }

  @Test
  void aSmallContainerMayHoldFewerThanALargeOne() {
    ContainerLimits limits = new ContainerLimits(1L << 40, 100_000, Duration.ofHours(2));
    assertEquals(16_000, limits.mayHold(48_000));
    assertEquals(100_000, limits.mayHold(1 << 20));
    assertTrue(limits.mayHoldLines(1L << 30) > 100_000_000, "an export of a whole archive");
    assertEquals(Duration.ofHours(2), limits.mayTake(1_000));
    assertTrue(limits.mayTake(1L << 30).toDays() > 10, "scans of a hundred thousand pages");
  }
}
