package wenmai.corpus;

import java.util.List;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Kind;

/** A rule, a report by it, what was said of the report, a copy of it, and a secret. */
final class BudgetPapers {
  static final Papers RULE =
      Papers.at("rule.txt", "槐南省预算审查监督条例\n第一条 为了加强预算审查监督，制定本条例。\n第二条 县级以上人民代表大会常务委员会审查监督预算。")
          .kind(Kind.REGULATION)
          .region("槐南省")
          .date("2020-05-01");
  static final Papers REPORT =
      Papers.at(
              "report.txt", "汀浦区关于预算执行情况的报告\n根据《槐南省预算审查监督条例》的规定，现将预算执行情况报告如下。\n收入增长百分之五，支出增长百分之三。")
          .region("槐南省", "棠州市", "汀浦区")
          .date("2023-07-01")
          .number("汀政〔2023〕8号");
  static final Papers OPINION =
      Papers.at(
              "opinion.txt",
              "汀浦区人大常委会审议意见\n会议审议了《汀浦区关于预算执行情况的报告》，提出意见如下。\n一要严格执行《不在馆藏的办法》。\n二要按期报告。")
          .kind(Kind.REVIEW_OPINION)
          .region("槐南省", "棠州市", "汀浦区")
          .date("2023-08-01");
  static final Papers COPY =
      Papers.at(
              "copy.txt",
              "首页 新闻 报告\n汀浦区关于预算执行情况的报告\n根据《槐南省预算审查监督条例》的规定，现将预算执行情况报告如下。\n收入增长百分之五，支出增长百分之三。\n分享到 打印")
          .with(FactKey.TITLE, "汀浦区关于预算执行情况的报告")
          .with(FactKey.AUTHORITY, Authority.MIRROR)
          .region("槐南省", "棠州市", "汀浦区");
  static final Papers SECRET =
      Papers.at("secret.txt", "汀浦区内部通报\n对《槐南省预算审查监督条例》执行中的问题予以通报，另见《不在馆藏的办法》。")
          .region("槐南省", "棠州市", "汀浦区")
          .internal();
  static final List<Papers> ALL = List.of(RULE, REPORT, OPINION, COPY, SECRET);

  private BudgetPapers() {}
}
