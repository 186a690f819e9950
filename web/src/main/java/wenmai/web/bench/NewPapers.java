package wenmai.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Papers that come in while a site is being read (新到文献), as lines of JSON. */
public final class NewPapers {
  private static final int A_ROUND = 20;

  /** So many rounds bring new papers; later ones bring the same papers with other words. */
  private static final int ROUNDS = 25;

  private NewPapers() {}

  /** The papers of one round. */
  public static List<String> lines(int round) {
    JsonMapper json = JsonMapper.builder().build();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < A_ROUND; i++) {
      int number = round % ROUNDS * A_ROUND + i + 1;
      String title = "关于第" + number + "批农村供水工程建设情况的报告";
      StringBuilder text = new StringBuilder(title).append('\n');
      for (int k = 1; k <= 12; k++) {
        text.append("第" + k + "项工作由第" + (round + k) + "组负责，已经安排经费，按季度检查进度，落实整改要求。\n");
      }
      lines.add(
          json.writeValueAsString(
              Map.of("externalId", "load-" + number, "title", title, "text", text.toString())));
    }
    return lines;
  }
}
