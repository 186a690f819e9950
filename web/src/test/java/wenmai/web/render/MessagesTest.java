package wenmai.web.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import wenmai.corpus.IntakeStopped;
import wenmai.corpus.store.StoreProblem;

class MessagesTest {
  private static final Messages MESSAGES = Messages.load();

  @Test
  void whatIsWrongWithTheArchiveIsToldInChinese() {
    for (StoreProblem.Reason reason : StoreProblem.Reason.values()) {
      String told = MESSAGES.told(new StoreProblem(reason, "for the log", "甲", "乙", "丙"));
      assertTrue(
          told.matches("(?s).*\\p{IsHan}{4}.*") && !told.contains("{"), reason + ": " + told);
    }
    assertTrue(MESSAGES.told(new IntakeStopped()).contains("收录"));
  }
}
