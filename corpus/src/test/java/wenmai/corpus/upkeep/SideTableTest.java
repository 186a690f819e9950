package wenmai.corpus.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Status;
import wenmai.corpus.engine.SideValues.Side;

/** A table says of each document what was put in last, however alike the ids are. */
class SideTableTest {
  private static final int ROUNDS = 200;

  private final Random random = new Random(20261129);

  private static SideTable.Moment moment(int revision) {
    return new SideTable.Moment(revision, Audience.PUBLIC, LocalDate.of(2026, 6, 1));
  }

  @Test
  void idsThatShareTheirBeginningsAreToldApart() {
    List<DocumentId> ids = new ArrayList<>();
    for (String head : List.of("0000000000000000", "7fffffffffffffff", "ffffffffffffffff")) {
      for (String tail : List.of("0000", "0001", "7fff", "8000", "ffff")) {
        ids.add(new DocumentId(head + tail));
      }
    }
    Map<DocumentId, Side> known = new HashMap<>();
    SideTable table = new SideTable.Filling(0).table(moment(0));
    for (int round = 1; round <= ROUNDS; round++) {
      Map<DocumentId, Side> changes = new HashMap<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        changes.put(ids.get(random.nextInt(ids.size())), side(ids));
      }
      known.putAll(changes);
      table =
          table.with(
              moment(round),
              changes.entrySet().stream()
                  .map(change -> new SideTable.Entry(change.getKey(), change.getValue()))
                  .toList());
      SideTable.Filling filling = new SideTable.Filling(1);
      new TreeMap<>(known).forEach(filling::add);
      SideTable whole = filling.table(moment(round));
      assertEquals(whole.size(), table.size());
      for (DocumentId id : ids) {
        Side expected = known.getOrDefault(id, Side.UNKNOWN);
        assertEquals(expected, table.of(id), id.value());
        assertEquals(expected, whole.of(id), id.value());
      }
    }
  }

  private Side side(List<DocumentId> ids) {
    return switch (random.nextInt(3)) {
      case 0 -> Side.UNKNOWN;
      case 1 -> new Side(Status.IN_FORCE, random.nextInt(9), Optional.empty());
      default ->
          new Side(
              Status.UNKNOWN, random.nextInt(9), Optional.of(ids.get(random.nextInt(ids.size()))));
    };
  }
}
