package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.Accessions.FileLocation;

/** How files say that they are attachments. */
class EnclosureNamesTest {
  private static final EnclosureNames NAMES = EnclosureNames.read(TestSettings.config());

  private static Optional<EnclosureNames.Name> of(String path) {
    return NAMES.of(new FileLocation("/根", path));
  }

  @ParameterizedTest
  @CsvSource({
    "附件1.名单.docx, 1, 名单",
    "（附件1）街道名单.docx, 1, 街道名单",
    "(附件二) 街道名单.pdf, 二, 街道名单",
    "【附件】街道名单.docx, '', 街道名单",
    "[附件3]街道名单.docx, 3, 街道名单",
    "1.附件街道名单.docx, '', 街道名单",
    "2、附件2：街道名单.docx, 2, 街道名单",
    "关于开展检查的通知附件1：街道名单.docx, 1, 街道名单",
    "通知附件1街道名单.docx, 1, 街道名单",
    "汀浦区通知附件12街道名单.xlsx, 12, 街道名单",
    "附1街道名单.docx, 1, 街道名单",
    "附02街道名单.docx, 02, 街道名单",
    "关于印发方案的通知的附件（街道名单）.docx, '', 街道名单",
    "通知附件2（街道名单）.docx, 2, （街道名单）",
    "Annex 1.pdf, 1, ''",
    "ANNEX_2 Members.pdf, 2, Members",
    "Attachment1.docx, 1, ''",
    "附件(1)街道名单.docx, '', (1)街道名单",
    "街道清单-附件2.txt, 2, 街道清单",
    "附一街道名单.docx, 一, 街道名单",
    "附（1）街道名单.docx, 1, 街道名单",
    "附(二)街道名单.docx, 二, 街道名单",
    "附（街道名单）.docx, '', 街道名单",
    "附街道名单.docx, '', 街道名单",
    "附名册.xlsx, '', 名册",
    "【附表1】街道名单.xlsx, '', 【附表1】街道名单",
    "通知附表1街道名单.xlsx, '', 通知附表1街道名单",
    "通知-附表.xlsx, '', 通知-附表",
    "通知（附图2）.pdf, '', 通知（附图2）",
    "Annex1街道名单.pdf, 1, 街道名单",
    "第1附件 街道名单.docx, 1, 街道名单",
    "第二附件：街道名单.docx, 二, 街道名单",
    "通知附件1项目清单.docx, 1, 项目清单",
    "通知附件2级别对照.docx, 2, 级别对照",
    "通知附件3类别对照.docx, 3, 类别对照",
    "附图1规划范围.pdf, '', 附图1规划范围",
  })
  void anAttachmentSaysItsNumberAndWhatItIsCalled(String path, String number, String rest) {
    EnclosureNames.Name name = of(path).orElseThrow();
    assertEquals(number, name.number());
    assertEquals(Lister.letters(rest), Lister.letters(name.rest()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "通知（含附件）.docx",
        "方案及附件1名单.docx",
        "关于附件的说明.docx",
        "关于附件1的说明.docx",
        "关于修改办法附件2的决定.docx",
        "关于附件1、2的说明.docx",
        "关于附件1至附件3有关问题的答复.docx",
        "对附件1作出修改的通知.docx",
        "附近道路整治方案.docx",
        "附一院简介.docx",
        "附2院简介.docx",
        "附属医院名单.docx",
        "Annexation of counties.docx",
        "Attachment theory.docx",
        "1.通知.docx",
        "（1）名单.docx",
        "第1号公告名单.docx",
        "软件附件三项规定.docx",
        "空调附件2级标准.docx",
        "摩托车附件3种型号标准.docx",
        "附图书馆建设方案.docx",
        "附册子说明.docx",
        "附议人名单.docx",
        "附近居民名单.docx",
        "附着物补偿清单.xlsx",
        "附加税目录.docx",
        "附一中教师名单.docx",
        "附二小学生名册.xlsx",
        "附一期工程方案.docx",
        "附设机构目录.docx",
        "附带民事诉讼案件统计表.xlsx",
        "附则说明.docx",
        "关于附表1的说明.docx",
        "通知含附表.docx",
        "通知（附则2）.docx",
        "年度报表1收支情况.xlsx",
        "表彰名单.docx"
      })
  void whatSpeaksOfAttachmentsIsNone(String path) {
    assertEquals(Optional.empty(), of(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"附件/名单.docx", "（附件）/名单.docx", "2.附件/名单.docx", "通知附件/名单.docx"})
  void whatLiesInAFolderOfAttachmentsIsOne(String path) {
    assertEquals("名单", of(path).orElseThrow().rest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"含附件/名单.docx", "附近/名单.docx"})
  void whatLiesElsewhereIsNone(String path) {
    assertEquals(Optional.empty(), of(path));
  }
}
