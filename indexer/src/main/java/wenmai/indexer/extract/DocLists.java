package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.poi.hwpf.model.LFO;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.jspecify.annotations.Nullable;
import wenmai.indexer.numbering.ListLevel;
import wenmai.indexer.numbering.NumberStyle;
import wenmai.indexer.numbering.NumberedList;

/**
 * The lists of a Word file of the binary format ([MS-DOC] 2.9.131 LFO, 2.9.147 LSTF, 2.9.150 LVL).
 */
final class DocLists {
  /** Below it a sign of a label stands for the number of a level. */
  private static final char FIRST_SIGN = 9;

  private final ListTables tables;
  private final Map<Integer, Optional<NumberedList>> read = new HashMap<>();

  DocLists(ListTables tables) {
    this.tables = tables;
  }

  /**
   * @param place among the lists, from 1
   */
  @Nullable NumberedList list(int place) {
    return read.computeIfAbsent(place, this::read).orElse(null);
  }

  private Optional<NumberedList> read(int place) {
    try {
      LFO list = tables.getLfo(place);
      ListData kind = tables.getListData(list.getLsid());
      if (kind == null) {
        return Optional.empty();
      }
      List<ListLevel> levels = new ArrayList<>();
      for (org.apache.poi.hwpf.model.ListLevel level : kind.getLevels()) {
        levels.add(level(level));
      }
      Map<Integer, Integer> anew = new HashMap<>();
      for (ListFormatOverrideLevel change : tables.getLfoData(place).getRgLfoLvl()) {
        change(change, levels, anew);
      }
      return Optional.of(new NumberedList(String.valueOf(list.getLsid()), levels, anew));
    } catch (NoSuchElementException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static void change(
      ListFormatOverrideLevel change, List<ListLevel> levels, Map<Integer, Integer> anew) {
    int place = change.getLevelNum();
    if (place < 0 || place >= levels.size()) {
      return;
    }
    var level = change.isFormatting() ? change.getLevel() : null;
    if (level != null) {
      levels.set(place, level(level));
    }
    if (change.isStartAt()) {
      anew.put(place, level == null ? change.getIStartAt() : level.getStartAt());
    }
  }

  private static ListLevel level(org.apache.poi.hwpf.model.ListLevel level) {
    return new ListLevel(
        level.getStartAt(),
        level.getRestart(),
        NumberStyle.coded(level.getNumberFormat()),
        text(level.getNumberText()),
        level.isLegalNumbering(),
        switch (level.getTypeOfCharFollowingTheNumber()) {
          case 0 -> ListLevel.Gap.TAB;
          case 1 -> ListLevel.Gap.SPACE;
          default -> ListLevel.Gap.NOTHING;
        });
  }

  private static String text(@Nullable String signs) {
    StringBuilder text = new StringBuilder();
    if (signs != null) {
      for (char sign : signs.toCharArray()) {
        text.append(sign < FIRST_SIGN ? "%" + (sign + 1) : String.valueOf(sign));
      }
    }
    return text.toString();
  }
}
