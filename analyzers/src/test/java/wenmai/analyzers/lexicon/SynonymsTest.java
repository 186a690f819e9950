package wenmai.analyzers.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import wenmai.analyzers.TestLexicon;

/** What a query says in other words, where, and in which direction. */
class SynonymsTest {
  private final Synonyms synonyms = TestLexicon.get().synonyms();

  @Test
  void anAbbreviationAndItsFullNameStandForEachOther() {
    assertEquals(List.of("人民代表大会常务委员会"), only("人大常委会").instead());
    assertEquals(List.of("人大常委会"), only("人民代表大会常务委员会").instead());
  }

  @Test
  void theLongestFormIsTakenWhereverItStandsInTheQuery() {
    Synonyms.Expansion found = only("棠州市人大常委會 2023");
    assertEquals(3, found.start());
    assertEquals(8, found.end());
    assertEquals("人大常委會", found.typed());
  }

  @Test
  void anOldNameLeadsToTheNewOneButNotBack() {
    Synonyms.Expansion found = only("一府两院");
    assertEquals(List.of("一府一委两院"), found.instead());
    assertTrue(found.note().contains("2018"), found.note());
    assertFalse(synonyms.in("一府一委两院").stream().anyMatch(e -> e.instead().contains("一府两院")));
  }

  @Test
  void aQueryWithoutFormsIsNotExpanded() {
    assertEquals(List.of(), synonyms.in("垃圾 abc １２"));
    assertEquals(List.of(), synonyms.in(""));
  }

  @Test
  void everyFormIsFoundByItself() {
    for (String form : synonyms.forms()) {
      assertEquals(form, TestLexicon.get().folding().fold(only(form).typed()).text());
      assertFalse(only(form).instead().isEmpty(), form);
    }
  }

  private Synonyms.Expansion only(String query) {
    List<Synonyms.Expansion> found = synonyms.in(query);
    assertEquals(1, found.size(), query + " → " + found);
    return found.getFirst();
  }
}
