package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.document.OfficialDocument;

/** Small papers of our own about the doctors of one county's villages, and the matters of them. */
abstract class VillageDoctors {
  static final MatterBuilder BUILDER = new MatterBuilder(MatterTemplates.load(SampleSet.CONFIG));

  static final OfficialDocument REPORT =
      paper(
          "report",
          "桐安县人民政府关于全县乡村医生队伍建设情况的报告",
          "report",
          "桐安县人民政府",
          "",
          "2024-03-28",
          "第九届第十五次会议",
          "——2024年3月28日在桐安县第九届人大常委会第十五次会议上\n受县政府委托，报告全县乡村医生队伍建设情况，请予审议。");
  static final OfficialDocument OPINION =
      opinion(
          "县人民政府：\n县九届人大常委会第十五次会议听取和审议了《桐安县人民政府关于全县乡村医生队伍建设情况的报告》，提出以下意见：\n"
              + "一、2024年9月底前为47名无证人员补办执业注册。\n二、对三处漏雨的村卫生室限期翻修。\n"
              + "请县人民政府于2024年10月8日前将研究处理情况书面报告县人大常委会。");
  static final OfficialDocument ANSWER = answer("一、47名无证人员已全部补办执业注册。");

  static List<MatterDraft> build(StaffDecisions decisions, OfficialDocument... papers) {
    Map<String, List<MatterPaper>> partitions = SampleSet.partitions(List.of(papers), BUILDER);
    List<MatterDraft> drafts = new ArrayList<>();
    partitions.forEach((name, each) -> drafts.addAll(BUILDER.build(name, each, decisions)));
    return drafts;
  }

  static OfficialDocument opinion(String body) {
    return paper(
        "opinion",
        "关于全县乡村医生队伍建设情况报告的审议意见",
        "review-opinion",
        "桐安县人民代表大会常务委员会",
        "桐人常〔2024〕6号",
        "2024-04-03",
        "第九届第十五次会议",
        body);
  }

  static OfficialDocument answer(String points) {
    return paper(
        "answer",
        "桐安县人民政府关于乡村医生队伍建设审议意见研究处理情况的报告",
        "report",
        "桐安县人民政府",
        "桐政函〔2024〕31号",
        "2024-09-20",
        "",
        "县人大常委会：\n桐人常〔2024〕6号审议意见收悉，现报告如下：\n" + points);
  }

  static OfficialDocument paper(
      String name,
      String title,
      String kind,
      String organ,
      String number,
      String date,
      String session,
      String body) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("title", title);
    cells.put("kind", kind);
    cells.put("organ", organ);
    cells.put("region", "桐安县");
    cells.put("date", date);
    if (!number.isEmpty()) {
      cells.put("number", number);
    }
    if (!session.isEmpty()) {
      cells.put("session", session);
      cells.put("session_body", "常委会");
    }
    return LabelledSet.document(
        name, title + "\n" + number + "\n" + body, LabelledSet.facts(cells), finder());
  }

  private static CitationFinder finder() {
    return new CitationFinder(CitationWords.read(SampleSet.CONFIG.resolve("citation")));
  }
}
