package wenmai.corpus.search;

import java.nio.file.Path;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Status;
import wenmai.corpus.search.Shelf.Paper;

/** Papers of an invented province: a rule, what cites it, a copy, a former rule, a secret. */
final class BudgetShelf {
  private BudgetShelf() {}

  static Shelf fill(Path folder) {
    Shelf shelf = new Shelf(folder);
    shelf.add(
        new Paper("rule")
            .title("云岭省预算审查监督条例")
            .text("云岭省预算审查监督条例\n第一条　为了加强预算审查监督，制定本条例。\n第二条　县级以上人民代表大会常务委员会审查预算调整方案。\n")
            .number("云人常〔2022〕7号")
            .organ("云岭省人民代表大会常务委员会")
            .region("云岭省")
            .date("2022-03-31"));
    shelf.add(
        new Paper("report")
            .title("关于2021年市级决算的报告")
            .kind(Kind.REPORT)
            .text("关于2021年市级决算的报告\n主任、各位副主任：根据《云岭省预算审查监督条例》第二条，现将决算情况报告如下。")
            .organ("梧城市人民政府")
            .region("云岭省/梧城市")
            .date("2022-08-10")
            .cites("云岭省预算审查监督条例", "2"));
    shelf.add(
        new Paper("opinion")
            .title("对市级决算报告的审议意见")
            .kind(Kind.REVIEW_OPINION)
            .text("对市级决算报告的审议意见\n会议听取和審議了市人民政府的决算报告，按照云人常〔2022〕7号文件提出以下意见：加快支出進度。")
            .organ("梧城市人民代表大会常务委员会")
            .region("云岭省/梧城市/河口区")
            .date("2022-09-01")
            .citesNumber("云人常〔2022〕7号"));
    shelf.add(
        new Paper("copy")
            .title("对市级决算报告的审议意见（转载）")
            .kind(Kind.REVIEW_OPINION)
            .text("对市级决算报告的审议意见\n会议听取和审议了市人民政府的决算报告，提出以下意见：加快支出进度。")
            .date("2022-09-05")
            .copyOf("opinion"));
    shelf.add(new Paper("secret").title("内部通报").text("内部通报：决算疑点清单。").internal().date("2023-01-01"));
    shelf.add(
        new Paper("old")
            .title("云岭省预算审查监督办法")
            .text("旧办法。")
            .status(Status.REPEALED)
            .date("1999-01-01"));
    shelf.commit();
    return shelf;
  }
}
