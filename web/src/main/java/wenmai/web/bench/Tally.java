package wenmai.web.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** So many right of so many, with some that were not (得分). */
final class Tally {
  private static final int SHOWN_MISSES = 12;

  private final List<String> misses = new ArrayList<>();
  private int right;
  private int all;

  void count(boolean hit, String miss) {
    all++;
    if (hit) {
      right++;
    } else if (misses.size() < SHOWN_MISSES) {
      misses.add(miss);
    }
  }

  Map<String, Object> figures() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("share", all == 0 ? 1.0 : Math.round(10_000.0 * right / all) / 10_000.0);
    out.put("of", all);
    out.put("misses", misses);
    return out;
  }
}
