package wenmai.corpus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.text.OffsetMap;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;

/** Pins which marks of secrecy keep a paper from the public, and which words are none. */
class SecrecyMarksTest {
  private static final String PAPER =
      """
      青禾区人民代表大会常务委员会文件
      青人常〔2022〕9号
      关于代表资格审查有关情况的报告
      区委：
      现将有关情况报告如下，代表资格审查工作已经完成。
      青禾区人民代表大会常务委员会
      2022年3月6日
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "密级：秘密　保密期限：5年",
        "密 级：机 密",
        "密级：机密★2030年12月31日前",
        "密级和保密期限：秘密★3年",
        "內部資料　絕密",
        "内部资料　秘密",
        "内部文件 秘密 注意保存",
        "绝密★启用前",
        "【机密】",
        "（秘密）",
        "〔秘密★1年〕",
        "秘密级",
        "机密级★10年",
        "秘密件",
        "机密文件",
        "绝密材料　阅后收回",
        "№ 0012　　机密",
        "No.000123　机密",
        "第 012 号　　　　　　秘密★5年",
        "份号：000012　密级：秘密　紧急程度：特急",
        "秘密·5年",
        "绝 密 ★ 三 十 年",
        "机密（解密前）",
        "工作秘密★3年",
        "签发人：程岚　　秘密★5年",
        "共印20份　机密　会后收回",
        "机密女5年",
        "000012　　机密广5年",
        "秘密x长期",
        "【内部】秘密",
        "Ａ机密★5年",
        "C机密★5年",
        "SECRET　机密",
        "Top Secret 绝密",
        "密级：□绝密　☑机密　□秘密",
        "密级：绝密□　机密■　秘密□",
        "密级：绝密（　）机密（√）秘密（　）",
        "国家秘密",
        "000012\n国家秘密",
        "№ 12\n特急\n秘密\n工作秘密",
        "工作秘密",
        "密级:机密 缓急:急件",
        "密级 秘密　缓急 特急",
        "检察工作秘密★3年",
        "警务工作秘密★长期",
        "审判工作秘密",
        "商业秘密★5年",
        "商密☆3年",
        "核心商业秘密",
        "定密：机密",
        "密：机密",
        "（此件机密）",
        "此件为机密文件",
        "内部机密",
        "机密·内部",
        "内部·机密",
        "机密　内部",
        "ＡＡ机密★５年",
        "ABC 秘密★3年",
        "机密 A",
        "政法工作秘密★3年",
        "组织工作秘密★5年",
        "人大机关工作秘密★3年",
        "人大工作秘密",
        "000012\n统战工作秘密\n特急",
        "極機密",
        "极机密★5年",
        "秘级：机密",
      })
  void marksOverAHeadingKeepAPaperFromThePublic(String mark) {
    OfficialDocument document = Readings.read(mark + "\n" + PAPER);
    assertEquals(Visibility.INTERNAL, document.visibility(), mark);
    assertEquals(List.of(WarningCode.SECRECY_MARK), codes(document), mark);
    assertEquals("关于代表资格审查有关情况的报告", Readings.printed(document, FactKey.TITLE), mark);
    assertEquals("青人常〔2022〕9号", Readings.printed(document, FactKey.NUMBER), mark);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          青人常〔2022〕9号 | 青人常〔2022〕9号　　　秘密
          青人常〔2022〕9号 | 青人常〔2022〕9号 机密★1年
          青人常〔2022〕9号 | 秘密　青人常〔2022〕9号
          关于代表资格 | 秘密★5年~关于代表资格
          委员会文件 | 委员会文件　　　机密
          的报告 | 的报告（秘密）
          2022年3月6日~ | 2022年3月6日~附件1~秘密★5年~代表名单~一、程岚。~
          2022年3月6日~ | 2022年3月6日~附件：1　　机密~代表名单~一、程岚。~
          已经完成。 | 已经完成。~秘密★5年~
          2022年3月6日~ | 2022年3月6日~密级：机密~
          2022年3月6日~ | 2022年3月6日~密级：秘密　保密期限：5年~
          """)
  void marksAmongTheLinesOfAPaperKeepItFromThePublic(String before, String after) {
    OfficialDocument document =
        Readings.read(PAPER.replace(before.replace('~', '\n'), after.replace('~', '\n')));
    assertEquals(List.of(WarningCode.SECRECY_MARK), codes(document), after);
    assertEquals(Visibility.INTERNAL, document.visibility(), after);
    assertEquals("青人常〔2022〕9号", Readings.printed(document, FactKey.NUMBER), after);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "关于保守国家秘密工作情况的报告~区委：~现将保守国家秘密工作情况报告如下，机密文件管理严格，秘密级文件清退及时。",
        "关于检查《中华人民共和国保守国家秘密法》实施情况的报告~区委：~全区定密工作规范，未发生失密泄密事件，情况良好。",
        "商业秘密保护工作调研报告~为掌握全区企业商业秘密保护情况，区人大常委会开展了调研，形成了本报告。",
        "机密档案管理办法~第一条　为了加强机密档案的管理，制定本办法，适用于全区各级机关、单位。",
        "无记名（秘密）投票办法~第一条　选举采用无记名（秘密）投票的方式，并设立秘密写票处，适用于全区。",
        "秘密投票办法~第一条　选举采用秘密投票、无记名方式，设秘密写票处，适用于全区各级选举。",
        "青禾区保守国家秘密工作规定~目录~第一章　总则~第二章　国家秘密的范围和密级~第一章　总则~第一条　国家秘密的密级分为绝密、机密、秘密三级。~第二章　国家秘密的范围和密级~第二条　载体上标明“机密★10年”等国家秘密标志。",
        "青禾区人大常委会公报~目录~中华人民共和国保守国家秘密法~关于秘密级文件清退情况的报告~现将有关情况报告如下，文件均已清退，数量无误。",
        "保密工作条例~目　录~第一章　总则~第二章　国家秘密~第三章　附则~第一章　总则~第一条　为了保守秘密，维护安全和利益，制定本条例。",
        "关于补选办法的说明~表决方式　　　　　　　　秘密~参加人数　　　　　　　　35人~现就补选的有关情况说明如下，请予审议。",
        "关于定密工作的说明~国家秘密~工作秘密~商业秘密~现就三类事项的管理要求说明如下，请各单位遵照执行。",
        "关于定密工作的说明~一般的说明~绝密~机密~秘密~现就三个等级的管理要求说明如下，请各单位遵照执行。",
        "青禾区人大常委会公文处理单~密级：□绝密　□机密　□秘密~标题：关于城市管理工作情况的报告~拟办意见：请领导阅示，并转有关委员会研究处理。",
        "青禾区人大常委会公文处理单~密级：绝密（　）机密（　）秘密（　）~标题：关于城市管理工作情况的报告~拟办意见：请领导阅示，并转有关委员会研究。",
        "青禾区人大常委会发文稿纸~密级（绝密、机密、秘密）：~标题：关于城市管理工作情况的报告~拟办意见：请领导阅示，并转有关委员会研究处理。",
        "关于印发目录的通知~各单位：~现将目录印发给你们，请遵照执行，并做好保管工作。~附件~国家秘密~目录清单如下~一、水利测绘成果。",
        "加强工作秘密管理~关于加强工作秘密管理的通知~各单位：~现就加强工作秘密管理提出如下要求，请遵照执行。",
        "浅谈工作秘密~作者：程岚~工作秘密是机关在工作中产生的事项，泄露会影响工作，应当妥善管理。",
        "保密知识测试题~1.下列哪一项等级最高？~A.绝密~B.机密~C.秘密~2.机关应当怎样管理文件？请写出三点。",
        "保密知识测试题~下列哪一项等级最高~A绝密~B机密~C秘密~机关应当怎样管理文件？请写出三点。",
        "机密★30年（已解密）~青禾区人民代表大会常务委员会~青人常〔1986〕17号~关于整顿工作的报告~区委：~该文件已经解密，现予公布。",
        "让人民选出自己的代表~秘密投票的故事~本报记者程岚报道，当年选举时，选民排队投票。~秘密~关于投票的一次讨论~那时候大家都说要认真投票，可是没有写票处。",
        "机密（2016年已解密）~青禾区人民代表大会常务委员会~青人常〔1986〕17号~关于整顿工作的报告~区委：~该文件已经解密，现予公布。",
        "关于密级变更的通知~各单位：~现将三份文件的密级由机密变更为秘密，请各单位按照规定做好变更工作。",
      })
  void wordsThatSpeakOfSecretsAreNoMark(String text) {
    OfficialDocument document = Readings.read(text.replace("~", "\n"));
    assertEquals(List.of(), codes(document), text);
    assertEquals(Visibility.PUBLIC, document.visibility(), text);
  }

  @ParameterizedTest
  @CsvSource({
    "密级：秘密　保密期限：5年, 秘密保密期限:5年",
    "第 012 号　　　　秘密★5年, 秘密★5年",
    "【机密】, 机密",
    "机密★1年, 机密★1年",
    "青人常〔2022〕7号　秘密, 秘密",
    "秘密　青人常〔2022〕7号, 秘密",
  })
  void theMarkIsKeptWithItsTerm(String line, String mark) {
    OfficialDocument document = Readings.read(line + "\n" + PAPER);
    assertEquals(mark, Readings.printed(document, FactKey.SECRECY));
  }

  @Test
  void aMarkThatARepairTookOutStillKeepsThePaper() {
    String raw = "机密★10年\n" + PAPER;
    OffsetMap.Builder map = new OffsetMap.Builder(raw);
    map.replace(Span.of(0, 7), "", Repair.Reason.BOILERPLATE);
    OfficialDocument document =
        Readings.read(map.build(), "paper.txt", wenmai.corpus.document.Facts.none());
    assertEquals(List.of(WarningCode.SECRECY_MARK), codes(document));
    assertEquals(Visibility.INTERNAL, document.visibility());
  }

  private static List<WarningCode> codes(OfficialDocument document) {
    return document.content().warnings().stream()
        .map(wenmai.corpus.document.Warning::code)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "无记名投票（秘密）\n%s",
        "公文目录\n档案编号　　密级　　题名\n0001　　秘密　　关于某事的报告\n0002　　公开　　关于另一事的报告\n",
        "公文目录\n序号　　文件名　　密级\n1　　关于养老的报告　　内部\n秘密\n2　　关于教育的报告\n",
      })
  void theGradeOfSomethingElseKeepsNothing(String paper) {
    OfficialDocument document = Readings.read(paper.replace("%s", PAPER));
    assertEquals(Visibility.PUBLIC, document.visibility(), paper);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "秘密\n公文目录\n档案编号　　密级　　题名\n0001　　公开　　关于某事的报告\n",
        "公文目录\n档案编号　　密级　　题名\n0001　　公开　　关于某事的报告\n附件1\n秘密\n代表名单\n",
        "公文目录\n档案编号　　密级　　题名\n机密★1年\n代表名单\n",
        "内部资料（秘密）\n%s",
        "000012　　秘密　　青禾区人民代表大会常务委员会文件\n%s",
      })
  void aMarkOfThePaperBesideATableOfGradesKeepsIt(String paper) {
    OfficialDocument document = Readings.read(paper.replace("%s", PAPER));
    assertEquals(Visibility.INTERNAL, document.visibility(), paper);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "机密★30年　尚未解密",
        "是否已解密：否　机密★30年",
        "机密★5年（解密后公开）",
      })
  void aMarkThatIsNotLiftedStillKeepsThePaper(String mark) {
    assertEquals(Visibility.INTERNAL, Readings.read(mark + "\n" + PAPER).visibility(), mark);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "关于人事安排的请示\t机密\n关于换届选举的报告\t3份。",
        "来文单位\t标题\t密级\n区委\t关于人事安排的请示\t机密★5年\n区政府\t关于预算的报告",
        "来文单位\t标题\t密级\t份数\n区委\t关于人事安排的请示\t机密\t1\n区政府\t关于预算的报告\t秘密★3年\t2",
      })
  void rowsThatTellTheGradeOfOtherPapersKeepNothing(String rows) {
    String register = "青禾区人大常委会\n青人常〔2022〕9号\n关于来文登记情况的报告\n区委：\n现报告如下：\n";
    OfficialDocument document = Readings.read(register + rows + "\n以上情况，请审阅。\n");
    assertEquals(Visibility.PUBLIC, document.visibility(), rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "份号\t密级\t紧急程度\n000012\t机密★5年\t特急\n%s",
        "标题\t密级\t份数\n关于代表资格审查有关情况的报告\t机密★5年\t1\n%s",
        "来件说明\n本件由区委办公室转来，请妥善保管。\n秘密\n%s",
        "关于代表资格审查有关情况的报告\t机密\n区委：\n现报告如下，请审阅。\n",
        "青禾区人大常委会\n关于代表资格审查有关情况的报告\t机密★5年\n区委：\n现报告如下，请审阅。\n",
        "青禾区人大常委会\n关于来文登记情况的报告\n区委：\n现报告如下。\n来文单位\t标题\t密级\n区委\t甲请示\t公开\n机密★5年\n",
      })
  void rowsOfThePapersOwnMarksKeepIt(String paper) {
    OfficialDocument document = Readings.read(paper.replace("%s", PAPER));
    assertEquals(Visibility.INTERNAL, document.visibility(), paper);
  }
}
