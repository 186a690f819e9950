package wenmai.web.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any number of papers of one congress (随机事项文件), whole trails drawn by a fixed seed: a report, the
 * opinion on it, the report on what became of it and the vote, on one of some thousand subjects in
 * one of thirty years; between them suggestions with their replies. Some trails stay unfinished.
 */
final class DrawnTrails {
  private static final long SEED = 20261129;
  private static final String PLACE = "汀浦区";
  private static final String HOUSE = PLACE + "人民代表大会常务委员会";
  private static final String CABINET = PLACE + "人民政府";
  private static final int FIRST_YEAR = 1996;
  private static final int YEARS = 30;
  private static final List<String> OF_WHOM =
      List.of(
          "农村 城区 社区 乡镇 企业 学校 医院 园区 河道 山区 景区 库区 牧区 林区 渔业 畜禽 集市 老旧小区 沿街商铺 中小学 幼儿园 养老机构 福利机构 建筑工地 产业园 物流园 客运站 历史街区 传统村落 滨水地带"
              .split(" "));
  private static final List<String> OF_WHAT =
      List.of(
          "饮水安全 污水治理 垃圾分类 消防安全 道路养护 公共交通 停车管理 食品安全 用药安全 传染病防治 医疗保障 学前教育 义务教育 职业培训 就业援助 养老服务 残疾人保障 儿童保护 法律援助 社区矫正 普法宣传 文物保护 图书借阅 体育设施 绿化养护 扬尘防治 噪声控制 节约用水 防汛抗旱 地质灾害防治 耕地保护 种业振兴 病虫害防治 动物防疫 渔船管理 信用建设 招商引资 人才引进 数据共享 政务公开"
              .split(" "));

  private final Random random = new Random(SEED);
  private final JsonMapper json = JsonMapper.builder().build();
  private final Deque<Map<String, String>> waiting = new ArrayDeque<>();
  private int drawn;
  private int serial;

  /** Writes the next so many of them as lines for the intake. */
  void write(Path file, int papers) {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (int i = 0; i < papers; i++) {
        out.write(json.writeValueAsString(next()));
        out.newLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> next() {
    while (waiting.isEmpty()) {
      serial++;
      String subject = any(OF_WHOM) + any(OF_WHAT);
      LocalDate day = LocalDate.of(FIRST_YEAR + random.nextInt(YEARS), 3, 1);
      waiting.addAll(
          random.nextInt(4) == 0
              ? suggestion(subject, day)
              : oversight(subject, day.plusDays(random.nextInt(200))));
    }
    return waiting.remove();
  }

  private List<Map<String, String>> oversight(String subject, LocalDate day) {
    String report = CABINET + "关于" + subject + "工作情况的报告";
    String opinion = HOUSE + "关于" + subject + "工作情况的审议意见";
    String number = "汀人常发〔" + day.getYear() + "〕" + serial + "号";
    List<Map<String, String>> trail = new ArrayList<>();
    trail.add(
        paper(
            report,
            CABINET,
            day,
            "主任、各位副主任、各位委员：\n受区人民政府委托，现将" + subject + "工作情况报告如下。\n" + body(subject)));
    trail.add(
        paper(
            opinion,
            HOUSE,
            day.plusDays(9),
            number
                + "\n区人民政府：\n会议听取和审议了《"
                + report
                + "》，提出以下审议意见。\n一、要加大"
                + subject
                + "投入，"
                + any(OF_WHAT)
                + "经费应当列入预算。\n二、要健全"
                + subject
                + "责任制，每季度通报进度。\n三、要对"
                + any(OF_WHOM)
                + "开展排查，年底前整改完毕。\n请于三个月内将研究处理情况书面报告常委会。"));
    if (random.nextInt(5) > 0) {
      trail.add(
          paper(
              CABINET + "关于" + subject + "工作审议意见研究处理情况的报告",
              CABINET,
              day.plusDays(95),
              "区人大常委会：\n《" + opinion + "》（" + number + "）收悉，现将研究处理情况报告如下。\n" + body(subject)));
    }
    if (random.nextInt(3) > 0) {
      trail.add(
          paper(
              HOUSE + "关于" + subject + "工作审议意见研究处理情况满意度测评结果的通报",
              HOUSE,
              day.plusDays(130),
              "会议对"
                  + number
                  + "审议意见的研究处理情况进行了满意度测评：满意"
                  + (10 + random.nextInt(20))
                  + "票，基本满意5票，不满意1票，测评结果为满意。"));
    }
    return trail;
  }

  private List<Map<String, String>> suggestion(String subject, LocalDate day) {
    String title = "关于加强" + subject + "的建议";
    String name = "区十届人大一次会议第" + serial + "号建议";
    return List.of(
        paper(title, HOUSE, day, "第" + serial + "号\n" + name + "\n" + title + "\n" + body(subject)),
        paper(
            "对" + name + "的答复",
            CABINET,
            day.plusDays(80),
            "各位代表：\n您提出的《" + title + "》收悉，现答复如下。\n" + body(subject)));
  }

  private String body(String subject) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append("第").append(drawn * 7 + i).append("项：");
      text.append(any(OF_WHOM)).append("的").append(subject).append("已经安排");
      text.append(10 + random.nextInt(900)).append("万元，涉及").append(any(OF_WHAT)).append("。\n");
    }
    return text.toString();
  }

  private Map<String, String> paper(String title, String organ, LocalDate day, String text) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("externalId", "trail-" + serial + "-" + drawn++);
    line.put("title", title);
    line.put("text", title + "\n" + text + "\n" + day);
    line.put("organ", organ);
    line.put("region", PLACE);
    line.put("date", day.toString());
    return line;
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
