package wenmai.corpus.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Pins where the name of several bodies is parted, and where a comma belongs to one body's name.
 */
class OrganTest {
  @Test
  void severalBodiesArePartedAndOneCommitteeIsNot() {
    assertEquals(List.of("国务院", "中央军委"), new Organ("国务院、中央军委").bodies());
    assertEquals(List.of("淞宁市人民政府办公室", "淞宁军分区"), new Organ("淞宁市人民政府办公室、淞宁军分区").bodies());
    String committee = "淞宁市人民代表大会教育、科学、文化卫生委员会";
    assertEquals(List.of(committee), new Organ(committee).bodies());
  }
}
