package wenmai.indexer.repair;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import wenmai.corpus.text.TimeIsUp;
import wenmai.indexer.TestSettings;
import wenmai.indexer.layout.RawText;

/** Pins that a repair heeds an interruption, whatever pass it is at. */
class InterruptedRepairTest {
  private static final RawText TEXT = RawText.plain("某县人大常委会关于批准\n预算的决议（草案）\n会议同意。\n");

  @Test
  void eachPassEndsWhenItsThreadIsInterrupted() {
    Repairer repairer = Repairer.read(TestSettings.config());
    Thread.currentThread().interrupt();
    assertThrows(TimeIsUp.class, () -> repairer.repair(TEXT));
    assertThrows(TimeIsUp.class, () -> SetLine.of(TEXT.text()));
    assertTrue(Thread.interrupted(), "whoever interrupted it takes that back");
    repairer.repair(TEXT);
  }
}
