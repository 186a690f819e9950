package wenmai.indexer.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wenmai.corpus.text.Repair.Reason;
import wenmai.corpus.text.RepairedText;
import wenmai.corpus.text.Span;

/** Pins that passes of edits add up to one way back, whatever they touch. */
class DraftTest {

  private static Draft.Edit edit(int start, int end, String replacement) {
    return new Draft.Edit(Span.of(start, end), replacement, Reason.OTHER);
  }

  @Test
  void anEditInsideAReplacementBecomesOneWithIt() {
    Draft draft = new Draft("甲乙丙丁");
    draft.apply(List.of(edit(1, 3, "一二三四")));
    draft.apply(List.of(edit(2, 3, ""), edit(4, 5, "五")));
    RepairedText text = draft.finish();
    assertEquals("甲一三五丁", text.text());
    assertEquals(1, text.map().edits().size());
    assertEquals("乙丙", text.map().edits().getFirst().was());
  }

  @Test
  void cutsSideBySideStayApart() {
    Draft draft = new Draft("甲(a)乙(b)");
    draft.apply(List.of(edit(1, 4, "")));
    draft.apply(List.of(edit(2, 5, "")));
    RepairedText text = draft.finish();
    assertEquals("甲乙", text.text());
    assertEquals(2, text.map().edits().size());
  }

  @Test
  void anyPassesLeadBackToTheRawText() {
    Random random = new Random(20231105);
    for (int round = 0; round < 2000; round++) {
      String raw =
          random
              .ints(random.nextInt(30), 'a', 'z')
              .mapToObj(Character::toString)
              .reduce("", String::concat);
      Draft draft = new Draft(raw);
      StringBuilder expected = new StringBuilder(raw);
      for (int pass = 0; pass < 4; pass++) {
        List<Draft.Edit> edits = randomEdits(random, draft.text().length());
        for (Draft.Edit edit : edits.reversed()) {
          expected.replace(edit.span().start(), edit.span().end(), edit.replacement());
        }
        draft.apply(edits);
        assertEquals(expected.toString(), draft.text());
      }
      RepairedText text = draft.finish();
      assertEquals(expected.toString(), text.text());
      assertEquals(raw, text.map().restore(text.text()));
    }
  }

  private static List<Draft.Edit> randomEdits(Random random, int length) {
    List<Draft.Edit> edits = new ArrayList<>();
    int at = 0;
    while (at < length) {
      int start = at + random.nextInt(4);
      int end = start + 1 + random.nextInt(4);
      if (end > length) {
        break;
      }
      edits.add(edit(start, end, "XYZW".substring(0, random.nextInt(4))));
      at = end;
    }
    return edits;
  }
}
