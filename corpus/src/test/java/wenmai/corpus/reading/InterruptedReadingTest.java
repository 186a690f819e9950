package wenmai.corpus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import wenmai.corpus.structure.OutlineReader;
import wenmai.corpus.text.TimeIsUp;

/**
 * Pins that a reading heeds an interruption, and that one that is not interrupted never ends so.
 */
class InterruptedReadingTest {
  private static final String TEXT = "某县人大常委会关于批准预算的决议\n一、同意。\n二、执行。\n";

  @Test
  void aReadingEndsWhenItsThreadIsInterrupted() {
    assertEquals(TEXT, Readings.read(TEXT).content().text());
    Thread.currentThread().interrupt();
    assertThrows(TimeIsUp.class, () -> Readings.read(TEXT));
    assertThrows(TimeIsUp.class, () -> OutlineReader.read(TEXT));
    assertThrows(TimeIsUp.class, () -> Readings.RULES.phrases().any("passed-by-cover"));
    assertTrue(Thread.interrupted(), "whoever interrupted it takes that back");
    assertEquals(TEXT, Readings.read(TEXT).content().text());
  }
}
